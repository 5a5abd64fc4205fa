"""Whatever is done on Draw's page in whatever order, undoing all of it gives the file back byte for byte."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill, save_text
from blackstart.core.topology.model import Purpose
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from tests.shell.draw.drawing_page import Page, drawing_page

FILE = """\
# A small town
blackstart: 1
id: town
title: {en: Town, ko: 마을}   # in two languages
topology:
  zones:
    - {id: west, name: West}
    - {id: room, name: Room, in: west, box: [600, 100, 400, 300]}  # drawn by hand
  crews: [{id: site, name: Site crew, size: 2}]
  components:
    # power first
    - {id: grid, kind: power, at: [0, 0]}
    - {id: feed-a, kind: power, at: [0, 120], zone: west}
    - {id: feed-b, kind: power}
    - id: hall
      kind: hall
      zone: room        # where it is cool
      at: [640, 160]
      crew: site
      needs:
        - {on: [feed-a, feed-b], at_least: 1, standby: {feed-b: 5 min}}
        - {on: grid, for: start, survives: 3 min}
    - {id: login, name: Login, zone: west, users: 4200, seen_by: [hall], needs: [{on: hall}, {on: tool, for: start}]}
    - {id: tool, needs: [{on: login, for: start}]}
"""


MOST_TURNS = 3000  # of the event loop until a map is routed


class Hands:
    """Everything that can be done on the page, on whatever there is at that moment."""

    def __init__(self, page: Page, number: int) -> None:
        self._page, self._number = page, number
        self._wishes = page.page.wishes

    def do(self, deed: str) -> None:
        getattr(self, deed)()

    def _part(self, step: int = 1) -> ComponentId:
        parts = self._page.topology.components
        return parts[(self._number * step + step) % len(parts)].id

    def _zone(self, step: int = 1) -> ZoneId:
        zones = self._page.topology.zones
        return zones[(self._number * step) % len(zones)].id

    @property
    def _place(self) -> tuple[float, float]:
        return (float(self._number * 37 % 900), float(self._number * 91 % 700))

    def add(self) -> None:
        self._page.presenter.do(lambda hand: hand.add("hall", f"Part {self._number}", self._place))

    def add_connected(self) -> None:
        other = self._part()
        self._page.presenter.do(lambda hand: hand.add_connected("app", "App", other, self._place, Purpose.RUN))

    def move(self) -> None:
        self._wishes.move({self._part(): self._place, self._part(3): (5.0, 5.0)}, {})

    def move_into(self) -> None:
        part = self._part()
        self._wishes.move({part: self._place}, {part: self._zone()})

    def nudge(self) -> None:
        self._page.choose(self._part())
        self._page.do("draw.nudge-right")
        self._page.do("draw.nudge-right")

    def align(self) -> None:
        self._page.choose(self._part(), self._part(3))
        self._page.do("draw.align-top")

    def copy_by_drag(self) -> None:
        self._wishes.copy((self._part(),), (40.0, 40.0))

    def duplicate(self) -> None:
        self._page.choose(self._part(), self._part(5))
        self._page.do("draw.duplicate")

    def cut_and_paste(self) -> None:
        self._page.choose(self._part(), self._part(3))
        self._page.do("draw.cut")
        self._page.do("draw.paste")

    def copy_and_paste(self) -> None:
        self._page.choose(self._part())
        self._page.do("draw.copy")
        self._page.do("draw.paste")

    def delete(self) -> None:
        self._page.choose(self._part())
        self._page.do("draw.delete")

    def delete_zone(self) -> None:
        self._page.presenter.select(Selection(zone=self._zone()))
        self._page.do("draw.delete")

    def delete_need(self) -> None:
        self._page.presenter.select(Selection(need=(self._part(), 0)))
        self._page.do("draw.delete")

    def lock(self) -> None:
        self._page.choose(self._part())
        self._page.do("draw.lock")

    def link(self) -> None:
        self._page.presenter.choose_purpose(tuple(Purpose)[self._number % len(Purpose)])
        self._wishes.link(self._part(), self._part(3))

    def join(self) -> None:
        if self._page.topology.component(self._part(3)).needs:
            self._wishes.join(self._part(), (self._part(3), 0))

    def draw_zone(self) -> None:
        self._wishes.draw_zone((*self._place, 300.0, 200.0))
        field = self._page.page.in_place.field
        assert field is not None
        self._page.map.setFocus()  # takes the name that is offered

    def resize_zone(self) -> None:
        self._wishes.change_zone(self._zone(), (*self._place, 500.0, 400.0))

    def move_zone(self) -> None:
        around = self._zone(3)
        self._wishes.move_zone(self._zone(), (20.0, 40.0), around if around != self._zone() else None)

    def pin(self) -> None:
        """Pin the lines of a need or let them go, and move them."""
        for _ in range(MOST_TURNS):
            if self._page.presenter.layout.plan is None:
                QTest.qWait(1)
        if self._page.topology.component(self._part()).needs:
            self._page.presenter.select(Selection(need=(self._part(), 0)))
            for deed in ("draw.lock", "draw.nudge-left", "draw.shift-down"):
                self._page.do(deed)

    def drop_kind(self) -> None:
        self._page.page.in_place.add_kind("hall", self._place)
        QTest.keyClicks(self._page.focus, f"Hall {self._number}")
        self._page.map.setFocus()

    def rename(self) -> None:
        self._page.presenter.do(lambda hand: hand.rename(self._part(), f"Name {self._number}"))

    def inspect(self) -> None:
        """Type, pick and tick in the right column."""
        part = Selection((self._part(),))
        given = self._page.page.inspector.panel.given
        for key, words in (("users", "35 M"), ("restart", "18 min"), ("zone", self._zone()), ("crew", "site")):
            given.emit(part, (key,), words)
        given.emit(Selection(), ("currency",), "KRW")
        given.emit(Selection(), ("title",), f"Town {self._number}")

    def inspect_need(self) -> None:
        need = Selection(need=(self._part(), 0))
        component = self._page.topology.component(self._part())
        if component.needs:
            given = self._page.page.inspector.panel.given
            given.emit(need, ("standby", component.needs[0].on[-1]), "by-hand")
            given.emit(need, ("survives",), "10 min")
            given.emit(need, ("for",), "respond")
            given.emit(need, ("join",), self._part(5))
            given.emit(need, ("at-least",), "2")

    def undo(self) -> None:
        self._page.do("draw.undo")

    def redo(self) -> None:
        self._page.do("draw.redo")

    def save(self) -> None:
        """What is saved in between is no less undone."""
        assert read_drill(save_text(self._page.presenter.document.drill, self._page.presenter.document.loaded))


DEEDS = tuple(name for name in vars(Hands) if not name.startswith("_") and name != "do")
OF_ZONES = ("move_into", "move_zone", "delete_zone", "resize_zone", "inspect")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look, FILE) as made:
        yield made


@given(steps=st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40)), min_size=1, max_size=16))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_all_that_was_done_gives_the_file_back(page: Page, steps: list[tuple[str, int]]) -> None:
    loaded, document = read_drill(FILE), page.presenter.document
    document.open(loaded, None)
    page.presenter.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))
    for deed, number in steps:
        topology = page.topology
        if topology.components and (topology.zones or deed not in OF_ZONES):
            Hands(page, number).do(deed)
    while document.history.canUndo():
        page.do("draw.undo")
    assert save_text(document.drill, document.loaded) == FILE


@pytest.mark.parametrize("deed", [each for each in DEEDS if each not in ("undo", "redo", "save")])
def test_every_deed_of_the_page_changes_the_file(page: Page, deed: str) -> None:
    changed: Callable[[], bool] = page.presenter.document.history.canUndo
    for number in range(12):
        Hands(page, number).do(deed)
        if changed():
            return
    raise AssertionError(f"{deed} does nothing, so the test above tells nothing about it")
