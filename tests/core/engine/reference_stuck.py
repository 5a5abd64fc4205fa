"""Who can come back: the sets that the stuck lists of the reference are made from."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.trace import Mode
from blackstart.core.topology.model import Purpose
from tests.core.engine.reference_state import NeedState, PartState, World


def reached(world: World, is_all_decided: bool) -> set[ComponentId]:
    """The least set W: what is on its way or can come back from what is in W.

    As things are, or with every hold released, standby armed, cut mended and repair wanted.
    """
    inside: set[ComponentId] = set()
    while True:
        more = {
            each
            for each, part in world.parts.items()
            if each not in inside and (part.mode is not Mode.DOWN or _can_come_back(part, inside, is_all_decided))
        }
        if not more:
            return inside
        inside |= more


def _can_come_back(part: PartState, inside: set[ComponentId], is_all_decided: bool) -> bool:
    if part.holds and not is_all_decided:
        return False
    return _can_work(part, inside, is_all_decided) and all(
        not need.counts or not need.lost or _is_served(need, inside, is_all_decided) for need in part.needed_to_start()
    )


def _can_work(part: PartState, inside: set[ComponentId], is_all_decided: bool) -> bool:
    if part.cap > 0:
        return True
    is_wanted = is_all_decided or part.repair_turn is not None
    return (
        part.spec.repair is not None
        and is_wanted
        and all(not need.counts or _is_served(need, inside, is_all_decided) for need in part.of(Purpose.RESPOND))
    )


def _is_served(need: NeedState, inside: set[ComponentId], is_all_decided: bool) -> bool:
    comes_by_itself = {
        each.supplier
        for each in need.spec.standby
        if each.after is not None and each.supplier not in need.no_more_by_itself and each.supplier not in need.cut
    }
    suppliers = set(need.spec.on) if is_all_decided else set(need.suppliers()) | comes_by_itself
    return len(suppliers & inside) >= need.spec.at_least
