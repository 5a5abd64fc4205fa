"""A drill told in a terminal."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from blackstart.cli.timeline import Ask, tell
from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.play.commands import Decide
from blackstart.core.record.library import Library
from tests.cli.test_play import DRILL, ROOT

NAMED = DRILL.replace("{id: hall, restart", "{id: hall, name: {en: Server hall, ko: 서버홀}, restart")


def answers(*typed: str) -> tuple[list[str], Ask]:
    prompts: list[str] = []
    left: Iterator[str] = iter(typed)

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        for each in left:
            return each
        raise EOFError

    return prompts, ask


@pytest.fixture
def drill(tmp_path: Path) -> Path:
    path = tmp_path / "hall.drill"
    path.write_text(NAMED, encoding="utf-8")
    return path


def told(drill: Path, ask: Ask | None = None, language: str = "en") -> list[str]:
    out = StringIO()
    assert tell(drill, out, ask, drill.parent / "library.db", language) == 0
    return out.getvalue().splitlines()


def test_what_comes_what_falls_and_what_is_asked_stand_under_their_second(drill: Path) -> None:
    _, ask = answers("1", "", "", "")
    lines = told(drill, ask)
    assert lines[:-1] == [
        "A dark hall",
        "It lasts 5 min.",
        "",
        "0:00:30   Phone",
        "          Smoke",
        "          down: power, desk, Server hall, phone",
        "          Decision · Lead (40 s to decide)",
        "          Cut?",
        "            1. Agree",
        "            2. Wait",
        "          Decided: Agree",
        "          recovering: power",
        "0:01:10   recovering: Server hall",
        "          operational: power",
        "0:01:15   operational: Server hall",
        "0:01:40   End of: One",
        "0:03:20   Decision · Lead",
        "          Late?",
        "            1. Yes",
        "0:04:50   Press",
        "          What happens?",
        "0:05:00   End of: Two",
        "",
        "Lost: 12 service-hours",
        "At worst: 1,000 users cut off",
        "Cost: 45 KRW",
        "Cannot start by any ordinary means: desk, phone",
        "Each of these waits for the next: desk, phone",
    ]
    assert lines[-1].startswith("Recorded as run ")


def test_where_nobody_is_asked_nobody_decides(drill: Path) -> None:
    lines = told(drill)
    assert "0:01:10   No decision in time: Cut? Then it is: Wait" in lines
    assert "Still down, and waiting for a decision: power, Server hall" in lines
    assert not any("Which one?" in line for line in lines)


def test_an_option_may_be_typed_as_its_number_or_its_id_and_what_is_neither_is_asked_again(drill: Path) -> None:
    prompts, ask = answers("3", "agree", "", "", "yes")
    lines = told(drill, ask)
    assert len(prompts) == 7
    assert "          3 is none of 1 to 2" in lines
    assert "          Decided: Agree" in lines
    assert "          Decided: Yes" in lines


def test_when_answers_break_off_nobody_decides_any_more(drill: Path) -> None:
    prompts, ask = answers()
    assert "0:01:10   No decision in time: Cut? Then it is: Wait" in told(drill, ask)
    assert len(prompts) == 1


def test_what_was_played_is_recorded_with_its_decisions(drill: Path) -> None:
    run_id = told(drill, answers("agree", "Ada", "safe")[1])[-1].split()[3].rstrip(".")
    kept = Library(drill.parent / "library.db")
    recorded = kept.recorded(run_id)
    kept.close()
    assert recorded.row.ended
    assert [type(entry.command).__name__ for entry in recorded.entries] == ["Begin", "Decide", "End"]
    assert recorded.entries[1].command == Decide(DecisionId("cut"), OptionId("agree"), "Ada", "safe")
    assert recorded.entries[1].at == 30


def test_the_timeline_speaks_korean(drill: Path) -> None:
    lines = told(drill, language="ko")
    assert "          중단: power, desk, 서버홀, phone" in lines
    assert "잃은 것: 75 서비스 시간" in lines


def test_long_lines_are_broken_between_words_by_the_columns_they_take(drill: Path) -> None:
    drill.write_text(NAMED.replace("text: Smoke", f"text: {'가나다라 ' * 30}"), encoding="utf-8")
    korean = [line.strip() for line in told(drill) if "가나다라" in line]
    assert [line.count("가나다라") for line in korean] == [10, 10, 10]


def test_a_reader_that_goes_away_ends_the_telling_and_the_run_stays_unended(drill: Path) -> None:
    library = drill.parent / "library.db"
    telling = "from pathlib import Path; import sys; from blackstart.cli.timeline import tell;"
    telling += "sys.exit(tell(Path(sys.argv[1]), sys.stdout, None, Path(sys.argv[2])))"
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-c", telling, drill, library],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, "")
    with closing(Library(library)) as kept:
        assert not kept.find("last").ended


def test_what_an_option_makes_expect_stands_under_it(drill: Path) -> None:
    drill.write_text(NAMED.replace("text: Agree,", "text: Agree, foresee: The hall goes dark,"), encoding="utf-8")
    lines = told(drill)
    assert lines[lines.index("            1. Agree") + 1] == "               to be expected: The hall goes dark"


def test_ctrl_c_says_how_to_go_on(drill: Path) -> None:
    def ask(_prompt: str) -> str:
        raise KeyboardInterrupt

    out = StringIO()
    assert tell(drill, out, ask, drill.parent / "library.db") == 130
    with closing(Library(drill.parent / "library.db")) as kept:
        row = kept.find("last")
    assert (row.ended, row.reached_s) == (False, 30)
    last = f"Stopped at 0:00:30. Go on in the window, or look back with: blackstart replay {row.run} --at 30"
    assert out.getvalue().splitlines()[-1] == last


def test_letters_that_a_terminal_does_not_know_are_replaced(drill: Path) -> None:
    page = BytesIO()
    out = TextIOWrapper(page, encoding="cp1252")
    assert tell(drill, out, None, drill.parent / "library.db", "ko") == 0
    assert b"??" in page.getvalue()
