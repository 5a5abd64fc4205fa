"""What the field for notes and public words is told: who can speak, what can be named, when the next word is due."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Decision, Inject, SaidEvery
from blackstart.core.play.commands import Act, Command, Decide, Entry, Say
from blackstart.core.play.director import Director
from blackstart.core.topology.kinds import KINDS, SERVICE
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.run.talk.mentions import Register, Thing
from blackstart.shell.widgets.channel_icons import ICONS

translate = QCoreApplication.translate

SAID = "said"  # what an option or action counts as
MOST_LATE = 4


@dataclass(frozen=True, slots=True)
class WordsSheet:
    """How the field stands.

    Attributes
    ----------
    authors : tuple of str
        Names of those who write notes, the facilitator's at the head.
    speakers : tuple of (str, str)
        Whose public word it can be: a role's id or a name, and how that is called.
    listeners : tuple of str
        To whom a public word was said before, the latest first.
    told : str
        When the last public word was, and when the next is due.
    is_due : bool
        Whether the next one should have been said.
    """

    register: Register
    authors: tuple[str, ...]
    speakers: tuple[tuple[str, str], ...]
    listeners: tuple[str, ...]
    told: str = ""
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class WordsDraft:
    """What was typed and is not recorded; `texts` by what it is to become."""

    mode: str
    texts: dict[str, str] = field(default_factory=dict)
    author: str = ""
    speaker: str = ""
    listener: str = ""


def listeners_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return to whom a public word was said, the latest first."""
    said = [entry.command.to for entry in reversed(entries) if isinstance(entry.command, Say)]
    return tuple(dict.fromkeys(filter(None, said)))


def word_told(director: Director, entries: Sequence[Entry], now: Seconds) -> tuple[str, bool]:
    """Return what is to be said of the last public word and the next, and whether that is overdue."""
    said = [entry.at for entry in entries if _is_public(entry.command, director)]
    measures = (each.measure for each in exercise_of(director.drill).objectives)
    every = min((each.every for each in measures if isinstance(each, SaidEvery)), default=None)
    last = said[-1] if said else None
    if every is None:
        words = translate("WordsSheet", "Last word {time}") if last is not None else ""
        return words.format(time=clock_face(last or Seconds(0))), False
    due = (last or 0) + every
    if now > due:
        return translate("WordsSheet", "A public word is due since {time}").format(time=clock_face(Seconds(due))), True
    words = (
        translate("WordsSheet", "Last word {last}, next due {due}")
        if last is not None
        else translate("WordsSheet", "No word yet, first due {due}")
    )
    return words.format(last=clock_face(last or Seconds(0)), due=clock_face(Seconds(due))), False


def _is_public(command: Command, director: Director) -> bool:
    """Whether the public heard of something by it: some ways to decide and to act count as a word."""
    exercise = exercise_of(director.drill)
    match command:
        case Say():
            return True
        case Decide(decision=decision, option=option):
            ways = (way for each in exercise.decisions if each.id == decision for way in each.options)
            return any(way.id == option and way.counts_as == SAID for way in ways)
        case Act(action=action):
            return any(each.id == action and each.counts_as == SAID for each in exercise.actions)
        case _:
            return False


def named_on_map(director: Director, language: str) -> tuple[Thing, ...]:
    """Return the components as they can be named."""
    found = []
    for each in director.drill.topology.components:
        label = each.label(language)
        others = tuple(dict.fromkeys((str(each.id), each.label("en"), each.label("ko"))))
        found.append(Thing(each.id, label, KINDS.get(each.kind, SERVICE).icon, "", others))
    return tuple(found)


def named_of_late(director: Director, words: Words) -> tuple[Thing, ...]:
    """Return what is most likely meant: the decisions that are open, and the injects that came last."""
    decisions = [each.decision for each in director.open_decisions()]
    injects = [each.inject for each in director.delivered()[-MOST_LATE:]]
    late = tuple(_inject(each, words) for each in reversed(injects))
    return (*(_decision(each, words.language) for each in decisions), *late)


def named_in_script(director: Director, words: Words) -> tuple[Thing, ...]:
    """Return decisions, injects and objectives, those first that there have been; to who learns alone only those."""
    language, is_alone = words.language, director.begin.is_self_study
    decisions = [each.decision for each in director.open_decisions()]
    decisions += [each.decision for each in reversed(director.decided())]
    if not is_alone:
        decisions += [each for each in exercise_of(director.drill).decisions if each not in decisions]
    delivered = [each.inject for each in reversed(director.delivered())]
    coming = [each.inject for each in director.upcoming()] if not is_alone else []
    skipped = [each.inject for each in director.skipped()]
    objectives = [
        Thing(each.id, str(each.id), "check", each.text.to(language)) for each in exercise_of(director.drill).objectives
    ]
    return (
        *(_decision(each, language) for each in decisions),
        *(_inject(each, words) for each in delivered),
        *objectives,
        *(_inject(each, words) for each in (*coming, *skipped)),
    )


def _decision(decision: Decision, language: str) -> Thing:
    return Thing(decision.id, str(decision.id), "help", decision.question.to(language))


def _inject(inject: Inject, words: Words) -> Thing:
    text = inject.text.to(words.language) if inject.text is not None else words.say(f"channel.{inject.channel}")
    return Thing(inject.id, str(inject.id), ICONS[inject.channel], text)
