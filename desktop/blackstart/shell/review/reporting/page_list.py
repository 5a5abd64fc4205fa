"""The pages of a report below one another, as they will be on paper: paper is white in every theme."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPicture, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.shell.printing.pages import PAPER, paint_picture
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12, SPACE_20

translate = QCoreApplication.translate

WAITING_PX = 160
MOST_KEPT = 8  # painted pages: of those around what is seen


class PageList(QWidget):
    """As wide as there is room, times what is chosen; a sentence while no page is there.

    Attributes
    ----------
    percent : int
        How large a page is; 100 = as wide as there is room.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pictures: Sequence[QPicture] = ()
        self._sentence = ""
        self._room = 0
        self._most = MOST_KEPT
        self._painted: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self.percent = 100
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pictures)

    def show_pages(self, pictures: Sequence[QPicture], told: str) -> None:
        """Show pages; `told` is said to those who cannot see them."""
        self._pictures, self._sentence = pictures, ""
        self._painted.clear()
        self.setAccessibleName(told)
        self._measure()

    def say(self, sentence: str) -> None:
        """Show a sentence instead, where no page is there yet."""
        if not self._pictures:
            self._sentence = sentence
            self.setAccessibleName(sentence)
            self.update()

    def fit(self, room: int) -> None:
        """Take note of how wide what is seen of it is, px."""
        self._room = room
        self._measure()

    def enlarge(self, percent: int) -> None:
        """Show the pages at another size."""
        self.percent = percent
        self._measure()

    def top_of(self, number: int) -> int:
        """Where a page begins, from 0, with what parts it from the one before."""
        return number * (self._page_size().height() + SPACE_12)

    def page_at(self, height: int) -> int:
        """The number of the page at a height, from 0."""
        return min(max(height // (self._page_size().height() + SPACE_12), 0), max(self.count - 1, 0))

    def heightForWidth(self, width: int) -> int:
        if not self._pictures:
            return WAITING_PX
        return len(self._pictures) * (self._page_size().height() + SPACE_12) + SPACE_20

    def sizeHint(self) -> QSize:
        return QSize(self._room or 800, self.heightForWidth(self._room or 800))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._sentence:
            painter.setFont(self._look.font(BODY))
            painter.setPen(self._look.theme.color("tx2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sentence)
        seen = [number for number in range(len(self._pictures)) if self._place(number).intersects(event.rect())]
        self._most = max(MOST_KEPT, len(seen))
        is_owed = has_painted = False
        for number in seen:
            page = self._place(number)
            found = self._kept(number, page.size())
            if found is None and not has_painted:  # one at a time: it takes longer than a frame
                found, has_painted = self._paint(number, page.size()), True
            is_owed = is_owed or found is None
            self._lay_down(painter, page, found)
        painter.end()
        if is_owed:
            QTimer.singleShot(0, self.update)

    def _lay_down(self, painter: QPainter, page: QRect, found: QPixmap | None) -> None:
        painter.fillRect(page, Qt.GlobalColor.white)
        if found is not None:
            painter.drawPixmap(page, found)
        painter.setPen(QPen(self._look.theme.color("ln"), 1))
        painter.drawRect(page)

    def _kept(self, number: int, size: QSize) -> QPixmap | None:
        found = self._painted.get((number, size.width()))
        if found is not None:
            self._painted.move_to_end((number, size.width()))
        return found

    def _paint(self, number: int, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        made.fill(Qt.GlobalColor.white)
        with QPainter(made) as painter:
            paint_picture(painter, QRectF(made.rect()), self._pictures[number])
        made.setDevicePixelRatio(ratio)
        self._painted[(number, size.width())] = made
        while len(self._painted) > self._most:
            self._painted.popitem(last=False)
        return made

    def _place(self, number: int) -> QRect:
        size = self._page_size()
        left = max(SPACE_20, (self.width() - size.width()) // 2)
        return QRect(left, SPACE_12 + self.top_of(number), size.width(), size.height())

    def _page_size(self) -> QSize:
        wide = max(round(((self._room or self.width()) - 2 * SPACE_20) * self.percent / 100), 1)
        return QSize(wide, round(wide * PAPER.height() / PAPER.width()))

    def _measure(self) -> None:
        """Ask for the room that the pages take."""
        self.setMinimumWidth(self._page_size().width() + 2 * SPACE_20 if self.percent > 100 else 0)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
