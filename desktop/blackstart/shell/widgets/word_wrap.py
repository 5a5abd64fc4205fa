"""Words in lines that break at spaces alone: Qt would break Korean inside words."""

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


def _ending(line: str, metrics: QFontMetrics, width: int) -> str:
    """Return a line that says that there is more."""
    kept = line.removesuffix(ELLIPSIS).split()
    while len(kept) > 1 and metrics.horizontalAdvance(" ".join(kept) + ELLIPSIS) > width:
        kept.pop()
    return metrics.elidedText(" ".join(kept).rstrip(".,;:") + ELLIPSIS, Qt.TextElideMode.ElideRight, width)
