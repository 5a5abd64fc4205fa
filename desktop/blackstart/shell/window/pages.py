"""Pages of the modes before they are loaded, and of those that are still to come."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.shell.support.theme import SPACE_8, SPACE_28
from blackstart.shell.widgets.labels import Label
from blackstart.shell.window.actions import SCRIPT, modes

translate = QCoreApplication.translate


def empty_page() -> QWidget:
    """Return a page with nothing on it."""
    page = QWidget()
    page.setProperty("role", "canvas")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE_28, SPACE_28, SPACE_28, SPACE_28)
    column.setSpacing(SPACE_8)
    return page


def plain_page(heading: str, sentence: str) -> QWidget:
    """Return a page that says in one sentence what will be there."""
    page = empty_page()
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.addWidget(Label(heading, role="panel-title"))
    column.addWidget(Label(sentence, role="secondary", wraps=True))
    column.addStretch(1)
    return page


def later_pages() -> dict[str, QWidget]:
    """Return the pages of the modes that are still to come."""
    script = translate(
        "Window", "Here you will write what happens: injects, decisions and what each way to decide does."
    )
    words = {mode.id: mode.word for mode in modes()}
    return {SCRIPT: plain_page(words[SCRIPT], script)}
