"""A drill that uses every key there is once, and the values that it must be read as."""

from datetime import datetime

from blackstart.core.base.ids import (
    ActionId,
    ComponentId,
    CrewId,
    DecisionId,
    DrillId,
    InjectId,
    ObjectiveId,
    OptionId,
    PhaseId,
    RoleId,
    ZoneId,
)
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text, plain
from blackstart.core.engine.effects import (
    Arm,
    Bootstrap,
    CallOff,
    CallOffJob,
    Cut,
    Disarm,
    Fail,
    Isolate,
    Job,
    Maintain,
    Mend,
    Reconnect,
    Release,
    Repair,
    Restore,
    Target,
    Waive,
)
from blackstart.core.exercise.model import (
    Action,
    ActionIs,
    AllOf,
    AnyOf,
    Channel,
    ComponentIs,
    DecidedWithin,
    Decision,
    DecisionTook,
    DoneBy,
    Drill,
    Exercise,
    History,
    Inject,
    InjectIs,
    Not,
    Objective,
    Option,
    Phase,
    Role,
    SaidEvery,
    State,
    StateBy,
)
from blackstart.core.topology.model import Bend, Component, Crew, Need, Permille, Purpose, Standby, Topology, Zone

FULL_TEXT = """\
# The head comment.
blackstart: 1
id: full
title: {en: Every key, ko: 모든 열쇠}
summary: Two words   # behind a value
teaches:
  - Keys
  - {en: Values, ko: 값}
level: starter
minutes: 90
sources: ["A book: page 3", "https://example.org"]
content_note: None
topology:
  currency: KRW
  crews:
    - {id: platform, name: Platform, size: 2}
    - id: site
  zones:
    - {id: pangyo, name: Pangyo}
    - {id: room-b3, in: pangyo, box: [0, 0, 400, 300.5]}
  # Components begin here.

  components:
    # The grid.
    - id: grid
      kind: power

    - id: login-main     # the first of two
      zone: room-b3
    - id: login-standby
      initially: off
      repair: never
    - id: monitoring
    - id: login
      name: Login
      kind: auth
      zone: pangyo
      at: [520, 160]
      locked: true
      users: 35000000
      substitutable: 5 %
      cost_per_hour: 210000000
      safety_critical: true
      target: 20 min
      restart: 18 min
      repair: 2 h
      crew: platform
      initially: on
      seen_by: [monitoring]
      note: The way in
      needs:
        - on: [login-main, login-standby]
          name: spare-login
          at_least: 1
          for: run
          weight: 99.9 %
          useful: 0.2 %
          survives: 3 d
          rejoin: 90
          standby: {login-standby: manual, login-main: 10 min}
          bends: {login-main: [[1, 2], [3.5, -4]]}
        - {on: grid, for: start}
        - {on: monitoring, for: respond}
exercise:
  starts: 2022-10-15T15:19:00+09:00
  lasts: 128 h
  brief: Read this out.
  display: believed
  phases:
    - {id: fire, name: Fire, from: 0, until: 2 h, pace: 4}
    - {id: after, from: 3 h, until: 1 d}
  roles:
    - {id: lead, name: Lead, about: Leads}
    - {id: ops}
  objectives:
    - {id: declare, text: Declare, capability: Response, measure: {decision: power-cut, within: 10 min}}
    - {id: talk, text: Talk, measure: {said_every: 30 min}}
    - {id: act, text: Act, measure: {action: switch, by: 1 h}}
    - {id: decide, text: Decide, measure: {decision: power-cut, by: 1 h}}
    - {id: back, text: Back, measure: {component: login, is: operational, by: 8 h}}
  injects:
    - id: smoke
      at: 0 min
      channel: alert
      from: Room
      to: [lead, ops]
      text: |
        Smoke.
        Much of it.
      expect: Alarm
      note: Watch
      tests: [declare, talk]
      opens: power-cut
      effects:
        - fail: grid
        - fail: [login-main, grid]
        - fail: {zone: room-b3}
        - fail: {component: login, level: 30 %}
        - restore: {zone: pangyo, level: 0.5 %}
        - restore: {component: [login, grid], level: 50 %}
        - repair: login
        - isolate: login
        - reconnect: login
        - maintain: login
        - release: login-standby
        - arm: {component: login, supplier: login-standby}
        - disarm: {component: login, supplier: login-standby}
        - cut: {component: login, supplier: grid}
        - mend: {component: login, supplier: grid}
        - waive: {component: login, need: spare-login}
        - bootstrap: {component: login, need: grid}
        - call-off: login
        - call-off: {job: rebuild}
        - {after: 20 min, requires: [grid], crew: platform, name: rebuild, do: [{restore: grid}]}
    - id: press
      when:
        all:
          - {component: login, is: [down, on reserve], for: 5 min}
          - any:
              - {decision: power-cut, took: agree}
              - {decision: power-cut, took: none}
              - {action: switch, is: begun}
          - not: {inject: smoke, is: skipped, for: 2 min}
      not_before: 40 min
      channel: press
      text: Call
    - {id: hand, channel: map}
  decisions:
    - id: power-cut
      when: {decision: power-cut, took: any}
      not_before: 1 min
      asks: lead
      question: Cut?
      within: 10 min
      tests: [declare]
      really: They cut.
      options:
        - {id: agree, text: Yes, foresee: Dark, effects: [{maintain: grid}], counts_as: declared}
        - {id: refuse, text: "No"}
      otherwise: agree
  actions:
    - id: switch
      text: Switch
      by: ops
      takes: 8 h
      requires: [grid]
      crew: platform
      by_hand: 12 h
      once: false
      effects: [{release: login-standby}]
      counts_as: said
  history:
    - {component: login, down: 11 min, back: 10 h 12 min, level: 40 %, source: S1}
    - {component: grid, down: 1 h, back: {after: 10 h, by: 11 h}}
    - {component: grid, down: 1 h, back: {by: 11 h}}
"""

