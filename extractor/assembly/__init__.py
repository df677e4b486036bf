"""Discourse state and resolution: from a marked `Doc` to records."""
