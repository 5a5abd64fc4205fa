"""What happened to the team and by it, as marks in lanes above the strips."""
