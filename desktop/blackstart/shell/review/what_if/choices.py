"""What a run can be compared with, as the rows of a menu."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import OptionId
from blackstart.core.review.deeds import Deed, DeedKind
from blackstart.shell.review.what_if.naming import Naming, quoted
from blackstart.shell.review.what_if.ways import Earlier, NobodyDecides, OtherWay, Otherwise, Without

translate = QCoreApplication.translate

MINUTES = (1, 5, 15, 30)
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One row; without a way it is a heading."""

    words: str
    way: OtherWay | None = None


def is_reckoned(deed: Deed | None) -> bool:
    """Whether a run can be told without this."""
    return deed is not None and deed.seq is not None and deed.kind is not DeedKind.NOTE and not deed.is_taken_back


def choices(deed: Deed | None, naming: Naming) -> tuple[Choice, ...]:
    """Return what a run can be compared with, about a row of the table first."""
    team = Choice(translate("WhatIf", "Nobody decides or does anything"), NobodyDecides())
    if deed is None or deed.seq is None or not is_reckoned(deed):
        return (Choice(translate("WhatIf", "Choose a row of the table to see the run without it")), team)
    seq = deed.seq
    name = naming.deed(seq)
    heading = f"{name[:1].upper()}{name[1:]}"
    if deed.number:
        heading = f"{heading}: {quoted(naming.what(deed))}"
    without = Choice(translate("WhatIf", "Without it"), Without(seq))
    if deed.kind is not DeedKind.DECISION:
        return (Choice(heading), without, team)
    others = tuple(
        Choice(translate("WhatIf", "{option} in its place").format(option=quoted(words)), Otherwise(seq, OptionId(id_)))
        for id_, words in naming.options(seq)
    )
    return (Choice(heading), without, *others, *_sooner(deed, seq), team)


def _sooner(deed: Deed, seq: int) -> tuple[Choice, ...]:
    """Return how much earlier it could have been: at most as soon as it was put."""
    took = deed.took_s or 0
    minutes = tuple(each for each in MINUTES if each * MINUTE_S < took)
    words = translate("WhatIf", "{minutes} min earlier")
    rows = tuple(Choice(words.format(minutes=each), Earlier(seq, each * MINUTE_S)) for each in minutes)
    at_once = Choice(translate("WhatIf", "As soon as it was put"), Earlier(seq, took))
    return (*rows, at_once) if took else ()
