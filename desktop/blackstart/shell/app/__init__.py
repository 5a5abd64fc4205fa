"""The QApplication: start-up in steps."""
