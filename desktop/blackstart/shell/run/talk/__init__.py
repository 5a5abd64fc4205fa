"""What is said at the console: notes, public words, what the team believes, and what cannot come back."""
