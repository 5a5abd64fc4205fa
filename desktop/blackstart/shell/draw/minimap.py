"""The whole map as blocks in a corner, with a frame round what is seen of it."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from blackstart.core.drawing.model import Drawing
from blackstart.shell.canvas.batches import draw_boxes
from blackstart.shell.canvas.flat import FloatArray
from blackstart.shell.canvas.geometry import Placement, fitted, rect
from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.layout import NOTHING
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_8, SPACE_12

translate = QCoreApplication.translate

SIZE_PX, FOOT_PX = (168, 112), 20
LEAST_BLOCK_PX, MOST_SMOOTH = 1.5, 1000
LEAST_VIEW = 2.5  # times its own size
EPSILON = 1.0  # view px by which a map may lie outside and still be seen whole


class MiniMap(QWidget):
    """A press goes there, a drag goes along; away while the whole map is seen, or where it is not wanted."""

    def __init__(self, view: MapView, look: Look) -> None:
        super().__init__(view)
        self._view, self._look = view, look
        self._drawing: Drawing = NOTHING
        self._is_wanted = True
        self._blocks: QPixmap | None = None  # painted once for a drawing
        self._boxes = np.zeros((0, 4))  # of its cards
        self._settled: tuple[object, ...] = ()  # for what it lies where it lies
        self._is_held = False
        self._grip = QPointF()  # from the middle of the frame to where it was grabbed
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(translate("MiniMap", "The whole map"))
        self.setFixedSize(look.px(SIZE_PX[0]), SIZE_PX[1] + look.px(FOOT_PX))
        view.installEventFilter(self)
        look.changed.connect(self._renew)
        self.hide()

    @property
    def is_wanted(self) -> bool:
        return self._is_wanted

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another map, or the same lying otherwise."""
        if drawing is not self._drawing:
            self._drawing = drawing
            self._boxes = np.array(list(drawing.arrangement.cards.values()), float).reshape(-1, 4)
            self._renew()
            self._settle()

    def want(self, *, is_wanted: bool) -> None:
        """Be there when there is more than is seen, or never."""
        self._is_wanted = is_wanted
        self._settle()

    def frame(self) -> QRectF:
        """Return where the frame lies round what is seen, in px of this widget."""
        return self._small().transform().mapRect(self._seen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Resize):
            self._settle()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        at = event.position()
        self._is_held = True
        self._grip = at - frame.center() if frame.contains(at) else QPointF()
        self._go(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # it would add a card to the map below

    def contextMenuEvent(self, event: QEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        if self._blocks is None:
            self._blocks = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._blocks)
        painter.setClipRect(self._room())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("ink"), 1.2))
        painter.drawRect(self.frame() & self._room().adjusted(1, 1, -1, -1))  # closed, even where more is seen
        painter.end()

    def _settle(self) -> None:
        """Come or go, lie in the emptiest corner, and show where the view is; nothing if all is as it was."""
        now = (self._view.placement, self._view.size(), id(self._drawing), self._is_wanted, self._over())
        if now == self._settled:
            return  # it is asked for with each paint of the map, which its own paint brings about
        self._settled = now
        is_shown = self._is_wanted and bool(len(self._boxes)) and self._has_room() and not self._is_seen_whole()
        self.setVisible(is_shown)
        if is_shown:
            if not self._is_held:  # else it would run away from the hand
                self.move(self._emptiest_corner().toPoint())
            self.update()

    def _go(self, at: QPointF) -> None:
        """Bring a place of the small map to the middle of the view."""
        place = self._small().to_canvas(at - self._grip)
        self._view.pan(QRectF(self._view.rect()).center() - self._view.placement.transform().map(place))

    def _seen(self) -> QRectF:
        """Return what is seen of the canvas."""
        placement, size = self._view.placement, QSize(self._view.size())
        corner = placement.to_canvas(QPointF())
        return QRectF(corner.x(), corner.y(), size.width() / placement.scale, size.height() / placement.scale)

    def _has_room(self) -> bool:
        """Whether it would leave the most of the view to the map."""
        view = self._view.size()
        return view.width() >= LEAST_VIEW * self.width() and view.height() >= LEAST_VIEW * self.height()

    def _is_seen_whole(self) -> bool:
        slack = EPSILON / self._view.placement.scale
        return self._seen().adjusted(-slack, -slack, slack, slack).contains(rect(self._drawing.bounds))

    def _small(self) -> Placement:
        return fitted(self._drawing.bounds, QRectF(self._room()), 0.0)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SPACE_8, SPACE_8, -SPACE_8, -self._look.px(FOOT_PX) - 2)

    def _emptiest_corner(self) -> QPointF:
        """Return the corner under which the fewest cards lie, but none over which a field lies; first lower left."""
        view = QRectF(self._view.rect()).adjusted(SPACE_12, SPACE_12, -SPACE_12, -SPACE_12)
        left, right = view.left(), view.right() - self.width()
        top, bottom = view.top(), view.bottom() - self.height()
        corners = [QPointF(left, bottom), QPointF(right, bottom), QPointF(left, top), QPointF(right, top)]
        back = self._view.placement.transform().inverted()[0]
        fields, size = self._over(), self.size().toSizeF()

        def price(corner: QPointF) -> tuple[bool, int]:
            place = QRectF(corner, size)
            return any(place.intersects(QRectF(each)) for each in fields), self._under(back.mapRect(place))

        return min(corners, key=price)

    def _over(self) -> tuple[QRect, ...]:
        """Return where something else lies over the view that is typed into or pressed."""
        passing = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        children = (each for each in self._view.children() if isinstance(each, QWidget) and each is not self)
        return tuple(each.geometry() for each in children if each.isVisible() and not each.testAttribute(passing))

    def _under(self, area: QRectF) -> int:
        """Return how many cards reach into an area of the canvas."""
        x, y, width, height = self._boxes.T
        across = (x < area.right()) & (x + width > area.left())
        return int(np.count_nonzero(across & (y < area.bottom()) & (y + height > area.top())))

    def _painted(self) -> QPixmap:
        """Paint ground, zones, blocks and the count of a drawing."""
        look, theme = self._look, self._look.theme
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("btnln"), 1.0))
        painter.setBrush(theme.color("bg1"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        place = self._small().transform()
        painter.setPen(QPen(theme.color("ln"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([place.mapRect(rect(box)) for box in self._drawing.arrangement.zones.values()])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("edge"))
        if len(self._boxes) > MOST_SMOOTH:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # takes most of the time
        draw_boxes(painter, self._blocks_of_cards())
        painter.setFont(look.font(META))
        painter.setPen(theme.color("tx3"))
        foot = QRectF(SPACE_8, self.height() - look.px(FOOT_PX), self.width() - 2 * SPACE_8, look.px(FOOT_PX))
        words = look.words.say("count.components", count=len(self._drawing.arrangement.cards))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
        return pixmap

    def _blocks_of_cards(self) -> FloatArray:
        """Return where cards lie in this widget, none too small to be seen."""
        small = self._small()
        blocks = self._boxes * small.scale
        blocks[:, :2] += (small.dx, small.dy)
        blocks[:, 2:] = np.maximum(blocks[:, 2:], LEAST_BLOCK_PX)
        return blocks

    def _renew(self) -> None:
        self._blocks = None
        self.update()
