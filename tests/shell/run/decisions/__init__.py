"""Decisions besides the one on the form."""
