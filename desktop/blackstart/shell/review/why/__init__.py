"""Why something is down: the chain of causes, in words and on the map."""
