"""Mappings with known keys: records, and records of several forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from blackstart.core.base.nearest import listed, nearest, quoted
from blackstart.core.base.records.reading import BROKEN, Fields, Place, Reading
from blackstart.core.base.records.shapes import Definitions, Schema, Shape, other_form


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a `Record`."""

    shape: Shape
    is_required: bool = False


def required(shape: Shape) -> Key:
    """Return an entry that must be given."""
    return Key(shape, is_required=True)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys, read as `Fields`; a key with nothing after it counts as left out.

    Attributes
    ----------
    name : str
        What it is, for messages and for the schema: ``component``.
    keys : mapping of str to Key
        Every key there is.
    then : callable or None
        Looks at what was read, and gathers what does not go together.
    defines : str
        The kind of thing that its id names; ``""`` if nothing refers to it.
    """

    name: str
    keys: Mapping[str, Key]
    then: Callable[[Fields, Reading], None] | None = field(default=None, compare=False)
    defines: str = ""

    @property
    def wanted(self) -> str:
        """A mapping with which keys."""
        return f"a mapping with {listed(self.keys)}"

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the readable entries."""
        if not isinstance(value, dict):
            reading.doubt(self.defines)
            return other_form(value, self.wanted, place, reading)
        fields = Fields(place)
        read_entries(self, value, fields, reading)
        if value.get("id") is None:
            reading.doubt(self.defines)
        if self.then is not None:
            self.then(fields, reading)
        return fields

    def schema(self, definitions: Definitions) -> Schema:
        """Return a reference to the object, which is put among the definitions."""
        return named(self.name, lambda: record_schema(self, definitions), definitions)


@dataclass(frozen=True, slots=True)
class Variants:
    """A mapping of one of several forms, told apart by which of their keys it has; read as `Fields`."""

    name: str
    forms: Mapping[str, Record]

    @property
    def wanted(self) -> str:
        """A mapping with one of the keys."""
        return f"a mapping with one of {listed(self.forms)}"

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the readable entries of the form that the keys name."""
        if not isinstance(value, dict):
            return other_form(value, self.wanted, place, reading)
        named = [key for key in value if key in self.forms]
        if len(named) != 1:
            return self._untold(value, named, place, reading)
        form = self.forms[named[0]]
        fields = Fields(place, named[0])
        read_entries(form, value, fields, reading)
        if form.then is not None:
            form.then(fields, reading)
        return fields

    def schema(self, definitions: Definitions) -> Schema:
        """Return any of the forms, under the common name."""
        return named(
            self.name, lambda: {"anyOf": [form.schema(definitions) for form in self.forms.values()]}, definitions
        )

    def _untold(self, value: dict[str, object], named: list[str], place: Place, reading: Reading) -> object:
        if named:
            return reading.fault(
                "two-in-one", place, f"found {' and '.join(named)} in one {self.name}; write one {self.name} for each"
            )
        for key in value:
            guess = nearest(key, self.forms)
            if guess is not None:
                return reading.fault(
                    "unknown-key", (*place, key), f"{self.name} knows no {quoted(key)}; did you mean {guess}?"
                )
        return other_form(value, self.wanted, place, reading)


def read_entries(record: Record, value: dict[str, object], fields: Fields, reading: Reading) -> None:
    """Read the entries of a mapping into `fields`; unknown and missing keys are faults."""
    for key, each in value.items():
        entry = record.keys.get(key)
        if entry is None:
            guess = _unknown_key(record, key, fields, reading)
            if guess is not None and guess not in value:
                fields.broken.add(guess)
        elif each is not None:
            faults_before = len(reading.faults)
            item = entry.shape.read(each, (*fields.place, key), reading)
            if item is not BROKEN:
                fields[key] = item
            if len(reading.faults) > faults_before:
                fields.broken.add(key)
    for key, entry in record.keys.items():
        if entry.is_required and value.get(key) is None:
            if key not in fields.broken:
                message = f"{key} is missing; wanted {entry.shape.wanted}"
                reading.fault("missing-key", (*fields.place, key) if key in value else fields.place, message)
            fields.broken.add(key)


def record_schema(record: Record, definitions: Definitions) -> Schema:
    """Return the JSON Schema of a record itself."""
    properties: Schema = {}
    for key, entry in record.keys.items():
        form = entry.shape.schema(definitions)
        properties[key] = form if entry.is_required else {"anyOf": [form, {"type": "null"}]}
    needed = [key for key, entry in record.keys.items() if entry.is_required]
    return {
        "type": "object",
        "properties": properties,
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def named(name: str, form: Callable[[], Schema], definitions: Definitions) -> Schema:
    """Return a reference to a form, which is put among the definitions once."""
    key = name.replace(" ", "-")
    if key not in definitions:
        definitions[key] = {}  # taken before its parts are asked, which may hold it again
        definitions[key] = form()
    return {"$ref": f"#/$defs/{key}"}


def _unknown_key(record: Record, key: str, fields: Fields, reading: Reading) -> str | None:
    guess = nearest(key, record.keys)
    hint = f"; did you mean {guess}?" if guess is not None else f" (keys are: {', '.join(record.keys)})"
    reading.fault("unknown-key", (*fields.place, key), f"{record.name} knows no key {quoted(key)}{hint}")
    return guess
