from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Channel
from blackstart.shell.run.feed import FeedModel, FeedView
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.support.icons import icon_data
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.channel_icons import ICONS

ALARM = FeedLine(Seconds(240), Channel.ALERT, "Monitoring", "A third of our servers stopped answering.")
CALL = FeedLine(Seconds(780), Channel.PHONE, "", "We need water. How long to cut everything?")
TESTED = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(look: Look) -> FeedModel:
    return FeedModel(look)


def test_the_list_keeps_qts_rules_while_it_grows(model: FeedModel) -> None:
    tester = QAbstractItemModelTester(model, TESTED)
    for lines in ((), (ALARM,), (CALL, ALARM), (), (CALL,)):
        model.show_lines(lines)
        assert model.rowCount() == len(lines)
    assert tester.model() is model


def test_a_new_line_is_put_in_above(qtbot: QtBot, model: FeedModel) -> None:
    model.show_lines((ALARM,))
    with qtbot.waitSignal(model.rowsInserted) as told, qtbot.assertNotEmitted(model.modelReset):
        model.show_lines((CALL, ALARM))
    assert told.args is not None
    assert told.args[1:] == [0, 0]
    assert model.line(model.index(0)) == CALL


def test_the_same_lines_again_say_nothing(qtbot: QtBot, model: FeedModel) -> None:
    model.show_lines((ALARM,))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        model.show_lines((ALARM,))


def test_a_reader_hears_time_sender_and_words(model: FeedModel) -> None:
    model.show_lines((CALL,))
    heard = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "0:13:00, Phone: We need water. How long to cut everything?"


def test_every_channel_has_an_icon_that_exists() -> None:
    assert ICONS.keys() == set(Channel)
    assert set(ICONS.values()) <= icon_data().keys()


def test_long_words_make_their_row_higher(qtbot: QtBot, look: Look, model: FeedModel) -> None:
    view = FeedView(look)
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(260, 300)
    view.show()
    long = FeedLine(Seconds(900), Channel.EMAIL, "Host", "word " * 40)
    note = FeedLine(Seconds(901), None, "facilitator", "Lead is calm")
    model.show_lines((long, ALARM, note))
    assert view.sizeHintForRow(0) > view.sizeHintForRow(1)
    assert not view.grab().isNull()


def test_a_card_is_laid_out_once_and_anew_for_another_width_or_size_of_words(
    look: Look, model: FeedModel, view: FeedView
) -> None:
    model.show_lines((ALARM,))
    card = view.card(model.index(0))
    assert view.card(model.index(0)) is card
    look.set_text_size(200)
    assert view.card(model.index(0)).height > card.height
    look.set_text_size(100)
    view.resize(160, 300)
    assert len(view.card(model.index(0)).text) > len(card.text)


def test_a_card_is_laid_out_anew_when_its_response_was_seen(model: FeedModel, view: FeedView) -> None:
    model.show_lines((ALARM,))
    card = view.card(model.index(0))
    model.show_lines((replace(ALARM, seen_at=Seconds(300)),))
    assert view.card(model.index(0)).said != card.said


@pytest.fixture
def view(qtbot: QtBot, look: Look, model: FeedModel) -> FeedView:
    made = FeedView(look)
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(300, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_lies_below_the_foot_is_counted(qtbot: QtBot, model: FeedModel, view: FeedView) -> None:
    counts: list[int] = []
    view.seen.connect(counts.append)
    model.show_lines((ALARM,))
    qtbot.waitUntil(lambda: counts[-1:] == [0])
    model.show_lines((ALARM,) * 12)
    qtbot.waitUntil(lambda: counts[-1] > 4)
    view.scrollToBottom()
    assert counts[-1] == 0


def test_a_new_line_slides_in_and_those_before_it_stand(qtbot: QtBot, model: FeedModel, view: FeedView) -> None:
    model.show_lines((ALARM,))
    qtbot.waitUntil(lambda: view.arrived(0) == 1.0)
    model.show_lines((CALL, ALARM))
    assert view.arrived(0) < 1.0
    assert view.arrived(1) == 1.0
    qtbot.waitUntil(lambda: view.arrived(0) == 1.0)


def test_nothing_slides_where_motion_is_reduced(look: Look, model: FeedModel, view: FeedView) -> None:
    look.set_motion(is_reduced=True)
    model.show_lines((ALARM,))
    assert view.arrived(0) == 1.0
