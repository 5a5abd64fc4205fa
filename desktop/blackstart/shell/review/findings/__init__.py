"""What people found and said of a run: strengths, areas for improvement, the hot wash."""
