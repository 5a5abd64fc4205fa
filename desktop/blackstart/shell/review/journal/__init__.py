"""The journal of a run line by line, beside the playhead."""
