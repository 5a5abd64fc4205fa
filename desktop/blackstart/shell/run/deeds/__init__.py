"""What the team does: actions of the script and on the spot, who works on what, and in which order."""
