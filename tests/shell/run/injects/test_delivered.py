"""What has reached the team: the cards of the list "Delivered", and the response that was seen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Channel
from blackstart.core.play.commands import Correct, Deliver, Improvise, Note, Say, Seen
from blackstart.shell.run.feed import FeedModel, FeedView
from blackstart.shell.run.feed_card import MOST_LINES, lay_out
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.run.injects.ask_sheet import AskSheet
from blackstart.shell.support.look import Look
from tests.shell.run.injects.rehearsal import Console, console

__all__ = ["console"]
LONG = FeedLine(Seconds(9), Channel.EMAIL, "Host", "word " * 200, "host", expect="They look. " * 30)


def lines(console: Console) -> tuple[FeedLine, ...]:
    return console.page.side.feed.lines


def test_a_card_tells_who_it_went_to_and_what_is_expected(console: Console) -> None:
    console.table.at(7)
    (bang,) = lines(console)
    assert (bang.sender, bang.to, bang.expect, bang.is_improvised) == ("Neighbour", ("Lead",), "Somebody looks.", False)
    assert bang.seen_at is None


def test_what_was_written_on_the_spot_says_so_and_went_to_everyone(console: Console) -> None:
    console.table.at(3).presenter.submit(Improvise("Rain.", "radio", "Pilot"))
    (rain,) = lines(console)
    assert (rain.text, rain.to, rain.is_improvised) == ("Rain.", (), True)


def test_notes_and_public_words_stand_between_with_the_words_that_count_now(console: Console) -> None:
    presenter = console.table.at(7).presenter
    presenter.submit(Note("Lead is clam", "Kim"))
    presenter.submit(Correct(3, (("text", "Lead is calm"),)))
    presenter.submit(Say("We know.", "Lead"))
    assert [(each.sender, each.text, each.is_public) for each in lines(console)] == [
        ("Lead", "We know.", True),
        ("Kim", "Lead is calm", False),
        ("Neighbour", "A bang.", False),
    ]


def test_a_response_is_seen_first_when_it_was_first_noted_with_the_last_note(console: Console) -> None:
    presenter = console.table.at(7).presenter
    presenter.submit(Seen(InjectId("bang")))
    console.table.at(9)
    presenter.submit(Seen(InjectId("bang"), "with a torch"))
    (bang,) = lines(console)
    assert (bang.seen_at, bang.seen_note) == (7, "with a torch")


def test_a_key_asks_what_was_seen_of_the_latest_that_waits_for_a_response(console: Console) -> None:
    console.table.at(7).presenter.submit(Deliver(InjectId("spare")))
    QTest.keyClick(console.page, Qt.Key.Key_S)
    sheet = console.page.findChildren(AskSheet)[-1]
    QTest.keyClicks(sheet.line, "a torch")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert console.table.run.submitted[-1] == Seen(InjectId("bang"), "a torch")


def test_a_key_asks_what_was_seen_of_the_card_that_is_chosen(console: Console) -> None:
    console.table.at(7).presenter.submit(Deliver(InjectId("spare")))
    QTest.keySequence(console.page, "Shift+U")
    assert console.page.side.delivered.hasFocus()
    QTest.keyClick(console.page.side.delivered, Qt.Key.Key_S)
    sheet = console.page.findChildren(AskSheet)[-1]
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert console.table.run.submitted[-1] == Seen(InjectId("spare"), "")


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> FeedView:
    made = FeedView(look)
    qtbot.addWidget(made)
    made.setModel(FeedModel(look, made))
    made.resize(380, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(view: FeedView, *lines_: FeedLine) -> None:
    model = view.model()
    assert isinstance(model, FeedModel)
    model.show_lines(lines_)
    QTest.qWait(0)


def test_a_long_text_is_cut_until_it_is_opened(view: FeedView) -> None:
    shown(view, LONG)
    index = view.model().index(0, 0)
    assert len(view.card(index).text) == MOST_LINES
    assert len(view.card(index).expect) == 1
    assert not view.card(index).is_whole
    view.setCurrentIndex(index)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.card(index).is_whole
    assert view.visualRect(index).height() == view.card(index).height
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(view.card(index).text) == MOST_LINES


def test_a_click_on_the_tick_says_that_the_response_was_seen_and_opens_nothing(qtbot: QtBot, view: FeedView) -> None:
    shown(view, LONG)
    card = view.card(view.model().index(0, 0))
    with qtbot.waitSignal(view.ticked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=card.tick.center())
    assert told.args == ["host"]
    assert len(view.card(view.model().index(0, 0)).text) == MOST_LINES
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 30))
    assert view.card(view.model().index(0, 0)).is_whole


def test_a_card_that_is_opened_stays_so_when_others_come(view: FeedView) -> None:
    shown(view, LONG)
    view.switch(view.model().index(0, 0))
    shown(view, FeedLine(Seconds(12), Channel.CHAT, "Guest", "Hello"), LONG)
    assert view.card(view.model().index(1, 0)).is_whole


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("width", [260, 392, 700])
def test_the_parts_of_a_card_lie_below_each_other_within_it(look: Look, size: int, width: int) -> None:
    look.set_text_size(size)
    for is_open in (True, False):
        card = lay_out(LONG, width, look, is_open=is_open)
        assert card.tick.right() < width
        assert card.tick.bottom() < card.height


def test_korean_breaks_between_words_alone(look: Look) -> None:
    line = FeedLine(Seconds(1), Channel.PHONE, "소방서", "물을 써야 합니다 " * 20)
    card = lay_out(line, 300, look, is_open=True)
    assert " ".join(card.text).split() == line.text.split()
