"""The best order of the repairs that crews were asked for at a moment."""
