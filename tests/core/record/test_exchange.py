"""One run as one file, with and without the names of people."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ActionId, DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import (
    Act,
    Begin,
    Correct,
    Decide,
    End,
    Hotwash,
    Improve,
    Note,
    Participant,
    Say,
)
from blackstart.core.record import exchange
from blackstart.core.record.exchange import AlreadyThereError, export_run, import_run, is_run
from blackstart.core.record.library import Library
from tests.core.record.texts import TEXT, entry, loaded

PEOPLE = Begin(
    "Team Ada",
    facilitator="Kim",
    evaluators=("Lee",),
    participants=(Participant("Ada", ("lead",)), Participant("김철수", ("ops",))),
)
ENTRIES = (
    entry(1, -1, PEOPLE),
    entry(2, 35, Decide(DecisionId("cut"), OptionId("agree"), "lead", "Ada and 김철수가 asked for it")),
    entry(3, 36, Note("Adamant, but Ada hesitated", "Lee", ("cut",))),
    entry(4, 37, Act(ActionId("agree"), "agree")),
    entry(5, 38, Say("We know", "Ada", "Kim's paper")),
    entry(6, 38, Correct(3, (("by", "Kim"), ("participants", (Participant("Bo"),))))),
    entry(7, 40, End()),
    entry(8, 40, Hotwash("김철수", well="calm")),
    entry(9, 40, Improve("No list", "Bo writes one", "planning", "Bo")),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library.db")
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "other.db")
    yield opened
    opened.close()


@pytest.fixture
def run(library: Library) -> str:
    journal = library.create(loaded(), ENTRIES, Seconds(40))
    library.rename(journal.run, "Night shift of Ada")
    journal.release()
    return journal.run


def test_a_run_survives_the_way_into_another_library(library: Library, other: Library, run: str) -> None:
    exported = export_run(library, run)
    assert import_run(other, exported, "run.json") == run
    here, there = library.recorded(run), other.recorded(run)
    assert there.loaded.text == TEXT
    assert there.entries == here.entries
    assert there.row == here.row
    assert export_run(other, run) == exported


def test_what_followed_is_there_for_other_readers_after_export_and_after_import(
    library: Library, other: Library, run: str
) -> None:
    import_run(other, export_run(library, run), "run.json")
    for each in (library, other):
        assert each._db.execute("SELECT count(*) FROM deliveries").fetchone() == (2,)


def test_a_run_that_is_there_already_is_told(library: Library, run: str) -> None:
    with pytest.raises(UserError, match=f"the run {run} is in .* already"):
        import_run(library, export_run(library, run), "run.json")


def test_the_rest_is_added_to_a_run_whose_beginning_is_there(library: Library, other: Library, run: str) -> None:
    whole = export_run(library, run)
    begun = json.loads(whole)
    begun.update(journal=begun["journal"][:4], reached_s=37)
    import_run(other, json.dumps(begun), "run.json")
    assert import_run(other, whole, "run.json") == run
    assert other.recorded(run).entries == ENTRIES
    assert (other.find(run).reached_s, other.find(run).ended, len(other.runs())) == (40, True, 1)
    with pytest.raises(UserError, match="already"):
        import_run(other, json.dumps(begun), "run.json")  # of which it has more


def test_a_file_is_known_for_a_run_by_its_beginning(library: Library, run: str, tmp_path: Path) -> None:
    file = tmp_path / "any name"
    file.write_text(export_run(library, run))
    assert is_run(file)
    file.write_text(TEXT)
    assert not is_run(file)
    assert not is_run(tmp_path / "none")


def test_another_run_of_the_same_id_gets_a_new_one(library: Library, other: Library, run: str) -> None:
    exported = json.loads(export_run(library, run))
    import_run(other, json.dumps(exported), "run.json")
    exported["journal"][2]["payload"]["text"] = "other words"
    again = import_run(other, json.dumps(exported), "run.json")
    assert again != run
    assert [row.number for row in other.runs()] in ([1, 2], [2, 1])


def test_a_text_that_many_runs_played_is_read_once(
    library: Library, other: Library, run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def counted(text: str, source: str) -> LoadedDrill:
        texts.append(text)
        return read_drill(text, source)

    monkeypatch.setattr(exchange, "read_drill", counted)
    exported = json.loads(export_run(library, run))
    read = exchange.reader()
    for words in ("one", "two", "three"):
        exported["journal"][2]["payload"]["text"] = words
        import_run(other, json.dumps(exported), "run.json", read)
    with pytest.raises(AlreadyThereError):
        import_run(library, export_run(library, run), "again.json", read)
    assert len(other.runs()) == 3
    assert texts == [TEXT]


def test_a_run_can_be_handed_on_without_the_names_of_people(library: Library, run: str) -> None:
    text = export_run(library, run, with_names=False)
    told = json.loads(text)
    assert told["name"] == ""
    payloads = [each["payload"] for each in told["journal"]]
    # who typed is the first to be named: ada
    assert {each["actor"] for each in told["journal"]} == {"Person 1"}
    assert payloads[0]["team"] == "Team Person 3"
    assert payloads[0]["facilitator"] == "Person 2"
    assert payloads[0]["participants"] == [
        {"name": "Person 3", "roles": ["lead"]},
        {"name": "Person 4", "roles": ["ops"]},
    ]
    assert payloads[0]["evaluators"] == ["Person 5"]
    assert (payloads[1]["by"], payloads[1]["why"]) == ("lead", "Person 3 and Person 4가 asked for it")
    assert payloads[2]["text"] == "Adamant, but Person 3 hesitated"
    assert payloads[4]["to"] == "Person 2's paper"
    assert payloads[5]["set"]["by"] == "Person 2"
    assert payloads[8]["owner"] == payloads[5]["set"]["participants"][0]["name"]
    for name in ("Kim", "김철수", "Bo", '"Ada"'):
        assert name not in json.dumps(told["journal"], ensure_ascii=False)


def test_ids_stay_though_somebody_is_called_like_one(library: Library, run: str) -> None:
    told = json.loads(export_run(library, run, with_names=False))
    payload = told["journal"][3]["payload"]
    assert payload["action"] == "agree"
    assert payload["by"].startswith("Person")
    assert told["journal"][1]["payload"]["option"] == "agree"


def test_a_run_without_names_plays_the_same(library: Library, other: Library, run: str) -> None:
    import_run(other, export_run(library, run, with_names=False), "run.json")
    decided = "SELECT exercise_s, decision, kind, option FROM decisions"
    assert list(other._db.query(decided)) == list(library._db.query(decided))


Change = Callable[[dict[str, Any]], object]

FAULTS: list[tuple[Change, str]] = [
    (lambda told: told.update(blackstart_run=2), "found 2, wanted a whole number from 1 to 1"),
    (lambda told: told.pop("drill"), "drill is missing"),
    (lambda told: told.update(drill="blackstart: 1"), "title"),
    (lambda told: told.update(run="../../etc"), "wanted a run's id"),
    (lambda told: told.update(source="/etc/passwd"), "wanted the name of a file"),
    (lambda told: told.update(reached_s=301), "reached 301 lies beyond the end"),
    (lambda told: told["journal"].pop(0), "the first entry of a journal is a begin"),
    (lambda told: told["journal"].pop(1), r"journal\[1\]: found seq 3, wanted 2"),
    (lambda told: told["journal"][2].update(exercise_s=34), r"journal\[2\]: its time 34 lies before 35"),
    (lambda told: told["journal"][2].update(kind="notes"), r"journal\[2\]: there is no command 'notes'; did you mean"),
    (lambda told: told["journal"][2]["payload"].pop("by"), r"journal\[2\]: note: by is missing"),
    (lambda told: told["journal"][2].update(wall_utc="noon"), "wanted a time such as"),
    (lambda told: told["journal"][2].update(kind="begin", payload={}), "a second begin"),
    (lambda told: told["journal"][2].update(payload="x"), "wanted a mapping"),
]


@pytest.mark.parametrize(("change", "why"), FAULTS)
def test_a_file_that_does_not_hold_together_is_told_and_nothing_is_taken_in(
    library: Library, other: Library, run: str, change: Change, why: str
) -> None:
    told = json.loads(export_run(library, run))
    change(told)
    with pytest.raises(UserError, match=why):
        import_run(other, json.dumps(told), "run.json")
    assert other.runs() == ()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a":' * 100_000, "no run at all"])
def test_a_file_that_is_no_run_is_told(other: Library, text: str) -> None:
    with pytest.raises(UserError):
        import_run(other, text, "run.json")
