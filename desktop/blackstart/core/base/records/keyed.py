"""Mappings with known keys: records, and records of several forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from blackstart.core.base.nearest import listed, nearest, quoted
from blackstart.core.base.records.reading import BROKEN, Fields, Place, Reading
from blackstart.core.base.records.shapes import Definitions, Schema, Shape, other_form
from blackstart.core.base.words import ENGLISH, Said, said, sentences


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
    def wanted(self) -> Said:
        """A mapping with which keys."""
        return said("wanted.mapping-with", keys=listed(self.keys))

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
    def wanted(self) -> Said:
        """A mapping with one of the keys."""
        return said("wanted.mapping-with-one", keys=listed(self.forms))

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
            message = said("fault.two-in-one", found=tuple(named), name=record_words(self.name))
            return reading.fault("two-in-one", place, message)
        for key in value:
            guess = nearest(key, self.forms)
            if guess is not None:
                message = said("fault.no-form", name=record_words(self.name), key=quoted(key), guess=guess)
                return reading.fault("unknown-key", (*place, key), message)
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
                message = said("fault.missing", key=key, wanted=entry.shape.wanted)
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


def record_words(name: str) -> Said:
    """Return what people call a record: ``decision condition``, or an effect by its word."""
    key = f"record.{name.replace(' ', '-')}"
    if key in sentences(ENGLISH):
        return said(key)
    for form in ("target-of", "components", "zone", "job", "effect"):
        word = name.removeprefix("target of ") if form == "target-of" else name.removesuffix(f" {form}")
        if word != name:
            return said(f"record-of.{form}", word=word)
    return said("record-of.word", word=name)


def _unknown_key(record: Record, key: str, fields: Fields, reading: Reading) -> str | None:
    guess = nearest(key, record.keys)
    if guess is not None:
        hint = said("instead.only-guess", guess=guess)
    else:
        hint = said("instead.known", kind=said("parts.key"), known=tuple(record.keys))
    message = said("fault.no-key", name=record_words(record.name), key=quoted(key), hint=hint)
    reading.fault("unknown-key", (*fields.place, key), message)
    return guess
