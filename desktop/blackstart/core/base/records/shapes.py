"""What a file may hold, said once: a shape reads a value, gathers what is wrong with it, and gives its JSON Schema."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.nearest import quoted
from blackstart.core.base.records.reading import BROKEN, Place, Reading
from blackstart.core.base.words import Said, said

Schema = dict[str, object]
Definitions = dict[str, object]  # named parts of a schema, by name


class Shape(Protocol):
    """One form of value."""

    @property
    def wanted(self) -> Said:
        """What a message says is wanted: ``a list of ids``."""
        ...

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the value as the program has it, or `BROKEN` once the fault has been gathered."""
        ...

    def schema(self, definitions: Definitions) -> Schema:
        """Return the JSON Schema of the form; named parts are put among `definitions`."""
        ...


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word, number or claim; `convert` raises UnfitValue with the sentence to tell."""

    wanted: Said
    convert: Callable[[object], object]
    json: Mapping[str, object]

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the converted value."""
        try:
            return self.convert(value)
        except UnfitValue as unfit:
            return reading.fault("wrong-value", place, unfit.sentence)

    def schema(self, definitions: Definitions) -> Schema:
        """Return the form as given."""
        return dict(self.json)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one shape, with at least `least` and at most `most` items; read as a tuple of what is readable."""

    item: Shape
    least: int = 0
    most: int | None = None

    @property
    def wanted(self) -> Said:
        """A list of what."""
        if self.least == self.most:
            return said("wanted.list-of", least=self.least, item=self.item.wanted)
        if self.least:
            return said("wanted.list-from", least=self.least, item=self.item.wanted)
        return said("wanted.list", item=self.item.wanted)

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the readable items."""
        if not isinstance(value, list):
            return other_form(value, self.wanted, place, reading)
        if len(value) < self.least or (self.most is not None and len(value) > self.most):
            found = said("found.list-of", length=len(value))
            return reading.fault("wrong-length", place, said("fault.wanted", found=found, wanted=self.wanted))
        items = (self.item.read(each, (*place, index), reading) for index, each in enumerate(value))
        return tuple(item for item in items if item is not BROKEN)

    def schema(self, definitions: Definitions) -> Schema:
        """Return an array."""
        limits: Schema = {"minItems": self.least} if self.least else {}
        if self.most is not None:
            limits["maxItems"] = self.most
        return {"type": "array", "items": self.item.schema(definitions), **limits}


@dataclass(frozen=True, slots=True)
class ByForm:
    """One shape if the value is a mapping, another if it is a list, another for anything else."""

    wanted: Said
    scalar: Shape
    mapping: Shape | None = None
    sequence: Shape | None = None

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return what the shape for the value's form reads."""
        shape = self.mapping if isinstance(value, dict) else self.sequence if isinstance(value, list) else self.scalar
        if shape is None:
            return other_form(value, self.wanted, place, reading)
        return shape.read(value, place, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """Return any of the forms."""
        forms = (self.scalar, self.sequence, self.mapping)
        return {"anyOf": [form.schema(definitions) for form in forms if form is not None]}


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One value or a list of them, read as a tuple."""

    item: Shape
    least: int = 1

    @property
    def wanted(self) -> Said:
        """One or a list."""
        return said("wanted.one-or-list", item=self.item.wanted)

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the readable items."""
        if isinstance(value, list):
            return ListOf(self.item, self.least).read(value, place, reading)
        item = self.item.read(value, place, reading)
        return BROKEN if item is BROKEN else (item,)

    def schema(self, definitions: Definitions) -> Schema:
        """Return one or an array."""
        return {"anyOf": [self.item.schema(definitions), ListOf(self.item, self.least).schema(definitions)]}


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys are names of one kind; read as a tuple of (key, value)."""

    key: Scalar
    value: Shape
    least: int = 0

    @property
    def wanted(self) -> Said:
        """A mapping from what to what."""
        return said("wanted.mapping-to", key=self.key.wanted, value=self.value.wanted)

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return the readable pairs, in the order of the file."""
        if not isinstance(value, dict) or len(value) < self.least:
            return other_form(value, self.wanted, place, reading)
        pairs = []
        for key, each in value.items():
            name = self.key.read(key, (*place, key), reading)
            item = self.value.read(each, (*place, key), reading)
            if name is not BROKEN and item is not BROKEN:
                pairs.append((name, item))
        return tuple(pairs)

    def schema(self, definitions: Definitions) -> Schema:
        """Return an object with any keys of that form."""
        limits: Schema = {"minProperties": self.least} if self.least else {}
        names = {"propertyNames": {"pattern": self.key.json["pattern"]}} if "pattern" in self.key.json else {}
        return {"type": "object", **names, "additionalProperties": self.value.schema(definitions), **limits}


@dataclass(frozen=True, slots=True)
class Later:
    """A shape that is defined further down, for forms that hold themselves."""

    wanted: Said
    shape: Callable[[], Shape] = field(compare=False)

    def read(self, value: object, place: Place, reading: Reading) -> object:
        """Return what the shape reads."""
        return self.shape().read(value, place, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """Return the schema of the shape."""
        return self.shape().schema(definitions)


def other_form(value: object, wanted: Said, place: Place, reading: Reading) -> object:
    """Gather that a value has another form than wanted."""
    return reading.fault("wrong-type", place, said("fault.wanted", found=quoted(value), wanted=wanted))
