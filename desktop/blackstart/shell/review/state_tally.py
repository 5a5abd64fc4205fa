"""How many components are in which state at the playhead: the legend of the map beside it, with figures."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.core.engine.trace import Shown, Standing
from blackstart.shell.canvas.glyphs import RESERVE_TOKEN, STATE_TOKENS, Stamp, draw_glyph, draw_ring
from blackstart.shell.support.fonts import SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16

ROW_PX, GLYPH_PX, RADIUS_PX = 24, 18, 6.5
RESERVE = "on-reserve"
RING_SHARE = 0.6  # of the ring that stands for "on reserve"
State = Shown | None  # None = on reserve
_ORDER: tuple[State, ...] = (
    Shown.OPERATIONAL,
    None,
    Shown.DEGRADED,
    Shown.DOWN,
    Shown.RECOVERING,
    Shown.ISOLATED,
    Shown.MAINTENANCE,
)


class StateTally(QWidget):
    """One entry for each state that something is in: its glyph, how many, its word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts: Counter[State] = Counter()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._renew)

    def show_standings(self, standings: Iterable[Standing]) -> None:
        counts = Counter(state_of(each) for each in standings)
        if counts != self._counts:
            self._counts = counts
            self.setAccessibleName(", ".join(words for _, words in self.entries()))
            self._fit()
            self.update()

    def entries(self) -> list[tuple[State, str]]:
        """Each state that there is, with how many and its word."""
        say = self._look.words.say
        return [
            (state, say("count.in-state", number=f"{self._counts[state]:,}", state=say(f"state.{state or RESERVE}")))
            for state in _ORDER
            if self._counts[state]
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows need at this width; in a scroll area no layout would ask for it."""
        self.setFixedHeight(max(self._height(self.width()), 1))

    def _height(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1][2].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        return QSize(200, self._height(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height(max(self.width(), 80)))

    def _renew(self) -> None:
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, look = self._look.theme, self._look
        glyph, radius = look.px(GLYPH_PX), look.px(2 * RADIUS_PX) / 2
        for state, words, place in self._places(self.width()):
            centre = QPointF(place.left() + glyph / 2, place.center().y())
            token = STATE_TOKENS[state] if state is not None else RESERVE_TOKEN
            stamp = Stamp(centre, radius, theme.color(token), theme.color("bg1"))
            if state is None:
                draw_ring(painter, RING_SHARE, Stamp(centre, radius * 0.75, stamp.color, stamp.ground))
            else:
                draw_glyph(painter, state, stamp)
            painter.setFont(look.font(SECONDARY))
            painter.setPen(theme.color("tx2"))
            painter.drawText(place.adjusted(glyph + SPACE_8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _places(self, width: int) -> list[tuple[State, str, QRectF]]:
        look, row = self._look, self._look.px(ROW_PX)
        metrics = QFontMetricsF(look.font(SECONDARY))
        found, corner = [], QPointF()
        for state, words in self.entries():
            needed = look.px(GLYPH_PX) + SPACE_8 + metrics.horizontalAdvance(words) + 2
            if corner.x() and corner.x() + needed > width:
                corner = QPointF(0, corner.y() + row)
            found.append((state, words, QRectF(corner.x(), corner.y(), needed, row)))
            corner += QPointF(needed + SPACE_16, 0)
        return found


def state_of(standing: Standing) -> State:
    """Return the state that a component is counted under: what still works, but on a reserve, for itself."""
    if standing.shown is Shown.OPERATIONAL and standing.on_reserve_s is not None:
        return None
    return standing.shown
