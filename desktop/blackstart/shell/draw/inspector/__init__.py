"""The right column of Draw: every value of what is chosen, to be read and changed."""
