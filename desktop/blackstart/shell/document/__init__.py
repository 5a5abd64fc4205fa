"""The open drill, its undo stack and its file."""
