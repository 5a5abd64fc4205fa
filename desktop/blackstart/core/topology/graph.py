"""The map as networkx graphs."""
