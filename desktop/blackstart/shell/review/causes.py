"""The chain of causes by which a component came to stand as it does, from itself to where it began."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown, Standing, SupplierCause
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.moment import Moment, Travelled

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


def why(at: Moment, component: ComponentId, words: Words) -> str:
    """Say link by link why a component is not operational; empty if it is, or if it began there."""
    if at.standings[component].shown is Shown.OPERATIONAL:
        return ""
    links = [supplier for supplier, _, _ in ways_to(at, component)]
    return "\n".join(f"← {_link(at, each, words)}" for each in links)


def with_why(facts: Facts, at: Moment, words: Words) -> Facts:
    """Put the reason before what else is known of a component."""
    told = why(at, facts.component, words)
    return replace(facts, lines=((translate("Why", "Because of"), told), *facts.lines)) if told else facts


def _link(at: Moment, component: ComponentId, words: Words) -> str:
    name, standing = at.topology.component(component).label(words.language), at.standings[component]
    state = words.say(f"state.{standing.shown}")
    return translate("Why", "{name}, {state}{since}").format(name=name, state=state, since=_since(standing))


def _since(standing: Standing) -> str:
    return translate("Why", " since {time}").format(time=clock_face(standing.since)) if standing.since >= 0 else ""
