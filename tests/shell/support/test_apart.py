import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from blackstart.core.base.errors import DrillError
from blackstart.core.exercise.files import read_drill
from blackstart.shell.support.apart import Apart, GivenUpError


def wait_for_ever(begun: Path) -> None:
    begun.touch()
    while True:
        time.sleep(60)  # killed long before


def be_killed() -> None:
    os._exit(3)


def stop_when(there: Path, apart: Apart) -> threading.Thread:
    def watch() -> None:
        while not there.exists():
            pass
        apart.stop()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    return thread


def test_the_work_is_done_in_another_process() -> None:
    assert Apart().do(os.getpid) != os.getpid()


def test_a_refusal_comes_back_with_all_it_holds() -> None:
    with pytest.raises(DrillError) as here:
        read_drill("{}", "none.drill")
    with pytest.raises(DrillError) as there:
        Apart().do(read_drill, "{}", "none.drill")
    assert there.value.findings == here.value.findings
    assert str(there.value) == str(here.value)


def test_what_is_stopped_ends_at_once_and_the_next_work_is_done(tmp_path: Path) -> None:
    apart = Apart("given up")
    watch = stop_when(tmp_path / "begun", apart)
    with pytest.raises(GivenUpError, match="given up"):
        apart.do(wait_for_ever, tmp_path / "begun")
    watch.join()
    assert apart.do(max, 3, 4) == 4


def test_once_it_is_closed_nothing_is_begun() -> None:
    apart = Apart()
    apart.close()
    with pytest.raises(GivenUpError):
        apart.do(max, 3, 4)


def test_a_process_that_dies_by_itself_is_a_bug_and_no_refusal() -> None:
    with pytest.raises(RuntimeError, match="be_killed ended without an outcome, status 3"):
        Apart().do(be_killed)


def count_up(most: int, tell: Callable[[object], None]) -> int:
    for number in range(most):
        tell(number)
    return most


def test_the_other_process_tells_how_far_it_has_come() -> None:
    heard: list[object] = []
    assert Apart().do(count_up, 3, tell=heard.append) == 3
    assert heard == [0, 1, 2]
