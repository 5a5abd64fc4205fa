import errno
import pickle
import sqlite3
from pathlib import Path

import pytest

from blackstart.core.base.words import words
from blackstart.core.record.faults import LibraryFault, Why, told

RUNS = Path("runs.db")


def test_a_fault_of_a_library_goes_from_process_to_process_with_its_sentence_in_every_language() -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    with pytest.raises(LibraryFault) as caught, told(RUNS):
        raise full
    come = pickle.loads(pickle.dumps(caught.value))
    assert (come.why, str(come)) == (
        Why.FULL,
        "the disk is full: nothing was written to runs.db; make room and do it again",
    )
    assert words("ko").tell(come.sentence).startswith("디스크가 가득 차서 runs.db에 쓰지 못했습니다")


def test_what_the_system_says_is_told_in_every_language() -> None:
    with pytest.raises(LibraryFault) as caught, told(RUNS):
        raise OSError(errno.EACCES, "Permission denied")
    assert str(caught.value) == "runs.db cannot be used: Permission denied"
    assert words("ko").tell(caught.value.sentence) == "runs.db을(를) 쓸 수 없습니다: 권한 없음"
