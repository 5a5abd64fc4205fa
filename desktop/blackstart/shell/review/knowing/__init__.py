"""What the team knew at the playhead, beside what was true: a part of the column, and a sheet of all of it."""
