"""What lies on the shelf: the drills that come with the program, each with a picture of its worst hour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.shell.canvas.faces import moment, picture_of
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.document.opening import OpenedDrill, open_file


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


def volumes(paths: Iterable[Path], words: Words) -> Iterator[Volume]:
    """Open each file; one that has faults is shown with the first of them."""
    for path in paths:
        try:
            yield volume(open_file(path), path, words)
        except UserError as fault:
            yield Volume(path, path.stem, fault=str(fault).splitlines()[0])


def volume(opened: OpenedDrill, path: Path, words: Words) -> Volume:
    """Return what the shelf shows of a drill, in a language."""
    drill = opened.loaded.drill
    language = words.language
    facts = [words.say("count.components", count=len(drill.topology.components))]
    if drill.minutes is not None:
        facts.insert(0, words.duration(drill.minutes * 60))
    return Volume(
        path=path,
        title=drill.title.to(language),
        summary=drill.summary.to(language) if drill.summary else "",
        facts=tuple(facts),
        level=words.say(f"level.{drill.level}") if drill.level else "",
        picture=_worst(opened, words),
    )


def _worst(opened: OpenedDrill, words: Words) -> Picture | None:
    drill = opened.loaded.drill
    if drill.exercise is None:
        return None
    director = Director(drill, Begin(language=words.language))
    phases = drill.exercise.phases
    director.advance(phases[0].until if phases else Seconds(drill.exercise.lasts // 2))
    at = moment(drill.topology, director.now, director.simulation.standing)
    return picture_of(at, opened.drawing, words)
