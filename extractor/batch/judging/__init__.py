"""Checks and matching over stored records, in pieces that are independent of each other and of their order."""
