"""What the library page tells of a drill, in the language of the moment."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate

from blackstart.core.base.simtime import clock_face
from blackstart.core.base.text import Text
from blackstart.core.exercise.model import Drill, Exercise, Role
from blackstart.shell.library.shelf import Book, Scene, fault_words
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

_SENTENCE_ENDS = re.compile(r"(?<=[.!?。])\s+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing at the foot of a card, with the icon that stands for it."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class Volume:
    """One drill on the shelf, or a file there that cannot be read.

    Attributes
    ----------
    summary : str
        Its first sentence.
    date : str
        The day on which it plays; empty = it says none.
    counts : str
        Components, injects and decisions in one line.
    brief, practise, roles, note, sources
        What its detail tells: the whole summary, objectives, (name, what they do), what is said of its contents.
    scene : Scene or None
        What its thumbnail shows; None = nothing (yet).
    scene_words : str
        Of which moment that is, or why there is nothing to see.
    fault : str
        Why it cannot be opened; empty = it can.
    is_read : bool
        Whether more than its name is known.
    has_script : bool
        Whether a run of it can be begun.
    """

    path: Path
    title: str
    summary: str = ""
    date: str = ""
    facts: tuple[Fact, ...] = ()
    level: str = ""
    counts: str = ""
    brief: str = ""
    practise: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()
    scene: Scene | None = None
    scene_words: str = ""
    fault: str = ""
    drill_id: str = ""
    is_yours: bool = False
    is_read: bool = True
    has_script: bool = False


def volume(book: Book, look: Look) -> Volume:
    """Return what is shown of a file."""
    place = book.place
    if book.loaded is None:
        return _closed(book)
    drill, language = book.loaded.drill, look.language
    exercise = drill.exercise
    return Volume(
        path=place.path,
        title=drill.title.to(language),
        summary=_SENTENCE_ENDS.split(_said(drill.summary, language), maxsplit=1)[0],
        date=_date(exercise, look),
        facts=_facts(drill, look),
        level=look.words.say(f"level.{drill.level}") if drill.level else "",
        counts=_counts(drill, look),
        brief=_said(drill.summary, language),
        practise=_practise(drill, language),
        roles=tuple(_role(role, language) for role in exercise.roles) if exercise is not None else (),
        note=_said(drill.content_note, language),
        sources=drill.sources,
        scene=book.scene,
        scene_words=_scene_words(book),
        drill_id=drill.id,
        is_yours=place.is_yours,
        has_script=exercise is not None,
    )


def _closed(book: Book) -> Volume:
    """Return what is shown of a file of which nothing is known yet, or nothing can be."""
    _, size = book.place.stamp
    summary = ""
    instead = translate("Shelf", "No map to show") if book.is_read else translate("Shelf", "Reading…")
    if book.is_read and not book.fault:
        words = translate("Shelf", "A large file, {size} MB: it is read once it is opened.")
        summary = words.format(size=f"{size / 1e6:.1f}")
        instead = translate("Shelf", "The map is drawn once it is opened")
    return Volume(
        path=book.place.path,
        title=book.place.path.stem,
        summary=summary,
        brief=summary,
        scene_words=instead,
        fault=fault_words(book),
        is_yours=book.place.is_yours,
        is_read=book.is_read,
    )


def _scene_words(book: Book) -> str:
    if book.scene is not None:
        at = clock_face(book.scene.moment.now)
        return translate("Shelf", "The map at T+{time} if nobody acts").format(time=at)
    if not book.is_drawn:
        return translate("Shelf", "Drawing the map…")
    return translate("Shelf", "The map is drawn once it is opened")


def _facts(drill: Drill, look: Look) -> tuple[Fact, ...]:
    facts = []
    if drill.minutes is not None:
        facts.append(Fact("clock", look.words.duration(drill.minutes * 60)))
    if drill.exercise is None:
        return (*facts, Fact("topo", translate("Shelf", "map without a script")))
    say = look.words.say
    facts.append(Fact("people", say("count.roles", count=len(drill.exercise.roles))))
    facts.append(Fact("check", say("count.decisions", count=len(drill.exercise.decisions))))
    return tuple(facts)


def _counts(drill: Drill, look: Look) -> str:
    say = look.words.say
    counts = [say("count.components", count=len(drill.topology.components))]
    if drill.exercise is not None:
        counts.append(say("count.injects", count=len(drill.exercise.injects)))
        counts.append(say("count.decisions", count=len(drill.exercise.decisions)))
    return ", ".join(counts)


def _practise(drill: Drill, language: str) -> tuple[str, ...]:
    """Return the objectives; without any, what it teaches."""
    objectives = drill.exercise.objectives if drill.exercise is not None else ()
    return tuple(text.to(language) for text in [each.text for each in objectives] or drill.teaches)


def _role(role: Role, language: str) -> tuple[str, str]:
    return (role.name.to(language) if role.name is not None else role.id, _said(role.about, language))


def _date(exercise: Exercise | None, look: Look) -> str:
    if exercise is None or exercise.starts is None:
        return ""
    day = exercise.starts.date()
    return look.locale.toString(QDate(day.year, day.month, day.day), translate("Shelf", "d MMMM yyyy"))


def _said(text: Text | None, language: str) -> str:
    return text.to(language) if text is not None else ""
