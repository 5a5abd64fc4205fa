"""Presenters of Draw that live to the end of the program, as in the window.

Qt does not survive it if Python collects a presenter and its document in an order of its own.
"""

from PySide6.QtWidgets import QApplication

from blackstart.shell.document.document import Document
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.support.look import Look


def draw_presenter(look: Look) -> DrawPresenter:
    """Make a presenter with an empty document; both are the application's."""
    app = QApplication.instance()
    return DrawPresenter(Document(app), look, app)
