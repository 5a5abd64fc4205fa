"""Effects outside a drill file: in commands, and in the lists that a simulation is given."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blackstart.core.base.errors import DrillError
from blackstart.core.engine.effects import Fail, Target, Withdraw
from blackstart.core.exercise.effects import read_batches, read_effects, write_effects
from tests.core.exercise.drills import effects, topologies
from tests.core.exercise.full import EFFECTS, GRID, TOPOLOGY
from tests.core.exercise.test_saving import slowly


@slowly
@given(st.data())
def test_effects_written_are_read_back_on_the_map_they_are_for(data: st.DataObject) -> None:
    topology = data.draw(topologies())
    found = data.draw(effects(topology))
    assert read_effects(json.loads(json.dumps(write_effects(found))), topology) == found


def test_every_form_of_effect_is_read_without_a_file() -> None:
    assert read_effects(write_effects(EFFECTS), TOPOLOGY) == EFFECTS


def test_all_names_that_are_not_on_the_map_are_told_at_once() -> None:
    records = [{"fail": "gird"}, {"waive": {"component": "login", "need": "spare"}}, {"fail": {"zone": "pangio"}}]
    with pytest.raises(DrillError) as caught:
        read_effects(records, TOPOLOGY, "command 3", at=("effects",))
    assert [str(finding) for finding in caught.value.findings] == [
        "command 3: effects[0].fail: there is no component 'gird'; did you mean grid?"
        " (components are: grid, login-main, login-standby, monitoring, login)",
        "command 3: effects[1].waive.need: there is no need 'spare' of login; did you mean spare-login?"
        " (needs of login are: spare-login, grid, monitoring)",
        "command 3: effects[2].fail.zone: there is no zone 'pangio'; did you mean pangyo? (zones are: pangyo, room-b3)",
    ]


def test_something_else_than_a_list_is_told() -> None:
    with pytest.raises(DrillError, match="effects: found a mapping .fail., wanted a list"):
        read_effects({"fail": "grid"}, TOPOLOGY)


def test_batches_keep_the_order_written_and_not_that_of_time() -> None:
    text = "- {at: 1 h, do: []}\n- {at: 5, do: [{fail: grid}]}\n"
    assert read_batches(text, "e", TOPOLOGY) == ((3600, ()), (5, (Fail(Target((GRID,))),)))


@pytest.mark.parametrize("text", ['[{"at": 5, "do": []}]', "[{at: 5, do: []}]", "- at: 5\n  do: []\n"])
def test_batches_are_yaml_or_json(text: str) -> None:
    assert read_batches(text, "e", TOPOLOGY) == ((5, ()),)


def test_a_batch_that_says_nothing_of_time_is_a_fault() -> None:
    with pytest.raises(DrillError, match=r"^e:2: \[1\]: at is missing; wanted a duration such as 18 min$"):
        read_batches("- {at: 5, do: []}\n- {do: []}\n", "e", TOPOLOGY)


def test_what_only_a_command_can_ask_for_has_no_record() -> None:
    with pytest.raises(TypeError, match="take_back"):
        write_effects([Withdraw("command:3")])
