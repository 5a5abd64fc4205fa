"""What lies on the shelf: the drills that come with the program, each with a picture of its worst hour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.moment import Moment, moment
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.document.opening import OpenedDrill, Opener

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Volume:
    """One drill on the shelf, or a file there that cannot be read.

    Attributes
    ----------
    picture : Picture or None
        The map at the end of the first phase if nobody does anything.
    fault : str
        Why it cannot be opened; empty = it can.
    """

    path: Path
    title: str
    summary: str = ""
    facts: tuple[str, ...] = ()
    level: str = ""
    picture: Picture | None = None
    fault: str = ""


def drill_files(folder: Path) -> list[Path]:
    """Return the drills of a folder by name."""
    return sorted(folder.glob("*.drill"))


@dataclass(frozen=True, slots=True)
class Book:
    """A file on the shelf as it was read, in no language yet.

    Attributes
    ----------
    worst : Moment or None
        How the map stands at the end of the first phase if nobody does anything; None = nothing happens in it.
    """

    path: Path
    opened: OpenedDrill | None = None
    worst: Moment | None = None
    fault: str = ""


def books(paths: Iterable[Path], opener: Opener) -> Iterator[Book]:
    """Open each file; one that has faults is shown with the first of them."""
    for path in paths:
        try:
            opened = opener.file(path)
        except UserError as fault:
            yield Book(path, fault=str(fault).splitlines()[0])
        else:
            yield Book(path, opened, _worst(opened.loaded.drill))


def volume(book: Book, words: Words) -> Volume:
    """Return what the shelf shows of a file, in a language."""
    if book.opened is None:
        return Volume(book.path, book.path.stem, fault=book.fault)
    drill = book.opened.loaded.drill
    language = words.language
    facts = [words.say("count.components", count=len(drill.topology.components))]
    if drill.minutes is not None:
        lasts = words.duration(drill.minutes * 60)
        facts.insert(0, translate("Shelf", "{time} to play").format(time=lasts))
    return Volume(
        path=book.path,
        title=drill.title.to(language),
        summary=drill.summary.to(language) if drill.summary else "",
        facts=tuple(facts),
        level=words.say(f"level.{drill.level}") if drill.level else "",
        picture=picture_of(book.worst, book.opened.drawing, words) if book.worst is not None else None,
    )


def _worst(drill: Drill) -> Moment | None:
    if drill.exercise is None:
        return None
    director = Director(drill, Begin())
    phases = drill.exercise.phases
    director.advance(phases[0].until if phases else Seconds(drill.exercise.lasts // 2))
    return moment(drill.topology, director.now, director.simulation.standing)
