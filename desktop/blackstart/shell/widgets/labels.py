"""Labels that show plain text in one of the program's sizes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from blackstart.shell.support.tips import tip
from blackstart.shell.widgets.word_wrap import fitting


class Label(QLabel):
    """Plain text: what a drill says is never read as markup."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if wraps:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)


class OneLine(Label):
    """A single line that is cut where there is no room for all of it; the tool tip then has the whole."""

    def __init__(self, role: str = "", align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__(role=role)
        self._whole = self._short = ""
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str, short: str = "") -> None:
        """Show another text; a short one where there is no room for it."""
        self._whole, self._short = text, short or text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = fitting(self._whole, self._short, self.fontMetrics(), self.contentsRect().width())
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else tip(self._whole))


class YieldingLine(OneLine):
    """A single line that asks for room for all of it, and is cut where it gets less."""

    def __init__(self, role: str = "") -> None:
        super().__init__(role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def say(self, text: str, short: str = "") -> None:
        super().say(text, short)
        self.updateGeometry()  # Qt knows only of the words that are shown

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        advance = self.fontMetrics().horizontalAdvance(self._whole) + 1  # it is rounded, and words are cut by the part
        return QSize(advance + margins.left() + margins.right(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def rule(*, is_vertical: bool = False) -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("role", "line")
    if is_vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
