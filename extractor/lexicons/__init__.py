"""The words: TOML files, one per component and language, read through `loader.load`."""
