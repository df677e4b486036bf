"""The validator: one file per check, over records alone."""
