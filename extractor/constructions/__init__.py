"""The clause grammar: one file per family of constructions."""
