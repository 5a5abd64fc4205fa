"""What can be done with several components at once: whatever can be done with more than none of them, in one deed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from blackstart.core.engine.effects import Arm, Bootstrap, Disarm, Effect
from blackstart.shell.run.deeds.component_rows import ComponentMenu, MenuRow

translate = QCoreApplication.translate

MOST_NAMES = 3  # of a deed in log and queue
_OF_ONE_NEED = (Arm, Disarm, Bootstrap)  # orders that speak of one component's own supplier


def together(menus: Sequence[ComponentMenu]) -> ComponentMenu:
    """Return one menu for all; a row says for how many it is where that is not all of them."""
    if len(menus) == 1:
        return menus[0]
    components = tuple(component for menu in menus for component in menu.components)
    name = translate("ComponentMenu", "{count} components").format(count=f"{len(components):,}")
    orders = _rows([(menu.name, menu.orders) for menu in menus], is_orders=True)
    by_hand = _rows([(menu.name, menu.by_hand) for menu in menus])
    return ComponentMenu(components, name, orders, by_hand)


def _rows(menus: Sequence[tuple[str, Sequence[MenuRow]]], *, is_orders: bool = False) -> tuple[MenuRow, ...]:
    found: dict[str, list[tuple[str, MenuRow]]] = {}
    for name, rows in menus:
        for row in rows:
            if not (is_orders and isinstance(row.effects[0], _OF_ONE_NEED)):
                found.setdefault(row.verb, []).append((name, row))
    return tuple(_row(verb, each, len(menus)) for verb, each in found.items())


def _row(verb: str, rows: Sequence[tuple[str, MenuRow]], every: int) -> MenuRow:
    count = len(rows)
    words = translate("ComponentMenu", "{verb} ({count} of {all})")
    names = [name for name, _ in rows]
    told = translate("ComponentMenu", "{count} components").format(count=f"{count:,}")
    undo = _joined(row.undo for _, row in rows)
    return MenuRow(
        text=verb if count == every else words.format(verb=verb, count=count, all=every),
        verb=verb,
        deed=f"{verb}: {', '.join(names) if count <= MOST_NAMES else told}",
        effects=_joined(row.effects for _, row in rows),
        undo=undo,
        is_held_then=any(row.is_held_then for _, row in rows),
    )


def _joined(effects: Iterable[Sequence[Effect]]) -> tuple[Effect, ...]:
    return tuple(effect for each in effects for effect in each)
