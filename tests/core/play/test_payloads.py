"""Commands as the journal and the command line write them."""

import json

import pytest
from hypothesis import given, settings

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, DecisionId, InjectId, ObjectiveId, OptionId
from blackstart.core.base.records.reading import Reading
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import (
    ActUnscripted,
    AddFinding,
    Begin,
    Believe,
    Command,
    Correct,
    Decide,
    DecideUnscripted,
    End,
    Hold,
    Hotwash,
    Improve,
    Improvise,
    Jump,
    Move,
    Note,
    Pace,
    Participant,
    Play,
    Rate,
    Say,
    Seen,
)
from blackstart.core.play.payloads import CommandReader, kind_of, read_command, write_command
from blackstart.core.topology.model import Topology
from blackstart.core.topology.records import know_topology
from tests.core.play.acts import any_command, busy_drill
from tests.core.play.scripts import fail, job

MAP = busy_drill().topology
S = Seconds

WRITTEN: list[tuple[Command, str, str]] = [
    (
        Begin("Team 1", "2026-11-22", "Kim", ("Lee",), (Participant("Ada", ("lead",)),), from_s=S(60)),
        "begin",
        '{"team": "Team 1", "date": "2026-11-22", "facilitator": "Kim", "evaluators": ["Lee"], "participants": '
        '[{"name": "Ada", "roles": ["lead"]}], "mode": "facilitated", "holds": "never", "from_s": 60, '
        '"display": "all", "language": "en"}',
    ),
    (Play(), "play", "{}"),
    (Hold("lunch"), "hold", '{"why": "lunch"}'),
    (Pace(60), "pace", '{"pace": 60}'),
    (Jump(S(90)), "jump", '{"to_s": 90}'),
    (Move(InjectId("fire"), None), "move", '{"inject": "fire", "at_s": null}'),
    (Seen(InjectId("fire"), "at once"), "seen", '{"inject": "fire", "note": "at once"}'),
    (
        Improvise("Smoke", "phone", "Guard", ("lead",), (fail("hall"),), S(70)),
        "improvise",
        '{"inject": {"text": "Smoke", "channel": "phone", "from": "Guard", "to": ["lead"], '
        '"effects": [{"fail": "hall"}], "at_s": 70}}',
    ),
    (
        Decide(DecisionId("cut"), OptionId("yes"), "lead", "safer", "high"),
        "decide",
        '{"decision": "cut", "option": "yes", "by": "lead", "why": "safer", "confidence": "high"}',
    ),
    (
        DecideUnscripted("Leave?", "Stay", "lead", effects=(job(60, fail("hall")),)),
        "decide",
        '{"question": "Leave?", "choice": "Stay", "by": "lead", "confidence": "medium", '
        '"effects": [{"after": "1 min", "do": [{"fail": "hall"}]}]}',
    ),
    (
        ActUnscripted("Drive", S(60), "lead", (ComponentId("chat"),)),
        "act",
        '{"text": "Drive", "takes": 60, "by": "lead", "requires": ["chat"]}',
    ),
    (
        Believe(ComponentId("hall"), None, "lead"),
        "believe",
        '{"component": "hall", "state": null, "by": "lead"}',
    ),
    (Say("We are on it", "lead", "all"), "say", '{"text": "We are on it", "by": "lead", "to": "all"}'),
    (Note("slow", "eva", ("cut",)), "note", '{"text": "slow", "by": "eva", "about": ["cut"]}'),
    (
        Correct(3, (("why", "typo"), ("about", ("cut",)), ("participants", (Participant("Bo"),)))),
        "correct",
        '{"seq": 3, "set": {"why": "typo", "about": ["cut"], "participants": [{"name": "Bo", "roles": []}]}}',
    ),
    (End(), "end", "{}"),
    (Hotwash("lead", well="calm"), "hotwash", '{"by": "lead", "well": "calm"}'),
    (
        Rate(ObjectiveId("declare"), "S", "late", "eva"),
        "rate",
        '{"objective": "declare", "rating": "S", "why": "late", "by": "eva"}',
    ),
    (AddFinding("area", "No list", "eva"), "finding", '{"kind": "area", "text": "No list", "by": "eva"}'),
    (
        Improve("No list", "Write one", "planning", "Bo", due="2027-01-31"),
        "improve",
        '{"issue": "No list", "action": "Write one", "element": "planning", "owner": "Bo", "status": "open", '
        '"due": "2027-01-31"}',
    ),
]


