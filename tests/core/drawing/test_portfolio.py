"""Drawings kept in a folder: quick to find, never needed."""

import os
from pathlib import Path

import pytest

from blackstart.core.drawing import portfolio
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.portfolio import Portfolio
from blackstart.core.drawing.route import route
from blackstart.core.drawing.sealed import sealed
from blackstart.core.topology.model import Topology
from tests.core.drawing.maps import topology, town

DAY_S = 86_400


def drawn(map_: Topology) -> Drawing:
    return route(map_, arrange(map_))


def keep(kept: Portfolio, *written: str) -> None:
    for each in written:
        kept.keep(topology(each), drawn(topology(each)))


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def let_pass(folder: Path, days: int) -> None:
    for file in files(folder):
        used = file.stat().st_mtime - days * DAY_S
        os.utime(file, (used, used))


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    kept, fresh = Portfolio(tmp_path / "drawings"), drawn(town())
    assert kept.find(town()) is None
    kept.keep(town(), fresh)
    assert kept.find(town()) == fresh
    assert Portfolio(tmp_path / "drawings").find(town()) == fresh


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Portfolio()
    kept.keep(town(), drawn(town()))
    assert kept.find(town()) is None


def test_another_map_is_not_found(tmp_path: Path) -> None:
    kept = Portfolio(tmp_path)
    keep(kept, "a | b < a")
    assert kept.find(topology("a | c < a")) is None


def test_a_damaged_file_is_passed_over_and_written_anew(tmp_path: Path) -> None:
    kept, map_ = Portfolio(tmp_path), topology("a | b < a")
    keep(kept, "a | b < a")
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:-1] + b"\xff")
    assert kept.find(map_) is None
    keep(kept, "a | b < a")
    assert kept.find(map_) == drawn(map_)


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    kept = Portfolio(tmp_path)
    keep(kept, "a | b < a")
    (file,) = files(tmp_path)
    file.unlink()
    file.mkdir()
    assert kept.find(topology("a | b < a")) is None
    keep(kept, "a | b < a")


def test_a_file_that_is_too_long_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, map_ = Portfolio(tmp_path), topology("a | b < a")
    keep(kept, "a | b < a")
    monkeypatch.setattr(portfolio, "LONGEST", files(tmp_path)[0].stat().st_size - 1)
    monkeypatch.setattr(Path, "read_bytes", None)
    assert kept.find(map_) is None


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    kept = Portfolio(tmp_path / "file" / "drawings")
    keep(kept, "a | b < a")
    assert kept.find(topology("a | b < a")) is None


def test_what_nobody_used_for_long_is_thrown_away(tmp_path: Path) -> None:
    kept = Portfolio(tmp_path)
    keep(kept, "a | b < a", "c | d < c")
    let_pass(tmp_path, portfolio.MOST_DAYS + 1)
    assert kept.find(topology("c | d < c")) is not None, "used today"
    keep(kept, "e | f < e")
    assert kept.find(topology("a | b < a")) is None
    assert kept.find(topology("c | d < c")) is not None


def test_the_oldest_make_room_for_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, size = Portfolio(tmp_path), len(sealed(topology("a | b < a"), drawn(topology("a | b < a"))))
    monkeypatch.setattr(portfolio, "MOST_BYTES", 2 * size)
    for written in ("a | b < a", "c | d < c", "e | f < e"):
        let_pass(tmp_path, 1)
        keep(kept, written)
    assert kept.find(topology("a | b < a")) is None
    assert kept.find(topology("c | d < c")) is not None
    assert kept.find(topology("e | f < e")) is not None


def test_half_a_file_of_a_program_that_was_killed_does_not_stay_for_ever(tmp_path: Path) -> None:
    half = tmp_path / ".0123.drawing.xyz.part"
    half.write_bytes(b"half")
    let_pass(tmp_path, portfolio.MOST_DAYS + 1)
    other = tmp_path / "letter.txt"
    other.write_text("somebody else's", encoding="utf-8")
    keep(Portfolio(tmp_path), "a | b < a")
    assert not half.exists()
    assert other.exists()
