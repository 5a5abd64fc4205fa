"""play, replay and without, held against a director that looks at every second: whatever drill, whatever is done."""

import json
from io import BytesIO, TextIOWrapper
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blackstart.cli.root import main
from blackstart.core.exercise.files import read_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Command, End, Jump
from blackstart.core.play.payloads import read_command
from tests.cli.random_scripts import LASTS, Record, ScriptWriter
from tests.core.play.literal_commands import obey
from tests.core.play.literal_director import LiteralDirector

WITH_AN_IMPACT = ("decide", "act", "effect", "improvise", "deliver", "skip", "move")
Act = tuple[int, int, Command]  # seq, second, what


def printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    main(words)
    told = capsys.readouterr()
    assert not told.err
    return [json.loads(line) for line in told.out.splitlines()]


def answered(drill: Drill, said: list[Record]) -> tuple[list[int | None], list[Act], LiteralDirector]:
    """The seq of each command, None where it does not apply; what was recorded; and where that led."""
    director = LiteralDirector(drill)
    seqs: list[int | None] = []
    acts: list[Act] = []
    for row in said:
        command = read_command(row["do"], {key: row[key] for key in row.keys() - {"at", "do"}}, drill.topology)
        director.play_to(row["at"])
        is_over = director.now > row["at"]  # an earlier jump went beyond it
        is_done = not is_over and obey(command, director, len(acts) + 2)
        seqs.append(len(acts) + 2 if is_done else None)
        if is_done:
            acts.append((len(acts) + 2, row["at"], command))
            if isinstance(command, Jump):
                director.play_to(command.to_s)
    director.play_to(LASTS)
    obey(End(), director, len(acts) + 2)
    return seqs, acts, director


def played(drill: Drill, acts: list[Act], until: int) -> LiteralDirector:
    director = LiteralDirector(drill)
    for seq, at, command in acts:
        if at <= until:
            director.play_to(at)
            obey(command, director, seq)
    director.play_to(until)
    return director


def lost(director: LiteralDirector) -> Record:
    run = director.result()
    impact = run.impact()
    return {
        "lost_service_seconds": impact.lost_service_seconds,
        "lost_money": impact.lost_money,
        "first_impact_s": impact.first_impact_s,
        "peak_users": impact.peak_users,
        "waiting": list(run.seconds[-1].waiting),
        "deadlock": list(run.seconds[-1].deadlock),
    }


def summed(director: LiteralDirector) -> Record:
    decisions = [
        {"id": id_, "option": each.option, "opened_s": each.opened, "decided_s": each.settled if each.seq else None}
        for id_, each in director.questions.items()
    ]
    return {
        "injects_delivered": len(director.delivered),
        "injects_skipped": len(director.skipped),
        "decisions": sorted(decisions, key=lambda row: (row["opened_s"], row["id"])),
        **lost(director),
    }


def stood(director: LiteralDirector) -> Record:
    parts = director.result().seconds[-1].parts
    return {
        "t": director.now,
        "states": [
            {"component": id_, "mode": part.mode, "level": part.level, "shown": part.shown}
            for id_, part in parts.items()
        ],
        "open_decisions": [
            {"id": id_, "opened_s": each.opened, "due_s": each.due, "overdue": each.is_overdue}
            for id_, each in director.questions.items()
            if each.option is None
        ],
        "delivered_injects": [{"id": id_, "t": at, "how": how} for id_, (at, how) in director.delivered.items()],
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**40))
def test_a_played_drill_is_what_looking_at_every_second_finds(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    seed: int,
) -> None:
    folder = tmp_path_factory.mktemp("run")
    chance = Random(seed)
    writer = ScriptWriter(chance)
    file, library = folder / "by-chance.drill", folder / "library.db"
    file.write_text(json.dumps(writer.drill()))
    drill = read_drill(file.read_text()).drill
    said = writer.commands()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("".join(json.dumps(row) + "\n" for row in said).encode())))

    *answers, summary = printed(["play", str(file), "--commands", "-", "--library", str(library)], capsys)
    seqs, acts, director = answered(drill, said)
    assert [answer.get("seq") for answer in answers] == seqs
    del summary["run"]
    summary["decisions"].sort(key=lambda row: (row["opened_s"], row["id"]))
    assert summary == summed(director)

    for at in chance.sample(range(LASTS + 5), 4):
        (row,) = printed(["replay", "last", "--at", str(at), "--json", "--library", str(library)], capsys)
        assert row == stood(played(drill, acts, min(at, LASTS)))
    for seq, _, _ in chance.sample(acts, min(2, len(acts))):
        if said[seqs.index(seq)]["do"] in WITH_AN_IMPACT:
            (row,) = printed(["without", "last", str(seq), "--json", "--library", str(library)], capsys)
            assert row["without"] == lost(played(drill, [act for act in acts if act[0] != seq], LASTS))
