"""Theme, icons, settings, faults."""
