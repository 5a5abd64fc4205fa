import os
from pathlib import Path

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import read_file, write_file


def test_saving_keeps_what_stood_there_before(tmp_path: Path) -> None:
    path = tmp_path / "a.drill"
    write_file(path, "one\r\n")
    assert [each.name for each in tmp_path.iterdir()] == ["a.drill"]
    write_file(path, "둘\n")
    write_file(path, "three\n")
    assert path.read_bytes() == b"three\n"
    assert (tmp_path / "a.drill.bak").read_bytes() == "둘\n".encode()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.drill", "a.drill.bak"]


def test_a_save_that_breaks_off_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.drill"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"a\.drill: cannot be saved \(No space left on device\)"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.drill"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be saved"):
        write_file(tmp_path / "none" / "a.drill", "x")


def test_a_text_that_is_no_utf8_is_not_half_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"half a character, U\+D800"):
        write_file(tmp_path / "a.drill", "\ud800")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of POSIX")
def test_a_link_and_the_rights_of_a_file_stay_as_they_are(tmp_path: Path) -> None:
    real, link = tmp_path / "real.drill", tmp_path / "link.drill"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_file(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("12345")
    assert read_file(path, 5) == "12345"
    with pytest.raises(UserError, match="is longer than"):
        read_file(path, 4)
