from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown
from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.legend import Legend
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from tests.shell.canvas.drawings import APP, HALL, POWER, SPARE, small_drawing, small_map, stands


def picture(chosen: str | None = None) -> Picture:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    wanted = next((each.id for each in topology.components if each.id == chosen), None)
    return picture_of(Moment(topology, Seconds(0), standings), small_drawing(), words("en"), wanted)


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> MapView:
    made = MapView(look)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_picture(picture())
    made.show()
    return made


def place(view: MapView, x: float, y: float) -> QPoint:
    return view.placement.transform().map(QPointF(x, y)).toPoint()


def test_a_click_on_a_card_chooses_it_and_beside_it_nothing(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.chosen) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, 290, 66))
    assert told.args == [HALL]
    with qtbot.waitSignal(view.chosen) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, 450, 260))
    assert told.args == [None]


def test_dragging_pans_and_chooses_nothing(qtbot: QtBot, view: MapView) -> None:
    before = view.placement
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place(view, 290, 66))
        QTest.mouseMove(view, place(view, 290, 66) + QPoint(30, 10))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place(view, 290, 66) + QPoint(30, 10))
    assert view.placement.scale == before.scale
    assert view.placement.dx != before.dx


def test_the_wheel_zooms_about_the_pointer(view: MapView) -> None:
    pointer = QPointF(300, 100)
    held = view.placement.to_canvas(pointer)
    turn = QWheelEvent(
        pointer, pointer, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = view.placement.scale
    QApplication.sendEvent(view, turn)
    assert view.placement.scale > before
    assert (view.placement.to_canvas(pointer) - held).manhattanLength() < 1e-6


@pytest.mark.parametrize("keys", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_two_fingers_on_a_touchpad_pan_and_zoom_with_control(view: MapView, keys: Qt.KeyboardModifier) -> None:
    pad = QPointingDevice(
        "pad", 7, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Scroll, 2, 0,
    )  # fmt: skip
    view.zoom(1.5)
    before, at = view.placement, QPointF(300, 100)
    scroll = QWheelEvent(
        at, at, QPoint(-30, 20), QPoint(-60, 40), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.ScrollUpdate, False, Qt.MouseEventSource.MouseEventNotSynthesized, pad,
    )  # fmt: skip
    QApplication.sendEvent(view, scroll)
    if keys:
        assert view.placement.scale > before.scale
    else:
        assert view.placement.scale == before.scale
        assert (view.placement.dx - before.dx, view.placement.dy - before.dy) == (-30, 20)


def test_a_fitted_map_follows_the_window_until_the_user_zooms(view: MapView) -> None:
    fitted = view.placement
    view.resize(600, 300)
    assert view.placement != fitted
    view.zoom(1.5)
    zoomed = view.placement
    view.resize(800, 400)
    assert view.placement == zoomed
    view.fit()
    assert view.placement == fitted


def test_fitting_shows_the_chosen_card_with_what_it_is_joined_to_and_a_second_time_the_whole(view: MapView) -> None:
    whole = view.placement
    view.show_picture(picture(SPARE))
    view.resize(500, 400)
    view.fit()
    all_of_it = view.placement
    view.fit_chosen_or_all()
    assert view.placement.scale > all_of_it.scale
    assert QRectF(view.rect()).contains(view.place_of(SPARE))
    assert QRectF(view.rect()).contains(view.place_of(APP))
    assert not QRectF(view.rect()).contains(view.place_of(POWER))
    view.fit_chosen_or_all()
    assert view.placement == all_of_it
    view.resize(800, 400)
    assert view.placement == whole
    view.show_picture(picture())
    view.zoom(2)
    view.fit_chosen_or_all()
    assert view.placement == whole


def test_the_actual_size_is_one_pixel_for_one_about_the_middle(view: MapView) -> None:
    view.zoom(0.5)
    middle = QRectF(view.rect()).center()
    held = view.placement.to_canvas(middle)
    view.actual_size()
    assert view.placement.scale == pytest.approx(1)
    assert (view.placement.to_canvas(middle) - held).manhattanLength() < 1e-6


def test_a_map_is_not_zoomed_out_to_a_speck(view: MapView) -> None:
    whole = view.placement.scale
    for _ in range(40):
        view.zoom(0.8)
    assert view.placement.scale == pytest.approx(whole / 4)


def test_the_actual_size_shows_the_map_wherever_it_was(view: MapView) -> None:
    view.zoom(0.01, QPointF(0, 0))
    view.actual_size()
    assert view.rect().contains(place(view, 290, 66))


@pytest.mark.parametrize("by", [QPointF(9000, 0), QPointF(-9000, 0), QPointF(0, 9000), QPointF(0, -9000)])
def test_some_of_the_map_stays_in_sight_however_it_is_panned(view: MapView, by: QPointF) -> None:
    view.pan(by)
    bounds = view.bounds()
    assert bounds is not None
    seen = view.placement.transform().mapRect(QRectF(*bounds)).intersected(QRectF(view.rect()))
    assert min(seen.width(), seen.height()) > 90


def test_which_card_the_pointer_is_over_is_told_once(view: MapView) -> None:
    told: list[object] = []
    view.hovered.connect(told.append)
    for x, y in ((290, 66), (291, 67), (450, 260), (290, 166)):
        QTest.mouseMove(view, place(view, x, y))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert told == [HALL, None, SPARE, None]


def test_a_new_moment_of_the_same_map_keeps_the_zoom(view: MapView) -> None:
    same = view.picture
    assert same is not None
    view.zoom(1.5)
    zoomed = view.placement
    view.show_picture(replace(same, chosen=APP))
    assert view.placement == zoomed


def test_a_view_without_a_map_can_be_painted_and_clicked(qtbot: QtBot, look: Look) -> None:
    empty = MapView(look)
    qtbot.addWidget(empty)
    empty.resize(100, 100)
    assert not empty.grab().isNull()
    assert empty.component_at(QPointF(5, 5)) is None


def test_the_legend_explains_every_state_and_every_purpose(qtbot: QtBot, look: Look) -> None:
    legend = Legend(look)
    qtbot.addWidget(legend)
    signs = {entry.sign for entry in legend.entries()}
    assert signs == {*Shown, *Purpose, None}
    assert "on reserve" in {entry.word for entry in legend.entries()}


def test_the_legend_counts_each_state_and_keeps_its_places_while_numbers_change(qtbot: QtBot, look: Look) -> None:
    legend = Legend(look)
    qtbot.addWidget(legend)
    plain = [width for width in range(300, 1200, 10) if legend.heightForWidth(width) == legend.minimumHeight()]
    legend.show_tally({Shown.OPERATIONAL: 36})
    assert legend.accessibleName() == "operational 36"
    counted = [width for width in range(300, 1200, 10) if legend.heightForWidth(width) == legend.minimumHeight()]
    assert len(counted) < len(plain)
    legend.show_tally({Shown.OPERATIONAL: 10, Shown.DOWN: 25, None: 1})
    assert [entry.count for entry in legend.entries()] == [10, 1, 0, 25, 0, 0, 0, 0, 0, 0]
    after = [width for width in range(300, 1200, 10) if legend.heightForWidth(width) == legend.minimumHeight()]
    assert after == counted


def test_a_legend_that_gives_way_explains_what_is_seen_in_one_row(qtbot: QtBot, look: Look) -> None:
    legend = Legend(look)
    qtbot.addWidget(legend)
    whole = legend.heightForWidth(160)
    legend.give_way(frozenset({Shown.DOWN, Shown.RECOVERING, Shown.OPERATIONAL}))
    assert [entry.word for entry in legend.entries()] == ["operational", "down", "recovering"]
    assert legend.heightForWidth(160) == legend.minimumHeight() < whole == legend.whole_height(160)
    legend.give_way(None)
    assert legend.heightForWidth(160) == whole


def test_where_one_row_is_too_short_the_lines_have_one_of_their_own(qtbot: QtBot, look: Look) -> None:
    legend = Legend(look)
    qtbot.addWidget(legend)
    width = next(width for width in range(2000, 0, -10) if legend.heightForWidth(width) > legend.minimumHeight())
    legend.resize(width, 60)
    rows = {entry.word: place.y() for entry, place in legend._places(width)}
    assert rows["maintenance"] == 0
    assert len({rows[word] for word in ("needed to run", "to start again", "to respond")} - {0}) == 1
    assert 0 not in {rows["needed to run"], rows["to respond"]}
    legend.show_doubts(2, 0)
    rows = {entry.word: place.y() for entry, place in legend._places(width)}
    assert rows["believed wrong"] == rows["needed to run"] != rows["maintenance"]


def test_a_narrow_legend_goes_on_in_another_row(qtbot: QtBot, look: Look) -> None:
    legend = Legend(look)
    qtbot.addWidget(legend)
    assert legend.heightForWidth(500) > legend.heightForWidth(2000)
    legend.resize(500, legend.heightForWidth(500))
    assert not legend.grab().isNull()


def test_a_map_that_leaves_room_stands_in_the_upper_part_of_the_view(view: MapView) -> None:
    view.resize(500, 600)
    view.fit()
    whole = view.placement.transform().mapRect(QRectF(*small_drawing().bounds))
    above, below = whole.top(), view.height() - whole.bottom()
    assert 0 < above < below / 2


def test_the_legend_grows_with_the_words_of_the_window(qtbot: QtBot, look: Look) -> None:
    legend = Legend(look)
    qtbot.addWidget(legend)
    usual = legend.heightForWidth(4000)
    look.set_text_size(200)
    assert legend.heightForWidth(4000) == 2 * usual == legend.minimumHeight()
    assert not legend.grab().isNull()
