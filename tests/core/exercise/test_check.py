"""What a check warns of: allowed, but seldom meant."""

import pickle
from dataclasses import replace

import pytest

from blackstart.core.base.findings import Severity
from blackstart.core.exercise.check import check_drill
from blackstart.core.exercise.files import read_drill
from tests.core.exercise.full import FULL, FULL_TEXT

SOUND = """\
blackstart: 1
id: small
title: Small
topology:
  zones: [{id: hall}, {id: empty}]
  components:
    - {id: grid, zone: hall}
    - {id: spare, initially: off, repair: never}
    - id: login
      users: 5
      needs:
        - {on: grid, name: power}
        - {on: [grid, spare], name: either, standby: {spare: manual}}
exercise:
  lasts: 2 h
  objectives: [{id: talk, text: Talk}]
  injects:
    - {id: smoke, at: 0, channel: alert, text: Smoke, tests: [talk], effects: [{fail: grid}]}
    - {id: later, when: {inject: smoke, is: delivered}, channel: chat, text: Later, opens: cut}
  decisions:
    - {id: cut, question: Cut?, options: [{id: agree, text: Yes}, {id: refuse, text: Never}]}
  actions: [{id: switch, text: Switch, requires: [grid]}]
"""

SMOKE = "channel: alert, text: Smoke"
EFFECTS = "effects: [{fail: grid}]"


def warned(text: str) -> list[str]:
    found = read_drill(text, "small.drill").warnings
    assert {finding.severity for finding in found} <= {Severity.WARNING}
    return [str(finding).removeprefix("small.drill:") for finding in found]


def changed(old: str, new: str) -> str:
    assert SOUND.count(old) == 1
    return SOUND.replace(old, new)


def test_a_sound_drill_has_no_warnings() -> None:
    assert warned(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "initially: off, repair: never}",
            "initially: off, repair: never}\n    - {id: mail, users: 5, needs: [{on: spare}]}",
            "9: warning: topology.components[2]: mail is down at the start, but not off; it waits for spare",
        ),
        (
            "{id: grid, zone: hall}",
            "{id: grid, zone: hall}\n    - {id: fridge}",
            "8: warning: topology.components[1]: nothing depends on fridge, and it has no users: losing it is never"
            " felt",
        ),
        (
            "tests: [talk], ",
            "",
            "16: warning: exercise.objectives[0]: nothing tests talk: no inject or decision names it, and it has no"
            " measure",
        ),
        (
            ", opens: cut",
            "",
            "21: warning: exercise.decisions[0]: nothing opens cut; it has neither at nor when, and no inject opens it",
        ),
        (
            "at: 0,",
            "at: 3 h,",
            "18: warning: exercise.injects[0].at: 3 h is never reached: the exercise lasts 2 h",
        ),
        (
            "is: delivered}",
            "is: delivered, for: 3 h}",
            "19: warning: exercise.injects[1].when: 3 h is never reached: the exercise lasts 2 h",
        ),
        (
            "at: 0,",
            "at: 0, not_before: 5 min,",
            "18: warning: exercise.injects[0].not_before: not_before counts only beside when",
        ),
        (
            "at: 0,",
            "when: {inject: later, is: delivered},",
            "18: warning: exercise.injects[0].when: smoke waits for later waits for smoke: none of them comes by"
            " itself",
        ),
        (
            SMOKE,
            "channel: map, text: Smoke",
            "18: warning: exercise.injects[0].text: nobody reads this text: an inject of channel map shows none",
        ),
        (
            f"{SMOKE}, tests: [talk], {EFFECTS}",
            "channel: map, tests: [talk]",
            "18: warning: exercise.injects[0]: smoke does nothing: it has neither text nor effects",
        ),
        (SMOKE, "channel: alert, text: ' '", "18: warning: exercise.injects[0].text: the text is blank"),
        (
            "question: Cut?,",
            "question: Cut?, otherwise: agree,",
            "21: warning: exercise.decisions[0].otherwise: otherwise is never taken: without within the decision has"
            " no time limit",
        ),
        (
            "id: refuse",
            "id: none",
            "21: warning: exercise.decisions[0].options[1].id: in conditions took: none means something else; give"
            " this option another id",
        ),
        (
            "lasts: 2 h",
            "lasts: 2 h\n  history: [{component: grid, down: 1 h, back: 30 min}]",
            "16: warning: exercise.history[0].back: back by 30 min lies before down, 1 h",
        ),
        (
            EFFECTS,
            "effects: [{fail: {zone: hall}}, {bootstrap: {component: login, need: power}}]",
            "18: warning: exercise.injects[0].effects[1]: bootstrap of login does nothing yet: grid is stopped in the"
            " same list, and its loss is felt only after the list; bootstrap in a later inject, option or job",
        ),
        (
            EFFECTS,
            "effects: [{after: 1 s, do: [{arm: {component: login, supplier: grid}}]}]",
            "18: warning: exercise.injects[0].effects[0].do[0]: grid is no standby of login (standbys of login are:"
            " spare)",
        ),
        (
            EFFECTS,
            "effects: [{cut: {component: grid, supplier: login}}]",
            "18: warning: exercise.injects[0].effects[0]: login is no supplier of grid (there are no suppliers of"
            " grid)",
        ),
        (
            EFFECTS,
            "effects: [{call-off: {job: rebuild}}]",
            "18: warning: exercise.injects[0].effects[0]: no job is called 'rebuild' (there are no jobs)",
        ),
        (
            EFFECTS,
            "effects: [{repair: [grid, spare]}]",
            "18: warning: exercise.injects[0].effects[0]: spare cannot be repaired (repair: never); restore it instead",
        ),
        (
            EFFECTS,
            "effects: [{fail: {zone: empty}}]",
            "18: warning: exercise.injects[0].effects[0]: zone empty holds no component",
        ),
        (
            "id: small",
            "id: large",
            "2: warning: id: the id is large, the file is called small: its runs stand under large",
        ),
    ],
)  # fmt: skip
def test_what_is_seldom_meant_is_warned_of_with_its_line(old: str, new: str, expected: str) -> None:
    assert warned(changed(old, new)) == [expected]


def test_a_bootstrap_before_the_fault_in_one_list_is_not_warned_of() -> None:
    effects = "effects: [{bootstrap: {component: login, need: power}}, {fail: grid}]"
    assert warned(changed(EFFECTS, effects)) == []


def test_any_of_two_ways_is_no_circle() -> None:
    when = "when: {any: [{inject: later, is: delivered}, {component: grid, is: down}]},"
    assert warned(changed("at: 0,", when)) == []


def test_a_drill_being_written_is_checked_without_a_file() -> None:
    assert all(finding.line == 0 for finding in check_drill(FULL))
    broken = replace(FULL, topology=replace(FULL.topology, components=FULL.topology.components[1:]))
    found = check_drill(broken, "full.drill")
    assert {finding.severity for finding in found} == {Severity.FAULT}
    assert str(found[0]) == (
        "full.drill: topology.components[3].needs[1].on: there is no component 'grid'"
        " (components are: login-main, login-standby, monitoring, login)"
    )


def test_a_loaded_drill_can_be_handed_from_one_process_to_another() -> None:
    loaded = read_drill(FULL_TEXT, "full.drill")
    assert pickle.loads(pickle.dumps(loaded)) == loaded
