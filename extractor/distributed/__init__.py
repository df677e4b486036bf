"""The steps of the cluster engine, on Spark's resilient distributed datasets; `extractor.spark` runs them."""
