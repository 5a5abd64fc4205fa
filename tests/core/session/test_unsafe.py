"""A library that cannot be written stops no run: it goes on in memory, says so, and is written once it can be."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.play.commands import Begin, Decide, Entry, Note
from blackstart.core.play.events import Delivered
from blackstart.core.play.playback import tell
from blackstart.core.record.exchange import import_run
from blackstart.core.record.faults import LibraryFault, Why
from blackstart.core.record.library import Library
from blackstart.core.session.run import Run
from blackstart.core.session.unsafe import FIRST_WAIT_S, LONGEST_WAIT_S
from tests.core.record.texts import TEXT, loaded
from tests.core.session import faults
from tests.core.session.faults import Fault
from tests.core.session.walls import Table, clock

AGREE = Decide(DecisionId("cut"), OptionId("agree"), "lead", "safe")
FAULTS: list[tuple[Fault, Why, str]] = [
    (faults.full_disk, Why.FULL, "the disk is full"),
    (faults.only_readable, Why.READ_ONLY, "may be read but not written"),
    (faults.vanished_drive, Why.GONE, "cannot be used: No such file or directory"),
    (faults.locked, Why.LOCKED, "another program holds"),
    (faults.broken_disk, Why.BROKEN, "the disk reports an error"),
    (faults.damaged_page, Why.DAMAGED, "is damaged"),
]
EACH = pytest.mark.parametrize(("fault", "why", "words"), FAULTS, ids=[fault.__name__ for fault, _, _ in FAULTS])


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    laid = Table(tmp_path / "drive" / "library.db")
    yield laid
    laid.library.close()


def fill(run: Run) -> None:
    """Write until the library takes no more, for a page that is half empty takes an entry on a full disk too."""
    while run.unsafe is None:
        run.submit(Note("x" * 3000, "eva"))


def kept(table: Table) -> list[int]:
    library = Library(table.library.path)
    try:
        return [entry.seq for entry in library.recorded(table.run.run_id).entries]
    finally:
        library.close()


@EACH
def test_the_run_goes_on_in_memory_and_is_written_in_order_once_it_can_be(
    table: Table, fault: Fault, why: Why, words: str
) -> None:
    run = table.begin(Begin(pace=1))
    run.play()
    table.pass_(20)
    with fault(table.library):
        run.submit(Note("x" * 9000, "eva"))
        fill(run)
        before = len(run.entries)
        assert [type(event) for event in table.pass_(15)] != []  # what the script brings goes on coming
        run.submit(AGREE)
        run.submit(Note("after", "eva"))
        unsafe = run.unsafe
        assert unsafe is not None
        assert (unsafe.why, run.clock.is_held, run.director.decided()[0].option) == (why, False, "agree")
        assert words in unsafe.sentence
        assert unsafe.sentence.count("\n") == 0
        assert unsafe.entries >= len(run.entries) - before > 0
    table.pass_(2 * LONGEST_WAIT_S)
    assert run.unsafe is None
    assert kept(table) == list(range(1, len(run.entries) + 1))
    run.leave()
    recorded = table.library.recorded(run.run_id)
    assert recorded.entries == tuple(run.entries)
    assert recorded.reached_s == run.director.now
    assert list(tell(run.drill, recorded.entries, recorded.reached_s).events)[-1] == table.told[-1]


def test_a_really_full_disk_is_survived_too(tmp_path: Path) -> None:
    with faults.small_disk(tmp_path / "small") as is_small:
        if not is_small:
            pytest.skip("only root can make a small disk")
        table = Table(tmp_path / "small" / "library.db")
        test_the_run_goes_on_in_memory_and_is_written_in_order_once_it_can_be(
            table, faults.full_small_disk, Why.FULL, "the disk is full"
        )
        table.library.close()


@EACH
def test_a_run_can_begin_though_its_library_cannot_be_written(
    table: Table, fault: Fault, why: Why, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault is faults.damaged_page:
        monkeypatch.setattr("blackstart.core.record.recorded.insert_rows", faults._corrupt)
    with fault(table.library):
        run = table.begin(Begin(pace=1), loaded(TEXT + 9000 * "# a page is soon full\n"))
        run.play()
        table.pass_(31)
        assert run.unsafe is not None
        assert (run.unsafe.why, run.unsafe.entries) == (why, 2)
    monkeypatch.undo()
    table.pass_(2 * LONGEST_WAIT_S)
    assert run.unsafe is None
    assert kept(table)[:2] == [1, 2]
    assert table.library.find(run.run_id).number == 1


def test_tries_become_rarer_and_never_rarer_than_each_half_minute(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = table.begin(Begin(pace=1))
    with faults.vanished_drive(table.library):
        run.submit(Note("x", "eva"))
        tried: list[float] = []
        find_again = table.library._store.find_again

        def noticed(patience_s: float) -> None:
            tried.append(table.wall.seconds)
            find_again(patience_s)

        monkeypatch.setattr(table.library._store, "find_again", noticed)
        table.pass_(200)
    gaps = [after - before for before, after in zip(tried, tried[1:], strict=False)]
    assert gaps[:6] == [2 * FIRST_WAIT_S, 4, 8, 16, LONGEST_WAIT_S, LONGEST_WAIT_S]


def test_a_library_that_another_one_took_the_place_of_gets_the_whole_run(table: Table) -> None:
    run = table.begin(Begin(pace=1))
    run.play()
    table.library.path.unlink()
    for side in ("-wal", "-shm"):
        table.library.path.with_name(table.library.path.name + side).unlink()
    Library(table.library.path).close()
    run.submit(Note("x", "eva"))
    assert run.unsafe is not None
    assert (run.unsafe.why, run.unsafe.entries) == (Why.GONE, 1)
    table.pass_(2)
    assert run.unsafe is None
    assert kept(table) == [1, 2, 3]


def test_what_went_on_elsewhere_meanwhile_is_not_mixed(table: Table) -> None:
    run = table.begin(Begin(pace=1))
    with faults.vanished_drive(table.library):
        run.submit(Note("here", "eva"))
        away = Library(table.library.path.parent.with_name("away") / "library.db")
        lock = run.scribe._journal._lock
        assert lock is not None
        lock.release()  # as a server lets go of what its client has lost
        elsewhere = Run.reopen(away, run.run_id, clock(table.wall))
        elsewhere.submit(Note("there", "ada"))
        elsewhere.leave()
        away.close()
    table.pass_(2)
    assert run.unsafe is not None
    assert (run.unsafe.why, run.unsafe.entries) == (Why.TAKEN, 1)
    assert "went on elsewhere" in run.unsafe.sentence
    assert [entry.command for entry in table.library.recorded(run.run_id).entries[1:]] == [Note("there", "ada")]


def test_a_file_that_somebody_names_holds_all_of_it_until_the_library_can_be_written(
    table: Table, tmp_path: Path
) -> None:
    run, file = table.begin(Begin(pace=1)), tmp_path / "saved.json"
    with faults.vanished_drive(table.library):
        run.submit(Note("one", "eva"))
        run.scribe.keep_in(file)
        assert run.unsafe is not None
        assert (run.unsafe.entries, run.unsafe.kept_in) == (0, file)
        run.submit(Note("two", "eva"))
        assert run.unsafe.entries == 0
        assert len(json.loads(file.read_text())["journal"]) == 3
    other = Library(tmp_path / "other.db")
    assert other.recorded(import_run(other, file.read_text(), "saved.json")).entries == tuple(run.entries)
    other.close()
    table.pass_(2)
    assert run.unsafe is None
    assert kept(table) == [1, 2, 3]


def test_a_file_that_can_no_longer_be_written_counts_no_more(table: Table, tmp_path: Path) -> None:
    run, file = table.begin(Begin(pace=1)), tmp_path / "stick" / "saved.json"
    file.parent.mkdir()
    with faults.vanished_drive(table.library):
        run.submit(Note("one", "eva"))
        run.scribe.keep_in(file)
        file.parent.rename(tmp_path / "pulled out")
        run.submit(Note("two", "eva"))
        assert run.unsafe is not None
        assert run.unsafe.entries == 1
        with pytest.raises(UserError, match="cannot be saved"):
            run.scribe.keep_in(file)


def test_a_run_goes_on_in_another_library_that_somebody_names(table: Table, tmp_path: Path) -> None:
    run = table.begin(Begin("Night", pace=1))
    other = Library(tmp_path / "other.db")
    with faults.vanished_drive(table.library):
        run.submit(Note("one", "eva"))
        run.scribe.move_to(other)
        assert run.unsafe is None
        run.submit(Note("two", "eva"))
    assert other.recorded(run.run_id).entries == tuple(run.entries)
    assert (other.find("last").team, run.row.run) == ("Night", other.find("last").run)
    run.leave()
    other.close()
    again = Run.reopen(table.library, run.run_id, clock(table.wall))
    assert [entry.seq for entry in again.entries] == [1]  # as far as it came there
    again.leave()


def test_what_was_written_though_a_fault_was_told_is_not_written_twice(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = table.begin(Begin(pace=1))
    journal = run.scribe._journal
    append = journal.append

    def tell_a_fault(entry: Entry) -> None:
        append(entry)
        raise LibraryFault(Why.BROKEN, "the disk reports an error, though it has written")

    monkeypatch.setattr(journal, "append", tell_a_fault)
    run.submit(Note("one", "eva"))
    run.submit(Note("two", "eva"))
    table.pass_(2)
    assert run.unsafe is None
    assert table.library.recorded(run.run_id).entries == tuple(run.entries)


def test_leaving_writes_what_it_can_and_says_what_is_lost(table: Table) -> None:
    run = table.begin(Begin(pace=1))
    run.play()
    with faults.vanished_drive(table.library):
        run.submit(Note("x", "eva"))
        run.leave()
        assert run.unsafe is not None
        assert run.unsafe.entries == 2
    with pytest.raises(UserError, match="can only be read"):
        run.submit(Note("too late", "eva"))


def test_leaving_is_a_moment_to_try_again(table: Table) -> None:
    run = table.begin(Begin(pace=1))
    with faults.vanished_drive(table.library):
        run.submit(Note("x", "eva"))
    run.leave()
    assert run.unsafe is None
    assert kept(table) == [1, 2]


def test_an_end_that_could_not_be_written_ends_the_run_and_is_written_later(table: Table) -> None:
    run = table.begin(Begin(pace=600))
    run.play()
    with faults.vanished_drive(table.library):
        while not run.director.is_ended:
            table.pass_(1)
            if not run.director.is_ended:
                run.play()
        assert run.unsafe is not None
    table.pass_(2 * LONGEST_WAIT_S)
    assert run.unsafe is None
    assert table.library.find(run.run_id).ended
    assert any(isinstance(event, Delivered) for event in table.told)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["note", "note", "away", "back", "second", "minute", "file"]), max_size=25))
def test_whenever_a_library_comes_and_goes_nothing_is_lost_twice_or_out_of_order(
    tmp_path: Path, steps: list[str]
) -> None:
    root = tmp_path / str(len(list(tmp_path.iterdir())))
    table = Table(root / "drive" / "library.db")
    run = table.begin(Begin(pace=1))
    away, file = root / "away", root / "run.json"
    for step in steps:
        is_there = not away.exists()
        match step:
            case "note":
                run.submit(Note(f"{len(run.entries)}", "eva"))
            case "away" if is_there:
                (root / "drive").rename(away)
            case "back" if not is_there:
                away.rename(root / "drive")
            case "file":
                run.scribe.keep_in(file)
            case "second" | "minute":
                table.pass_(1 if step == "second" else 60, tick=1)
        place = (away if away.exists() else root / "drive") / "library.db"
        written = written_in(place)
        assert written == [entry.seq for entry in run.entries][: len(written)]
        if run.unsafe is None:
            assert len(written) == len(run.entries)
        elif run.unsafe.kept_in is None:
            assert run.unsafe.entries == len(run.entries) - len(written)
        else:
            assert run.unsafe.entries == 0
            assert len(json.loads(file.read_text())["journal"]) == len(run.entries)
    if away.exists():
        away.rename(root / "drive")
    run.leave()
    assert run.unsafe is None
    assert written_in(root / "drive" / "library.db") == [entry.seq for entry in run.entries]
    table.library.close()


def written_in(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as read:
        return [seq for (seq,) in read.execute("SELECT seq FROM journal ORDER BY seq")]
