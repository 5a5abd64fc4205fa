"""Pages of the modes before they are loaded, and of those that are still to come."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_16, SPACE_20
from blackstart.shell.widgets.labels import Label
from blackstart.shell.window.actions import SCRIPT, modes

translate = QCoreApplication.translate

BAR_PX = 52


def empty_page() -> QWidget:
    """Return a page with nothing on it."""
    page = QWidget()
    page.setProperty("role", "canvas")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page


def plain_page(heading: str, sentence: str, look: Look) -> QWidget:
    """Return a page with its name in the bar, that says in one sentence what will be there."""
    bar = QWidget()
    bar.setProperty("role", "bar")
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    bar.setFixedHeight(look.px(BAR_PX))
    top = QHBoxLayout(bar)
    top.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
    top.addWidget(Label(heading, role="title"))
    words = Label(sentence, role="secondary", wraps=True)
    words.setContentsMargins(SPACE_16, SPACE_20, SPACE_16, SPACE_20)
    page = empty_page()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addWidget(words)
    column.addStretch(1)
    return page


def later_pages(look: Look) -> dict[str, QWidget]:
    """Return the pages of the modes that are still to come."""
    script = translate(
        "Window", "Here you will write what happens: injects, decisions and what each way to decide does."
    )
    words = {mode.id: mode.word for mode in modes()}
    return {SCRIPT: plain_page(words[SCRIPT], script, look)}
