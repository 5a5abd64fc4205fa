"""Words made to fit: in lines that break at spaces alone (Qt would break Korean inside words), or said shorter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

ELLIPSIS = "…"


def lines_of(words: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Return as many words as fit into so many lines of a width, with an ellipsis where there are more."""
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most:
        line = rest.pop(0)
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}") <= width:
            line = f"{line} {rest.pop(0)}"
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    if rest and lines:
        lines[-1] = _ending(lines[-1], metrics, width)
    return lines


def before_colon(title: str) -> str:
    """Return the head of a title: what stands before its colon."""
    return title.split(": ", 1)[0]


def fitting(whole: str, short: str, metrics: QFontMetrics, width: int) -> str:
    """Return all words if there is room, else the short ones, cut where even they are too long."""
    words = whole if metrics.horizontalAdvance(whole) <= width else short
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _ending(line: str, metrics: QFontMetrics, width: int) -> str:
    """Return a line that says that there is more."""
    kept = line.removesuffix(ELLIPSIS).split()
    while len(kept) > 1 and metrics.horizontalAdvance(" ".join(kept) + ELLIPSIS) > width:
        kept.pop()
    return metrics.elidedText(" ".join(kept).rstrip(".,;:") + ELLIPSIS, Qt.TextElideMode.ElideRight, width)
