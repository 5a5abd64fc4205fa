"""A kind in the palette: clicked, it is added; dragged, it goes where it is dropped."""

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QSizePolicy

from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.topology.kinds import KINDS
from blackstart.shell.canvas.cards import draw_card
from blackstart.shell.canvas.picture import Face
from blackstart.shell.support.fonts import SECONDARY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.buttons import Button

KIND_MIME = "application/x-blackstart-kind"
HEIGHT_PX, ICON_PX, LEFT_PX, BETWEEN_PX, RIGHT_PX = 30, 16, 6, 4, 2
GAP = 2.0  # round the card that is dragged


class KindButton(Button):
    """Says its kind by the name in the language of the moment."""

    wished = Signal(str)  # kind

    def __init__(self, kind: str, look: Look) -> None:
        name = look.words.say(f"kind.{kind}")
        super().__init__("", look, role="kind")
        self.kind = kind
        self._name = name
        self._pressed: QPoint | None = None
        self.setFixedHeight(look.px(HEIGHT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # columns are of one width
        self.setToolTip(look.words.say(f"kind-about.{kind}"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.toolTip())
        self.clicked.connect(self._wish)

    @property
    def is_cut(self) -> bool:
        """Whether there is too little room for its name."""
        words = QFontMetrics(self._look.font(SECONDARY)).horizontalAdvance(self._name)
        return words > self._room().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the ground; words and icon stand nearer to each other than a style puts them
        look = self._look
        painter = QPainter(self)
        size = look.px(ICON_PX)
        ink = look.theme.color("tx1")
        draw_icon(painter, KINDS[self.kind].icon, QPointF(LEFT_PX + size / 2, self.height() / 2), size, ink)
        painter.setFont(look.font(SECONDARY))
        painter.setPen(ink)
        room = self._room()
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.end()

    def _room(self) -> QRect:
        """Return where the name stands."""
        return self.rect().adjusted(LEFT_PX + self._look.px(ICON_PX) + BETWEEN_PX, 0, -RIGHT_PX, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        gone = event.position().toPoint() - self._pressed
        if gone.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self._drag()

    def _drag(self) -> None:
        picture = self._picture()
        drag = QDrag(self)
        drag.setMimeData(kind_data(self.kind))
        drag.setPixmap(picture)
        size = picture.deviceIndependentSize().toSize()
        drag.setHotSpot(QPoint(size.width() // 2, size.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture(self) -> QPixmap:
        """Paint the card that is dragged, at 100 %."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(CARD_WIDTH + 2 * GAP), round(CARD_HEIGHT + 2 * GAP))
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(QPointF(GAP, GAP), QPointF(GAP + CARD_WIDTH, GAP + CARD_HEIGHT))
        face = Face(name=self._name, sub=self._name, icon=KINDS[self.kind].icon, is_plan=True)
        draw_card(painter, box, face, self._look.theme, 1.0)
        painter.end()
        return picture

    def _wish(self) -> None:
        self.wished.emit(self.kind)


def kind_data(kind: str) -> QMimeData:
    """Return what is dragged."""
    data = QMimeData()
    data.setData(KIND_MIME, QByteArray(kind.encode()))
    return data


def kind_in(data: QMimeData) -> str | None:
    """Return the kind that is dragged, if it is one."""
    kind = bytes(data.data(KIND_MIME).data()).decode() if data.hasFormat(KIND_MIME) else ""
    return kind if kind in KINDS else None
