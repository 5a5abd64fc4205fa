"""The text of a file: read with the place of every part, and changed in as few places as possible."""
