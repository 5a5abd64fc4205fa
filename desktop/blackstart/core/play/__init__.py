"""A run as a pure fold of drill and commands."""
