"""The participants' window."""
