"""What the map says before any script: single failures swept through the engine."""
