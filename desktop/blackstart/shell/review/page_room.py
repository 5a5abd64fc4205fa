"""How much room the parts of a run's page get, and the switch between them where they have no room together."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16, SPACE_28
from blackstart.shell.widgets.buttons import Segments

translate = QCoreApplication.translate


class Part(StrEnum):
    """What of the page can be seen alone, always with the ruler of its time."""

    CURVE = "curve"
    STRIPS = "strips"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Room:
    """What the parts get on a page that is at least so high, at the usual size of words."""

    height_px: int
    curve_px: int = 0  # 0 = all there is
    decisions: int = 0  # rows; 0 = as many as there is room for
    has_legend: bool = True  # over the strips, else in the column beside them

    @property
    def is_apart(self) -> bool:
        """Whether one part is seen at a time."""
        return not self.curve_px


ROOMY = Room(860, 196, 6)
LOW = Room(600, 112, 3)
TIGHT = Room(0, has_legend=False)


def room_of(height_px: int, text_size: int) -> Room:
    """Return what suits a page of that height, with words of that size (per cent)."""
    usual_px = height_px * 100 / text_size
    return next(each for each in (ROOMY, LOW, TIGHT) if usual_px >= each.height_px)


class PartSwitch(QWidget):
    """One of the parts."""

    picked = Signal(str)  # Part

    def __init__(self) -> None:
        super().__init__()
        self.parts = Segments(
            (
                (Part.CURVE, translate("Review", "Curve")),
                (Part.STRIPS, translate("Review", "Strips")),
                (Part.TABLE, translate("Review", "Table")),
            )
        )
        self.parts.name(translate("Review", "What is shown"))
        self.parts.picked.connect(self.picked)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_28, SPACE_4)
        row.addWidget(self.parts)
        row.addStretch(1)
