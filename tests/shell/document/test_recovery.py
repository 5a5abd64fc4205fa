import subprocess
import sys
from pathlib import Path

import pytest

from blackstart.core.base.errors import UserError
from blackstart.shell.document.recovery import Recovery, forget, left_behind

KEEP = """
import sys
from pathlib import Path
from blackstart.shell.document.recovery import Recovery
recovery = Recovery(Path(sys.argv[1]))
recovery.keep("text of it", "Ours", Path("/there/ours.drill"))
print("kept", flush=True)
sys.stdin.read()
"""


def test_what_a_killed_program_had_not_saved_is_found(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KEEP, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "kept\n"
        assert left_behind(tmp_path) == ()  # it lives
        program.kill()
    (found,) = left_behind(tmp_path)
    assert (found.title, found.text, found.path) == ("Ours", "text of it", Path("/there/ours.drill"))
    forget(found.kept)
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_left_behind_nowhere(tmp_path: Path) -> None:
    recovery = Recovery(tmp_path)
    recovery.keep("one", "Ours", None)
    recovery.keep("two", "Ours", None)
    recovery.drop()
    assert list(tmp_path.iterdir()) == []
    recovery.keep("three", "Ours", None)
    recovery.drop()


def test_what_cannot_be_read_is_left_where_it_is(tmp_path: Path) -> None:
    broken = tmp_path / "x.recovery"
    broken.write_text("{half", encoding="utf-8")
    assert left_behind(tmp_path) == ()
    assert broken.exists()


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        Recovery(blocked / "folder").keep("text", "Ours", None)


def test_what_is_kept_after_the_close_is_kept_nowhere(tmp_path: Path) -> None:
    recovery = Recovery(tmp_path)
    recovery.close()
    recovery.keep("late", "Ours", None)
    assert list(tmp_path.iterdir()) == []
