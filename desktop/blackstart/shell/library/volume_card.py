"""A drill as a card: its map, its title, what it is about, how long it takes."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from blackstart.shell.library.map_plate import CARD_MAP_PX, draw_plate
from blackstart.shell.library.thumbnails import Thumbnails
from blackstart.shell.library.volume import Fact, Volume
from blackstart.shell.support.fonts import BODY, SECONDARY, TITLE
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_PANEL, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import keeps_its_keys
from blackstart.shell.widgets.word_wrap import before_colon, fitting, lines_of

LEAST_WIDTH_PX = 299
TITLE_PX, LINE_PX, FOOT_PX, ICON_PX = 22, 19, 20, 15
FOCUS_INSET_PX, MOST_LINES = 4, 3
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class VolumeCard(QAbstractButton):
    """Clicked or stepped on, it is chosen; double-clicked or entered, it is opened."""

    opened = Signal(object)  # Volume
    stepped = Signal(object)  # Qt.Key: an arrow

    def __init__(self, volume: Volume, thumbnails: Thumbnails, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self._is_focus_shown = False  # to whom it came by the mouse or by itself, the choice shows enough
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.volume = volume
        self.show_volume(volume)

    def show_volume(self, volume: Volume) -> None:
        """Show another state of what is known of the drill."""
        self.volume = volume
        self.setText(volume.title)
        self.setAccessibleDescription(volume.fault or volume.summary)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(LEAST_WIDTH_PX), CARD_MAP_PX + self._words_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_focus_shown = event.reason() in BY_KEY

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_focus_shown = False

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def nextCheckState(self) -> None:
        """Leave it to the gallery which card is chosen."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.volume)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.volume)
        elif key in ARROWS:
            self.stepped.emit(key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(plate, RADIUS_PANEL, RADIUS_PANEL)
        painter.fillPath(shape, theme.color("bg1"))
        painter.save()
        painter.setClipPath(shape)
        map_area = QRectF(plate.left(), plate.top(), plate.width(), CARD_MAP_PX)
        draw_plate(painter, map_area, self.volume, self._thumbnails, self._look)
        painter.restore()
        self._draw_border(painter, plate)
        self._draw_words(painter)
        painter.end()

    def _words_height(self) -> int:
        """What the words below the map take: only they grow with the size of words, not the space between them."""
        words = sum(map(self._look.px, (TITLE_PX, MOST_LINES * LINE_PX, FOOT_PX)))
        return SPACE_12 + SPACE_4 + words + SPACE_8 + SPACE_12

    def _draw_border(self, painter: QPainter, plate: QRectF) -> None:
        theme = self._look.theme
        token, width = ("ink", 1.8) if self.isChecked() else ("ln2" if self.underMouse() else "ln", 1.0)
        painter.setPen(QPen(theme.color(token), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plate, RADIUS_PANEL, RADIUS_PANEL)
        if self._is_focus_shown:  # dashed, so that it is not taken for the choice
            inset = FOCUS_INSET_PX
            painter.setPen(QPen(theme.color("ink"), 1.0, Qt.PenStyle.DashLine))
            inner = plate.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, RADIUS_PANEL - 2, RADIUS_PANEL - 2)

    def _draw_words(self, painter: QPainter) -> None:
        look, volume = self._look, self.volume
        theme, left, width = look.theme, SPACE_16, self.width() - 2 * SPACE_16
        top = CARD_MAP_PX + SPACE_12
        self._draw_heading(painter, QRect(left, top, width, look.px(TITLE_PX)))
        top += look.px(TITLE_PX) + SPACE_4
        painter.setPen(theme.color("tx2"))
        painter.setFont(look.font(BODY))
        metrics, line = QFontMetrics(painter.font()), look.px(LINE_PX)
        for words in lines_of(volume.fault or volume.summary, metrics, width, MOST_LINES):
            painter.drawText(QRect(left, top, width, line), _LEFT, words)
            top += line
        foot = look.px(FOOT_PX)
        self._draw_foot(painter, QRect(left, self.height() - SPACE_12 - foot, width, foot))

    def _draw_heading(self, painter: QPainter, room: QRect) -> None:
        """Paint the title and, where there is room for both, the date."""
        look, volume = self._look, self.volume
        painter.setFont(look.font(SECONDARY))
        date = QFontMetrics(painter.font()).horizontalAdvance(volume.date)
        painter.setPen(look.theme.color("tx3"))
        painter.drawText(room, _RIGHT, volume.date)
        painter.setPen(look.theme.color("tx1"))
        painter.setFont(look.font(TITLE, is_bold=True))
        metrics = QFontMetrics(painter.font())
        width = room.width() - (date + SPACE_12 if date else 0)
        title = fitting(volume.title, before_colon(volume.title), metrics, width)
        painter.drawText(room, _LEFT, title)

    def _draw_foot(self, painter: QPainter, room: QRect) -> None:
        """Paint facts from the left as long as there is room before the level, which stands on the right."""
        look = self._look
        painter.setFont(look.font(SECONDARY))
        metrics = QFontMetrics(painter.font())
        painter.setPen(look.theme.color("tx2"))
        painter.drawText(room, _RIGHT, self.volume.level)
        right = room.right() - metrics.horizontalAdvance(self.volume.level)
        left = room.left()
        for fact in self.volume.facts:
            end = left + look.px(ICON_PX) + SPACE_8 + metrics.horizontalAdvance(fact.words)
            if end > right - SPACE_8:
                break
            self._draw_fact(painter, fact, QRect(left, room.top(), end - left + 2, room.height()))
            left = end + SPACE_16

    def _draw_fact(self, painter: QPainter, fact: Fact, room: QRect) -> None:
        size = self._look.px(ICON_PX)
        place = QPointF(room.left() + size / 2, room.center().y() + 1)
        draw_icon(painter, fact.icon, place, size, self._look.theme.color("tx2"))
        painter.drawText(room.adjusted(size + SPACE_8, 0, 0, 0), _LEFT, fact.words)
