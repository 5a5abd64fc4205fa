"""The JSON Schema of drill files takes what the reader takes, in form."""

import json
import re
import tomllib
from typing import Any

import pytest
from hypothesis import given
from ruamel.yaml import YAML

from blackstart.core.base.assets import assets_folder
from blackstart.core.base.errors import DrillError
from blackstart.core.exercise.files import drill_schema, read_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.writing import drill_record
from tests.core.exercise.drills import drills
from tests.core.exercise.full import FULL_TEXT
from tests.core.exercise.test_saving import slowly

SCHEMA: dict[str, Any] = json.loads(json.dumps(drill_schema()))
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
    "integer": int,
    "number": (int, float),
}


def takes(schema: dict[str, Any], value: Any) -> bool:
    """Whether a schema takes a value; of JSON Schema what the drill's uses, and any other word is an error."""
    return all(_KEYWORDS[word](schema, value) for word in schema)


def _is(kind: str, value: Any) -> bool:
    return isinstance(value, TYPES[kind]) and not (isinstance(value, bool) and kind in ("integer", "number"))


def _properties(schema: dict[str, Any], value: Any) -> bool:
    return all(takes(form, value[key]) for key, form in schema["properties"].items() if key in value)


def _additional(schema: dict[str, Any], value: Any) -> bool:
    others = [each for key, each in value.items() if key not in schema.get("properties", ())]
    form = schema["additionalProperties"]
    return not others if form is False else all(takes(form, each) for each in others)


_KEYWORDS: dict[str, Any] = {
    "$schema": lambda schema, value: True,
    "$defs": lambda schema, value: True,
    "title": lambda schema, value: True,
    "description": lambda schema, value: True,
    "format": lambda schema, value: True,
    "$ref": lambda schema, value: takes(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], value),
    "type": lambda schema, value: any(
        _is(kind, value) for kind in ([schema["type"]] if isinstance(schema["type"], str) else schema["type"])
    ),
    "anyOf": lambda schema, value: any(takes(form, value) for form in schema["anyOf"]),
    "const": lambda schema, value: value == schema["const"],
    "enum": lambda schema, value: value in schema["enum"],
    "pattern": lambda schema, value: not isinstance(value, str) or bool(re.search(schema["pattern"], value)),
    "minimum": lambda schema, value: not _is("number", value) or value >= schema["minimum"],
    "maximum": lambda schema, value: not _is("number", value) or value <= schema["maximum"],
    "minLength": lambda schema, value: not isinstance(value, str) or len(value) >= schema["minLength"],
    "maxLength": lambda schema, value: not isinstance(value, str) or len(value) <= schema["maxLength"],
    "items": lambda schema, value: not isinstance(value, list) or all(takes(schema["items"], each) for each in value),
    "minItems": lambda schema, value: not isinstance(value, list) or len(value) >= schema["minItems"],
    "maxItems": lambda schema, value: not isinstance(value, list) or len(value) <= schema["maxItems"],
    "required": lambda schema, value: not isinstance(value, dict) or all(key in value for key in schema["required"]),
    "properties": lambda schema, value: not isinstance(value, dict) or _properties(schema, value),
    "additionalProperties": lambda schema, value: not isinstance(value, dict) or _additional(schema, value),
    "propertyNames": lambda schema, value: (
        not isinstance(value, dict) or all(takes(schema["propertyNames"], key) for key in value)
    ),
    "minProperties": lambda schema, value: not isinstance(value, dict) or len(value) >= schema["minProperties"],
}


def full() -> Any:
    return json.loads(
        json.dumps(
            YAML(typ="safe", pure=True).load(
                FULL_TEXT.replace("2022-10-15T", "'2022-10-15T").replace("+09:00", "+09:00'")
            )
        )
    )


def test_the_full_drill_is_taken() -> None:
    assert takes(SCHEMA, full())


def test_every_part_that_is_referred_to_is_defined() -> None:
    referred = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(SCHEMA)))
    assert referred == set(SCHEMA["$defs"])
    assert all(re.fullmatch("[a-z-]+", name) for name in referred)


@slowly
@given(drills())
def test_every_sound_drill_is_taken(drill: Drill) -> None:
    assert takes(SCHEMA, json.loads(json.dumps(drill_record(drill))))


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("titel",), "x"),
        (("title",), 5),
        (("title",), {}),
        (("blackstart",), 2),
        (("id",), "Not an id"),
        (("level",), "stedy"),
        (("topology", "components", 4, "restart"), "3 minutes"),
        (("topology", "components", 4, "restart"), -1),
        (("topology", "components", 4, "substitutable"), 40),
        (("topology", "components", 4, "at"), [1]),
        (("topology", "components", 4, "needs", 0, "on"), []),
        (("topology", "components", 4, "needs", 0, "for"), "walk"),
        (("exercise", "injects", 0, "effects", 0), {"fial": "grid"}),
        (("exercise", "injects", 0, "effects", 0), {"fail": "grid", "repair": "grid"}),
        (("exercise", "injects", 0, "effects", 0), {"repair": {"component": "grid", "level": "5 %"}}),
        (("exercise", "injects", 1, "when"), {"all": []}),
        (("exercise", "injects", 1, "when"), {"component": "login", "is": "donw"}),
        (("exercise", "objectives", 0, "measure"), {"component": "login", "by": "1 h"}),
    ],
)
def test_what_the_reader_refuses_in_form_the_schema_refuses_too(place: tuple[Any, ...], wrong: Any) -> None:
    record = full()
    inner = record
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = wrong
    assert not takes(SCHEMA, record)
    with pytest.raises(DrillError):
        read_drill(json.dumps(record))


def test_every_key_says_what_it_is_for() -> None:
    records = {**SCHEMA["$defs"], "drill": SCHEMA}
    silent = [
        f"{name}.{key}"
        for name, record in records.items()
        for key, form in record.get("properties", {}).items()
        if not form.get("description", "").endswith(".")
    ]
    assert silent == []


def test_nothing_is_said_of_a_key_that_there_is_not() -> None:
    about = tomllib.loads((assets_folder() / "schema" / "about.toml").read_text(encoding="utf-8"))
    records = {**SCHEMA["$defs"], "drill": SCHEMA}
    anywhere = {key for record in records.values() for key in record.get("properties", {})}
    assert set(about.pop("any")) - anywhere == set()
    assert {name: set(keys) - set(records[name]["properties"]) for name, keys in about.items()} == {
        name: set() for name in about
    }