GRID, LOGIN, MAIN = ComponentId("grid"), ComponentId("login"), ComponentId("login-main")
STANDBY, MONITORING = ComponentId("login-standby"), ComponentId("monitoring")
PANGYO, ROOM = ZoneId("pangyo"), ZoneId("room-b3")
PLATFORM = CrewId("platform")
LEAD, OPS = RoleId("lead"), RoleId("ops")
CUT_POWER, SWITCH, SMOKE = DecisionId("power-cut"), ActionId("switch"), InjectId("smoke")
DECLARE, TALK = ObjectiveId("declare"), ObjectiveId("talk")


def _on(*components: ComponentId) -> Target:
    return Target(components)


EFFECTS = (
    Fail(_on(GRID)),
    Fail(_on(MAIN, GRID)),
    Fail(Target(zone=ROOM)),
    Fail(_on(LOGIN), Permille(300)),
    Restore(Target(zone=PANGYO), Permille(5)),
    Restore(_on(LOGIN, GRID), Permille(500)),
    Repair(_on(LOGIN)),
    Isolate(_on(LOGIN)),
    Reconnect(_on(LOGIN)),
    Maintain(_on(LOGIN)),
    Release(_on(STANDBY)),
    Arm(LOGIN, STANDBY),
    Disarm(LOGIN, STANDBY),
    Cut(LOGIN, GRID),
    Mend(LOGIN, GRID),
    Waive(LOGIN, "spare-login"),
    Bootstrap(LOGIN, "grid"),
    CallOff(_on(LOGIN)),
    CallOffJob("rebuild"),
    Job(Seconds(1200), (Restore(_on(GRID)),), (GRID,), PLATFORM, "rebuild"),
)

_LOGIN_NEEDS = (
    Need(
        (MAIN, STANDBY),
        "spare-login",
        1,
        Purpose.RUN,
        Permille(999),
        Permille(2),
        Seconds(3 * 86400),
        Seconds(90),
        (Standby(STANDBY), Standby(MAIN, Seconds(600))),
        (Bend(MAIN, ((1.0, 2.0), (3.5, -4.0))),),
    ),
    Need((GRID,), purpose=Purpose.START),
    Need((MONITORING,), purpose=Purpose.RESPOND),
)

TOPOLOGY = Topology(
    "KRW",
    (Crew(PLATFORM, plain("Platform"), 2), Crew(CrewId("site"))),
    (Zone(PANGYO, plain("Pangyo")), Zone(ROOM, None, PANGYO, (0.0, 0.0, 400.0, 300.5))),
    (
        Component(GRID, kind="power"),
        Component(MAIN, zone=ROOM),
        Component(STANDBY, initially_off=True, repair=None),
        Component(MONITORING),
        Component(
            LOGIN,
            name=plain("Login"),
            kind="auth",
            zone=PANGYO,
            at=(520.0, 160.0),
            locked=True,
            users=35_000_000,
            substitutable=Permille(50),
            cost_per_hour=210_000_000,
            safety_critical=True,
            target=Seconds(1200),
            restart=Seconds(1080),
            repair=Seconds(7200),
            crew=PLATFORM,
            seen_by=(MONITORING,),
            note=plain("The way in"),
            needs=_LOGIN_NEEDS,
        ),
    ),
)

