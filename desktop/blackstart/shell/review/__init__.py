"""Looking back at a recorded run."""
