"""What a rehearsal found, in words."""

from blackstart.core.base.findings import Finding, Severity
from blackstart.core.base.records.reading import place_words
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Said, lasting, said
from blackstart.core.exercise.conditions import ANY_OPTION, NO_OPTION, Fact
from blackstart.core.exercise.model import ActionIs, ComponentIs, DecisionTook, InjectIs, State
from blackstart.core.play.shortfalls import Shortfall


def finding(shortfall: Shortfall, source: str = "<drill>") -> Finding:
    """Return what was noticed as a warning at its place; no line can be named."""
    path = place_words(shortfall.place)
    return Finding(shortfall.kind, source, 0, path, sentence(shortfall), Severity.WARNING)


def sentence(shortfall: Shortfall) -> Said:
    """Say what was noticed."""
    return said(
        f"rehearsal.{shortfall.kind}.{shortfall.sentence}",
        id=shortfall.id,
        ids=(*shortfall.ids, shortfall.ids[0]) if shortfall.sentence == "loop" else shortfall.ids,
        at=clock_face(shortfall.at or 0),
        lacking=tuple(fact_words(fact) for fact in shortfall.lacking),
    )


def fact_words(fact: Fact) -> Said:
    """Say what a condition asks for."""
    match fact:
        case ComponentIs(component, states, for_s):
            key = "rehearsal.fact.component" if for_s <= 1 else "rehearsal.fact.component-for"
            return said(key, id=component, states=tuple(_state(state) for state in states), time=lasting(for_s))
        case DecisionTook(decision, took):
            key = {ANY_OPTION: "decision-any", NO_OPTION: "decision-none"}.get(took, "decision")
            return said(f"rehearsal.fact.{key}", id=decision, option=took)
        case ActionIs(action, state):
            return said(f"rehearsal.fact.action-{state}", id=action)
        case InjectIs(inject, state):
            return said(f"rehearsal.fact.inject-{state}", id=inject)


def _state(state: State) -> Said:
    return said("state." + state.replace(" ", "-"))
