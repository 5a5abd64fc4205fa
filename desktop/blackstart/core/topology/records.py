"""The topology section of a drill file: records to model and back, all faults gathered."""
