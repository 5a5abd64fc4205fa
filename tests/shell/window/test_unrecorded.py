"""What is half typed outlives the program, and is never taken for a record."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.play.commands import Command, Decide, End, Note
from blackstart.core.record.lock import lock_run
from blackstart.shell.run.drafts import DecisionDraft
from blackstart.shell.run.half_typed import HalfTyped, as_text, of_text
from blackstart.shell.run.talk.room import TalkRoom
from blackstart.shell.run.talk.sheet import WordsDraft
from tests.journeys.killed_typing import NOTE, WHY
from tests.journeys.user import User
from tests.shell.drills import lights_file

ROOT = Path(__file__).resolve().parents[3]
SENTENCE = "What was half typed and not recorded stands in its fields again."


@pytest.fixture
def user(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[User]:
    """Somebody in front of an open decision, who has begun to answer it."""
    made = User(qapp, tmp_path, lights_file(tmp_path))
    qtbot.addWidget(made.frame)
    made.wait(lambda: made.frame.mode == "run" and not made.rooms.desk.worker.is_busy)
    made.rooms.desk.run.begin("night shift")
    made.play_until(lambda: made.rooms.run.side.form.shown is not None)
    made.rooms.run.side.form.answer.why.setPlainText(WHY)
    yield made
    made.frame.hold_back = lambda: False
    made.close()


def kept(user: User, folder: Path) -> Path:
    return folder / "unsaved" / f"{user.rooms.desk.run.run_id}.typed"


def talk_of(user: User) -> TalkRoom:
    room = user.rooms.run.rooms["talk"]
    assert isinstance(room, TalkRoom)
    return room


def journal(user: User) -> list[Command]:
    desk = user.rooms.desk
    (row,) = desk.runs()
    return [entry.command for entry in desk.libraries.now.recorded(row.run).entries]


def go_on(user: User) -> None:
    desk = user.rooms.desk
    desk.continue_run(desk.runs()[0])
    user.wait(lambda: desk.run.run_id == desk.runs()[0].run and not desk.worker.is_busy)


@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed there the way a crash kills")
def test_what_was_half_typed_when_the_program_was_killed_is_there_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    file = lights_file(tmp_path)
    command = [sys.executable, "-m", "tests.journeys.killed_typing", str(file), str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    user = User(qapp, tmp_path)
    qtbot.addWidget(user.frame)
    go_on(user)
    form = user.rooms.run.side.form
    draft = form.drafts()[DecisionId("candles")]
    assert (draft.option, draft.why) == (OptionId("light"), WHY)
    assert form.answer.why.toPlainText() == WHY
    assert talk_of(user).words.draft().texts["note"] == NOTE
    user.wait(lambda: user.frame.messages.text == SENTENCE)
    assert not [each for each in journal(user) if isinstance(each, Decide | Note)], "nothing of it is recorded"
    user.close()


def test_what_is_recorded_is_kept_no_longer(user: User, tmp_path: Path) -> None:
    user.rooms._unrecorded.keep()
    user.wait(lambda: kept(user, tmp_path).exists())
    user.rooms.run.side.form.choose(OptionId("light"))
    user.rooms.run.side.form.submit()
    user.rooms._unrecorded.keep()
    user.wait(lambda: not kept(user, tmp_path).exists())


def test_what_is_recorded_is_forgotten_at_once(user: User, tmp_path: Path) -> None:
    user.rooms._unrecorded.timer.stop()  # nothing but the record tells of it
    user.rooms._unrecorded.keep()
    user.wait(lambda: kept(user, tmp_path).exists())
    user.rooms.run.side.form.choose(OptionId("light"))
    user.rooms.run.side.form.submit()
    user.wait(lambda: not kept(user, tmp_path).exists())


def test_what_nobody_typed_is_not_kept(user: User, tmp_path: Path) -> None:
    user.rooms.run.side.form.answer.why.clear()
    user.rooms._unrecorded.keep()
    user.wait(lambda: not user.rooms.desk.worker.is_busy)
    assert not kept(user, tmp_path).exists()


def test_who_goes_on_with_a_run_that_was_put_away_finds_the_last_word(user: User, tmp_path: Path) -> None:
    user.rooms.desk.run.leave()
    assert WHY in (tmp_path / "unsaved" / f"{user.rooms.desk.runs()[0].run}.typed").read_text(encoding="utf-8")
    go_on(user)
    assert user.rooms.run.side.form.answer.why.toPlainText() == WHY


def test_who_closes_the_program_finds_it_again(qtbot: QtBot, qapp: QApplication, user: User, tmp_path: Path) -> None:
    user.close()
    again = User(qapp, tmp_path)
    qtbot.addWidget(again.frame)
    go_on(again)
    assert again.rooms.run.side.form.answer.why.toPlainText() == WHY
    again.close()


def test_a_second_program_leaves_it_to_the_first(user: User, tmp_path: Path) -> None:
    user.rooms.desk.run.leave()
    file = tmp_path / "unsaved" / f"{user.rooms.desk.runs()[0].run}.typed"
    other = lock_run(file.with_suffix(".lock"))
    assert other is not None
    before = file.read_bytes()
    go_on(user)
    user.rooms.run.side.form.answer.why.setPlainText("something else")
    user.rooms._unrecorded.keep()
    user.wait(lambda: not user.rooms.desk.worker.is_busy)
    assert file.read_bytes() == before
    other.release()


def test_with_a_run_goes_what_was_half_typed_for_it(user: User, tmp_path: Path) -> None:
    desk = user.rooms.desk
    talk_of(user).words.field.setPlainText(NOTE)
    desk.run.submit(End())
    desk.run.leave()
    row = desk.runs()[0]
    file = tmp_path / "unsaved" / f"{row.run}.typed"
    assert file.exists()
    desk.delete_run(row)
    assert not file.exists()


def test_what_cannot_be_read_is_nothing_and_the_rest_comes_back_as_it_was() -> None:
    typed = HalfTyped(
        {DecisionId("candles"): DecisionDraft(OptionId("light"), "lead", "high", "초가 따뜻합니다")},
        WordsDraft("note", {"note": NOTE, "word": ""}, "Kim"),
    )
    assert of_text(as_text(typed)) == typed
    for broken in ("", "{}", "[1]", '{"decisions": {"a": {"no": 1}}, "words": null}', '{"decisions": 3, "words": 1}'):
        assert of_text(broken) == HalfTyped()
