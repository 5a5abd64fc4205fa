"""The rows of the sheet of measures: first times, decisions, outages, mistakes of the team, holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.words import Words
from blackstart.core.review.holds import held_spans
from blackstart.core.review.known import Known
from blackstart.core.review.milestones import DecisionTime, Milestone, decision_times, milestones
from blackstart.core.review.mistakes import Ending, Mistake, mistakes
from blackstart.core.review.restores import Outage, outages
from blackstart.core.review.story import Story
from blackstart.shell.canvas.state_signs import state_key

translate = QCoreApplication.translate

MOST_MISTAKES = 20


@dataclass(frozen=True, slots=True)
class Measured:
    """One row; `at` None = it leads nowhere, for it did not come about."""

    at: Seconds | None
    words: str
    result: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below a heading; `none` is said where there are none."""

    title: str
    rows: tuple[Measured, ...]
    none: str


def groups_of(known: Known, words: Words) -> tuple[Group, ...]:
    """Return everything that can be measured of a run."""
    story = known.story
    none = translate("Measures", "None")
    return (
        Group(translate("Measures", "First times"), tuple(_first_times(story)), none),
        Group(translate("Measures", "Decisions"), tuple(_decisions(story, words)), none),
        Group(translate("Measures", "Outages"), tuple(_outages(story, words)), none),
        Group(_mistakes_title(known), tuple(_mistakes(known, words)), _no_mistakes(known)),
        Group(translate("Measures", "Holds of the clock, in real time"), tuple(_holds(story, words)), none),
    )


def _first_times(story: Story) -> Iterator[Measured]:
    found = milestones(story)
    never = translate("Measures", "did not come about")
    rows: tuple[tuple[Milestone | None, str], ...] = (
        (found.noticed, translate("Measures", "The incident noticed")),
        (found.declared, translate("Measures", "The incident declared")),
        (found.decided, translate("Measures", "First decision")),
        (found.said, translate("Measures", "First public word")),
    )
    entry = translate("ReviewLeads", "entry {number}")
    for milestone, words in rows:
        if milestone is None:
            yield Measured(None, words, never)
        else:
            yield Measured(milestone.at, words, entry.format(number=milestone.seq))


def _decisions(story: Story, words: Words) -> Iterator[Measured]:
    questions = {each.id: each.question.to(words.language) for each in story.exercise.decisions}
    for each in decision_times(story):
        yield Measured(each.opened_s, questions.get(each.decision, each.decision), _taken(each, words))


def _taken(time: DecisionTime, words: Words) -> str:
    if time.took_s is not None:
        taken = translate("Measures", "decided after {time}")
        return taken.format(time=words.duration(time.took_s))
    if time.ran_out_s is not None:
        return translate("Measures", "nobody: its time ran out at {time}").format(time=clock_face(time.ran_out_s))
    return translate("Measures", "still open")


def _outages(story: Story, words: Words) -> Iterator[Measured]:
    names = {each.id: each.name for each in story.drill.topology.components}
    for each in outages(story):
        name = names.get(each.component)
        told = name.to(words.language) if name is not None else each.component
        yield Measured(each.down_s, told, _restored(each, words))


def _restored(outage: Outage, words: Words) -> str:
    parts = []
    if outage.serves_s is not None and outage.serves_s != outage.back_s:
        parts.append(translate("Measures", "serves in part {time}").format(time=clock_face(outage.serves_s)))
    if outage.back_s is None:
        parts.append(translate("Measures", "not back"))
    else:
        back = translate("Measures", "back {time}, after {length}")
        length = words.duration(outage.back_s - outage.down_s)
        parts.append(back.format(time=clock_face(outage.back_s), length=length))
    if outage.target_s is not None:
        target = translate("Measures", "target {length}: {met}")
        parts.append(target.format(length=words.duration(outage.target_s), met=_met(outage.is_met)))
    return "; ".join(parts)


def _met(is_met: bool | None) -> str:
    if is_met is None:
        return translate("Measures", "not known yet")
    return translate("Measures", "met") if is_met else translate("Measures", "not met")


def _mistakes_title(known: Known) -> str:
    count = known.mistaken_in_all
    if count > MOST_MISTAKES:
        words = translate("Measures", "How long the team was mistaken: the longest {most} of {count}")
        return words.format(most=MOST_MISTAKES, count=count)
    return translate("Measures", "How long the team was mistaken")


def _no_mistakes(known: Known) -> str:
    if known.beliefs:
        return translate("Measures", "Nothing that was written down was mistaken.")
    return translate("Measures", "Not known: nobody wrote down what the team believed.")


def _mistakes(known: Known, words: Words) -> Iterator[Measured]:
    topology = known.story.drill.topology
    for each in mistakes(known, MOST_MISTAKES):
        taken, lasted = each.believed or each.visible, words.duration(each.lasted_s)
        told = (
            translate("Measures", "believed {taken}, was {true}; {ending} after {time}")
            if each.believed is not None
            else translate("Measures", "shown as {taken}, was {true}; {ending} after {time}")
        )
        said = told.format(
            taken=words.say(state_key(taken)), true=words.say(state_key(each.true)), ending=_ended(each), time=lasted
        )
        yield Measured(each.start, topology.component(each.component).label(words.language), said)


def _ended(mistake: Mistake) -> str:
    return {
        Ending.SAID: translate("Measures", "the team said otherwise"),
        Ending.SEEN: translate("Measures", "its display showed it"),
        Ending.TRUE: translate("Measures", "it came to be so"),
        Ending.OPEN: translate("Measures", "the run ended"),
    }[mistake.ending]


def _holds(story: Story, words: Words) -> Iterator[Measured]:
    for each in held_spans(story.entries):
        lasted = words.duration(each.lasted_s)
        told = translate("Measures", "{time}, a break").format(time=lasted) if each.is_break else lasted
        yield Measured(each.at, _why_held(each.why), told)


def _why_held(why: str) -> str:
    return {
        "": translate("Measures", "Held by hand"),
        "phase": translate("Measures", "A phase ended"),
        "decision": translate("Measures", "A decision was put"),
        "inject": translate("Measures", "An inject came"),
        "sleep": translate("Measures", "The machine was asleep"),
        "left": translate("Measures", "The run was left"),
    }.get(why, why)
