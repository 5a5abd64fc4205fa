"""The journal at the console."""
