"""The topology editor."""
