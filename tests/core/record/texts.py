"""A small drill as its file says it, for what must be stored and played from its text."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import Begin, Command, Entry

TEXT = """\
blackstart: 1
title: A dark hall   # comments are kept
topology:
  crews: [{id: ops}]
  components:
    - {id: power, repair: 40 s}
    - {id: hall, restart: 5 s, users: 1000, needs: [{on: power}]}
exercise:
  lasts: 300 s
  phases:
    - {id: one, name: One, from: 0, until: 100 s, pace: 10}
    - {id: two, name: Two, from: 100 s, until: 300 s}
  roles: [{id: lead, name: Lead}]
  objectives: [{id: declare, text: Declare}]
  injects:
    - {id: hello, at: 0, channel: email, text: Good morning}
    - {id: smoke, at: 30 s, channel: phone, text: Smoke, opens: cut, effects: [{fail: power}]}
    - {id: press, at: 100 s, channel: press, text: What happens?}
    - {id: by-hand, channel: phone, text: Help}
  decisions:
    - id: cut
      asks: lead
      question: Cut?
      within: 40 s
      options:
        - {id: agree, text: Agree, effects: [{repair: power}]}
        - {id: wait, text: Wait}
      otherwise: wait
"""


def loaded(text: str = TEXT, source: str = "/home/ada/dark-hall.drill") -> LoadedDrill:
    return read_drill(text, source)


def entry(seq: int, at: int, command: Command, wall_utc: str = "2026-11-22T12:00:00.000+00:00") -> Entry:
    return Entry(seq, Seconds(at), command, wall_utc, "ada")


BEGUN = (entry(1, -1, Begin(team="Team 1")),)
