"""Lets Tab go through parts as they are laid out: Qt comes to what was built later only after everything else."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(before: QWidget, held: QWidget) -> None:
    """Let Tab go from a widget into what another holds, in the order in which that is laid out."""
    for one, other in pairwise((before, *_stops(held.layout()))):
        QWidget.setTabOrder(one, other)


def _stops(layout: QLayout | None) -> Iterator[QWidget]:
    items = [layout.itemAt(number) for number in range(layout.count())] if layout is not None else []
    for item in items:
        widget = item.widget() if item is not None else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        inner = widget.layout() if widget is not None else item.layout() if item is not None else None
        yield from _stops(inner)
