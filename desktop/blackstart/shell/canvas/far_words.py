"""What a card, a gate and a zone say on a picture that is read from the back of a room.

No word is smaller than the picture allows; what has no room at that size is left unsaid. `least` is the smallest
size of words in canvas px.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from blackstart.shell.canvas.picture import Face, GateFace
from blackstart.shell.support.fonts import cut, font, words_width
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.theme import RADIUS_CONTROL, Theme

FAR_GLYPH_RADIUS, GLYPH_SLOT_X = 10.5, 19.5
NAME_X, NAME_RIGHT = 36.0, 4.0  # from a card's left and right edge
NAME_PX, LARGEST_NAME_PX = 16.5, 21.5
PITCH, RISE = 1.14, 0.35  # of two lines, and of a baseline below the middle, in their size
MOST_PRESSED, MOST_OF_ALL = 0.8, 0.7  # of their width to which words are pressed together before they are cut
LEAST_CUT = 0.45  # of a title, without which it says nothing
AGE_ICON, AGE_GAP = "eyeoff", 4.0
CORNER, STALE_WIDTH = 16.0, 1.6  # legs of a stale card's corners
TITLE_X, NARROW_TITLE_X, TITLE_BASELINE, TITLE_RIGHT = 20.0, 10.0, 27.0, 8.0
GATE_INSET = 12.0
TITLE_ROOM = 36.0  # canvas px between a zone's upper edge and its first card


@dataclass(frozen=True, slots=True)
class FarInks:
    """The colours of the words on a card."""

    name: QColor
    age: QColor


@dataclass(frozen=True, slots=True)
class Letters:
    """In which letters words are set."""

    size: float
    is_bold: bool = False
    most_pressed: float = MOST_PRESSED


def far_inks(face: Face, theme: Theme, name: QColor) -> FarInks:
    """Return in which colours a card says what it does; quieter if it is no longer seen."""
    return FarInks(theme.color("tx2"), theme.color("tx1")) if face.is_stale else FarInks(name, name)


def draw_far_name(painter: QPainter, box: QRectF, face: Face, inks: FarInks, least: float) -> None:
    """Set a name in up to two lines; one that is no longer seen keeps the last of them for how long ago it was."""
    size = max(NAME_PX, least)
    area = QRectF(box.left() + NAME_X, box.top(), box.width() - NAME_X - NAME_RIGHT, box.height())
    letters = Letters(size, is_bold=True)
    lines = _two_lines(face.name, size, area.width())
    painter.setPen(inks.name)
    if not face.is_stale:
        for number, line in enumerate(lines):
            _press(
                painter, QPointF(area.left(), _baseline(area, len(lines), number, size)), line, area.width(), letters
            )
        return
    beside = _age_width(face, size) + AGE_GAP + words_width(lines[-1], size, is_bold=True) <= area.width()
    shown = lines if beside else [face.name]
    letters = Letters(size, is_bold=True, most_pressed=MOST_OF_ALL)  # its other line is taken
    rows = 2
    for number, line in enumerate(shown):
        _press(painter, QPointF(area.left(), _baseline(area, rows, number, size)), line, area.width(), letters)
    left = area.right() - _age_width(face, size) if len(shown) == rows else area.left()
    _draw_age(painter, QPointF(left, _baseline(area, rows, 1, size)), face, inks.age, size)


def draw_stale_plate(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint the ground of a card that shows what was seen last: empty, with corners and no sides."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("bg0"))
    painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("tx2"), STALE_WIDTH))
    radius = RADIUS_CONTROL
    for x, across in ((box.left(), 1), (box.right(), -1)):
        for y, down in ((box.top(), 1), (box.bottom(), -1)):
            corner = QPainterPath(QPointF(x, y + down * CORNER))
            corner.lineTo(x, y + down * radius)
            corner.quadTo(x, y, x + across * radius, y)
            corner.lineTo(x + across * CORNER, y)
            painter.drawPath(corner)


def draw_far_gate(painter: QPainter, box: QRectF, gate: GateFace, least: float) -> None:
    """Set how many of how many a group needs: in words, in figures, or not at all, as its pill has room."""
    room = box.width() - GATE_INSET
    fitting = (words for words in (gate.text, gate.brief) if words and words_width(words, least) <= room)
    words = next(fitting, "")
    if words and least <= box.height():
        painter.setFont(font(least))
        half = box.adjusted(-box.width(), -box.height(), box.width(), box.height())  # letters may reach beyond
        painter.drawText(half, Qt.AlignmentFlag.AlignCenter, words)


def draw_far_title(painter: QPainter, box: QRectF, name: str, theme: Theme, size: float) -> None:
    """Set a zone's name in one line, if enough of it has room; in a narrow zone it stands nearer to the edge."""
    indent = TITLE_X if words_width(name, size) <= box.width() - TITLE_X - TITLE_RIGHT else NARROW_TITLE_X
    room = box.width() - indent - TITLE_RIGHT
    if size > TITLE_ROOM or words_width(name, size) * LEAST_CUT > room:
        return
    painter.setPen(theme.color("tx2"))
    _press(painter, box.topLeft() + QPointF(indent, TITLE_BASELINE), name, room, Letters(size))


def _two_lines(name: str, size: float, room: float) -> list[str]:
    """Break a name at the space that leaves both lines shortest; Qt would break Korean inside words."""
    parts = name.split()
    if len(parts) < 2 or words_width(name, size, is_bold=True) <= room:
        return [name]
    ways = [[" ".join(parts[:number]), " ".join(parts[number:])] for number in range(1, len(parts))]
    return min(ways, key=lambda lines: max(words_width(line, size, is_bold=True) for line in lines))


def _press(painter: QPainter, start: QPointF, words: str, room: float, letters: Letters) -> None:
    """Set words pressed together where they are a little too wide, and cut where they are wider."""
    size, is_bold = letters.size, letters.is_bold
    pressed = min(max(room / max(words_width(words, size, is_bold=is_bold), 1.0), letters.most_pressed), 1.0)
    painter.setFont(font(size, is_bold=is_bold))
    painter.save()
    painter.translate(start)
    painter.scale(pressed, 1.0)
    painter.drawText(QPointF(), cut(words, size, room / pressed + 1, is_bold=is_bold))
    painter.restore()


def _age_width(face: Face, size: float) -> float:
    return size * 0.8 + AGE_GAP + words_width(face.brief, size)


def _draw_age(painter: QPainter, start: QPointF, face: Face, ink: QColor, size: float) -> None:
    """Set how long ago a card was seen, behind the sign for that."""
    icon = size * 0.8
    draw_icon(painter, AGE_ICON, start + QPointF(icon / 2, -size * RISE), icon, ink)
    painter.setFont(font(size))
    painter.setPen(ink)
    painter.drawText(start + QPointF(icon + AGE_GAP, 0), face.brief)


def _baseline(area: QRectF, lines: int, number: int, size: float) -> float:
    return area.center().y() + size * (PITCH * (number - (lines - 1) / 2) + RISE)
