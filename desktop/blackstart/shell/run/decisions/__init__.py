"""Decisions besides the one on the form: opened by hand, recorded without a script, read again."""
