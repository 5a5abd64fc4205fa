"""Finding what is on the map by its name."""
