"""A drill of one minute for the tests of the window: power fails, a lock holds on, somebody has to decide."""

from pathlib import Path

from blackstart.core.exercise.files import LoadedDrill, read_drill

SOURCE = "lights.drill"
LIGHTS = """\
blackstart: 1
id: lights
title: {en: Lights, ko: 등불}
summary: The power of one house fails.
minutes: 5
level: starter
topology:
  zones: [{id: house, name: House}]
  components:
    - {id: power, name: {en: Power, ko: 전력}, kind: power, zone: house}
    - {id: lamp, name: Lamp, kind: device, zone: house, users: 3, needs: [{on: power}]}
    - {id: lock, name: Lock, kind: device, zone: house, needs: [{on: power, survives: 20 s}]}
exercise:
  starts: 2022-10-15T15:19:00+09:00
  lasts: 60 s
  brief: Nobody is rated.
  phases: [{id: dark, from: 0 s, until: 30 s, pace: 1}, {id: late, from: 30 s, until: 60 s, pace: 2}]
  roles: [{id: lead, name: {en: Lead, ko: 지휘자}}, {id: guest, name: Guest}]
  injects:
    - {id: bang, at: 5 s, channel: alert, from: Neighbour, text: {en: A bang in the street., ko: 큰 소리가 났습니다.},
       effects: [{fail: power}], opens: candles}
    - {id: silent, at: 6 s, channel: map, effects: []}
    - {id: call, at: 20 s, channel: phone, text: Is it dark at yours too?}
  decisions:
    - {id: candles, asks: lead, question: {en: Candles or the grid?, ko: 초를 켤까요?}, within: 10 s, options: [
        {id: light, text: Light candles, foresee: It is warm.},
        {id: mend, text: Mend the fuse, effects: [{restore: power}]}]}
    - {id: shout, at: 20 s, asks: guest, question: Who tells the neighbours?,
       options: [{id: us, text: We do}, {id: no, text: Nobody}]}
"""


def lights() -> LoadedDrill:
    return read_drill(LIGHTS, SOURCE)


def lights_file(folder: Path) -> Path:
    path = folder / SOURCE
    path.write_text(LIGHTS, encoding="utf-8")
    return path


class HandClock:
    """Real seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds
