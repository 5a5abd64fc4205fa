"""The gallery of drills and recent runs."""
