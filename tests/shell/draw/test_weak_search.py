from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.shell.draw.weak_search import WeakSearch
from tests.core.topology.maps import topology


@pytest.fixture
def search(qtbot: QtBot) -> Iterator[WeakSearch]:
    made = WeakSearch()
    yield made
    made.stop()


def test_the_weak_points_of_a_map_are_told_worst_first(qtbot: QtBot, search: WeakSearch) -> None:
    with qtbot.waitSignal(search.found) as told:
        search.look(topology("grid > shop, c", shop=5))
    assert [(point.kind, point.where[0]) for point in told.args[0]] == [
        (Weakness.SINGLE, "grid"),
        (Weakness.LOOSE, "c"),
    ]


def test_only_the_last_of_several_maps_is_answered(qtbot: QtBot, search: WeakSearch) -> None:
    told: list[tuple[WeakPoint, ...]] = []
    search.found.connect(told.append)
    for size in (3, 4, 5):
        search.look(topology(", ".join(f"c{number}" for number in range(size))))
    qtbot.waitUntil(lambda: bool(told))
    assert [len(points) for points in told] == [5]


def test_what_was_given_up_is_never_told(qtbot: QtBot, search: WeakSearch) -> None:
    search.look(topology("a > b", b=1))
    search.give_up()
    with qtbot.assertNotEmitted(search.found, wait=300):
        pass
