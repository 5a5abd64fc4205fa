"""What has reached the team and what was written down meanwhile, the latest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Exercise, Inject
from blackstart.core.play.commands import Entry, Note, Say, Seen
from blackstart.core.play.corrections import corrected
from blackstart.core.play.director import Director
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.run.sheets import exercise_of

SeenOf = Mapping[InjectId, tuple[Seconds, str]]


def feed(director: Director, entries: Sequence[Entry], language: str) -> tuple[FeedLine, ...]:
    """Return the lines; what only changes the map has no words."""
    exercise, seen = exercise_of(director.drill), seen_of(entries)
    scripted = {each.id for each in exercise.injects}
    injects = [
        FeedLine(
            at=each.at,
            channel=each.inject.channel,
            sender=each.inject.sender.to(language) if each.inject.sender else "",
            text=each.inject.text.to(language),
            key=each.inject.id,
            to=role_names(each.inject, exercise, language),
            expect=each.inject.expect.to(language) if each.inject.expect else "",
            seen_at=seen[each.inject.id][0] if each.inject.id in seen else None,
            seen_note=seen[each.inject.id][1] if each.inject.id in seen else "",
            is_improvised=each.inject.id not in scripted,
        )
        for each in director.delivered()
        if each.inject.text is not None
    ]
    return tuple(sorted([*injects, *_words(entries)], key=lambda line: line.at)[::-1])


def seen_of(entries: Iterable[Entry]) -> SeenOf:
    """Return by inject when the response was first seen, and what was said of it last."""
    seen: dict[InjectId, tuple[Seconds, str]] = {}
    for entry in entries:
        if isinstance(entry.command, Seen):
            at, note = seen.get(entry.command.inject, (entry.at, ""))
            seen[entry.command.inject] = (at, entry.command.note or note)
    return seen


def role_names(inject: Inject, exercise: Exercise, language: str) -> tuple[str, ...]:
    """Return the names of those an inject goes to; empty = everyone."""
    names: dict[str, str] = {role.id: role.name.to(language) if role.name else role.id for role in exercise.roles}
    return tuple(names.get(role, role) for role in inject.to)


def _words(entries: Iterable[Entry]) -> Iterator[FeedLine]:
    for entry in corrected(entries):
        match entry.command:
            case Note(text=text, by=by):
                yield FeedLine(entry.at, None, by, text)
            case Say(text=text, by=by):
                yield FeedLine(entry.at, None, by, text, is_public=True)
