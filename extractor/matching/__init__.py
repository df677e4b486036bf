"""The same poll, question and population across articles; reprints; comparisons."""