@pytest.mark.parametrize(("command", "kind", "written"), WRITTEN, ids=[type(each[0]).__name__ for each in WRITTEN])
def test_a_command_is_written_with_the_keys_of_the_journal_and_reads_the_same(
    command: Command, kind: str, written: str
) -> None:
    assert (kind_of(command), json.dumps(write_command(command))) == (kind, written)
    assert read_command(kind, json.loads(written), MAP) == command


@settings(max_examples=60, deadline=None)
@given(any_command())
def test_every_command_survives_the_journal(command: Command) -> None:
    written = json.loads(json.dumps(write_command(command)))
    assert read_command(kind_of(command), written, MAP) == command


def test_an_improvised_inject_may_stand_flat_in_its_line() -> None:
    flat = {"text": "Smoke", "channel": "phone"}
    assert read_command("improvise", flat, MAP) == read_command("improvise", {"inject": flat}, MAP)


def test_an_unscripted_act_may_stand_in_a_record_of_its_own() -> None:
    flat = {"text": "Drive", "takes": 60}
    nested = read_command("act", {"action": flat, "by": "lead"}, MAP)
    assert nested == read_command("act", {**flat, "by": "lead"}, MAP)


FAULTS: list[tuple[str, object, str]] = [
    ("decied", {}, "there is no command 'decied'; did you mean decide?"),
    ("decide", {"decision": "cut", "optoin": "yes", "by": "x"}, "knows no key 'optoin'; did you mean option?"),
    ("decide", {"decision": "cut", "option": "yes"}, "decide: by is missing"),
    ("decide", {"decision": "cut", "option": "yes", "by": "x", "confidence": "hig"}, "did you mean high?"),
    ("pace", {"pace": 601}, "found 601, wanted a whole number from 1 to 600"),
    ("effect", {"effects": [{"fail": "hal"}], "why": "x"}, "there is no component 'hal'; did you mean hall?"),
    ("act", {"text": "x", "takes": -1, "by": "x"}, "act: takes:"),
    ("rate", {"objective": "declare", "rating": "A", "why": "x", "by": "y"}, "wanted one of P, S, M, U, N"),
    ("rate", {"objective": "declare", "rating": "P", "by": "y"}, "why is missing"),
    ("note", ["x"], "found a list, wanted a mapping"),
]


@pytest.mark.parametrize(("kind", "payload", "why"), FAULTS)
def test_a_fault_says_what_was_found_and_what_was_wanted(kind: str, payload: object, why: str) -> None:
    with pytest.raises(UserError) as told:
        read_command(kind, payload, MAP)
    assert why in str(told.value)


def test_one_reader_reads_a_journal_as_so_many_readers_do_and_learns_the_map_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    topology, learned = busy_drill().topology, []

    def counted(known: Topology, reading: Reading) -> None:
        learned.append(known)
        know_topology(known, reading)

    monkeypatch.setattr("blackstart.core.play.payloads.know_topology", counted)
    reader = CommandReader(topology)
    power = topology.components[0].id
    act = {"text": "by hand", "takes": 0, "by": "ops", "effects": [{"fail": power}]}
    assert reader.read("act", act) == reader.read("act", act)
    assert learned == [topology]
    with pytest.raises(UserError, match="there is no component"):
        reader.read("act", act | {"effects": [{"fail": "nowhere"}]})
    assert reader.read("act", act) == read_command("act", act, topology)  # a fault leaves nothing behind
