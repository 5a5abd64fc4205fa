"""What a drill offers on the sheet on which a run is set up."""

from blackstart.core.base.words import words
from blackstart.core.exercise.files import read_drill
from blackstart.shell.run.setup.facts import setup_facts
from tests.shell.drills import LIGHTS, SOURCE


def test_an_inject_without_words_is_known_by_what_it_does() -> None:
    silent = LIGHTS.replace("channel: map, effects: []", "channel: map, effects: [{fail: lamp}]")
    injects = dict(setup_facts(read_drill(silent, SOURCE).drill, words("en")).injects)
    assert injects["silent"] == "0:00:06  Map: fails: Lamp"
