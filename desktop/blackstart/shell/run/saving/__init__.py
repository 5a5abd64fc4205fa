"""The console of a run that is not yet safe: the mark below the clock and the ways out."""
