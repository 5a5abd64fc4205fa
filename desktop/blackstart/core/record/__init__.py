"""The library of drills and runs on disk; the only room that speaks SQLite."""
