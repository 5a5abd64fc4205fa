"""Edits of the map as data: applying one gives the new topology and the inverse."""
