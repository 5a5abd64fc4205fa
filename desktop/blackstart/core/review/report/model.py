"""What a report holds, whatever form it is given: sections of paragraphs, lists, tables and figures.

All words are plain text as people wrote or the program says them; each form makes them harmless in its own way.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from blackstart.core.play.commands import Entry

FACILITATORS, PARTICIPANTS = "facilitators", "participants"

# Makes a PNG of an SVG text, so many px wide.
Rasterizer = Callable[[str, int], bytes]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words; `role` is ``body``, ``lead`` (what matters most) or ``note`` (said quietly).

    Attributes
    ----------
    instead_of : Table or None
        The table without rows that these words stand for: programs still find it by its id.
    """

    text: str
    role: str = "body"
    instead_of: "Table | None" = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short sentences; `role` is ``body`` or ``note`` (said quietly)."""

    points: tuple[str, ...]
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head.

    Attributes
    ----------
    id : str
        By which one table can be asked for, such as ``decisions``.
    rows : tuple of tuple of str
        As many cells each as the head has.
    wide : tuple of int
        Columns that take the room that is left, in equal shares; the others are as wide as their words.
    numbers : tuple of int
        Columns that are set to the right.
    is_plain : bool
        Name and value side by side: the first column is a head, and the head's words are not shown.
    """

    id: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG text of our own making.

    Attributes
    ----------
    width, height : int
        Its own size, px; every form scales it to the page.
    told : str
        What it shows, for those who cannot see it.
    """

    id: str
    caption: str
    svg: str
    width: int
    height: int
    told: str


def listed(table: Table, nothing: str) -> Paragraph | Table:
    """Return a table, or the words that say so where it has no rows."""
    return table if table.rows else Paragraph(nothing, instead_of=table)


Block = Paragraph | Bullets | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; `level` 1 or 2."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of it.

    Attributes
    ----------
    facts : mapping of str to int or str or None
        Every figure that the report names, exact and in base units (seconds, service-seconds, people), by name.
    journal : tuple of Entry
        What its readers may see of the run's journal.
    """

    title: str
    subtitle: str
    language: str
    sections: tuple[Section, ...]
    facts: dict[str, object] = field(default_factory=dict)
    journal: tuple[Entry, ...] = ()

    @property
    def tables(self) -> dict[str, Table]:
        """All tables that are shown, by id."""
        return {block.id: block for section in self.sections for block in section.blocks if isinstance(block, Table)}

    @property
    def every_table(self) -> dict[str, Table]:
        """All tables by id, those without rows among them."""
        blocks = [block for section in self.sections for block in section.blocks]
        tables = [block.instead_of if isinstance(block, Paragraph) else block for block in blocks]
        return {table.id: table for table in tables if isinstance(table, Table)}

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Figure))
