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


# Says in one sentence why something cannot be done now; empty = it can.
Hindrance = Callable[[], str]


class Action(QAction):
    """A row of data at work in a widget."""

    def __init__(self, spec: ActionSpec, place: QWidget, deed: Callable[[], object], hindrance: Hindrance) -> None:
        super().__init__(spec.text, place)
        self.spec = spec
        self.hindrance = hindrance
        self._deed = deed
        self.setObjectName(spec.id)
        self.setShortcuts([QKeySequence(key) for key in spec.keys])
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.triggered.connect(self._do)

    def retell(self, spec: ActionSpec) -> None:
        """Bear the words of another language."""
        self.spec = spec
        self.setText(spec.text)

    def _do(self) -> None:
        self._deed()


def add_actions(
    place: QWidget,
    specs: Iterable[ActionSpec],
    deeds: Mapping[str, Callable[[], object]],
    hindrances: Mapping[str, Hindrance] | None = None,
) -> dict[str, Action]:
    """Give a widget its actions; their keys work while it can be seen, wherever the focus is.

    A key that a text field wants for itself stays the field's. `hindrances` says by id why an action cannot be
    done now; the key does what it always does, for its deed knows that too.
    """
    known = hindrances or {}
    made = {}
    for spec in specs:
        made[spec.id] = Action(spec, place, deeds[spec.id], known.get(spec.id, _nothing))
        place.addAction(made[spec.id])
    return made


def actions_of(place: QWidget) -> tuple[Action, ...]:
    """Return a widget's actions, in the order in which they were given to it."""
    return tuple(action for action in place.actions() if isinstance(action, Action))


def key_text(spec: ActionSpec) -> str:
    """Write the action's first key as this system's keyboards show it."""
    return written(spec.keys[0])


def key_texts(spec: ActionSpec) -> tuple[str, ...]:
    """Write all keys of an action, each once."""
    return tuple(dict.fromkeys(written(key) for key in spec.keys))


def written(key: str) -> str:
    """Write a key as this system's keyboards show it."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("Return", "Enter")  # as most keyboards have it


def _nothing() -> str:
    return ""
