"""The report of the run that is looked back on: seen as it will be, saved, printed."""
