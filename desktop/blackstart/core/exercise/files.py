"""Whole drill files: read with every fault told, written with everything untouched left as it was."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from blackstart.core.base.document import LARGEST_JSON, Document
from blackstart.core.base.errors import DrillError
from blackstart.core.base.findings import Finding
from blackstart.core.base.ids import DrillId
from blackstart.core.base.keyed import record_schema
from blackstart.core.base.reading import Reading
from blackstart.core.base.shapes import Definitions
from blackstart.core.base.textfile import read_file
from blackstart.core.exercise.grammar import DRILL
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.records import read_records


@dataclass(frozen=True, slots=True)
class LoadedDrill:
    """A drill with the text it was read from.

    Attributes
    ----------
    source : str
        The file's name as the user gave it, or ``"<text>"``.
    warnings : tuple of Finding
        What does not keep the drill from being used.
    """

    drill: Drill
    text: str = field(repr=False)
    source: str
    warnings: tuple[Finding, ...] = ()


def load_drill(path: Path) -> LoadedDrill:
    """Read a drill file.

    Raises
    ------
    UserError
        If there is no such file, or it cannot be opened.
    DrillError
        With all faults of its text.
    """
    return read_drill(read_file(path, LARGEST_JSON), str(path))


def read_drill(text: str, source: str = "<text>") -> LoadedDrill:
    """Read the text of a drill; `source` names it in messages and gives its usual id.

    Raises
    ------
    DrillError
        With all faults, in the order of the file.
    """
    document = Document(text, source)
    reading = Reading()
    document.tell_repeated_keys(reading)
    drill = read_records(document.data, reading, usual_id(source))
    if drill is None or reading.faults:
        raise DrillError(document.findings(reading.faults))
    return LoadedDrill(drill, text, source)


def usual_id(source: str) -> DrillId:
    """Return the slug of a file's name, which is its drill's id if it gives none; ``""`` if there is no file."""
    stem = "" if source.startswith("<") else Path(source).stem
    return DrillId(re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-"))


def drill_schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of a drill file; it says form, not what must go together."""
    definitions: Definitions = {}
    schema = record_schema(DRILL, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Blackstart drill",
        **schema,
        "$defs": definitions,
    }
