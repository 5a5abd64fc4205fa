"""One card of the feed: where its parts lie, and how they are painted."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from blackstart.core.base.simtime import clock_face
from blackstart.core.exercise.model import Channel
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.support.fonts import BODY, META, SECONDARY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.channel_icons import ICONS
from blackstart.shell.widgets.word_wrap import lines_of

translate = QCoreApplication.translate

WELL_PX, SENDER_HEIGHT, TIME_WIDTH, EYE_PX, TICK_PX = 28, 18, 64, 12, 13
LEFT_PX = SPACE_16 + WELL_PX + SPACE_12
MOST_LINES = 4  # of a text that is not opened
_ALL_LINES = 10_000
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Card:
    """A line of the feed at a width, its words broken into lines; `tick` lies in the card, empty = there is none."""

    line: FeedLine
    addressed: str
    text: tuple[str, ...]
    expect: tuple[str, ...]
    said: str
    tick: QRect
    height: int
    is_whole: bool


def lay_out(line: FeedLine, width: int, look: Look, *, is_open: bool) -> Card:
    """Break the words of a line for a width."""
    room = max(width - LEFT_PX - SPACE_16, 60)
    body, small = QFontMetrics(look.font(BODY)), QFontMetrics(look.font(META))
    most = _ALL_LINES if is_open else MOST_LINES
    text = _broken(line.text, body, room, most)
    eye = look.px(EYE_PX) + SPACE_8
    expect = _broken(line.expect, small, room - eye, most if is_open else 1)
    addressed = _addressed(line)
    height = SPACE_8 + look.px(SENDER_HEIGHT) + bool(addressed) * small.lineSpacing()
    height += len(text) * body.lineSpacing() + len(expect) * small.lineSpacing() + bool(expect) * SPACE_4
    tick = QRect()
    if line.is_inject and (line.expect or line.seen_at is not None or is_open):
        side = max(look.px(TICK_PX), small.height())
        tick = QRect(LEFT_PX, height + SPACE_4, room, side)
        height += SPACE_4 + side
    is_whole = len(text) == len(_broken(line.text, body, room, _ALL_LINES)) and _is_told(expect, line.expect)
    said = _seen(line)
    return Card(line, addressed, text, expect, said, tick, max(height, WELL_PX + SPACE_8) + SPACE_12, is_whole)


class Cards:
    """Lays each line out once for a width, and keeps that: a list asks for the height of every row with each change."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made_for: tuple[int, int, str] | None = None
        self._kept: dict[tuple[FeedLine, bool], Card] = {}

    def card(self, line: FeedLine, width: int, *, is_open: bool) -> Card:
        """Return a line as it stands at a width, in the words of the moment."""
        made_for = width, self._look.text_size, self._look.language
        if made_for != self._made_for:
            self._made_for, self._kept = made_for, {}
        if (line, is_open) not in self._kept:
            self._kept[line, is_open] = lay_out(line, width, self._look, is_open=is_open)
        return self._kept[line, is_open]


def draw(painter: QPainter, card: Card, box: QRect, look: Look, *, is_chosen: bool, with_time: bool = True) -> None:
    """Paint a card into a box that begins at the left edge of its list."""
    theme, line = look.theme, card.line
    room = max(box.width() - LEFT_PX - SPACE_16, 60)
    _draw_well(painter, box, line.channel, look, "bg1" if is_chosen else "bg3")
    quiet = theme.color("tx2" if is_chosen else "tx3")
    head = QRect(LEFT_PX, box.top() + SPACE_8, room, look.px(SENDER_HEIGHT))
    painter.setFont(look.font(SECONDARY))
    painter.setPen(quiet)
    if with_time:
        painter.drawText(head, _RIGHT, clock_face(line.at))
    painter.setFont(look.font(BODY, is_bold=line.is_inject))
    painter.setPen(theme.color("tx1" if line.is_inject else "tx2"))
    name = QFontMetrics(painter.font()).elidedText(
        sender(line, look), Qt.TextElideMode.ElideRight, room - look.px(TIME_WIDTH)
    )
    painter.drawText(head, _LEFT, name)
    below = head.bottom() + 1
    small = look.font(META)
    if card.addressed:
        shown = QFontMetrics(small).elidedText(card.addressed, Qt.TextElideMode.ElideRight, room)
        below = _draw_lines(painter, (shown,), QPointF(LEFT_PX, below), small, quiet)
    below = _draw_lines(painter, card.text, QPointF(LEFT_PX, below), look.font(BODY), theme.color("tx2"))
    if card.expect:
        below += SPACE_4
        eye = look.px(EYE_PX)
        centre = QPointF(LEFT_PX + eye / 2, below + QFontMetrics(small).lineSpacing() / 2)
        draw_icon(painter, "eyeoff", centre, eye, quiet)
        _draw_lines(painter, card.expect, QPointF(LEFT_PX + eye + SPACE_8, below), small, quiet)
    if not card.tick.isEmpty():
        _draw_tick(painter, card, card.tick.translated(0, box.top()), look, quiet)


