"""Where components stand and how lines run between them; geometry only."""
