"""Bytes to `Article`: sources, the gate, HTML, tables, plain text."""
