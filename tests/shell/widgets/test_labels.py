from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.clock_face import ClockFace, digits
from blackstart.shell.widgets.countdown_ring import CountdownRing
from blackstart.shell.widgets.labels import Label, OneLine
from blackstart.shell.widgets.panel import Panel
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.snug_scroll import SnugScroll


def test_words_of_a_drill_are_not_read_as_markup(qtbot: QtBot) -> None:
    label = Label("<b>power</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_line_without_room_is_cut_and_the_tool_tip_has_the_whole(qtbot: QtBot) -> None:
    line = OneLine()
    qtbot.addWidget(line)
    line.resize(60, 20)
    line.say("Pangyo, October 2022: the messenger that could not start itself")
    assert line.text().endswith("…")
    assert line.toolTip().startswith("Pangyo, October 2022")
    line.resize(2000, 20)
    line.say("Pangyo")
    assert (line.text(), line.toolTip()) == ("Pangyo", "")


def test_the_clock_has_two_digits_for_hours_at_least() -> None:
    assert [digits(each) for each in (-1, 0, 2530, 460_800)] == ["00:00:00", "00:00:00", "00:42:10", "128:00:00"]


def test_the_clock_keeps_its_width_while_it_runs(qtbot: QtBot, look: Look) -> None:
    clock = ClockFace(look)
    qtbot.addWidget(clock)
    widths = set()
    for second in (0, 1111, 40_404, 35_999):
        clock.show_time(Seconds(second), is_running=True)
        widths.add(clock.sizeHint().width())
    assert len(widths) == 1
    assert clock.accessibleName() == "T+09:59:59"


def test_a_held_clock_is_painted_dimmer(qtbot: QtBot, look: Look) -> None:
    clock = ClockFace(look)
    qtbot.addWidget(clock)
    clock.show_time(Seconds(60), is_running=True)
    bright = clock.grab().toImage()
    clock.show_time(Seconds(60), is_running=False)
    assert clock.grab().toImage() != bright


def test_the_ring_shows_no_more_than_all_and_no_less_than_nothing(qtbot: QtBot, look: Look) -> None:
    ring = CountdownRing(look)
    qtbot.addWidget(ring)
    shares = []
    for share in (1.4, 0.5, -0.2):
        ring.show_share(share)
        shares.append(ring.share)
    assert shares == [1.0, 0.5, 0.0]
    assert not ring.grab().isNull()


def test_a_scroll_area_is_as_high_as_what_it_holds(qtbot: QtBot, look: Look) -> None:
    held = Panel(look)
    column = QVBoxLayout(held)
    labels = [QLabel(f"line {number}") for number in range(20)]
    for label in labels:
        column.addWidget(label)
    scroll = SnugScroll(held)
    qtbot.addWidget(scroll)
    assert scroll.sizeHint().height() == held.sizeHint().height()
    for label in labels[1:]:
        label.hide()
    held.adjustSize()
    assert scroll.sizeHint().height() < 100


def test_a_picker_paints_its_chevron(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    picker = Picker(look, window)
    picker.addItems(["a", "b"])
    picker.resize(120, 30)
    before = picker.grab().toImage()
    look.switch_theme()
    assert picker.grab().toImage() != before
