"""The SQLite store and the JSON Lines datasets."""
