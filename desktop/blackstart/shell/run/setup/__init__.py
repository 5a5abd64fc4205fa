"""What comes before a run: its settings, what is read out, the rehearsal."""
