import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import words
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.shell.draw.pictures import Faces

A, B, C, LAMP = (ComponentId(name) for name in ("a", "b", "c", "lamp"))
TOPOLOGY = read_drill(
    """\
blackstart: 1
id: groups
title: Groups
topology:
  components:
    - {id: a, name: Diesel, kind: ups}
    - {id: b}
    - {id: c, locked: true}
    - {id: hall, needs: [{on: [a, b, c], at_least: 1}]}
    - {id: lamp, needs: [{on: [a, b], at_least: 2}]}
"""
).drill.topology


@pytest.fixture
def faces() -> Faces:
    return Faces(TOPOLOGY, words("en"))


def test_a_card_that_is_drawn_shows_its_kind_and_no_state(faces: Faces) -> None:
    face = faces.of(A)
    assert (face.name, face.sub, face.icon, face.is_plan) == ("Diesel", words("en").say("kind.ups"), "battery", True)


def test_a_badge_tells_how_many_of_how_many_serve_in_the_group_with_the_fewest_to_spare(faces: Faces) -> None:
    assert [faces.of(each).badge for each in (A, B, C)] == ["2/2", "2/2", "1/3"]


def test_what_stands_in_no_group_has_no_badge(faces: Faces) -> None:
    assert faces.of(LAMP).badge == ""


def test_a_locked_card_is_marked(faces: Faces) -> None:
    assert [faces.of(each).is_locked for each in (B, C)] == [False, True]


def test_a_picture_has_the_faces_of_what_is_on_the_drawing(faces: Faces) -> None:
    picture = faces.picture(route(TOPOLOGY, arrange(TOPOLOGY)), chosen=A)
    assert picture.faces[B] == faces.of(B)
    assert {face.text for face in map(picture.gates.__getitem__, picture.gates)} == {"1 of 3", "2 of 2"}
    assert picture.chosen == A
