"""What the map's shapes mean: each state with its glyph, word and how many, each purpose with its line."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.core.engine.trace import Shown
from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.doubts import Doubt, draw_doubt
from blackstart.shell.canvas.glyphs import RESERVE_TOKEN, STATE_TOKENS, Stamp, draw_glyph, draw_ring
from blackstart.shell.canvas.lines import draw_sample
from blackstart.shell.canvas.tally import Tally
from blackstart.shell.support.fonts import SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16, Theme

translate = QCoreApplication.translate

ROW_PX, GLYPH_PX, SAMPLE_PX = 24.0, 16.0, 34.0
GLYPH_RADIUS = 6.5
_ORDER = (Shown.OPERATIONAL, None, Shown.DEGRADED, Shown.DOWN, Shown.RECOVERING, Shown.ISOLATED, Shown.MAINTENANCE)
_IN_ROW = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RESERVE_SHARE = 0.6  # of the ring that stands for "on reserve"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word with its sign: a state, None = on reserve, a purpose or a doubt; how many there are, 0 = unsaid."""

    sign: Shown | Purpose | Doubt | None
    word: str
    count: int = 0

    @property
    def sign_px(self) -> float:
        return SAMPLE_PX if isinstance(self.sign, Purpose) else GLYPH_PX


class Legend(QWidget):
    """A row of entries that goes on in a second one where the window is narrow.

    Where the map needs its room, one row has to do: what stands on the map, as far as it goes.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._seen: frozenset[Shown] | None = None  # None = all is explained
        self._tally: Tally = {}
        self._doubts: dict[Doubt, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(look.px(ROW_PX))
        look.changed.connect(self._renew)

    def give_way(self, seen: frozenset[Shown] | None) -> None:
        """Explain in one row which states are seen, or all again."""
        if seen != self._seen:
            self._seen = seen
            self._renew()

    def show_tally(self, tally: Tally) -> None:
        """Say how many components are in each state."""
        if tally == self._tally:
            return
        is_wider = _widest(tally) != _widest(self._tally)
        self._tally = tally
        told = (f"{entry.word} {entry.count}" for entry in self.entries() if entry.count)
        self.setAccessibleName(", ".join(told))
        if is_wider:
            self.updateGeometry()
        self.update()

    def show_doubts(self, wrong: int, unseen: int) -> None:
        """Say of how many components the team is mistaken, and how many it cannot see; nothing of none."""
        doubts = {doubt: count for doubt, count in ((Doubt.WRONG, wrong), (Doubt.UNSEEN, unseen)) if count}
        if doubts != self._doubts:
            self._doubts = doubts
            self._renew()

    def entries(self) -> list[Entry]:
        words, tally = self._look.words, self._tally
        states = [Entry(shown, words.say(f"state.{shown or 'on-reserve'}"), tally.get(shown, 0)) for shown in _ORDER]
        lines = [Entry(Purpose.RUN, words.say("purpose-of-line.run"))]  # it says for the others what they go on
        lines += [Entry(purpose, words.say(f"purpose.{purpose}")) for purpose in (Purpose.START, Purpose.RESPOND)]
        named = {
            Doubt.WRONG: translate("Legend", "believed wrong"),
            Doubt.UNSEEN: translate("Legend", "not seen by the team"),
        }
        doubts = [Entry(doubt, named[doubt], count) for doubt, count in self._doubts.items()]
        if self._seen is not None:
            return [entry for entry in states if entry.sign in self._seen] + doubts
        return states + doubts + lines

    def hasHeightForWidth(self) -> bool:
        return True

    def whole_height(self, width: int) -> int:
        """Return how high it is at a width when it explains all."""
        before, self._seen = self._seen, None
        height = self.heightForWidth(width)
        self._seen = before
        return height

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        row = self._look.px(ROW_PX)
        return round(places[-1][1].y()) + row if places else row

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, row = self._look, self._look.px(ROW_PX)
        for entry, place in self._places(self.width()):
            painter.save()
            painter.translate(place + QPointF(0, row / 2))
            painter.scale(look.text_size / 100, look.text_size / 100)
            _draw_sign(painter, entry, QPointF(), look.theme)
            painter.restore()
            painter.setFont(look.font(SECONDARY))
            painter.setPen(look.theme.color("tx2"))
            left = round(place.x()) + look.px(entry.sign_px) + SPACE_8
            area = QRect(left, round(place.y()), self.width(), row)
            painter.drawText(area, _IN_ROW, entry.word)
            if entry.count:
                area.setLeft(left + round(painter.fontMetrics().horizontalAdvance(entry.word)) + SPACE_4)
                painter.setFont(look.font(SECONDARY, is_bold=True))
                painter.setPen(look.theme.color("tx1"))
                painter.drawText(area, _IN_ROW, f"{entry.count:,}")
        painter.end()

    def _places(self, width: int) -> list[tuple[Entry, QPointF]]:
        """Each entry with its upper left corner."""
        look = self._look
        widths = self._widths()
        has_room = sum(width for _, width in widths) + SPACE_16 * (len(widths) - 1) <= width
        found, x, y, breaks = [], 0.0, 0.0, not has_room
        for entry, needed in widths:
            is_first_other = breaks and isinstance(entry.sign, Purpose | Doubt)
            if x and (x + needed > width or is_first_other):
                if self._seen is not None:
                    break
                x, y = 0.0, y + look.px(ROW_PX)
            breaks = breaks and not is_first_other  # where one row has no room, states have one of their own
            found.append((entry, QPointF(x, y)))
            x += needed + SPACE_16
        return found

    def _widths(self) -> list[tuple[Entry, float]]:
        """Each entry with how wide it is."""
        look = self._look
        metrics = QFontMetricsF(look.font(SECONDARY))
        number = QFontMetricsF(look.font(SECONDARY, is_bold=True)).horizontalAdvance(_widest(self._tally))
        found = []
        for entry in self.entries():
            needed = look.px(entry.sign_px) + SPACE_8 + metrics.horizontalAdvance(entry.word)
            if number and not isinstance(entry.sign, Purpose):
                needed += SPACE_4 + number  # also where there is none: else all would move with each change
            found.append((entry, needed))
        return found

    def _renew(self) -> None:
        self.setMinimumHeight(self._look.px(ROW_PX))
        self.updateGeometry()
        self.update()


def _widest(tally: Tally) -> str:
    """Return the widest that any number of the tally can be."""
    return "".join("0" if each.isdigit() else each for each in f"{sum(tally.values()):,}") if tally else ""


def _draw_sign(painter: QPainter, entry: Entry, middle: QPointF, theme: Theme) -> None:
    if isinstance(entry.sign, Purpose):
        draw_sample(painter, middle, SAMPLE_PX, entry.sign, theme)
        return
    if isinstance(entry.sign, Doubt):
        draw_doubt(painter, entry.sign, middle + QPointF(GLYPH_PX / 2, 0), GLYPH_PX, theme)
        return
    centre = middle + QPointF(GLYPH_PX / 2, 0)
    token = STATE_TOKENS[entry.sign] if entry.sign is not None else RESERVE_TOKEN
    stamp = Stamp(centre, GLYPH_RADIUS, theme.color(token), theme.color("bg0"))
    if entry.sign is None:
        draw_ring(painter, _RESERVE_SHARE, Stamp(centre, GLYPH_RADIUS * 0.75, stamp.color, stamp.ground))
    else:
        draw_glyph(painter, entry.sign, stamp)
