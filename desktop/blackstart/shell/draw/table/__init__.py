"""The map as rows: all components, all needs, for those who prefer it."""
