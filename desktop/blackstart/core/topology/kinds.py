"""The catalogue of kinds of component."""
