"""How what the team believes differs from how things stand, and what it cannot see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import State
from blackstart.core.play.awareness import fits, usual
from blackstart.core.play.commands import Believe, Entry
from blackstart.core.play.corrections import corrected
from blackstart.core.play.director import Director
from blackstart.core.topology.model import Component
from blackstart.shell.run.sheets import exercise_of

BELIEVED, VISIBLE = "believed", "visible"  # what the participants' display can show


@dataclass(frozen=True, slots=True)
class Gap:
    """Components of which the team is mistaken, and those that nothing shows it."""

    wrong: frozenset[ComponentId] = frozenset()
    unseen: frozenset[ComponentId] = frozenset()


@dataclass(frozen=True, slots=True)
class BeliefLine:
    """One component as the team thinks it is, and as it is.

    Attributes
    ----------
    believed : State or None
        None = it has said nothing of it.
    at : Seconds or None
        When it was said.
    seen_s : Seconds or None
        The last second that it was seen in; None = it is seen now, or the display shows something else.
    """

    component: ComponentId
    name: str
    believed: State | None
    shown: Shown
    is_on_reserve: bool
    is_wrong: bool
    by: str = ""
    why: str = ""
    at: Seconds | None = None
    seen_s: Seconds | None = None


def gap(director: Director) -> Gap:
    """Return what is believed wrong, and what is not seen."""
    components, display = director.drill.topology.components, director.begin.display
    beliefs = director.awareness.beliefs
    asked = components if display == BELIEVED else (each for each in components if each.id in beliefs)
    wrong = frozenset(each.id for each in asked if _is_wrong(director, each))
    unseen = (each.id for each in components if each.seen_by and _unseen_since(director, each) is not None)
    return Gap(wrong, frozenset(unseen) if display == VISIBLE else frozenset())


def lines(
    director: Director, entries: Sequence[Entry], components: Iterable[ComponentId], language: str
) -> tuple[BeliefLine, ...]:
    """Return how some components are believed to stand, and how they do."""
    said, topology = spoken(entries), director.drill.topology
    return tuple(_line(director, topology.component(each), said, language) for each in components)


def spoken(entries: Iterable[Entry]) -> Mapping[ComponentId, Entry]:
    """Return what was said last of each component of which something is believed."""
    said: dict[ComponentId, Entry] = {}
    for entry in corrected(entries):
        if isinstance(entry.command, Believe):
            said.pop(entry.command.component, None)
            if entry.command.state is not None:
                said[entry.command.component] = entry
    return said


def _line(director: Director, component: Component, said: Mapping[ComponentId, Entry], language: str) -> BeliefLine:
    standing, entry = director.simulation.standing(component.id), said.get(component.id)
    command = entry.command if entry is not None else None
    believed = director.awareness.beliefs.get(component.id)
    unseen = _unseen_since(director, component) if director.begin.display == VISIBLE else None
    return BeliefLine(
        component=component.id,
        name=component.label(language),
        believed=State(believed) if believed is not None else None,
        shown=standing.shown,
        is_on_reserve=standing.on_reserve_s is not None,
        is_wrong=(believed is not None or director.begin.display == BELIEVED) and _is_wrong(director, component),
        by=_who(director, command.by, language) if isinstance(command, Believe) else "",
        why=command.why if isinstance(command, Believe) else "",
        at=entry.at if entry is not None else None,
        seen_s=Seconds(max(unseen - 1, START)) if unseen is not None else None,
    )


def _is_wrong(director: Director, component: Component) -> bool:
    standing = director.simulation.standing(component.id)
    believed = director.awareness.beliefs.get(component.id)
    if believed is None:  # it looks to them as it should
        return standing.shown is not usual(component)
    return not fits(State(believed), standing.shown, is_on_reserve=standing.on_reserve_s is not None)


def _unseen_since(director: Director, component: Component) -> Seconds | None:
    return director.awareness.unseen_since(component.id) if component.seen_by else None


def _who(director: Director, by: str, language: str) -> str:
    """Return a role by its name; others by theirs."""
    roles = exercise_of(director.drill).roles
    return next((role.name.to(language) for role in roles if role.id == by and role.name), by)
