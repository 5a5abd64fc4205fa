"""What the library keeps, what it refuses, and what it does with a damaged file."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, DecisionId, OptionId, RunId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.engine.trace import ClockCause, Mode, Row
from blackstart.core.play.commands import Begin, Decide, End, Note, Play
from blackstart.core.play.events import Spread
from blackstart.core.record.derived import rebuild
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow, trace_digest
from blackstart.core.record.schema import NEWEST
from blackstart.core.topology.model import Permille
from tests.core.record.texts import BEGUN, TEXT, entry, loaded

S = Seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    opened = Library(path)
    yield opened
    opened.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_run_carries_the_whole_text_of_its_drill(library: Library) -> None:
    journal = library.create(loaded(), BEGUN)
    again = library.drill_of(library.find(journal.run))
    assert again.text == TEXT
    assert again.drill == loaded().drill  # the id too, which the file's name gave


def test_the_text_of_a_drill_is_kept_once(library: Library, path: Path) -> None:
    for _ in range(2):
        library.create(loaded(), BEGUN)
    assert rows(path, "SELECT count(*) FROM drills") == [(1,)]


def test_runs_of_a_drill_are_numbered_and_the_latest_stands_first(library: Library) -> None:
    for minute in (1, 2):
        library.create(loaded(), (entry(1, -1, Begin(team=f"T{minute}"), f"2026-11-22T12:0{minute}:00+00:00"),))
    library.create(loaded(source="other.drill"), (entry(1, -1, Begin(), "2026-11-22T12:00:00+00:00"),))
    assert [(row.drill_id, row.number, row.team) for row in library.runs()] == [
        ("dark-hall", 2, "T2"),
        ("dark-hall", 1, "T1"),
        ("other", 1, ""),
    ]
    assert library.find("last").team == "T2"


def test_ids_of_runs_are_short_and_fit_an_address(library: Library) -> None:
    ids = {library.create(loaded(), BEGUN).run for _ in range(20)}
    assert len(ids) == 20
    assert all(len(run) == 6 and run.isalnum() and run.isascii() for run in ids)


def test_an_unknown_run_is_told_with_the_nearest(library: Library) -> None:
    with pytest.raises(UserError, match="holds none yet"):
        library.find("last")
    run = library.create(loaded(), BEGUN).run
    with pytest.raises(UserError, match=f"did you mean {run}"):
        library.find(run[:-1] + "z")


def test_what_was_appended_is_there_for_another_reader_at_once(library: Library, path: Path) -> None:
    journal = library.create(loaded(), BEGUN)
    journal.append(entry(2, 12, Note("slow", "eva", ("cut",))))
    assert rows(path, "SELECT seq, exercise_s, kind, actor, payload FROM journal WHERE seq = 2") == [
        (2, 12, "note", "ada", '{"text": "slow", "by": "eva", "about": ["cut"]}')
    ]
    assert library.find(journal.run).reached_s == 12


def test_entries_come_back_as_they_were_given(library: Library) -> None:
    given = [
        *BEGUN,
        entry(2, -1, Play()),
        entry(3, 35, Decide(DecisionId("cut"), OptionId("agree"), "lead", "safe", "high")),
        entry(4, 40, End()),
    ]
    journal = library.create(loaded(), given[:1])
    for each in given[1:]:
        journal.append(each)
    read = journal.entries(loaded().drill.topology)
    assert list(read) == given
    assert [(each.wall_utc, each.actor) for each in read] == [(each.wall_utc, each.actor) for each in given]
    assert library.find(journal.run).ended


def test_what_was_reached_never_goes_back(library: Library) -> None:
    journal = library.create(loaded(), BEGUN)
    assert library.find(journal.run).reached_s == START
    for second in (50, 20):
        journal.reach(Seconds(second))
    assert library.find(journal.run).reached_s == 50


def test_a_library_is_written_through_to_the_disk(path: Path) -> None:
    library = Library(path)
    assert library._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert library._db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert library._db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    library.close()


def test_a_newer_library_is_refused_with_both_numbers_and_left_alone(path: Path) -> None:
    Library(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 7")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match=f"its schema is 7, this program knows {NEWEST}"):
        Library(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("number", range(40))
def test_programs_that_make_a_library_at_once_all_get_it(path: Path, number: int) -> None:
    together = Barrier(6)

    def make(_: int) -> tuple[RunRow, ...]:
        together.wait()
        made = Library(path)
        try:
            return made.runs()
        finally:
            made.close()

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(make, range(6))) == [()] * 6


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("CREATE TABLE bookmarks (id)")
    with pytest.raises(UserError, match="is no library but another file"):
        Library(path)
    assert rows(path, "SELECT name FROM sqlite_master") == [("bookmarks",)]


@pytest.mark.parametrize("name", ["two.drill", "two.YAML", "c.jsonl", "letter.txt"])
def test_another_file_is_left_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("blackstart: 1\nid: two\ntitle: Two halls, and a text long enough to be no header of a database\n")
    before = path.read_bytes()
    with pytest.raises(UserError, match=f"{name} is no library but another file"):
        Library(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("damage", [b"\0" * 8192, b"this is no database, but a letter of some length" * 200])
def test_a_damaged_library_is_set_aside_and_never_overwritten(path: Path, damage: bytes) -> None:
    before = Library(path)
    before.create(loaded(), BEGUN)
    before.close()
    path.write_bytes(damage)
    library = Library(path)
    assert library.set_aside is not None
    assert library.set_aside.read_bytes() == damage
    assert library.runs() == ()
    library.close()


def test_a_library_damaged_in_the_middle_is_set_aside(path: Path) -> None:
    library = Library(path)
    library.create(loaded(), (*BEGUN, *(entry(seq, 0, Note("x" * 3000, "eva")) for seq in range(2, 60))))
    library.close()
    damaged = bytearray(path.read_bytes())
    damaged[80_000:90_000] = b"\xff" * 10_000  # pages of the journal, which opening alone would not read
    path.write_bytes(bytes(damaged))
    again = Library(path)
    assert again.set_aside is not None
    assert again.set_aside.read_bytes() == bytes(damaged)
    again.close()


def test_a_second_damaged_library_does_not_replace_the_first(path: Path) -> None:
    path.parent.mkdir()
    kept = []
    for letter in (b"a", b"b"):
        path.write_bytes(letter + b"\0" * 5000)
        library = Library(path)
        kept.append(library.set_aside)
        library.close()
    assert [each.read_bytes()[:1] for each in kept if each] == [b"a", b"b"]


def test_who_opens_a_library_beside_another_neither_makes_one_nor_sets_it_aside(library: Library, path: Path) -> None:
    beside = Library(path, is_there=True)
    assert beside.runs() == ()
    beside.close()
    away = path.parent.with_name("away")
    path.parent.rename(away)
    with pytest.raises(UserError, match="No such file"):
        Library(path, is_there=True)
    assert not path.parent.exists()
    away.rename(path.parent)
    library.close()
    path.write_bytes(b"\0" * 8192)
    with pytest.raises(UserError, match="is no library"):
        Library(path, is_there=True)
    assert path.exists()


def test_a_full_disk_is_told_and_nothing_of_the_entry_is_kept(library: Library) -> None:
    journal = library.create(loaded(), BEGUN)
    pages = library._db.execute("PRAGMA page_count").fetchone()[0]
    library._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match="the disk is full"):
        journal.append(entry(2, 5, Note("x" * 200_000, "eva")))
    assert len(journal.entries(loaded().drill.topology)) == 1
    journal.append(entry(2, 5, Note("short", "eva")))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UserError, match="cannot be used"):
        Library(tmp_path / "file" / "library.db")
    (tmp_path / "library.db").mkdir()
    with pytest.raises(UserError, match="cannot be opened"):
        Library(tmp_path / "library.db")


def test_one_writer_for_each_run(library: Library, path: Path) -> None:
    first = library.create(loaded(), BEGUN)
    other = Library(path)
    second = other.open_journal(first.run)
    assert (first.is_read_only, second.is_read_only) == (False, True)
    with pytest.raises(UserError, match=r"open in this Blackstart: here it can only be read"):
        second.append(entry(2, 5, Note("x", "eva")))
    first.release()
    third = other.open_journal(first.run)
    assert not third.is_read_only
    third.release()
    other.close()


def test_a_lock_that_a_dead_process_left_behind_is_taken_over(library: Library, path: Path) -> None:
    journal = library.create(loaded(), BEGUN)
    journal.release()
    lock = path.with_name("library.db.locks") / f"{journal.run}.lock"
    lock.write_text("1\n")  # a process that lives, but does not hold it
    again = library.open_journal(journal.run)
    assert not again.is_read_only
    again.release()
    assert not lock.exists()


def test_deleting_a_run_takes_everything_of_it(library: Library, path: Path) -> None:
    journal = library.create(loaded(), BEGUN)
    rebuild(journal, loaded().drill, Seconds(100), with_digest=True)
    journal.release()
    library.delete(journal.run)
    for table in ("runs", "journal", "events", "drills"):
        assert rows(path, f"SELECT count(*) FROM {table}") == [(0,)]


def test_a_drill_that_another_run_played_stays(library: Library, path: Path) -> None:
    journals = [library.create(loaded(), BEGUN) for _ in range(2)]
    journals[0].release()
    library.delete(journals[0].run)
    assert rows(path, "SELECT count(*) FROM drills") == [(1,)]


def test_a_run_that_is_open_is_not_deleted(library: Library) -> None:
    journal = library.create(loaded(), BEGUN)
    with pytest.raises(UserError, match="close it there before it is deleted"):
        library.delete(journal.run)
    assert len(library.runs()) == 1


def test_a_run_can_be_renamed(library: Library) -> None:
    run = library.create(loaded(), BEGUN).run
    library.rename(run, "  Night shift ")
    assert library.find(run).name == "Night shift"


def test_what_followed_is_written_for_other_readers(library: Library, path: Path) -> None:
    journal = library.create(loaded(), BEGUN)
    journal.append(entry(2, 35, Decide(DecisionId("cut"), OptionId("agree"), "lead", "safe", "high")))
    journal.append(entry(3, 36, Note("quick", "eva")))
    rebuild(journal, loaded().drill, Seconds(100), with_digest=True)
    assert rows(path, "SELECT exercise_s, decision, kind, option, seq, by, why, confidence FROM decisions") == [
        (30, "cut", "opened", None, None, None, None, None),
        (35, "cut", "decided", "agree", 2, "lead", "safe", "high"),
    ]
    assert rows(path, "SELECT exercise_s, inject, kind, how FROM deliveries") == [
        (0, "hello", "delivered", "timed"),
        (30, "smoke", "delivered", "timed"),
        (100, "press", "delivered", "timed"),
    ]
    assert rows(path, "SELECT exercise_s, by, text FROM notes") == [(36, "eva", "quick")]
    assert rows(path, "SELECT exercise_s, subject FROM events WHERE kind = 'mode'") == [
        (30, "power"),
        (30, "hall"),
        (75, "power"),
        (75, "hall"),
        (80, "hall"),
    ]


def test_writing_down_what_followed_twice_keeps_one_copy(library: Library, path: Path) -> None:
    journal = library.create(loaded(), BEGUN)
    for _ in range(2):
        rebuild(journal, loaded().drill, Seconds(100), with_digest=True)
    assert rows(path, "SELECT count(*) FROM deliveries") == [(3,)]


def test_the_digest_tells_two_traces_apart_and_stays_when_told_to(library: Library) -> None:
    journal = library.create(loaded(), BEGUN)
    digests = []
    for second, with_digest in ((20, True), (100, True), (200, False)):
        rebuild(journal, loaded().drill, Seconds(second), with_digest)
        digests.append(library.find(journal.run).digest)
    assert digests[0] != digests[1] == digests[2]


def test_a_cause_that_is_told_otherwise_is_no_other_trace() -> None:
    def spread(level: int, clock: str) -> Spread:
        row = Row(S(5), 0, 3, "level", ComponentId("hall"), Mode.UP, Permille(level), ClockCause(clock))
        return Spread(S(5), (row,))

    assert trace_digest([spread(500, "restart")]) == trace_digest([spread(500, "repair")])
    assert trace_digest([spread(500, "restart")]) != trace_digest([spread(501, "restart")])


def test_rows_name_what_they_belong_to(path: Path) -> None:
    Library(path).close()
    linked = rows(path, 'SELECT m.name, f."table" FROM sqlite_master m, pragma_foreign_key_list(m.name) f ORDER BY 1')
    assert linked == [("events", "runs"), ("journal", "runs"), ("runs", "drills")]


def test_a_run_that_is_not_there_has_an_empty_journal(library: Library) -> None:
    assert library.open_journal(RunId("nobody")).entries(loaded().drill.topology) == ()
