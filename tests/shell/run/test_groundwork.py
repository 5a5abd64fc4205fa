"""What is worked out before a drill is shown is what the console would have worked out itself."""

import numpy as np
import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.core.review.curves import Curves
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.sign_reader import SignReader
from blackstart.shell.run.playing import moment_of
from blackstart.shell.support.look import Look
from tests.shell.large import large
from tests.shell.run.table import Table, grounded


def test_the_first_signs_are_those_of_a_director_that_has_played_nothing() -> None:
    loaded = large(72)
    made, director = grounded(loaded), Director(loaded.drill, Begin())
    reader = SignReader(loaded.drill.topology, made.drawing)
    read = reader.whole(moment_of(director, frozenset()))
    for name in ("cards", "levels", "gates", "lines"):
        assert np.array_equal(getattr(made.signs, name), getattr(read, name))


def test_runs_that_begin_from_one_opening_go_as_if_each_had_worked_it_out() -> None:
    drill = large(72).drill
    opening = grounded(large(72)).opening
    alone = Director(drill, Begin()).advance(Seconds(3600))
    for _ in range(2):  # playing one leaves the opening as it was
        assert Director(drill, Begin(), opening).advance(Seconds(3600)) == alone
    of_map, of_opening = Curves(drill.topology), Curves(opening)
    of_map.take(alone)
    of_opening.take(alone)
    assert of_opening.users == of_map.users
    assert of_opening.services == of_map.services


def test_the_map_is_worked_out_once_for_what_is_shown_and_what_is_played(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table(look)
    monkeypatch.setattr("blackstart.core.engine.simulation.Wiring", None)
    table.begun()
    assert table.presenter.is_under_way
    table.presenter.leave()


def test_a_map_whose_groundwork_is_laid_is_shown_without_going_through_its_lines(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table(look)
    monkeypatch.setattr("blackstart.shell.canvas.picture.flat", None)
    monkeypatch.setattr("blackstart.shell.canvas.links._ends", None)
    table.begun()
    picture: Picture = table.ear.map_shown
    assert picture.flat.drawing is picture.drawing
    assert picture.links.ends()
    table.presenter.leave()


def test_a_run_that_begins_asks_no_component_how_it_stands_that_nothing_has_touched(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table(look)
    monkeypatch.setattr(SignReader, "whole", None)
    table.begun()
    assert table.presenter.is_under_way
    table.presenter.leave()
