"""What a rehearsal found, in words."""

from blackstart.core.base.findings import Finding, Severity
from blackstart.core.base.records.reading import place_words
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.conditions import ANY_OPTION, NO_OPTION, Fact
from blackstart.core.exercise.model import ActionIs, ComponentIs, DecisionTook, InjectIs, State
from blackstart.core.play.shortfalls import Shortfall


def finding(shortfall: Shortfall, words: Words, source: str = "<drill>") -> Finding:
    """Return what was noticed as a warning at its place, in a language; no line can be named."""
    path = place_words(shortfall.place)
    return Finding(shortfall.kind, source, 0, path, sentence(shortfall, words), Severity.WARNING)


def sentence(shortfall: Shortfall, words: Words) -> str:
    """Say what was noticed."""
    joint = words.say("rehearsal.waits-for") if shortfall.sentence == "loop" else ", "
    named = (*shortfall.ids, shortfall.ids[0]) if shortfall.sentence == "loop" else shortfall.ids
    return words.say(
        f"rehearsal.{shortfall.kind}.{shortfall.sentence}",
        id=shortfall.id,
        ids=joint.join(named),
        at=clock_face(shortfall.at or 0),
        lacking=", ".join(fact_words(fact, words) for fact in shortfall.lacking),
    )


def fact_words(fact: Fact, words: Words) -> str:
    """Say what a condition asks for."""
    match fact:
        case ComponentIs(component, states, lasting):
            named = words.say("rehearsal.fact.or").join(_state(state, words) for state in states)
            key = "component" if lasting <= 1 else "component-for"
            return words.say(f"rehearsal.fact.{key}", id=component, states=named, time=words.duration(lasting))
        case DecisionTook(decision, took):
            key = {ANY_OPTION: "decision-any", NO_OPTION: "decision-none"}.get(took, "decision")
            return words.say(f"rehearsal.fact.{key}", id=decision, option=took)
        case ActionIs(action, state):
            return words.say(f"rehearsal.fact.action-{state}", id=action)
        case InjectIs(inject, state):
            return words.say(f"rehearsal.fact.inject-{state}", id=inject)


def _state(state: State, words: Words) -> str:
    return words.say("state." + state.replace(" ", "-"))
