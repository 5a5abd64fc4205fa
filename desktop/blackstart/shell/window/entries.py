"""The actions of the window and its rooms, as the key sheet lists them and the command palette finds them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from blackstart.shell.actions.spec import Action, key_text
from blackstart.shell.support.translation import twins
from blackstart.shell.window.finding import Entry


@dataclass(frozen=True, slots=True)
class Room:
    """What can be done in a mode; `mode` empty = anywhere."""

    mode: str
    heading: str
    actions: tuple[Action, ...]


def action_entries(rooms: Sequence[Room], show_mode: Callable[[str], None]) -> Iterator[Entry]:
    """Return an entry for each action; one of another room is done there, after going there."""
    for room in rooms:
        for action in room.actions:
            yield Entry(
                text=action.spec.text,
                group=room.heading,
                deed=_deed(room.mode, action, show_mode),
                key=key_text(action.spec),
                also=f"{twins(action.spec.text)} {twins(room.heading)}",
                hindrance=action.hindrance(),
            )


def _deed(mode: str, action: Action, show_mode: Callable[[str], None]) -> Callable[[], None]:
    def do() -> None:
        if mode:
            show_mode(mode)
        action.trigger()

    return do
