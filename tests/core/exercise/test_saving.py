"""What is written says what the drill says, and leaves what it does not touch."""

import difflib
import json
import re
import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.exercise.files import read_drill, save_text
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.writing import drill_record
from blackstart.core.topology.model import Component, Permille
from tests.core.exercise.drills import drills
from tests.core.exercise.full import FULL, FULL_TEXT

EDITS = tomllib.loads(Path(__file__).with_name("edits.toml").read_text("utf-8"))["edit"]
HEAD = "blackstart: 1\nid: d\ntitle: T\ntopology:\n  components:\n"

FORMS: list[dict[str, Any]] = [{}, {"indent": 2}, {"indent": 4}, {"separators": (",", ":")}]

slowly = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def with_components(drill: Drill, *components: Component) -> Drill:
    return replace(drill, topology=replace(drill.topology, components=components))


def with_exercise(drill: Drill, **changes: object) -> Drill:
    assert drill.exercise is not None
    return replace(drill, exercise=replace(drill.exercise, **changes))  # type: ignore[arg-type]  # any field


def saved(text: str, drill: Drill) -> str:
    return save_text(drill, read_drill(text))


def commented(text: str, chance: Random) -> str:
    """A YAML text with comments above and behind some of its keys and items."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        found = re.match(r" *(- )?[a-z_]+:( |$)", line)
        margin = line[: len(line) - len(line.lstrip())]
        if found and chance.random() < 0.3:
            lines += chance.choice([[f"{margin}# lead {number}"], ["", f"{margin}# alone {number}", ""]])
        is_open = found and not re.search(r"[|>][+-]?$", line) and not re.search("[\\x85\u2028]", line)
        lines.append(f"{line}  # trail {number}" if is_open and chance.random() < 0.3 else line)
    return "\n".join(lines) + "\n"


def comments(text: str) -> list[str]:
    return re.findall(r"# (?:lead|alone|trail) \d+$", text, re.MULTILINE)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


@slowly
@given(drills())
def test_a_drill_written_anew_is_read_as_the_same_drill(drill: Drill) -> None:
    assert read_drill(save_text(drill, None)).drill == drill


@slowly
@given(drills(), drills(), st.sampled_from(["yaml", "crlf", "json", "json of several lines"]))
def test_any_drill_written_over_any_other_is_read_as_itself(before: Drill, after: Drill, form: str) -> None:
    text = {
        "yaml": save_text(before, None),
        "crlf": save_text(before, None).replace("\n", "\r\n"),
        "json": json.dumps(drill_record(before)),
        "json of several lines": json.dumps(drill_record(before), indent=2, ensure_ascii=False),
    }[form]
    loaded = read_drill(text)
    written = save_text(after, loaded)
    assert drill_record(read_drill(written).drill) == drill_record(after)
    assert written.startswith("{") == form.startswith("json")


@slowly
@given(drills())
def test_an_unchanged_drill_is_its_loaded_text(drill: Drill) -> None:
    text = "# head\n" + save_text(drill, None).replace("\n", "\r\n") + "# foot"
    loaded = read_drill(text)
    assert save_text(loaded.drill, loaded) is loaded.text


@slowly
@given(drills(), st.randoms(use_true_random=False))
def test_a_change_here_and_there_keeps_every_comment(drill: Drill, chance: Random) -> None:
    text = commented(save_text(drill, None), chance)
    components = tuple(replace(each, users=each.users // 2 + 1) for each in drill.topology.components)
    assume(read_drill(text).drill == drill)  # not where a comment would have come into a text of several lines
    written = saved(text, replace(with_components(drill, *components), minutes=700))
    assert comments(written) == comments(text)


@pytest.mark.parametrize("index", range(5))
def test_a_renamed_component_changes_one_line(index: int) -> None:
    components = list(FULL.topology.components)
    components[index] = replace(components[index], name=plain("New"))
    lines = changed_lines(FULL_TEXT, saved(FULL_TEXT, with_components(FULL, *components)))
    assert [line[1:].strip() for line in lines if line[0] == "+"] == ["name: New"]
    assert len(lines) == (2 if FULL.topology.components[index].name else 1)


def test_a_removed_component_goes_with_its_comments_and_one_blank_line() -> None:
    written = saved(FULL_TEXT, with_components(FULL, *FULL.topology.components[1:]))
    assert changed_lines(FULL_TEXT, written) == ["-     # The grid.", "-     - id: grid", "-       kind: power", "- "]


def test_an_added_component_is_the_last_one_and_looks_like_its_neighbours() -> None:
    new = Component(ComponentId("new"), zone=FULL.topology.zones[0].id)
    written = saved(FULL_TEXT, with_components(FULL, *FULL.topology.components, new))
    assert changed_lines(FULL_TEXT, written) == ["+     - id: new", "+       zone: pangyo"]
    assert "    - id: new\n      zone: pangyo\nexercise:\n" in written


def test_a_moved_component_takes_its_text_along() -> None:
    first, *others = FULL.topology.components
    written = saved(FULL_TEXT, with_components(FULL, *others, first))
    assert "respond}\n    # The grid.\n    - id: grid\n      kind: power\nexercise:" in written.replace("\n\n", "\n")


@pytest.mark.parametrize("edit", EDITS, ids=[edit["after"] for edit in EDITS])
def test_a_change_of_one_component_is_as_small_as_it_can_be(edit: dict[str, Any]) -> None:
    loaded = read_drill(f"{HEAD}{edit['before']}\n# end\n")
    changes: dict[str, Any] = {key: plain(value) if key == "name" else value for key, value in edit["changes"].items()}
    first, *others = loaded.drill.topology.components
    written = save_text(with_components(loaded.drill, replace(first, **changes), *others), loaded)
    assert written == f"{HEAD}{edit['after']}\n# end\n"


def test_comments_that_stand_alone_stay_when_the_next_component_goes() -> None:
    text = f"{HEAD}    - id: a\n\n    # --- hall 2\n\n    # of b\n    - id: b   # b\n      # in b\n\n    - id: c\n"
    loaded = read_drill(text)
    a, b, c = loaded.drill.topology.components
    assert save_text(with_components(loaded.drill, a, c), loaded) == (
        f"{HEAD}    - id: a\n\n    # --- hall 2\n\n    - id: c\n"
    )
    assert save_text(with_components(loaded.drill, a, b), loaded) == text.replace("\n\n    - id: c", "")
    assert save_text(with_components(loaded.drill, b, c), loaded) == text.replace("    - id: a\n\n", "", 1)


def test_an_emptied_list_is_left_out() -> None:
    text = f"{HEAD}    - id: a\n      needs:\n        - on: b\n    - id: b\n"
    loaded = read_drill(text)
    a, b = loaded.drill.topology.components
    assert (
        save_text(with_components(loaded.drill, replace(a, needs=()), b), loaded) == f"{HEAD}    - id: a\n    - id: b\n"
    )
    assert save_text(with_components(loaded.drill), loaded).endswith("topology: {}\n")


def test_json_stays_json_in_the_form_it_had() -> None:
    record = drill_record(FULL)
    for form in FORMS:
        text = json.dumps(record, **form)
        written = saved(text, with_components(FULL, *FULL.topology.components[:2], *FULL.topology.components[3:]))
        expected = json.loads(text)
        del expected["topology"]["components"][2]
        assert written == json.dumps(expected, **form)


@pytest.mark.parametrize("form", FORMS)
def test_an_added_component_takes_the_form_of_a_json_file(form: dict[str, Any]) -> None:
    text = json.dumps(drill_record(FULL), **form)
    new = Component(ComponentId("new"), users=5, seen_by=(ComponentId("grid"),))
    written = saved(text, with_components(FULL, *FULL.topology.components, new))
    assert "separators" in form or json.dumps(json.loads(written), **form) == written


def test_an_added_component_keeps_the_blank_lines_of_the_list() -> None:
    text = f"{HEAD}    - id: a\n\n    - id: b\n"
    loaded = read_drill(text)
    added = with_components(loaded.drill, *loaded.drill.topology.components, Component(ComponentId("c")))
    assert save_text(added, loaded) == f"{text}\n    - id: c\n"


def test_a_changed_id_keeps_what_stands_round_it() -> None:
    text = f"{HEAD}    - id: a  # first\n      users: 5  # many\n    - id: b\n"
    loaded = read_drill(text)
    a, b = loaded.drill.topology.components
    renamed = with_components(loaded.drill, replace(a, id=ComponentId("z")), b)
    assert save_text(renamed, loaded) == text.replace("id: a", "id: z")


def test_a_changed_need_leaves_the_others_and_its_own_comments() -> None:
    needs = "      needs:\n        - on: b  # one\n        - on: c  # two\n"
    text = f"{HEAD}    - id: a\n{needs}    - {{id: b}}\n    - {{id: c}}\n"
    loaded = read_drill(text)
    a, *others = loaded.drill.topology.components
    softer = replace(a.needs[1], weight=Permille(500))
    written = save_text(with_components(loaded.drill, replace(a, needs=(a.needs[0], softer)), *others), loaded)
    assert written == text.replace("# two\n", "# two\n          weight: 50 %\n")
    written = save_text(with_components(loaded.drill, replace(a, needs=a.needs[1:]), *others), loaded)
    assert written == text.replace("        - on: b  # one\n", "")


def test_line_ends_and_the_byte_order_mark_of_windows_stay() -> None:
    text = "\ufeff" + FULL_TEXT.replace("\n", "\r\n")
    new = Component(ComponentId("new"), name=plain("a\nb"), users=5)
    written = saved(text, with_components(FULL, *FULL.topology.components, new))
    assert written.startswith("\ufeff# The head")
    assert written.count("\n") == written.count("\r\n") == text.count("\n") + 5


def test_what_is_said_by_reference_is_spelt_out_when_something_changes() -> None:
    text = f"{HEAD}    - {{id: a, seen_by: &s [b, c]}}\n    - {{id: b, seen_by: *s}}\n    - id: c  # last\n"
    loaded = read_drill(text)
    a, b, c = loaded.drill.topology.components
    written = save_text(with_components(loaded.drill, replace(a, seen_by=a.seen_by[1:]), b, c), loaded)
    assert written == f"{HEAD}    - {{id: a, seen_by: &s [c]}}\n    - {{id: b, seen_by: [b, c]}}\n    - id: c  # last\n"


def test_a_layout_that_cannot_be_edited_in_place_is_written_anew_rather_than_wrong() -> None:
    text = "? blackstart\n: 1\n? title\n: T\n? id\n: d\n? topology\n:\n  components: [{id: a}]\n"
    loaded = read_drill(text)
    (a,) = loaded.drill.topology.components
    changed = replace(with_components(loaded.drill, replace(a, users=5)), summary=plain("New"))
    assert read_drill(save_text(changed, loaded)).drill == changed


def test_a_drill_with_faults_can_be_saved_too() -> None:
    loaded = read_drill(f"{HEAD}    - id: a  # first\n    - {{id: b, needs: [{{on: a}}]}}\n")
    written = save_text(with_components(loaded.drill, loaded.drill.topology.components[1]), loaded)
    assert written == f"{HEAD}    - {{id: b, needs: [{{on: a}}]}}\n"


def test_another_offset_of_the_same_instant_is_a_change() -> None:
    moved = datetime.fromisoformat("2022-10-15T06:19:00+00:00")
    written = saved(FULL_TEXT, with_exercise(FULL, starts=moved))
    assert changed_lines(FULL_TEXT, written) == [
        "-   starts: 2022-10-15T15:19:00+09:00",
        "+   starts: 2022-10-15T06:19:00+00:00",
    ]


def test_the_begin_of_a_phase_is_written_when_it_no_longer_follows_from_the_one_above() -> None:
    text = f"{HEAD}    - id: a\nexercise:\n  lasts: 2 h\n  phases: [{{id: p, until: 1 h}}, {{id: q, until: 2 h}}]\n"
    loaded = read_drill(text)
    assert loaded.drill.exercise is not None
    p, q = loaded.drill.exercise.phases
    written = save_text(with_exercise(loaded.drill, phases=(replace(p, until=Seconds(1800)), q)), loaded)
    assert written == text.replace("until: 1 h", "until: 30 min").replace("id: q,", "id: q, from: 1 h,")
