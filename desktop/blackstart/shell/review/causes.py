"""The chain of causes by which a component came to stand as it does, from itself to where it began."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown, Standing, SupplierCause
from blackstart.core.review.known import Known
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.moment import Moment, Travelled
from blackstart.shell.canvas.state_signs import state_key

translate = QCoreApplication.translate


def ways_to(at: Moment, component: ComponentId) -> tuple[Travelled, ...]:
    """Return along which ways it came to a component, the last one first; none where it began there."""
    found: list[Travelled] = []
    seen = {component}
    cause = at.standings[component].cause
    while isinstance(cause, SupplierCause) and cause.component not in seen:
        found.append((cause.component, component, cause.need))
        component = cause.component
        seen.add(component)
        cause = at.standings[component].cause
    return tuple(found)


def why(at: Moment, component: ComponentId, words: Words, known: Known | None = None) -> str:
    """Say link by link why a component is not operational; empty if it is, or if it began there.

    Of a link of which the team was mistaken it is said what that took it for.
    """
    if at.standings[component].shown is Shown.OPERATIONAL:
        return ""
    links = [supplier for supplier, _, _ in ways_to(at, component)]
    return "\n".join(f"← {_link(at, each, words)}{_taken_for(at, each, words, known)}" for each in links)


def with_why(facts: Facts, at: Moment, words: Words, known: Known | None = None) -> Facts:
    """Put the reason before what else is known of a component."""
    told = why(at, facts.component, words, known)
    return replace(facts, lines=((translate("Why", "Because of"), told), *facts.lines)) if told else facts


def _link(at: Moment, component: ComponentId, words: Words) -> str:
    name, standing = at.topology.component(component).label(words.language), at.standings[component]
    state = words.say(f"state.{standing.shown}")
    return translate("Why", "{name}, {state}{since}").format(name=name, state=state, since=_since(standing))


def _since(standing: Standing) -> str:
    return translate("Why", " since {time}").format(time=clock_face(standing.since)) if standing.since >= 0 else ""


def _taken_for(at: Moment, component: ComponentId, words: Words, known: Known | None) -> str:
    if known is None or known.how(component, at.now) is None:
        return ""
    line = known.line(component, at.now)
    if line.believed is not None:
        return translate("Why", "; believed {state}").format(state=words.say(state_key(line.believed)))
    return translate("Why", "; shown as {state}").format(state=words.say(state_key(line.visible)))
