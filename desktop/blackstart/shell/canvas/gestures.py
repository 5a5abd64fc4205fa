"""One gesture = one object: begun by a press, moved, and either ended or cancelled; nothing else changes by it.

A gesture paints itself over the map while it lasts and wishes something when it ends.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from blackstart.shell.support.theme import Theme


@dataclass(frozen=True, slots=True)
class Hold:
    """Where the pointer is, and which keys are held with it.

    Attributes
    ----------
    at : QPointF
        Canvas px.
    scale : float
        View px per canvas px.
    """

    at: QPointF
    scale: float
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def adds(self) -> bool:
        """Whether Shift or Ctrl is held."""
        return bool(self.keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))

    @property
    def is_free(self) -> bool:
        """Whether Alt is held: grid and guides are passed over."""
        return bool(self.keys & Qt.KeyboardModifier.AltModifier)


class Gesture:
    """A gesture that does nothing; heirs say what it does."""

    cursor = Qt.CursorShape.ArrowCursor

    def move(self, hold: Hold) -> None:
        """Go on with the pointer elsewhere."""

    def end(self, hold: Hold) -> None:
        """Let go: what was shown is wished."""

    def cancel(self) -> None:
        """Leave everything as it was."""

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        """Paint what is going on; the painter is on the canvas's scale."""
