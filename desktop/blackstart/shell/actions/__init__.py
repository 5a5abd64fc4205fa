"""Actions as rows of data."""
