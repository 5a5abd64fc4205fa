"""The words on a card: near, a name with a line below it; from afar, a larger name with the time beside or below it.

From afar every card that has a time tells it: a long name in two lines leaves it a third, low one.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from blackstart.shell.canvas.picture import Face
from blackstart.shell.support.fonts import cut, font, words_width
from blackstart.shell.support.icons import draw_icon

TEXT_X, TEXT_RIGHT = 37.0, 8.0  # from a card's left and right edge
NAME_SIZES_PX = (13, 12, 11)  # a long name is set smaller before it is cut
SUB_SIZE_PX = 11
LEAST_READABLE_PX, LARGEST_PX = 11.5, 17.0  # on screen; on the canvas, so that a word still fits
LEAST_FAR_NAME_PX, MOST_FAR_NAME_PX, TIME_GAP = 13, 16.0, 5.0
THIRD_LINE_PX, THIRD_BASELINE = 13.0, 19.5  # the time below a name in two lines; from the card's middle
THIRD_RISE, CLOSE_PITCH = 14.0, 1.02  # of the name's last line above it; of its lines, in their size
KIND_ICON_PX, KIND_ICON_OPACITY = 12.0, 0.6
TIMES_FROM = 0.55  # least scale at which a time is shown


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a card's words."""

    name: QColor
    sub: QColor


@dataclass(frozen=True, slots=True)
class _Time:
    """Where a time stands beside or below a name, and its size."""

    place: QPointF
    size: float


def draw_near(painter: QPainter, box: QRectF, face: Face, inks: Inks) -> None:
    """Set the name, the line below it, and the kind's icon where that line leaves room."""
    room = box.width() - TEXT_X - TEXT_RIGHT
    draw_name(painter, box, face.name, inks.name, room)
    draw_sub(painter, box, face.sub, inks.sub, room)
    if words_width(face.sub, SUB_SIZE_PX) < room - KIND_ICON_PX - 4:
        faint = QColor(inks.sub)
        faint.setAlphaF(KIND_ICON_OPACITY)
        draw_icon(painter, face.icon, QPointF(box.right() - 14, box.bottom() - 15), KIND_ICON_PX, faint)


def draw_name(painter: QPainter, box: QRectF, name: str, ink: QColor, room: float) -> None:
    """Set a name in one line: smaller where it is long, and cut at last.

    Its end stays: long names of one kind differ there, such as those of three generators.
    """
    fitting = (size for size in NAME_SIZES_PX if words_width(name, size, is_bold=True) <= room)
    size = next(fitting, NAME_SIZES_PX[-1])
    painter.setFont(font(size, is_bold=True))
    painter.setPen(ink)
    words = cut(name, size, room, is_bold=True, keeps_end=True)
    painter.drawText(QPointF(box.left() + TEXT_X, box.top() + 22.5), words)


def draw_sub(painter: QPainter, box: QRectF, words: str, ink: QColor, room: float) -> None:
    """Set the line below a name; its font stays the painter's."""
    painter.setFont(font(SUB_SIZE_PX))
    painter.setPen(ink)
    painter.drawText(QPointF(box.left() + TEXT_X, box.top() + 39.5), cut(words, SUB_SIZE_PX, room))


def draw_far(painter: QPainter, box: QRectF, face: Face, inks: Inks, scale: float) -> None:
    """Set the name in up to two lines, so large that it can still be read, and the time where there is room for it."""
    area = QRectF(box.left() + TEXT_X, box.top() + 2, box.width() - TEXT_X - 6, box.height() - 4)
    size = min(readable(NAME_SIZES_PX[0], scale), MOST_FAR_NAME_PX)
    lines = broken(face.name, size, area.width())
    while len(lines) > 2 and size > LEAST_FAR_NAME_PX:
        size -= 1
        lines = broken(face.name, size, area.width())
    lines = lines[:2]
    brief = face.brief if scale >= TIMES_FROM else ""
    if len(lines) == 1 and brief:
        _draw_lines(painter, area, [*lines, ""], size, inks.name)
        _draw_below(painter, area, face, size, inks.sub)
        return
    time = _beside(area, lines, brief, size)
    _draw_lines(painter, area, lines, size, inks.name, has_third=bool(brief) and time is None)
    if brief:
        time = time or _Time(QPointF(area.left(), area.center().y() + THIRD_BASELINE), THIRD_LINE_PX)
        painter.setFont(font(time.size))
        painter.setPen(inks.sub)
        painter.drawText(time.place, brief)


def broken(name: str, size_px: float, room: float, *, is_bold: bool = True) -> list[str]:
    """Break a name at its spaces into lines that fit."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or words_width(longer, size_px, is_bold=is_bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if any(words_width(line, size_px, is_bold=is_bold) > room for line in lines) and size_px > LEAST_FAR_NAME_PX:
        return [*lines, "", ""]  # a single word is too wide: asks for a smaller size
    return lines


def readable(size_px: float, scale: float) -> float:
    """Return the size at which text is set: larger on the canvas where it is shown small."""
    return min(max(size_px, LEAST_READABLE_PX / scale), LARGEST_PX)


def _draw_lines(
    painter: QPainter, area: QRectF, lines: list[str], size: float, ink: QColor, *, has_third: bool = False
) -> None:
    painter.setFont(font(size, is_bold=True))
    painter.setPen(ink)
    place = _close_baseline if has_third else _baseline
    for number, line in enumerate(lines):
        words = cut(line, size, area.width() + 2, is_bold=True)
        painter.drawText(QPointF(area.left(), place(area, len(lines), number, size)), words)


def _draw_below(painter: QPainter, area: QRectF, face: Face, size: float, ink: QColor) -> None:
    """Set the whole line below a name of one line; where that has no room, or tells no time, the time alone."""
    painter.setFont(font(size - 1))
    painter.setPen(ink)
    is_whole = face.brief in face.sub and words_width(face.sub, size - 1) <= area.width()
    words = face.sub if is_whole else face.brief
    painter.drawText(QPointF(area.left(), _baseline(area, 2, 1, size)), cut(words, size - 1, area.width()))


def _beside(area: QRectF, lines: list[str], brief: str, size: float) -> _Time | None:
    """Find the line of the name that leaves room for the time at its end: the last, in a size that allows it.

    The name keeps its size, whatever the time says: all cards are set alike.
    """
    for time_size in (size - 1, size - 2, size - 3):
        taken = words_width(brief, time_size)
        for number in reversed(range(len(lines))):
            if words_width(lines[number], size, is_bold=True) + TIME_GAP + taken <= area.width() + 2:
                baseline = _baseline(area, len(lines), number, size)
                return _Time(QPointF(area.right() + 2 - taken, baseline), time_size)
    return None


def _baseline(area: QRectF, lines: int, number: int, size: float) -> float:
    """Where a line stands: the lines together are centred, each 1.22 of its size high."""
    height = size * 1.22
    return area.center().y() + height * (number - (lines - 1) / 2) + size * 0.36


def _close_baseline(area: QRectF, lines: int, number: int, size: float) -> float:
    """Where a line stands that has others and a time below it: as near to each other as letters allow."""
    last = area.center().y() + THIRD_BASELINE - THIRD_RISE
    return last - size * CLOSE_PITCH * (lines - 1 - number)
