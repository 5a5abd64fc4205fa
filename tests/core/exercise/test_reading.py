"""What a drill file may hold, and what is told of one that holds something else."""

import dataclasses
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from blackstart.core.base.errors import DrillError, UserError
from blackstart.core.exercise.files import load_drill, read_drill
from tests.core.exercise.full import FULL, FULL_TEXT

FAULTS = tomllib.loads(Path(__file__).with_name("faults.toml").read_text("utf-8"))["fault"]

SMALL = """\
blackstart: 1
id: small
title: Small
topology:
  crews: [{id: platform}]
  zones: [{id: hall}]
  components:
    - id: grid
    - id: login
      needs: [{on: grid}, {on: [grid, net], at_least: 2}]
    - id: net
exercise:
  lasts: 2 h
  roles: [{id: lead}]
  objectives: [{id: talk, text: Talk}]
  injects: [{id: smoke, at: 0, channel: alert, text: Smoke}]
  decisions: [{id: cut, question: Cut?, options: [{id: agree, text: Yes}, {id: refuse, text: Never}]}]
  actions: [{id: switch, text: Switch}]
"""


def told(text: str) -> list[str]:
    """What is said of a text that is not a drill, without the file's name."""
    with pytest.raises(DrillError) as caught:
        read_drill(text, "f.drill")
    return [line.removeprefix("f.drill:") for line in str(caught.value).splitlines()]


def small(old: str, new: str) -> str:
    assert SMALL.count(old) >= 1
    return SMALL.replace(old, new, 1)


def with_component(keys: str) -> str:
    return small("    - id: net\n", f"    - id: net\n    - {{id: pay, {keys}}}\n")


def test_every_key_is_read_as_what_it_stands_for() -> None:
    assert read_drill(FULL_TEXT).drill == FULL


def test_the_same_drill_written_as_json_is_the_same_drill() -> None:
    plain = YAML(typ="safe", pure=True).load(FULL_TEXT)
    plain["exercise"]["starts"] = "2022-10-15T15:19:00+09:00"
    assert read_drill(json.dumps(plain)).drill == FULL


def test_a_key_left_out_or_left_empty_has_its_default() -> None:
    bare = "blackstart: 1\nid: x\ntitle: T\ntopology: {components: [{id: a}]}\n"
    empty = (
        "blackstart: 1\nid: x\ntitle: T\nsummary:\nlevel: ~\ntopology: {components: [{id: a, zone: , repair: null}]}\n"
    )
    assert read_drill(bare).drill == read_drill(empty).drill
    (component,) = read_drill(bare).drill.topology.components
    defaults = {field.name: field.default for field in dataclasses.fields(component) if field.name != "id"}
    assert {name: getattr(component, name) for name in defaults} == defaults


def test_on_off_yes_and_no_are_words() -> None:
    text = SMALL.replace("id: net", "id: on").replace("net]", "on]").replace("id: lead", "id: no")
    drill = read_drill(text).drill
    assert [component.id for component in drill.topology.components] == ["grid", "login", "on"]
    assert drill.exercise is not None
    assert drill.exercise.roles[0].id == "no"


def test_a_name_of_digits_is_an_id() -> None:
    text = SMALL.replace("id: net", "id: 119").replace("net]", "119]")
    assert read_drill(text).drill.topology.components[2].id == "119"


def test_a_name_like_a_power_of_ten_stays_the_word_it_is() -> None:
    assert (
        read_drill(SMALL.replace("id: net", "id: 1e5").replace("net]", "1e5]")).drill.topology.components[2].id == "1e5"
    )


def test_without_an_id_the_file_names_the_drill() -> None:
    assert read_drill(small("id: small\n", ""), "/tmp/Night Shift_2.drill").drill.id == "night-shift-2"


def test_without_an_id_or_a_file_name_the_id_is_missing() -> None:
    with pytest.raises(DrillError, match="id is missing"):
        read_drill(small("id: small\n", ""))


def test_a_phase_without_from_begins_where_the_one_above_ends() -> None:
    text = small("lasts: 2 h", "lasts: 2 h\n  phases: [{id: a, until: 1 h}, {id: b, until: 90 min}]")
    exercise = read_drill(text).drill.exercise
    assert exercise is not None
    assert [(phase.start, phase.until) for phase in exercise.phases] == [(0, 3600), (3600, 5400)]


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["told"][:60] for fault in FAULTS])
def test_one_wrong_thing_is_told_once_with_its_line_and_what_is_right(fault: dict[str, Any]) -> None:
    text = fault["text"] if "text" in fault else small(*fault["change"])
    assert told(text) == [fault["told"]]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        SMALL.replace("id: platform", "id: platform, size: no").replace("id: net", "id: nte").replace("at: 0", "at: -1")
    )
    assert [line.split(":")[0] for line in told(text)] == ["5", "10", "16"]


