"""What stands in the columns of the tables, and how it is changed there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.topology.kinds import KINDS
from blackstart.core.topology.model import Component, Need, Purpose, Topology
from blackstart.shell.draw.inspector.page import Choice
from blackstart.shell.draw.inspector.typed import show_duration, show_number, show_percent, show_repair
from blackstart.shell.draw.selection import Selection

translate = QCoreApplication.translate

Row = TypeVar("Row")
LATEST = 10**12  # sorts what never happens, or is not wanted, behind everything


class Way(Enum):
    """How a value is given."""

    TYPED = "typed"
    PICKED = "picked"
    TICKED = "ticked"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Attributes
    ----------
    key : str
        Of the value, as the inspector has it.
    shown : callable
        What is read in it; of a tick whether it is set.
    value : callable or None
        What it is sorted by; None = by what is read.
    choices : tuple of Choice
        Of what is picked.
    """

    key: str
    heading: str
    shown: Callable[[Row], Any]
    value: Callable[[Row], Any] | None = None
    way: Way = Way.TYPED
    choices: tuple[Choice, ...] = ()
    is_number: bool = False

    def sorted_by(self, row: Row) -> Any:
        """Return what a row is sorted by: in one column always of one type."""
        if self.value is not None:
            return self.value(row)
        shown = self.shown(row)
        return shown if self.way is Way.TICKED else str(shown).casefold()


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need, with who has it."""

    component: Component
    index: int

    @property
    def need(self) -> Need:
        return self.component.needs[self.index]

    @property
    def subject(self) -> Selection:
        return Selection(need=(self.component.id, self.index))


def component_columns(topology: Topology, words: Words) -> tuple[Column[Component], ...]:
    """Return what is told of components."""
    zones = {str(each.id): each.label(words.language) for each in topology.zones}
    crews = {str(each.id): each.label(words.language) for each in topology.crews}
    none = translate("Inspector", "none")
    return (
        Column("name", translate("Inspector", "Name"), lambda row: row.label(words.language)),
        _picked("kind", translate("Inspector", "Kind"), {id_: words.say(f"kind.{id_}") for id_ in KINDS}),
        _picked("zone", translate("Inspector", "Zone"), {"": none, **zones}),
        _number("users", translate("Inspector", "Users served"), show_number),
        _number("substitutable", translate("DrawTable", "Substitutable, %"), show_percent),
        _number("cost_per_hour", _cost_heading(topology), show_number),
        _number("restart", translate("Inspector", "Restart time"), words.duration),
        _number("repair", translate("Inspector", "Repair time"), lambda each: show_repair(each, words)),
        _number("target", translate("Inspector", "Wanted back in"), lambda each: show_duration(each, words)),
        _picked("crew", translate("Inspector", "Crew"), {"": translate("Inspector", "none needed"), **crews}),
        _ticked("safety_critical", translate("Inspector", "Safety-critical")),
        _ticked("initially_off", translate("DrawTable", "Off at first")),
        _ticked("locked", translate("DrawTable", "Locked")),
    )


def need_columns(topology: Topology, words: Words) -> tuple[Column[NeedRow], ...]:
    """Return what is told of needs."""
    names = {each.id: each.label(words.language) for each in topology.components}
    purposes = tuple(Choice(each, words.say(f"purpose.{each}")) for each in Purpose)

    def suppliers(row: NeedRow) -> str:
        return ", ".join(names[each] for each in row.need.on)

    def duration(row: NeedRow, name: str) -> str:
        return words.duration(getattr(row.need, name))

    return (
        Column("needs", translate("DrawTable", "Component"), lambda row: names[row.component.id], way=Way.NOT),
        Column("on", translate("DrawTable", "Needs"), suppliers, way=Way.NOT),
        Column(
            "for",
            translate("DrawTable", "For"),
            lambda row: words.say(f"purpose.{row.need.purpose}"),
            way=Way.PICKED,
            choices=purposes,
        ),
        _of_need("at_least", "at-least", translate("Inspector", "At least"), lambda row: str(row.need.at_least)),
        Column(
            "of",
            translate("DrawTable", "Of"),
            lambda row: str(len(row.need.on)),
            lambda row: len(row.need.on),
            Way.NOT,
            is_number=True,
        ),
        _of_need("survives", "survives", translate("Inspector", "Survives"), lambda row: duration(row, "survives")),
        _of_need("rejoin", "rejoin", translate("Inspector", "Rejoins after"), lambda row: duration(row, "rejoin")),
        _of_need("weight", "weight", translate("DrawTable", "Weight, %"), lambda row: show_percent(row.need.weight)),
        _of_need(
            "useful", "useful", translate("DrawTable", "Useful from, %"), lambda row: show_percent(row.need.useful)
        ),
        Column("need-name", translate("Inspector", "Name"), lambda row: row.need.name or ""),
    )


def need_rows(topology: Topology) -> tuple[NeedRow, ...]:
    """Return all needs, in the order of the file."""
    return tuple(NeedRow(each, index) for each in topology.components for index in range(len(each.needs)))


def component_of(row: Component) -> Selection:
    return Selection((ComponentId(row.id),))


def need_of(row: NeedRow) -> Selection:
    return row.subject


def _number(key: str, heading: str, shown: Callable[[Any], str]) -> Column[Component]:
    def value(row: Component) -> int:
        found = getattr(row, key)
        return LATEST if found is None else int(found)

    return Column(key, heading, lambda row: shown(getattr(row, key)), value, is_number=True)


def _picked(key: str, heading: str, names: dict[str, str]) -> Column[Component]:
    choices = tuple(Choice(id_, name) for id_, name in names.items())

    def shown(row: Component) -> str:
        held = getattr(row, key) or ""
        return "" if not held else names.get(held, held)

    return Column(key, heading, shown, way=Way.PICKED, choices=choices)


def _ticked(key: str, heading: str) -> Column[Component]:
    return Column(key, heading, lambda row: bool(getattr(row, key)), way=Way.TICKED)


def _of_need(field: str, key: str, heading: str, shown: Callable[[NeedRow], str]) -> Column[NeedRow]:
    return Column(key, heading, shown, lambda row: int(getattr(row.need, field)), is_number=True)


def _cost_heading(topology: Topology) -> str:
    if topology.currency is None:
        return translate("DrawTable", "Cost / h")
    return translate("DrawTable", "Cost, {currency} / h").format(currency=topology.currency)
