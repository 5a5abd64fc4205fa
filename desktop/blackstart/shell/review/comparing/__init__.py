"""Runs of one drill side by side: a few in full, a class as small curves and a table."""
