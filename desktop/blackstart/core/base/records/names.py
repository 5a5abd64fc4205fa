"""Ids in files: where a name is given, and where something refers to it."""

from dataclasses import dataclass

from blackstart.core.base.ids import ID_PATTERN, is_id
from blackstart.core.base.nearest import quoted
from blackstart.core.base.records.reading import BROKEN, Place, Reading
from blackstart.core.base.records.shapes import Definitions, Scalar, Schema


def _id(found: object) -> str:
    # A name of digits alone is a number to YAML: 119 names the emergency call as well as a count.
    word = str(found) if isinstance(found, int) and not isinstance(found, bool) else found
    if not isinstance(word, str) or not is_id(word):
        raise ValueError(f"found {quoted(found)}, wanted an id: a-z, 0-9 and hyphens, such as login-main")
    return word


ID = Scalar("an id", _id, {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$"})


@dataclass(frozen=True, slots=True)
class Defined:
    """An id that names what it stands in; each of a kind once."""

    kind: str
    wanted: str = "an id"

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
    def wanted(self) -> str:
        """The id of what."""
        article = "an" if self.kind[0] in "aeiou" else "a"
        return f"the id of {article} {self.kind}"

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
