"""Pills that stay where they were while the map is edited round them."""

from collections.abc import Sequence

from blackstart.core.drawing.model import Arrangement
from blackstart.core.drawing.wires import Wires
from blackstart.core.topology.model import Box


def kept_pills(joined: Wires, cards: Sequence[Box], before: Arrangement) -> dict[int, Box]:
    """Pills, by number, that can stay: no card they join has moved, and none has come to lie there."""
    named = zip(joined.components, cards, strict=False)
    moved = {number for number, (each, box) in enumerate(named) if before.cards.get(each) != tuple(box)}
    ends: dict[int, set[int]] = {}
    for source, target, _ in joined.edges:
        ends.setdefault(source, set()).add(target)
        ends.setdefault(target, set()).add(source)
    kept = {}
    for number, keys in enumerate(joined.pills):
        box = next((before.gates[key] for key in keys if key in before.gates), None)
        stays = not moved & ends.get(joined.first_gate + number, set())
        if box and stays and not any(_do_touch(box, cards[card]) for card in moved):
            kept[number] = box
    return kept


def _do_touch(first: Box, second: Box) -> bool:
    is_across = first[0] < second[0] + second[2] and second[0] < first[0] + first[2]
    return is_across and first[1] < second[1] + second[3] and second[1] < first[1] + first[3]
