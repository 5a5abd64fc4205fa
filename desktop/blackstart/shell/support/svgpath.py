"""SVG path data to QPainterPath: the commands M L H V C S Q A Z, absolute and relative.

Icons are stored as path strings and painted as paths, so that both themes and every scale come out of one
drawing and no bitmap is shipped. Arcs may not be rotated: none of ours are.
"""

import math
import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def painter_path(data: str) -> QPainterPath:
    """Return the path that the data describe.

    Raises
    ------
    ValueError
        The data hold a command that is not read here, or too few numbers for one.
    """
    pen = _Pen()
    for command, numbers in _steps(data):
        pen.draw(command, numbers)
    return pen.path


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; a command that goes on with more numbers is repeated."""
    tokens = _TOKEN.findall(data)
    index = 0
    while index < len(tokens):
        command = tokens[index]
        arity = _ARITY.get(command.upper())
        if arity is None:
            raise ValueError(f"path data: {command!r} where one of {' '.join(_ARITY)} was wanted, in {data!r}")
        index += 1
        while True:
            numbers = tokens[index : index + arity]
            if len(numbers) < arity or any(token.isalpha() for token in numbers):
                raise ValueError(f"path data: {command} takes {arity} numbers, found {numbers}, in {data!r}")
            index += arity
            yield command, [float(token) for token in numbers]
            command = {"M": "L", "m": "l"}.get(command, command)
            if not arity or index >= len(tokens) or tokens[index].isalpha():
                break


class _Pen:
    """Where the drawing stands: current point, start of the figure, last control point."""

    def __init__(self) -> None:
        self.path = QPainterPath()
        self._at = QPointF()
        self._start = QPointF()
        self._control: QPointF | None = None  # second control point of the curve just drawn
        self._drawers: dict[str, Callable[[QPointF, list[float]], QPointF]] = {
            "M": self._move,
            "L": self._line,
            "C": self._cubic,
            "S": self._smooth,
            "Q": self._quadratic,
            "A": self._arc,
            "Z": self._close,
        }

    def draw(self, command: str, numbers: list[float]) -> None:
        origin = self._at if command.islower() else QPointF()
        command = command.upper()
        if command == "H":
            command, numbers = "L", [numbers[0], self._at.y() - origin.y()]
        elif command == "V":
            command, numbers = "L", [self._at.x() - origin.x(), numbers[0]]
        if command not in "CS":
            self._control = None
        self._at = self._drawers[command](origin, numbers)

    def _move(self, origin: QPointF, numbers: list[float]) -> QPointF:
        self._start = origin + QPointF(*numbers)
        self.path.moveTo(self._start)
        return self._start

    def _line(self, origin: QPointF, numbers: list[float]) -> QPointF:
        end = origin + QPointF(*numbers)
        self.path.lineTo(end)
        return end

    def _cubic(self, origin: QPointF, numbers: list[float]) -> QPointF:
        first, second, end = (origin + QPointF(*numbers[each : each + 2]) for each in (0, 2, 4))
        self.path.cubicTo(first, second, end)
        self._control = second
        return end

    def _smooth(self, origin: QPointF, numbers: list[float]) -> QPointF:
        first = self._at if self._control is None else self._at * 2 - self._control
        second, end = (origin + QPointF(*numbers[each : each + 2]) for each in (0, 2))
        self.path.cubicTo(first, second, end)
        self._control = second
        return end

    def _quadratic(self, origin: QPointF, numbers: list[float]) -> QPointF:
        control, end = (origin + QPointF(*numbers[each : each + 2]) for each in (0, 2))
        self.path.quadTo(control, end)
        return end

    def _close(self, origin: QPointF, numbers: list[float]) -> QPointF:
        self.path.closeSubpath()
        return self._start

    def _arc(self, origin: QPointF, numbers: list[float]) -> QPointF:
        radius_x, radius_y, rotation, is_large, is_clockwise, x, y = numbers
        if rotation:
            raise ValueError(f"path data: an arc rotated by {rotation:g} degrees; 0 was wanted")
        end = origin + QPointF(x, y)
        ellipse, start_deg, sweep_deg = _ellipse(
            self._at, end, (radius_x, radius_y), is_large=bool(is_large), is_clockwise=bool(is_clockwise)
        )
        self.path.arcTo(ellipse, start_deg, sweep_deg)
        return end


def _ellipse(
    start: QPointF, end: QPointF, radii: tuple[float, float], *, is_large: bool, is_clockwise: bool
) -> tuple[QRectF, float, float]:
    """Box, start angle and sweep (Qt's degrees) of an arc that is given by its two ends.

    Source: SVG 2, appendix B.2.4, for rotation 0.
    """
    radius_x, radius_y = radii
    half = (start - end) / 2
    unit_x, unit_y = half.x() / radius_x, half.y() / radius_y
    reach = unit_x**2 + unit_y**2
    grow = math.sqrt(max(reach, 1.0))  # radii too small to span the ends grow until they just do
    radius_x, radius_y = radius_x * grow, radius_y * grow
    unit_x, unit_y, reach = unit_x / grow, unit_y / grow, min(reach, 1.0)
    away = math.sqrt(max((1 - reach) / reach, 0.0)) if reach else 0.0
    side = away if is_large != is_clockwise else -away
    centre_x, centre_y = side * unit_y, side * -unit_x
    first = math.atan2(unit_y - centre_y, unit_x - centre_x)
    last = math.atan2(-unit_y - centre_y, -unit_x - centre_x)
    sweep = (last - first) % math.tau
    if not is_clockwise:
        sweep -= math.tau
    middle = (start + end) / 2 + QPointF(centre_x * radius_x, centre_y * radius_y)
    box = QRectF(middle.x() - radius_x, middle.y() - radius_y, 2 * radius_x, 2 * radius_y)
    return box, -math.degrees(first), -math.degrees(sweep)
