"""Conditions and effects in words."""

import pytest

from blackstart.core.base.ids import ActionId, ComponentId, DecisionId, InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.base.words import LANGUAGES, words
from blackstart.core.engine import effects as engine
from blackstart.core.engine.effects import Effect, Target
from blackstart.core.exercise.files import read_drill
from blackstart.core.exercise.model import (
    ActionIs,
    AllOf,
    AnyOf,
    Channel,
    ComponentIs,
    Condition,
    DecisionTook,
    Inject,
    InjectIs,
    Not,
    State,
)
from blackstart.core.exercise.wording import Wording
from blackstart.core.topology.model import Permille

DRILL = read_drill(
    """\
blackstart: 1
id: house
title: House
topology:
  zones: [{id: cellar, name: {en: Cellar, ko: 지하실}}]
  components:
    - {id: power, name: {en: Power, ko: 전력}, zone: cellar}
    - {id: lamp, name: {en: Lamp, ko: 전등}, needs: [{on: power}]}
exercise:
  lasts: 1 h
  injects:
    - {id: call, channel: phone, from: Neighbour, text: Is it dark at yours too?}
    - {id: dark, channel: map, effects: [{fail: lamp}]}
  decisions:
    - {id: candles, question: Candles or the grid?, options: [{id: light, text: Light candles}, {id: no, text: No}]}
  actions: [{id: ask, text: Ask next door}]
""",
    "house.drill",
).drill
LAMP, POWER = ComponentId("lamp"), ComponentId("power")
DOWN = ComponentIs(LAMP, (State.DOWN,))


def said(condition: Condition, language: str = "en") -> str:
    return Wording(DRILL, words(language)).when(condition)


@pytest.mark.parametrize(
    ("condition", "english"),
    [
        (DOWN, "if Lamp down"),
        (ComponentIs(LAMP, (State.DOWN, State.ON_RESERVE), Seconds(1800)), "if Lamp down or on reserve 30 min"),
        (DecisionTook(DecisionId("candles"), "light"), "if “Candles or the grid?” is answered “Light candles”"),
        (DecisionTook(DecisionId("candles"), "any"), "if “Candles or the grid?” is decided"),
        (DecisionTook(DecisionId("candles"), "none"), "if nobody decides “Candles or the grid?” in time"),
        (ActionIs(ActionId("ask"), "done"), "if “Ask next door” is done"),
        (InjectIs(InjectId("call"), "skipped"), "if “Neighbour: Is it dark at yours too?” is skipped"),
        (InjectIs(InjectId("dark"), "delivered", Seconds(60)), "if “Map: fails: Lamp” is delivered for 1 min"),
        (AllOf((DOWN, AnyOf((DOWN, Not(DOWN))))), "if Lamp down and (Lamp down or not Lamp down)"),
    ],
)
def test_a_condition_is_told_with_the_names_that_people_gave(condition: Condition, english: str) -> None:
    assert said(condition) == english


def test_korean_says_first_how_long() -> None:
    assert said(ComponentIs(LAMP, (State.DOWN,), Seconds(1800)), "ko") == "전등 30분 중단 시"


EFFECTS: list[tuple[Effect, str]] = [
    (engine.Fail(Target((LAMP, POWER))), "fails: Lamp, Power"),
    (engine.Fail(Target((LAMP,)), Permille(300)), "falls to 30 %: Lamp"),
    (engine.Restore(Target(zone=DRILL.topology.zones[0].id)), "works again: all of Cellar"),
    (engine.Repair(Target((LAMP,))), "repair is asked for: Lamp"),
    (engine.Isolate(Target((LAMP,))), "is isolated: Lamp"),
    (engine.Reconnect(Target((LAMP,))), "is joined again: Lamp"),
    (engine.Maintain(Target((LAMP,))), "is switched off in order: Lamp"),
    (engine.Release(Target((LAMP,))), "is released: Lamp"),
    (engine.CallOff(Target((LAMP,))), "repair is called off: Lamp"),
    (engine.CallOffJob("shuttle"), "is called off: shuttle"),
    (engine.Arm(LAMP, POWER), "Lamp may fall back on Power"),
    (engine.Disarm(LAMP, POWER), "Lamp no longer falls back on Power"),
    (engine.Cut(LAMP, POWER), "Lamp is cut off from Power"),
    (engine.Mend(LAMP, POWER), "Lamp is joined to Power again"),
    (engine.Waive(LAMP, "power"), "Lamp no longer needs Power"),
    (engine.Bootstrap(LAMP, "spare"), "Lamp gets going by hand without spare"),
    (engine.Job(Seconds(60), (engine.Fail(Target((LAMP,))),)), "after 1 min: fails: Lamp"),
    (engine.Withdraw("command:1"), "what was asked for is taken back"),
]


@pytest.mark.parametrize(("effect", "english"), EFFECTS)
def test_an_effect_says_what_it_does_to_what(effect: Effect, english: str) -> None:
    assert Wording(DRILL, words("en")).effect(effect) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_effect_has_words_in_every_language(language: str) -> None:
    assert all(Wording(DRILL, words(language)).effects(effect for effect, _ in EFFECTS))
    assert {type(effect) for effect, _ in EFFECTS} == set(Effect.__args__)


def test_a_long_text_that_names_something_is_cut_between_words() -> None:
    long = Inject(InjectId("long"), Channel.PRESS, text=plain("word " * 40))
    assert Wording(DRILL, words("en")).inject(long) == "Press: word word word word word word word word…"
