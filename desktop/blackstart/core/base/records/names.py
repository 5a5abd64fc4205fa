"""Ids in files: where a name is given, and where something refers to it."""

from dataclasses import dataclass

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.ids import ID_PATTERN, is_id
from blackstart.core.base.nearest import quoted
from blackstart.core.base.records.reading import BROKEN, Place, Reading
from blackstart.core.base.records.shapes import Definitions, Scalar, Schema
from blackstart.core.base.words import Said, said


def _id(found: object) -> str:
    # A name of digits alone is a number to YAML: 119 names the emergency call as well as a count.
    word = str(found) if isinstance(found, int) and not isinstance(found, bool) else found
    if not isinstance(word, str) or not is_id(word):
        raise UnfitValue(said("fault.wanted", found=quoted(found), wanted=said("wanted.id-such-as")))
    return word


ID = Scalar(said("wanted.id"), _id, {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$"})


@dataclass(frozen=True, slots=True)
class Defined:
    """An id that names what it stands in; each of a kind once."""

    kind: str

    @property
    def wanted(self) -> Said:
        """An id."""
        return ID.wanted

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the id, known from now on to those that refer to it."""
        name = ID.read(value, place, reading)
        if isinstance(name, str):
            reading.define(self.kind, name, place)
        elif isinstance(value, str):
            reading.know(self.kind, [value])  # so that those who use it are not told as well
        return name

    def schema(self, definitions: Definitions) -> Schema:
        """Return the form of an id."""
        return ID.schema(definitions)


@dataclass(frozen=True, slots=True)
class Referred:
    """The id of something else in the file."""

    kind: str

    @property
    def wanted(self) -> Said:
        """The id of what."""
        return said(f"wanted-id-of.{self.kind}")

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the id; whether there is such a thing is looked up when everything has been read."""
        # A misspelt id is told once, as a name that there is not.
        name = value if isinstance(value, str) else ID.read(value, place, reading)
        if name is not BROKEN:
            reading.refer(self.kind, str(name), place)
        return name

    def schema(self, definitions: Definitions) -> Schema:
        """Return the form of an id."""
        return ID.schema(definitions)
