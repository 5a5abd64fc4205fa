"""Paths of lines with their round corners, their dots and their heads; made when they are first painted, and kept."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from blackstart.core.drawing.model import Drawing, Leg
from blackstart.core.topology.model import Box, Point
from blackstart.shell.canvas.dots import dots_along
from blackstart.shell.canvas.flat import FloatArray
from blackstart.shell.canvas.geometry import arrow_head, rounded_line

MANY_HEADS = 12  # of a trunk; those of fewer are kept as one path


class Strokes:
    """The paths and dots of one drawing, by number of its trunks and lines."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._paths: dict[tuple[int, int], QPainterPath] = {}  # by trunk and number among its paths
        self._heads: dict[int, QPainterPath] = {}
        self._lines: dict[int, QPainterPath] = {}
        self._dots: dict[tuple[Point, ...], FloatArray] = {}

    def trunk(self, number: int, only: Sequence[int]) -> QPainterPath:
        """Return some paths of a trunk as one."""
        whole = QPainterPath()
        for each in only:
            if (number, each) not in self._paths:
                self._paths[number, each] = rounded_line(self._drawing.trunks[number].paths[each])
            whole.addPath(self._paths[number, each])
        return whole

    def trunk_dots(self, number: int, only: Sequence[int]) -> FloatArray:
        """Return the dots of some paths of a trunk."""
        paths = self._drawing.trunks[number].paths
        return self._joined_dots(paths[each] for each in only)

    def trunk_heads(self, number: int, area: Box) -> QPainterPath:
        """Return the heads of a trunk that reach into an area, and perhaps others."""
        arrows = self._drawing.trunks[number].arrows
        if len(arrows) > MANY_HEADS:
            return head_path(_near(arrows, area))
        if number not in self._heads:
            self._heads[number] = head_path(arrows)
        return self._heads[number]

    def lines(self, numbers: Sequence[int]) -> QPainterPath:
        """Return some lines as one path; a way that several of them take whole is in it once."""
        whole = QPainterPath()
        for number in {self._drawing.lines[each].points: each for each in numbers}.values():
            if number not in self._lines:
                self._lines[number] = stroke_path((self._drawing.lines[number].points,))
            whole.addPath(self._lines[number])
        return whole

    def line_dots(self, numbers: Sequence[int]) -> FloatArray:
        """Return the dots of some lines; those of a way that several of them take whole once."""
        return self._joined_dots(dict.fromkeys(self._drawing.lines[number].points for number in numbers))

    def line_heads(self, numbers: Sequence[int], area: Box) -> QPainterPath:
        """Return the heads of some lines that reach into an area."""
        lines = (self._drawing.lines[number] for number in numbers)
        arrows = ((line.points[-1], line.points[-2]) for line in lines if line.leg is not Leg.INTO_GATE)
        return head_path(_near(arrows, area))

    def _joined_dots(self, ways: Iterable[tuple[Point, ...]]) -> FloatArray:
        found = []
        for points in ways:
            if points not in self._dots:
                self._dots[points] = dots_along(points)
            found.append(self._dots[points])
        return np.vstack(found)


def stroke_path(paths: Iterable[Sequence[Point]]) -> QPainterPath:
    """Join lines into one path."""
    whole = QPainterPath()
    for points in paths:
        whole.addPath(rounded_line(points))
    return whole


def _near(arrows: Iterable[tuple[Point, Point]], area: Box) -> Iterator[tuple[Point, Point]]:
    left, top, width, height = area
    right, bottom = left + width, top + height
    return (arrow for arrow in arrows if left <= arrow[0][0] <= right and top <= arrow[0][1] <= bottom)


def head_path(arrows: Iterable[tuple[Point, Point]]) -> QPainterPath:
    """Join arrowheads into one path; of each its tip, and the corner it comes from."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)  # where two overlap
    for tip, before in arrows:
        head = arrow_head((before, tip))
        if head is not None:
            whole.addPolygon(head)
            whole.closeSubpath()
    return whole
