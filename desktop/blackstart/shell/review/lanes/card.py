"""The card beside a sign: when it was, what was done, and by whom; for the pointer and for the keys alike."""

from html import escape
from math import ceil

from PySide6.QtCore import QCoreApplication, QMargins, QRect, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.review.lanes.marks import LaneMark
from blackstart.shell.review.one_line import one_line
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12

translate = QCoreApplication.translate

MARGINS = QMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
WIDTH_PX, MOST_OF_PAGE = 340, 0.6
MOST_TOLD, MOST_LETTERS, FEW_LETTERS = 4, 400, 80  # marks of one sign; of one mark's words; of each of several


class MarkCard(QFrame):
    """Lies over the page, and lets the pointer through."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self._page = page
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGINS)
        column.addWidget(self.words)
        self.hide()

    def tell(self, marks: tuple[LaneMark, ...], which: str, place: QRect) -> None:
        """Tell of marks below a place on the page, or above it where there is no room; of none: be gone.

        Parameters
        ----------
        which : str
            Which of several that share a sign; empty = it has one of its own.
        """
        if not marks:
            self.hide()
            return
        self.words.setText(self._told(marks) + (f"<br>{self._soft(which)}" if which else ""))
        self.words.setFixedSize(self._size_of(self.words.text()))
        self.resize(self.words.size().grownBy(MARGINS))
        left = place.center().x() - self.width() // 2
        below, above = place.bottom() + SPACE_4, place.top() - SPACE_4 - self.height()
        fits = below + self.height() <= self._page.height() or above < 0
        self.move(min(max(left, SPACE_8), self._page.width() - self.width() - SPACE_8), below if fits else above)
        self.raise_()
        self.show()

    def _size_of(self, told: str) -> QSize:
        """Return the room that words need within the width of a card: Qt's label takes more."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self.words.font())
        document.setHtml(told)
        document.setTextWidth(min(self._look.px(WIDTH_PX), round(self._page.width() * MOST_OF_PAGE)))
        return QSize(ceil(document.idealWidth()) + 1, ceil(document.size().height()))

    def _told(self, marks: tuple[LaneMark, ...]) -> str:
        """Return all of one mark, or the beginnings of several."""
        if len(marks) == 1:
            return self._whole(marks[0])
        told = [self._brief(mark) for mark in marks[:MOST_TOLD]]
        more = len(marks) - MOST_TOLD
        if more > 0:
            told.append(self._soft(translate("Lanes", "and {count} more").format(count=more)))
        return "<br>".join(told)

    def _whole(self, mark: LaneMark) -> str:
        first, *others = mark.words or ("",)
        said = [f"<b>{clock_face(mark.at)}&nbsp; {_shown(mark.heading)}</b>", _shown(first)]
        said += [self._soft(_shown(each)) for each in (*others, mark.who) if each]
        return "<br>".join(each for each in said if each)

    def _brief(self, mark: LaneMark) -> str:
        words = mark.words[0] if mark.words else mark.heading
        return f"<b>{clock_face(mark.at)}</b>&nbsp; {_shown(words, FEW_LETTERS)}"

    def _soft(self, words: str) -> str:
        return f'<span style="color: {self._look.theme.color("tx2").name()}">{words}</span>'


def _shown(words: str, most: int = MOST_LETTERS) -> str:
    """Return words fit for the card: in one line, not too many, never read as markup."""
    shown = one_line(words[: most + 1])
    return escape(shown if len(words) <= most else f"{shown[:most]}…")
