"""The command line: the seam for scripts; results go to stdout as JSON, all else to stderr."""