_OBJECTIVES = (
    Objective(DECLARE, plain("Declare"), plain("Response"), DecidedWithin(CUT_POWER, Seconds(600))),
    Objective(TALK, plain("Talk"), None, SaidEvery(Seconds(1800))),
    Objective(ObjectiveId("act"), plain("Act"), None, DoneBy("action", "switch", Seconds(3600))),
    Objective(ObjectiveId("decide"), plain("Decide"), None, DoneBy("decision", "power-cut", Seconds(3600))),
    Objective(ObjectiveId("back"), plain("Back"), None, StateBy(LOGIN, State.OPERATIONAL, Seconds(28800))),
)

_INJECTS = (
    Inject(
        SMOKE,
        Channel.ALERT,
        at=Seconds(0),
        sender=plain("Room"),
        to=(LEAD, OPS),
        text=plain("Smoke.\nMuch of it.\n"),
        expect=plain("Alarm"),
        note=plain("Watch"),
        tests=(DECLARE, TALK),
        opens=CUT_POWER,
        effects=EFFECTS,
    ),
    Inject(
        InjectId("press"),
        Channel.PRESS,
        when=AllOf(
            (
                ComponentIs(LOGIN, (State.DOWN, State.ON_RESERVE), Seconds(300)),
                AnyOf((DecisionTook(CUT_POWER, "agree"), DecisionTook(CUT_POWER, "none"), ActionIs(SWITCH, "begun"))),
                Not(InjectIs(SMOKE, "skipped", Seconds(120))),
            )
        ),
        not_before=Seconds(2400),
        text=plain("Call"),
    ),
    Inject(InjectId("hand"), Channel.MAP),
)

_DECISION = Decision(
    CUT_POWER,
    plain("Cut?"),
    (
        Option(OptionId("agree"), plain("Yes"), plain("Dark"), (Maintain(_on(GRID)),), "declared"),
        Option(OptionId("refuse"), plain("No")),
    ),
    when=DecisionTook(CUT_POWER, "any"),
    not_before=Seconds(60),
    asks=LEAD,
    within=Seconds(600),
    tests=(DECLARE,),
    really=plain("They cut."),
    otherwise=OptionId("agree"),
)

_ACTION = Action(
    SWITCH,
    plain("Switch"),
    by=OPS,
    takes=Seconds(28800),
    requires=(GRID,),
    crew=PLATFORM,
    by_hand=Seconds(43200),
    once=False,
    effects=(Release(_on(STANDBY)),),
    counts_as="said",
)

EXERCISE = Exercise(
    lasts=Seconds(128 * 3600),
    starts=datetime.fromisoformat("2022-10-15T15:19:00+09:00"),
    brief=plain("Read this out."),
    display="believed",
    phases=(
        Phase(PhaseId("fire"), Seconds(0), Seconds(7200), plain("Fire"), 4),
        Phase(PhaseId("after"), Seconds(10800), Seconds(86400)),
    ),
    roles=(Role(LEAD, plain("Lead"), plain("Leads")), Role(OPS)),
    objectives=_OBJECTIVES,
    injects=_INJECTS,
    decisions=(_DECISION,),
    actions=(_ACTION,),
    history=(
        History(LOGIN, Seconds(660), Seconds(36720), Seconds(36720), Permille(400), "S1"),
        History(GRID, Seconds(3600), Seconds(36000), Seconds(39600)),
        History(GRID, Seconds(3600), None, Seconds(39600)),
    ),
)

FULL = Drill(
    id=DrillId("full"),
    title=Text((("en", "Every key"), ("ko", "모든 열쇠"))),
    topology=TOPOLOGY,
    exercise=EXERCISE,
    summary=plain("Two words"),
    teaches=(plain("Keys"), Text((("en", "Values"), ("ko", "값")))),
    level="starter",
    minutes=90,
    sources=("A book: page 3", "https://example.org"),
    content_note=plain("None"),
)
