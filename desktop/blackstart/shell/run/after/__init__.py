"""What comes after the end: the hot wash, and the way to Review."""
