"""What the team does at the console."""
