"""What was ordered and is not done yet, as the console shows it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import JobStanding
from blackstart.core.play.director import Director
from blackstart.core.play.sources import of_action, of_option, of_timeout
from blackstart.core.topology.model import Topology

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order: its words, and how it stands."""

    text: str
    standing: str


def orders(director: Director, words: Words) -> tuple[OrderLine, ...]:
    """Return what people ordered and is not done, first what was ordered first; not what the script does itself."""
    known = _known(director, words.language)
    under_way: dict[str, list[JobStanding]] = {}
    for job in director.simulation.jobs():
        if job.source in known:
            under_way.setdefault(job.source, []).append(job)
    topology = director.drill.topology
    return tuple(OrderLine(known[source], _standing(jobs, topology, words)) for source, jobs in under_way.items())


def _known(director: Director, language: str) -> dict[str, str]:
    """Words of everything that people can have ordered, by the source that its jobs carry."""
    found = {}
    decisions = director.drill.exercise.decisions if director.drill.exercise is not None else ()
    for decision in decisions:
        for option in decision.options:
            found[of_option(decision.id, option.id)] = option.text.to(language)
            if option.id == decision.otherwise:
                found[of_timeout(decision.id)] = option.text.to(language)
    for each in director.actions():
        if each.seq is not None:
            found[of_action(each.action.id, each.seq)] = each.action.text.to(language)
    return found


def _standing(jobs: list[JobStanding], topology: Topology, words: Words) -> str:
    """Say when all of an order is done, or what keeps a part of it waiting."""
    waiting = next((job for job in jobs if job.waits_for), None)
    if waiting is not None:
        names: dict[str, str] = {f"crew:{crew.id}": crew.label(words.language) for crew in topology.crews}
        names |= {each.id: each.label(words.language) for each in topology.components}
        return words.say("waits.for", name=", ".join(names.get(each, each) for each in waiting.waits_for))
    if any(job.done_at is None for job in jobs):  # hands are given when the second ends
        return translate("Orders", "begins")
    done = max(job.done_at for job in jobs if job.done_at is not None)
    return translate("Orders", "done at {time}").format(time=clock_face(done))
