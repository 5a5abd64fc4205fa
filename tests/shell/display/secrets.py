"""A drill in which everything that participants may not know bears a mark, and a walk that finds what can be reached.

What is theirs to know bears none: names of the map, what has been delivered, what is asked.
"""

import gc
from collections.abc import Iterator
from types import CellType, FunctionType, MethodType, ModuleType
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Simulation
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.exercise.model import Action, Decision, Drill, Exercise, Inject, Objective, Option
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.core.topology.model import Component, Need, Topology

MARK = "zzz"
SECRETS = """\
blackstart: 1
id: secrets
title: {en: A house, ko: 집}
summary: zzz the whole story
topology:
  crews: [{id: zzz-crew, name: zzz crew}]
  zones: [{id: house, name: House}]
  components:
    - {id: power, name: {en: Power, ko: 전력}, kind: power, zone: house, seen_by: [eye], note: zzz it is weak}
    - {id: eye, name: Eye, zone: house}
    - {id: lamp, name: Lamp, zone: house, users: 3, crew: zzz-crew, note: zzz it flickers,
       needs: [{on: power}, {on: eye, name: zzz-to-start, for: start}]}
    - {id: lock, name: Lock, zone: house, needs: [{on: power, survives: 20 s}]}
exercise:
  starts: 2022-10-15T15:19:00+09:00
  lasts: 600 s
  brief: Nobody is rated.
  display: DISPLAY
  phases: [{id: dark, name: zzz phase, from: 0 s, until: 300 s, pace: 2}]
  roles: [{id: lead, name: Lead, about: zzz what the lead is like}]
  objectives: [{id: zzz-objective, text: zzz they notice, measure: {decision: candles, within: 5 s}}]
  injects:
    - {id: bang, at: 5 s, channel: alert, from: Neighbour, text: {en: A bang., ko: 소리},
       expect: zzz they light candles, note: zzz wait for it, tests: [zzz-objective], opens: candles,
       effects: [{fail: power}, {after: 400 s, do: [{fail: lamp}], name: zzz-job}]}
    - {id: blind, at: 8 s, channel: map, effects: [{fail: eye}]}
    - {id: zzz-later, at: 500 s, channel: press, from: zzz a paper, text: {en: zzz it comes out, ko: zzz 나중}}
    - {id: zzz-if, when: {decision: zzz-hidden, took: zzz-option}, channel: phone, text: zzz so you did}
    - {id: zzz-by-hand, channel: phone, text: zzz if they ask}
  decisions:
    - {id: candles, asks: lead, question: {en: Candles?, ko: 촛불?}, within: 60 s,
       really: zzz nobody did, otherwise: dark, tests: [zzz-objective],
       options: [{id: light, text: Light them, foresee: zzz it is warm, counts_as: noticed, effects: [{isolate: lamp}]},
                 {id: dark, text: Sit in the dark, foresee: zzz it is cold}]}
    - {id: zzz-hidden, question: zzz Who did it?, options: [{id: zzz-option, text: zzz I did},
       {id: zzz-other, text: zzz They did}]}
  actions: [{id: zzz-action, text: zzz mend the fuse, takes: 60 s, crew: zzz-crew, effects: [{restore: power}]}]
  history: [{component: lamp, down: 9 s, back: 300 s, source: zzz the paper}]
"""
FORBIDDEN = (
    Director,
    Simulation,
    Drill,
    Exercise,
    Topology,
    Component,
    Need,
    Inject,
    Decision,
    Option,
    Action,
    Objective,
    Begin,
)
_CLOSED = (ModuleType, type)  # through these everything is reached that the program is made of


def secrets(display: str, blind_s: int = 8) -> LoadedDrill:
    text = SECRETS.replace("DISPLAY", display).replace("id: blind, at: 8 s", f"id: blind, at: {blind_s} s")
    return read_drill(text, "secrets.drill")


def played(display: str, until: int, blind_s: int = 8) -> Director:
    """Return a run of it; what sees power fails at `blind_s`, power itself at 5."""
    director = Director(secrets(display, blind_s).drill, Begin(display=display))
    for second in range(until + 1):
        director.advance(Seconds(second))
    return director


def reachable(*roots: object) -> Iterator[object]:
    """Yield everything that is reached from some objects: what they hold, are bound to, show and say."""
    seen: set[int] = set()
    kept: list[object] = []  # so that no id is given a second time
    waiting = list(roots)
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, _CLOSED):
            continue
        seen.add(id(each))
        kept.append(each)
        yield each
        waiting += _next(each)


def _next(each: object) -> list[Any]:
    if isinstance(each, FunctionType):
        return [each.__closure__, each.__defaults__, each.__kwdefaults__]
    if isinstance(each, CellType):
        return [each.cell_contents]
    if isinstance(each, MethodType):
        return [each.__self__, each.__func__]
    found: list[Any] = list(gc.get_referents(each))
    if isinstance(each, QObject):
        found += [*each.children(), each.objectName(), *(each.property(str(name)) for name in _properties(each))]
    if isinstance(each, QWidget):
        found += [
            each.accessibleName(),
            each.accessibleDescription(),
            each.toolTip(),
            each.windowTitle(),
            *_heard(each),
        ]
    return found


def _properties(each: QObject) -> list[bytes]:
    return [bytes(name.data()) for name in each.dynamicPropertyNames()]


def _heard(each: QWidget) -> list[str]:
    """Return what screen readers are told of a widget and of what it shows."""
    face = QAccessible.queryAccessibleInterface(each)
    children = [face.child(number) for number in range(face.childCount())]
    whole = [face, *(child for child in children if child is not None)]
    return [one.text(which) for one in whole for which in (QAccessible.Text.Name, QAccessible.Text.Description)]