def sender(line: FeedLine, look: Look) -> str:
    """Who it came from; the channel's name where the script does not say; that it is a note, and whose."""
    if line.channel is None:
        kind = translate("Feed", "Public word") if line.is_public else translate("Feed", "Note")
        return f"{kind} · {line.sender}" if line.sender else kind
    return line.sender or look.words.say(f"channel.{line.channel}")


def _draw_tick(painter: QPainter, card: Card, box: QRect, look: Look, quiet: QColor) -> None:
    """A square that is ticked, or can be, and what is said of it."""
    side = look.px(TICK_PX)
    square = QRectF(box.left() + 0.5, box.center().y() - side / 2 + 0.5, side - 1, side - 1)
    is_seen = card.line.seen_at is not None
    painter.setPen(QPen(look.theme.color("ink" if is_seen else "ln2"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(square, 3, 3)
    if is_seen:
        draw_icon(painter, "check", square.center(), side - 3, look.theme.color("ink"))
    painter.setFont(look.font(META))
    painter.setPen(look.theme.color("tx2") if is_seen else quiet)
    words = box.adjusted(side + SPACE_8, 0, 0, 0)
    shown = QFontMetrics(painter.font()).elidedText(card.said, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, _LEFT, shown)


def _draw_well(painter: QPainter, box: QRect, channel: Channel | None, look: Look, token: str) -> None:
    well = QRect(SPACE_16, box.top() + SPACE_8 + 2, WELL_PX, WELL_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.color(token))
    painter.drawRoundedRect(well, RADIUS_CONTROL, RADIUS_CONTROL)
    name = ICONS[channel] if channel is not None else "note"
    draw_icon(painter, name, QPointF(well.center()) + QPointF(0.5, 0.5), 16, look.theme.color("tx1"))


def _draw_lines(painter: QPainter, lines: tuple[str, ...], at: QPointF, font: QFont, color: QColor) -> int:
    """Write lines below each other; returns where the next thing may stand."""
    painter.setFont(font)
    painter.setPen(color)
    metrics = QFontMetrics(font)
    for number, words in enumerate(lines):
        painter.drawText(QPointF(at.x(), at.y() + number * metrics.lineSpacing() + metrics.ascent()), words)
    return int(at.y()) + len(lines) * metrics.lineSpacing()


def _broken(text: str, metrics: QFontMetrics, width: int, most: int) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.splitlines():
        if len(lines) < most:
            lines += lines_of(paragraph, metrics, width, most - len(lines))
    return tuple(lines)


def _is_told(lines: tuple[str, ...], text: str) -> bool:
    return " ".join(lines).split() == text.split()


def _addressed(line: FeedLine) -> str:
    """Who it went to, where that is not everyone; that nobody scripted it."""
    said = [f"→ {', '.join(line.to)}"] if line.to else []
    if line.is_improvised:
        said.append(translate("Feed", "written on the spot"))
    return " · ".join(said)


def _seen(line: FeedLine) -> str:
    if line.seen_at is None:
        return translate("Feed", "Response seen?")
    said = translate("Feed", "Response seen {time}").format(time=clock_face(line.seen_at))
    return f"{said} · {line.seen_note}" if line.seen_note else said
