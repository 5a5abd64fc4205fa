"""What a room of a page can do: its rows of data, and by id what they do and why they cannot be done now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from blackstart.shell.actions.spec import ActionSpec, Hindrance, add_actions


@dataclass(frozen=True, slots=True)
class RoomDeeds:
    """What can be done in one room."""

    specs: tuple[ActionSpec, ...] = ()
    deeds: Mapping[str, Callable[[], object]] = field(default_factory=dict)
    hindrances: Mapping[str, Hindrance] = field(default_factory=dict)


def add_deeds(page: QWidget, brought: Iterable[RoomDeeds]) -> None:
    """Give a page what its rooms can do, in the order in which the list of keys shows it."""
    for each in brought:
        add_actions(page, each.specs, each.deeds, each.hindrances)
