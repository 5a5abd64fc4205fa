"""Another window: the program started once more, so that neither can stall or take the other along."""

import sys

from PySide6.QtCore import QProcess

Start = tuple[str, list[str]]  # program, and its words


def start_of_program() -> Start:
    """Return how this program is started: by its own file where it is packaged, else by its Python."""
    is_packaged = bool(getattr(sys, "frozen", False))
    return (sys.executable, []) if is_packaged else (sys.executable, ["-m", "blackstart"])


def open_another() -> None:
    """Start the program once more, on its own."""
    program, words = start_of_program()
    QProcess.startDetached(program, words)
