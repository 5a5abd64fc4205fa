"""Injects: what is to come, what came, what was left out, and what is written on the spot."""
