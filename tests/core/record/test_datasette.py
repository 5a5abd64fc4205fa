"""The library as Datasette reads it: plain SQLite, opened read-only by somebody who knows nothing of this program."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from blackstart.core.base.ids import DecisionId, InjectId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin, Decide, Note, Skip
from blackstart.core.record.library import Library
from blackstart.core.session.run import Run
from tests.core.record.texts import loaded
from tests.core.session.walls import Wall, clock

TABLES = {"drills", "runs", "journal", "events"}
VIEWS = {"decisions", "deliveries", "notes"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with a run that was played and left."""
    library = Library(tmp_path / "library.db")
    run = Run.begin(library, loaded(), Begin(team="Night"), clock(Wall()))
    run.submit(Skip(InjectId("press"), "they know"))
    run.play_to(Seconds(40))
    run.submit(Decide(DecisionId("cut"), OptionId("agree"), "lead", "safe", "high"))
    run.submit(Note("calm", "eva", ("cut",)))
    run.play_to(Seconds(120))
    run.leave()
    library.close()
    return tmp_path / "library.db"


@pytest.fixture
def read(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def names(read: sqlite3.Connection, kind: str) -> set[str]:
    rows = read.execute("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE '%sqlite%'", [kind])
    return {row["name"] for row in rows}


def rows(read: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in read.execute(query)]


def test_there_are_plain_tables_and_views_and_nothing_hidden(read: sqlite3.Connection) -> None:
    assert (names(read, "table"), names(read, "view")) == (TABLES, VIEWS)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_row_has_an_address_of_its_own(read: sqlite3.Connection, table: str) -> None:
    keys = [row["name"] for row in read.execute(f"PRAGMA table_info({table})") if row["pk"]]
    assert keys in (["sha"], ["run"], ["run", "seq"], ["run", "number"])


def test_rows_lead_to_what_they_belong_to_and_all_of_that_is_there(read: sqlite3.Connection) -> None:
    links = {
        (table, link["from"], link["table"], link["to"])
        for table in TABLES
        for link in read.execute(f"PRAGMA foreign_key_list({table})")
    }
    assert links == {
        ("runs", "drill", "drills", "sha"),
        ("journal", "run", "runs", "run"),
        ("events", "run", "runs", "run"),
    }
    assert rows(read, "PRAGMA foreign_key_check") == []


def test_decisions_are_told_with_who_and_why(read: sqlite3.Connection) -> None:
    told = rows(read, 'SELECT exercise_s, decision, kind, option, seq, "by", why, confidence FROM decisions')
    assert [tuple(row.values()) for row in told] == [
        (30, "cut", "opened", None, None, None, None, None),
        (40, "cut", "decided", "agree", 3, "lead", "safe", "high"),
    ]


def test_deliveries_and_notes_are_told(read: sqlite3.Connection) -> None:
    told = rows(read, "SELECT exercise_s, inject, kind, how, why FROM deliveries ORDER BY exercise_s")
    assert [tuple(row.values()) for row in told] == [
        (-1, "press", "skipped", None, "they know"),
        (0, "hello", "delivered", "timed", None),
        (30, "smoke", "delivered", "timed", None),
    ]
    (note,) = rows(read, "SELECT seq, text, about FROM notes")
    assert (note["seq"], note["text"], json.loads(note["about"])) == (4, "calm", ["cut"])


def test_every_payload_and_every_detail_is_json(read: sqlite3.Connection) -> None:
    for table, column in (("journal", "payload"), ("events", "detail")):
        (bad,) = read.execute(f"SELECT count(*) FROM {table} WHERE NOT json_valid({column})").fetchone()
        (all_of_it,) = read.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert (bad, all_of_it > 0) == (0, True)


def test_a_reader_may_look_on_while_a_run_is_played_and_hinders_nobody(path: Path, read: sqlite3.Connection) -> None:
    library = Library(path)
    run = Run.reopen(library, "last", clock(Wall()))
    read.execute("BEGIN")
    before = rows(read, "SELECT count(*) AS entries FROM journal")
    run.submit(Note("and on", "eva"))
    assert run.unsafe is None
    assert rows(read, "SELECT count(*) AS entries FROM journal") == before  # as it was when it began to read
    read.execute("COMMIT")
    assert rows(read, "SELECT text FROM notes ORDER BY seq DESC LIMIT 1") == [{"text": "and on"}]
    run.leave()
    library.close()


def test_a_copy_can_be_read_from_where_nothing_can_be_written(path: Path) -> None:
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as read:
        assert read.execute("SELECT count(*) FROM decisions").fetchone() == (2,)
