"""Runs of the flagship drill whose figures are checked against arithmetic that is written here, apart from the core."""
