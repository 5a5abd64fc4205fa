"""A run in progress: the clock, and the one way to append to its journal."""
