"""What cannot come back as things stand, in a few words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.trace import Stuck
from blackstart.core.topology.model import Topology

translate = QCoreApplication.translate

MOST_NAMES, MOST_LOOPS = 4, 3


@dataclass(frozen=True, slots=True)
class StuckSheet:
    """What is said of it; no heading = nothing is stuck.

    Attributes
    ----------
    lines : tuple of str
        Who waits for whom.
    first : ComponentId or None
        Where to look.
    """

    heading: str = ""
    lines: tuple[str, ...] = ()
    first: ComponentId | None = None


def told(stuck: Stuck, topology: Topology, language: str) -> StuckSheet:
    """Return what is said of components that wait for one another."""
    if not stuck.deadlock:
        return StuckSheet()
    count = len(stuck.deadlock)
    heading = (
        translate("Stuck", "1 cannot come back as things stand")
        if count == 1
        else translate("Stuck", "{count} cannot come back as things stand").format(count=count)
    )
    lines = [_loop(loop, topology, language) for loop in stuck.loops[:MOST_LOOPS]]
    in_loops = {each for loop in stuck.loops for each in loop}
    behind = [each for each in stuck.deadlock if each not in in_loops]
    if behind:
        words = translate("Stuck", "Behind them: {names}.") if in_loops else translate("Stuck", "{names}.")
        lines.append(words.format(names=_names(behind, topology, language)))
    first = stuck.loops[0][0] if stuck.loops else stuck.deadlock[0]
    return StuckSheet(heading, tuple(lines), first)


def told_of(stuck: Stuck, component: ComponentId, topology: Topology, language: str) -> str:
    """Return what is said of one component; empty = it comes back by itself, or is there."""
    if component in stuck.waiting:
        return translate("Stuck", "only once somebody acts: release, arm, mend or repair")
    if component not in stuck.deadlock:
        return ""
    loop = next((each for each in stuck.loops if component in each), ())
    others = [each for each in loop if each != component]
    if others:
        words = translate("Stuck", "not as things stand: it and {names} wait for one another")
        return words.format(names=_names(others, topology, language))
    return translate("Stuck", "not as things stand: it waits for what cannot come back")


def _loop(loop: Sequence[ComponentId], topology: Topology, language: str) -> str:
    words = translate("Stuck", "{names} wait for one another.")
    return words.format(names=_names(loop, topology, language))


def _names(components: Sequence[ComponentId], topology: Topology, language: str) -> str:
    names = [topology.component(each).label(language) for each in components[:MOST_NAMES]]
    more = len(components) - len(names)
    if more:
        return translate("Stuck", "{names} and {more} more").format(names=", ".join(names), more=more)
    if len(names) == 1:
        return names[0]
    return translate("Stuck", "{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
