"""Everything Blackstart knows and computes. No Qt below this line."""
