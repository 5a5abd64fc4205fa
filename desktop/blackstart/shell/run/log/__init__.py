"""Everything people did, as it was recorded: read, taken back, corrected in its words."""
