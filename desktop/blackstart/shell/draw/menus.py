"""Menus of Draw's actions: what fits, each with its key, and why it cannot be done now."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from blackstart.core.drawing.snapping import Side
from blackstart.shell.actions.spec import Action, key_text
from blackstart.shell.draw.selection import Selection

BETWEEN = ""  # a line between rows
ARRANGE_ROWS = ("draw.arrange", "draw.arrange-zone", "draw.room", "draw.tidy")
ALIGN_ROWS = (*(f"draw.align-{side}" for side in Side), BETWEEN, "draw.distribute-across", "draw.distribute-down")
_TO_AND_FRO = ("draw.cut", "draw.copy", "draw.paste", "draw.duplicate", "draw.delete")
_ON_NOTHING = (
    *("draw.add", "draw.zone", "draw.paste", "draw.select-all"),
    BETWEEN,
    *ARRANGE_ROWS,
    BETWEEN,
    *("draw.fit", "draw.find", "draw.table"),
    BETWEEN,
    *("draw.export", "draw.copy-picture", "draw.print"),
)
_ON_ONE = (
    "draw.rename",
    "draw.connect",
    "draw.add-right",
    "draw.add-left",
    BETWEEN,
    *_TO_AND_FRO,
    BETWEEN,
    "draw.lock",
    "draw.arrange-zone",
    "draw.fit",
)
_ON_SEVERAL = (*_TO_AND_FRO, BETWEEN, *ALIGN_ROWS, BETWEEN, "draw.lock", "draw.fit")
_ON_A_ZONE = ("draw.rename", "draw.arrange-zone", "draw.paste", BETWEEN, "draw.lock", BETWEEN, "draw.delete")
_ON_A_NEED = ("draw.lock", BETWEEN, "draw.delete")

Deed = Callable[[], object]
NOTHING: Mapping[str, Deed] = MappingProxyType({})


def rows_for(selection: Selection) -> tuple[str, ...]:
    """Return the ids of what can be done with a selection."""
    if len(selection.components) > 1:
        return _ON_SEVERAL
    if selection.components:
        return _ON_ONE
    if selection.zone is not None:
        return _ON_A_ZONE
    return _ON_A_NEED if selection.need is not None else _ON_NOTHING


def fill(
    menu: QMenu, actions: Mapping[str, Action], rows: Sequence[str], instead: Mapping[str, Deed] = NOTHING
) -> None:
    """Fill a menu anew; `instead` says by id what a row does here rather than what its key does.

    The rows are not the actions themselves: one that is greyed out would lose its key.
    """
    menu.clear()
    menu.setToolTipsVisible(True)
    for id_ in rows:
        if id_ == BETWEEN:
            menu.addSeparator()
        elif id_ in actions:
            menu.addAction(_row(menu, actions[id_], instead.get(id_, actions[id_].trigger)))


def _row(menu: QMenu, action: Action, deed: Deed) -> QAction:
    row = QAction(f"{action.text()}\t{key_text(action.spec)}", menu)
    hindrance = action.hindrance()
    row.setObjectName(action.spec.id)
    row.setEnabled(not hindrance)
    row.setToolTip(hindrance or action.text())
    row.triggered.connect(lambda: deed())
    return row


def menu_on(place: QWidget, actions: Mapping[str, Action], rows: Sequence[str], instead: Mapping[str, Deed]) -> QMenu:
    """Return a menu that goes away once it is closed."""
    menu = QMenu(place)
    fill(menu, actions, rows, instead)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
