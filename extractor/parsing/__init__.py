"""Plain strings to values: numbers, dates, populations.  No spaCy."""
