"""The map taken out of the program: as a picture, on paper."""
