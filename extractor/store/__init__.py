"""The SQLite store (`sqlite`) and the JSON Lines datasets (`jsonl`): the same records, as tables and as lines."""
