"""pollcheck: typed, checked records of the poll figures in news articles."""
