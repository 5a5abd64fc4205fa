from pathlib import Path

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.files import load_drill, read_drill
from blackstart.core.exercise.mentions import Mention, loose_mentions, mentions
from blackstart.core.exercise.model import Exercise
from blackstart.core.topology.edits import apply
from blackstart.core.topology.removal import removal

PANGYO = Path(__file__).parents[3] / "exercises" / "pangyo-2022.drill"
FILE = """\
blackstart: 1
id: lamp
title: Lamp
topology:
  crews: [{id: field}]
  zones: [{id: room}]
  components:
    - {id: grid, zone: room}
    - {id: lamp, crew: field, needs: [{on: grid}]}
    - {id: spare}
exercise:
  lasts: 1 h
  roles: [{id: lead, name: Lead}]
  injects:
    - id: dark
      at: 0
      channel: alert
      text: Dark.
      effects: [{fail: {zone: room}}, {waive: {component: lamp, need: grid}}]
    - {id: call, when: {component: lamp, is: down}, channel: phone, text: Hello?}
  actions:
    - {id: fetch, text: Fetch, takes: 5 min, crew: field, requires: [spare], effects: [{restore: grid}]}
"""


def script(text: str = FILE) -> Exercise:
    exercise = read_drill(text).drill.exercise
    assert exercise is not None
    return exercise


def test_everything_of_the_map_that_a_script_names_is_found_with_its_place() -> None:
    found = set(mentions(script()))
    assert {
        Mention("zone", "room", "injects", "dark"),
        Mention("need", "lamp/grid", "injects", "dark"),
        Mention("component", "lamp", "injects", "call"),
        Mention("component", "spare", "actions", "fetch"),
        Mention("crew", "field", "actions", "fetch"),
        Mention("component", "grid", "actions", "fetch"),
    } <= found


def test_nothing_is_loose_in_a_sound_drill() -> None:
    for drill in (read_drill(FILE).drill, load_drill(PANGYO).drill):
        assert drill.exercise is not None
        assert loose_mentions(drill.exercise, drill.topology) == []


def test_what_is_taken_off_the_map_is_told_with_all_that_hangs_on_it() -> None:
    drill = read_drill(FILE).drill
    after, _ = apply(drill.topology, removal(drill.topology, [ComponentId("grid")]))
    told = {(each.kind, each.name) for each in loose_mentions(script(), after)}
    assert told == {("component", "grid"), ("need", "lamp/grid")}
