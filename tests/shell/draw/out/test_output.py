from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.shell.draw.cut_out import cut_out, meant
from blackstart.shell.draw.out.dialog import CHOSEN, OutDialog
from blackstart.shell.draw.output import Form, Job, Output
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.printing.plate import image_of
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import theme
from tests.shell.draw.presenters import draw_presenter

A, B, C, D = (ComponentId(name) for name in "abcd")
ROOM = ZoneId("room")
LOADED = read_drill(
    """\
blackstart: 1
id: four
title: Four
topology:
  zones: [{id: room, name: Room}]
  components:
    - {id: a, at: [0, 0]}
    - {id: b, at: [300, 0], needs: [{on: a}]}
    - {id: c, at: [300, 200]}
    - {id: d, at: [700, 200], zone: room, needs: [{on: [a, c], at_least: 1}]}
"""
)
TOPOLOGY = LOADED.drill.topology
DRAWING = route(TOPOLOGY, arrange(TOPOLOGY))


@pytest.fixture
def output(look: Look) -> Iterator[Output]:
    made = Output(look)
    yield made
    made.stop()


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[DrawWorkspace]:
    presenter = draw_presenter(look)
    made = DrawWorkspace(presenter, look)
    qtbot.addWidget(made)
    presenter.document.open(LOADED, None)
    presenter.open(DRAWING)
    made.resize(1200, 800)
    made.show()
    yield made
    presenter.stop()


def test_what_is_meant_is_a_zone_with_all_in_it_and_a_need_with_its_suppliers() -> None:
    assert meant(TOPOLOGY, Selection(zone=ROOM)) == {D}
    assert meant(TOPOLOGY, Selection(need=(D, 0))) == {A, C, D}
    assert meant(TOPOLOGY, Selection((A, B))) == {A, B}


def test_a_part_has_the_lines_among_it_and_no_others() -> None:
    part = cut_out(DRAWING, TOPOLOGY, frozenset({A, B}))
    assert set(part.arrangement.cards) == {A, B}
    assert [(line.supplier, line.component) for line in part.lines] == [(A, B)]
    assert not part.arrangement.gates
    assert not part.arrangement.zones
    assert part.bounds[2] < DRAWING.bounds[2]


def test_a_part_keeps_the_gate_of_a_group_of_which_one_supplier_is_there_and_a_zone_that_is_there_whole() -> None:
    part = cut_out(DRAWING, TOPOLOGY, frozenset({C, D}))
    assert set(part.arrangement.gates) == {(D, 0)}
    assert set(part.arrangement.zones) == {ROOM}


def test_a_picture_shows_the_map_in_the_wished_colours_and_size(output: Output) -> None:
    for name in ("dark", "light"):
        plate = output.plate(TOPOLOGY, DRAWING, Selection(), Job(theme=name))
        image = image_of(plate, 2)
        colors = theme(name)
        assert image.pixelColor(0, 0) == colors.color("bg0")
        x, y, _, _ = DRAWING.arrangement.cards[B]
        at = (round((x - DRAWING.bounds[0] + 24 + 100) * 2), round((y - DRAWING.bounds[1] + 24 + 4) * 2))
        assert image.pixelColor(*at) == colors.color("card")


def test_a_transparent_ground_has_no_colour(output: Output) -> None:
    plate = output.plate(TOPOLOGY, DRAWING, Selection(), Job(is_transparent=True))
    assert image_of(plate, 1).pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("form", list(Form))
def test_a_file_is_written_beside_the_window_and_told(qtbot: QtBot, output: Output, tmp_path: Path, form: Form) -> None:
    job = Job(form=form)
    path = tmp_path / f"map.{form.value}"
    with qtbot.waitSignal(output.told) as told:
        output.save(output.plate(TOPOLOGY, DRAWING, Selection(), job), job, path)
    assert told.args == [f"Saved as {path}."]
    assert path.stat().st_size > 500


def test_the_drawing_is_copied_as_a_picture_of_what_is_chosen(qtbot: QtBot, page: DrawWorkspace) -> None:
    with qtbot.waitSignal(page._presenter.refused) as told:
        page.out.copy_shown()
    whole = QGuiApplication.clipboard().image()
    assert told.args == ["Copied as a picture."]
    page._presenter.select(Selection((A, B)))
    with qtbot.waitSignal(page._presenter.refused):
        page.out.copy_shown()
    assert 0 < QGuiApplication.clipboard().image().width() < whole.width()


def test_the_dialog_tells_the_size_and_offers_what_is_chosen_only_if_something_is(page: DrawWorkspace) -> None:
    page.out.ask()
    dialog = page.out.dialog
    assert isinstance(dialog, OutDialog)
    assert not dialog.what.button(CHOSEN).isEnabled()
    before = dialog.size_told.text()
    dialog.scale.button("4").click()
    assert dialog.size_told.text() != before
    dialog.form.button("svg").click()
    assert not dialog.scale.button("4").isEnabled()
    assert dialog.job == Job(form=Form.SVG, scale=4)
    dialog.reject()


def test_saving_asks_where_and_writes_there(qtbot: QtBot, page: DrawWorkspace, tmp_path: Path) -> None:
    page.out.ask()
    assert isinstance(page.out.dialog, OutDialog)
    page.out.dialog.save.click()
    chooser = page.out.dialog
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(page._presenter.refused):
        chooser.fileSelected.emit(str(tmp_path / "four.png"))
    assert not QImage(str(tmp_path / "four.png")).isNull()
    chooser.reject()
