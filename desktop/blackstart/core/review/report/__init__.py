"""The report of a run: one content, told in many forms."""
