"""What can be done, as rows of data: an id, words, keys. Every action has a key."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes
    ----------
    id : str
        Room and verb, such as ``run.play``.
    text : str
        Verb and object, as menus and the list of keys show it.
    keys : tuple of str
        As Qt writes them, at least one; the first is the one that is shown.
    """

    id: str
    text: str
    keys: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.keys:
            raise ValueError(f"action {self.id!r} has no key; every action has one")


def add_actions(
    place: QWidget, specs: Iterable[ActionSpec], deeds: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Give a widget its actions; their keys work while it can be seen, wherever the focus is.

    A key that a text field wants for itself stays the field's.
    """
    made = {}
    for spec in specs:
        action = QAction(spec.text, place)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(_deed(deeds[spec.id]))
        place.addAction(action)
        made[spec.id] = action
    return made


def key_text(spec: ActionSpec) -> str:
    """Write the action's first key as this system's keyboards show it."""
    return written(spec.keys[0])


def written(key: str) -> str:
    """Write a key as this system's keyboards show it."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("Return", "Enter")  # as most keyboards have it


def _deed(do: Callable[[], object]) -> Callable[[bool], None]:
    def triggered(_is_checked: bool) -> None:
        do()

    return triggered
