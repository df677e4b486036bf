"""Close choices read again: a small transformer encoder scores the options of a figure in the words around it.

It knows no record and no rule: passages and options in, scores out.
"""
