"""The shape of every lexicon: what a TOML file may hold."""
