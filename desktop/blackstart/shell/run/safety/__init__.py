"""Whether a run is safe on the disk: watched, and said in words."""
