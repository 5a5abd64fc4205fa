"""Whole drill files: read with every fault told, written with everything untouched left as it was."""

import json
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from blackstart.core.base.assets import assets_folder
from blackstart.core.base.errors import DrillError
from blackstart.core.base.filetext.document import LARGEST_JSON, Document
from blackstart.core.base.filetext.layout import OddLayout
from blackstart.core.base.filetext.nodes import Mapping
from blackstart.core.base.filetext.render import yaml_text
from blackstart.core.base.filetext.rewrite import Rewriter, spelt_out
from blackstart.core.base.filetext.textfile import read_file
from blackstart.core.base.findings import Finding, Severity
from blackstart.core.base.ids import DrillId
from blackstart.core.base.records.keyed import record_schema
from blackstart.core.base.records.reading import Fault, Reading
from blackstart.core.base.records.shapes import Definitions
from blackstart.core.base.words import said
from blackstart.core.exercise.check import doubts
from blackstart.core.exercise.grammar import DRILL
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.records import read_records
from blackstart.core.exercise.writing import drill_record


@dataclass(frozen=True, slots=True)
class LoadedDrill:
    """A drill with the text it was read from.

    Attributes
    ----------
    source : str
        The file's name as the user gave it, or ``"<text>"``.
    warnings : tuple of Finding
        What does not keep the drill from being used.
    document : Document or None
        The text with its places, so that saving need not find them again; None = not kept.
    """

    drill: Drill
    text: str = field(repr=False)
    source: str
    warnings: tuple[Finding, ...] = ()
    document: Document | None = field(default=None, repr=False, compare=False)


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
    return read_document(Document(text, source), text)


def read_document(document: Document, text: str) -> LoadedDrill:
    """Do the second half of `read_drill`: check what the text says, which has been taken apart."""
    source, drill = document.source, _drill_of(document)
    found = doubts(drill)
    slug = usual_id(source)
    if slug and drill.id != slug:
        message = said("doubt.other-name", id=drill.id, file=slug)
        found.insert(0, Fault("other-name", ("id",), message))
    return LoadedDrill(drill, text, source, document.findings(found, Severity.WARNING), document)


def usual_id(source: str) -> DrillId:
    """Return the slug of a file's name, which is its drill's id if it gives none; ``""`` if there is no file."""
    stem = "" if source.startswith("<") else Path(source).stem
    return DrillId(re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-"))


def drill_schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of a drill file; it says form, not what must go together.

    What each key is for stands in ``assets/schema/about.toml``.
    """
    definitions: Definitions = {}
    schema = record_schema(DRILL, definitions)
    _describe({**definitions, "drill": schema})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Blackstart drill",
        **schema,
        "$defs": definitions,
    }


def _describe(records: dict[str, Any]) -> None:
    """Put beside every key of the records what it is for."""
    about = tomllib.loads((assets_folder() / "schema" / "about.toml").read_text(encoding="utf-8"))
    for name, record in records.items():
        said = {**about["any"], **about.get(name, {})}
        keys = record.get("properties", {})
        keys.update({key: {"description": said[key], **form} for key, form in keys.items()})


def save_text(drill: Drill, loaded: LoadedDrill | None) -> str:
    """Return the text to write for a drill.

    Parameters
    ----------
    drill : Drill
        What the text must say.
    loaded : LoadedDrill or None
        What it was read from: its text is kept but for what differs, with comments, order and quoting. None =
        written anew, tidy YAML with everything left out that has its default.

    Returns
    -------
    str
        `loaded.text` itself if the drill says the same.
    """
    if loaded is None:
        return yaml_text(drill_record(drill))
    old, new = drill_record(loaded.drill, is_terse=True), drill_record(drill, is_terse=True)
    if old == new:
        return loaded.text
    text = _rewritten(loaded, old, new)
    return text if text is not None and _says(text, drill, loaded.source) else _anew(drill, loaded.text)


def _drill_of(document: Document) -> Drill:
    reading = Reading()
    document.tell_repeated_keys(reading)
    drill = read_records(document.data, reading, usual_id(document.source))
    if drill is None or reading.faults:
        raise DrillError(document.findings(reading.faults))
    return drill


def _rewritten(loaded: LoadedDrill, old: dict[str, object], new: dict[str, object]) -> str | None:
    document = loaded.document or Document(loaded.text, loaded.source)
    mark = loaded.text[: len(loaded.text) - len(document.text)]
    spelt = spelt_out(document.text, document.root)
    if spelt != document.text:
        document = Document(spelt, loaded.source)
    if not isinstance(document.root, Mapping):
        return None
    try:
        return mark + Rewriter(document.text, document.is_json).rewritten(document.root, old, new)
    except OddLayout:
        return None


def _says(text: str, drill: Drill, source: str) -> bool:
    """Whether a text is read as that drill; of one that has faults, whether it has none but its own."""
    try:
        return drill_record(_drill_of(Document(text, source))) == drill_record(drill)
    except DrillError as error:
        own = Reading()
        read_records(drill_record(drill), own, usual_id(source))
        return {(fault.code, fault.message) for fault in own.faults} == {
            (finding.code, finding.message) for finding in error.findings
        }


def _anew(drill: Drill, before: str) -> str:
    record = drill_record(drill)
    if before.removeprefix("\ufeff").lstrip().startswith("{"):
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    return yaml_text(record)
