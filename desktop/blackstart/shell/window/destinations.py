"""Where the command palette can lead: components of the map that is shown, exercises, recorded runs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import Text
from blackstart.core.record.rows import RunRow
from blackstart.core.topology.model import Topology
from blackstart.shell.library.shelf import Book, fault_words
from blackstart.shell.window.finding import Batch, Entry, batch, searched

translate = QCoreApplication.translate


def components(topology: Topology | None, language: str, choose: Callable[[ComponentId], None]) -> Batch:
    """Return the components of a map, found by all their names."""
    parts = tuple(topology.components) if topology is not None else ()
    group = translate("Palette", "On the map")

    def entry(place: int) -> Entry:
        component = parts[place]
        return Entry(component.label(language), group, partial(choose, component.id))

    return Batch(tuple(searched((*_all_words(part.name), part.id), group) for part in parts), entry)


def drills(shelf: Sequence[Book], language: str, open_drill: Callable[[Path], None]) -> Batch:
    """Return the exercises on the shelf; one with faults says the first of them."""
    group = translate("Palette", "Exercise")
    entries = []
    for book in shelf:
        title = book.loaded.drill.title if book.loaded is not None else None
        name = title.to(language) if title is not None else book.place.path.stem
        deed = partial(open_drill, book.place.path)
        entries.append(Entry(name, group, deed, also="\t".join(_all_words(title)), hindrance=fault_words(book)))
    return batch(entries)


def runs(
    rows: Sequence[RunRow],
    title_of: Callable[[RunRow], str],
    look_back: Callable[[RunRow], None],
    go_on: Callable[[RunRow], None],
) -> Batch:
    """Return the recorded runs: looked back at, or gone on with where they have not ended."""
    ended, held = translate("Palette", "Look back at run"), translate("Palette", "Continue run")
    return batch(
        Entry(
            text=f"{title_of(row)}  {row.number}" + (f", {row.team}" if row.team else ""),
            group=ended if row.ended else held,
            deed=partial(look_back if row.ended else go_on, row),
            also=row.title,
        )
        for row in rows
    )


def _all_words(text: Text | None) -> tuple[str, ...]:
    return tuple(words for _, words in text.words) if text is not None else ()
