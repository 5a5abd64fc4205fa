"""One row of a list: its stroke or icon, its words, values that are changed in place, and how it is taken away."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from blackstart.shell.canvas.lines import draw_sample
from blackstart.shell.draw.inspector.field_row import STACKED_FROM, InlineField
from blackstart.shell.draw.inspector.page import Control, Row
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.support.tips import tip
from blackstart.shell.widgets.buttons import Button, PaintedButton
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

ROW_PX, SIGN_PX, SAMPLE_PX, ICON_PX, DROP_PX = 31, 34, 24, 14, 26
EDGE_PX = 6  # between words and the right edge, as much as a line that is typed in has inside


class RowButton(PaintedButton):
    """The stroke or icon and the words; pressed, it leads on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = Row((), "")
        look.changed.connect(self.update)

    def show_row(self, row: Row) -> None:
        self._row = row
        leads = bool(row.key)
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setText(row.title)
        across = QSizePolicy.Policy.Expanding if row.title else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(each for each in (row.title, row.detail, row.words) if each))
        self._tell_whole()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def sizeHint(self) -> QSize:
        width = self.words_left() + self._metrics().horizontalAdvance(self._row.title)
        return QSize(width if self._row.title else self.words_left(), self._look.px(ROW_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.words_left() + (self._look.px(40) if self._row.title else 0), self._look.px(ROW_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, row, middle = self._look.theme, self._row, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("ink"), 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5), RADIUS_TAG, RADIUS_TAG)
        left = SPACE_4 if self.hasFocus() else 0
        if row.purpose is not None:
            draw_sample(painter, QPointF(left, middle), self._look.px(SAMPLE_PX), row.purpose, theme)
        elif row.icon:
            side = self._look.px(ICON_PX)
            draw_icon(painter, row.icon, QPointF(left + side / 2, middle), side, theme.color("tx2"))
        area = QRectF(self.words_left(), 0, self.width() - self.words_left() - left, self.height())
        painter.setFont(self._look.font(BODY))
        painter.setPen(theme.color("tx1"))
        words = self._metrics().elidedText(row.title, Qt.TextElideMode.ElideRight, round(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _tell_whole(self) -> None:
        """Have the whole title in the tool tip where it is cut."""
        title = self._row.title
        is_cut = self._metrics().horizontalAdvance(title) > self.width() - self.words_left()
        self.setToolTip(tip(title) if is_cut else "")

    def words_left(self) -> int:
        """Where the words begin, px from the left."""
        if self._row.purpose is not None:
            return self._look.px(SIGN_PX)
        return self._look.px(ICON_PX) + SPACE_8 if self._row.icon else 0

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(BODY))


class RowView(QWidget):
    """Shows one row after the other, as the list it stands in changes."""

    pressed = Signal(object)  # Key
    given = Signal(object, str)  # Key, what was typed or picked
    dropped = Signal(object)  # Key: what was typed is wanted no more
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.row = Row((), "")
        self.button = RowButton(look)
        self.words = Label(role="secondary")
        self.words.setContentsMargins(0, 0, EDGE_PX, 0)
        self.detail = Label(role="secondary", wraps=True)
        self.drop = Button("×", look, role="quiet")
        self.drop.setFixedSize(look.px(DROP_PX), look.px(DROP_PX))
        self.drop.setStyleSheet("padding: 0; min-height: 0;")
        self.inline: list[InlineField] = []
        self._first = QHBoxLayout()
        self._second = QHBoxLayout()
        self._reasons = QVBoxLayout()
        self._lay_out()
        self.button.clicked.connect(self._press)
        self.drop.clicked.connect(self._drop)

    def show_row(self, row: Row, *, is_fresh: bool) -> None:
        """Show a row; `is_fresh` = of another list than before."""
        is_other = is_fresh or row.key != self.row.key
        if [(each.key[0], each.control) for each in row.inline] != [
            (each.key[0], each.field.control) for each in self.inline
        ] or (bool(row.title) != bool(self.row.title)):
            self._rebuild(row)
        self.row = row
        self.button.show_row(row)
        self.words.setText(row.words)
        self.words.setVisible(bool(row.words))
        self.detail.setText(row.detail)
        self.detail.setVisible(bool(row.detail))
        left = self.button.words_left()
        self.detail.setIndent(left if row.title else left + SPACE_12)
        self._second.setContentsMargins(left, 0, 0, SPACE_4 if self._second.count() > 1 else 0)
        self.detail.setContentsMargins(0, 0, 0, SPACE_4)
        self.drop.setVisible(bool(row.drop))
        self.drop.setAccessibleName(row.drop_name)
        self.drop.setToolTip(tip(row.drop_name))
        for view, field in zip(self.inline, row.inline, strict=True):
            view.show_field(field, is_fresh=is_other or view.key != field.key)
            view.say_of(row.title)

    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        stops: list[QWidget] = [self.button] if self.row.key else []
        stops += [each.control for each in self.inline]
        return [*stops, self.drop] if self.row.drop else stops

    def _rebuild(self, row: Row) -> None:
        for view in self.inline:
            view.hide()
            view.reason.hide()
            view.deleteLater()
            view.reason.deleteLater()
        self.inline = [InlineField(each, self._look) for each in row.inline]
        is_short = len(row.inline) == 1 and row.inline[0].control is Control.LINE
        is_first = (is_short and self._look.text_size < STACKED_FROM) or not row.title
        place = self._first if is_first else self._second
        after = 2 if is_first else 1  # what stands behind them: words and button, or nothing but room
        for view in self.inline:
            place.insertWidget(place.count() - after, view, 1 if view.is_wide else 0)
            self._reasons.addWidget(view.reason)
            view.given.connect(self.given)
            view.dropped.connect(self.dropped)
            view.left.connect(self.left)

    def _press(self) -> None:
        self.pressed.emit(self.row.key)

    def _drop(self) -> None:
        self.pressed.emit(self.row.drop)

    def _lay_out(self) -> None:
        self._first.setSpacing(SPACE_8)
        self._first.addWidget(self.button)
        self._first.addWidget(self.words)
        self._first.addWidget(self.drop)
        self._second.setSpacing(SPACE_8)
        self._second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(self._first)
        column.addWidget(self.detail)
        column.addLayout(self._second)
        column.addLayout(self._reasons)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.theme.color("ln"))
        painter.end()
