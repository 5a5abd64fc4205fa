"""What the inspector shows, as plain values: a head, sections of fields and rows, and the weak points at the foot."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.model import Purpose
from blackstart.shell.draw.selection import Selection

Key = tuple[str, ...]  # what a field or a button is about: its name first, then of which part
MOST_ROWS = 8  # of a list that is not unfolded


class Control(StrEnum):
    """By what a value is given."""

    LINE = "line"
    LINES = "lines"
    PICK = "pick"
    CHECK = "check"
    LINK = "link"  # no value yet: a link that leads to one


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that can be picked; `id` is empty for none."""

    id: str
    label: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One value with its name.

    Attributes
    ----------
    shown : str
        As it is typed; the id of the choice; of a link its words.
    suffix : str
        The unit, behind the value.
    hint : str
        What stands in the field while it is empty: the range, or what is usual.
    is_mixed : bool
        The chosen components differ in it.
    """

    key: Key
    label: str
    control: Control = Control.LINE
    shown: str = ""
    suffix: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    is_on: bool = False
    is_mixed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list; pressed, it leads to what it is about.

    Attributes
    ----------
    purpose : Purpose or None
        Whose stroke stands before the words; None = `icon`, or nothing.
    words : str
        At the right edge, where there is nothing to change.
    inline : tuple of Field
        Values that are changed in the row itself: the words round each are its label, with a gap ``{}`` for it.
    drop : Key
        What its button that takes it away is about; () = it has none.
    drop_name : str
        What that button does, for those who hear it.
    """

    key: Key
    title: str
    detail: str = ""
    purpose: Purpose | None = None
    icon: str = ""
    words: str = ""
    inline: tuple[Field, ...] = ()
    drop: Key = ()
    drop_name: str = ""


@dataclass(frozen=True, slots=True)
class Adding:
    """How a list is added to: by one of `choices`; by a name that is typed where there are none."""

    key: Key
    word: str
    hint: str
    choices: tuple[Choice, ...] = ()
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """A button at the end of a section."""

    key: Key
    word: str


@dataclass(frozen=True, slots=True)
class Section:
    """Fields, then rows; without a title they follow the head."""

    name: str
    title: str = ""
    count: str = ""
    fields: tuple[Field, ...] = ()
    rows: tuple[Row, ...] = ()
    empty: str = ""
    adding: Adding | None = None
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Weak:
    """A weak point that what is chosen has a part in; `number` is its place among all of them."""

    number: int
    icon: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that is shown of one selection.

    Attributes
    ----------
    up : ComponentId or None
        What the words under the title lead to.
    focus : Key
        The field that has been asked for and is to be typed in; () = the focus stays.
    """

    subject: Selection
    icon: str
    title: str
    about: str
    sections: tuple[Section, ...] = ()
    weak: tuple[Weak, ...] = ()
    up: ComponentId | None = None
    focus: Key = ()

    def fields(self) -> Iterator[Field]:
        """All fields of its sections, those within rows left out."""
        for section in self.sections:
            yield from section.fields