def test_what_refers_to_something_unreadable_is_not_told_as_well() -> None:
    assert told(small("    - id: net\n", "    - idd: net\n")) == [
        "11: topology.components[2].idd: component knows no key 'idd'; did you mean id?"
    ]
    assert told(small("  components:", "  componets:")) == [
        "7: topology.componets: topology knows no key 'componets'; did you mean components?"
    ]
    assert told(SMALL.replace("net", "Net")) == [
        "11: topology.components[2].id: found 'Net', wanted an id: a-z, 0-9 and hyphens, such as login-main"
    ]
    assert told(
        small("  roles: [{id: lead}]\n", "  roles: lead\n").replace("text: Smoke", "text: Smoke, to: [lead]")
    ) == ["14: exercise.roles: found 'lead', wanted a list, each a mapping with id, name, about"]


def test_of_another_format_nothing_but_that_is_told() -> None:
    assert len(told("blackstart: 2\nnew_things: [1, 2]\n")) == 1


def test_a_character_that_cannot_be_shown_is_a_fault() -> None:
    assert told(small("title: Small", 'title: "a\\abell"')) == [
        "3: title: holds the character U+0007, which cannot be shown; leave it out"
    ]
    assert told('{"blackstart": 1, "id": "x", "title": "\\ud800", "topology": {}}') == [
        "1: title: holds the character U+D800, which cannot be shown; leave it out"
    ]


def test_a_line_in_json_is_named_as_well() -> None:
    text = json.dumps({"blackstart": 1, "id": "x", "title": "T", "topology": {"components": [{"id": "A"}]}}, indent=1)
    assert told(text) == [
        "8: topology.components[0].id: found 'A', wanted an id: a-z, 0-9 and hyphens, such as login-main"
    ]


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    text = "\ufeff" + SMALL.replace("\n", "\r\n")
    assert read_drill(text).drill == read_drill(SMALL).drill
    assert told(text.replace("id: lead", "id: Lead"))[0].startswith("14: ")


def test_the_loaded_text_is_kept_as_it_stands() -> None:
    text = "\ufeff" + SMALL.replace("\n", "\r\n")
    assert read_drill(text).text == text


def test_depth_is_bounded_in_yaml_and_in_json() -> None:
    assert told("a: " + "[" * 60 + "]" * 60) == ["1: lists and mappings lie more than 50 deep in one another"]
    for depth in (60, 100_000):
        assert told('{"a": ' + "[" * depth + "]" * depth + "}") == [
            "1: lists and mappings lie more than 50 deep in one another"
        ]


def test_aliases_repeat_what_is_marked() -> None:
    text = small("needs: [{on: grid}, {on: [grid, net], at_least: 2}]", "needs: &n [{on: grid}]").replace(
        "    - id: net\n", "    - {id: net, needs: *n}\n"
    )
    components = read_drill(text).drill.topology.components
    assert components[1].needs == components[2].needs != ()


def test_a_few_lines_of_aliases_cannot_grow_without_bound() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 20)]
    assert told("\n".join(lines)) == ["5: aliases repeat more than 100000 values"]


def test_a_number_of_ten_thousand_digits_is_answered_like_any_wrong_number() -> None:
    digits = "9" * 10_000
    expected = f"12: topology.components[3].users: found '{'9' * 48}...', wanted a whole number, 0 or more"
    assert told(with_component(f"users: {digits}")) == [expected]
    (line,) = told('{"blackstart": 1, "id": "x", "title": "T", "topology": {}, "minutes": ' + digits + "}")
    assert line.startswith("1: minutes: found '999")


def test_a_text_beyond_the_limit_is_not_read() -> None:
    assert told("# " + "x" * 11 * 1024**2) == ["1: the YAML is longer than 10 MB"]


def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.drill: there is no such file$"):
        load_drill(tmp_path / "none.drill")
    with pytest.raises(UserError, match="is a folder; wanted a file$"):
        load_drill(tmp_path)
    latin = tmp_path / "latin.drill"
    latin.write_bytes("a: 1\nb: é\n".encode("latin-1"))
    with pytest.raises(DrillError, match=r"latin\.drill:2: byte 0xe9 is not UTF-8; save the file as UTF-8$"):
        load_drill(latin)
