import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath

from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.card_text import LARGEST_PX, MOST_FAR_NAME_PX, TIMES_FROM, broken
from blackstart.shell.canvas.cards import DETAILS_FROM, draw_card, draw_zone
from blackstart.shell.canvas.picture import Face
from blackstart.shell.support.theme import theme

CARD = QRectF(10, 10, 140, 52)


def painted(face: Face, scale: float) -> QImage:
    image = QImage(160, 72, QImage.Format.Format_RGB32)
    image.fill(theme("dark").color("bg0"))
    painter = QPainter(image)
    draw_card(painter, CARD, face, theme("dark"), scale)
    painter.end()
    return image


def down(name: str, brief: str) -> Face:
    return Face(name, Shown.DOWN, f"down {brief}" if brief else "down", brief=brief)


NAMES = [
    "Map",
    "Text messages",
    "Neighbour shop",
    "Traffic switch",
    "Shared cache",
    "Partner log-in",
    "공용 캐시 저장소",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [TIMES_FROM, 0.67, DETAILS_FROM, 1.0])
def test_how_long_a_component_has_been_down_can_be_read_from_afar(qapp: object, name: str, scale: float) -> None:
    assert painted(down(name, "25:10"), scale) != painted(down(name, "25:11"), scale)


def test_from_farther_away_the_name_alone_is_set(qapp: object) -> None:
    assert painted(down("Map", "25:10"), 0.5) == painted(down("Map", "25:11"), 0.5)


def test_a_name_without_a_time_is_centred_as_before(qapp: object) -> None:
    assert painted(down("Map", ""), 0.67) != painted(down("Map", "25:10"), 0.67)


def test_a_name_breaks_at_its_spaces_alone(qapp: object) -> None:
    assert broken("Staff sign-in", LARGEST_PX, 97) == ["Staff", "sign-in"]
    assert broken("Staff sign-in", LARGEST_PX, 400) == ["Staff sign-in"]
    assert broken("Log-in", LARGEST_PX, 97) == ["Log-in"]


def test_a_word_that_is_too_wide_asks_for_a_smaller_size(qapp: object) -> None:
    assert len(broken("Internationalisation", LARGEST_PX, 97)) > 2


def test_the_name_of_a_narrow_zone_is_told_whole_in_two_lines(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, _place, words: written.append(words))
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_zone(painter, QRectF(0, 0, 170, 90), "Partners and neighbours", theme("dark"), 0.65)
    draw_zone(painter, QRectF(0, 0, 390, 90), "Partners and neighbours", theme("dark"), 0.65)
    draw_zone(painter, QRectF(0, 0, 170, 90), "Partners and neighbours", theme("dark"), 0.2)
    painter.end()
    assert written == ["Partners and", "neighbours", "Partners and neighbours"]


@pytest.mark.parametrize("brief", ["", "22:00", "1:52:00", "123:52:00"])
def test_names_are_set_alike_whatever_time_stands_beside_them(
    qapp: object, monkeypatch: pytest.MonkeyPatch, brief: str
) -> None:
    sizes: dict[str, int] = {}

    def note(painter: QPainter, _place: object, words: str) -> None:
        sizes[words] = painter.font().pixelSize()

    monkeypatch.setattr(QPainter, "drawText", note)
    painted(Face("Shared cache", Shown.DOWN, f"down {brief}", brief=brief), 0.6)
    assert sizes["Shared"] == sizes["cache"] == MOST_FAR_NAME_PX


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("brief", ["22:00", "1:52:00", "123:52:00"])
@pytest.mark.parametrize("scale", [TIMES_FROM, 0.6, 0.7])
def test_name_and_time_stand_apart_and_inside_the_card(
    qapp: object, monkeypatch: pytest.MonkeyPatch, name: str, brief: str, scale: float
) -> None:
    boxes: dict[str, QRectF] = {}

    def note(painter: QPainter, place: QPointF, words: str) -> None:
        if words:
            outline = QPainterPath()
            outline.addText(place, painter.font(), words)
            boxes[words] = outline.boundingRect()

    monkeypatch.setattr(QPainter, "drawText", note)
    painted(down(name, brief), scale)
    assert any(words.endswith(brief) for words in boxes)
    assert all(CARD.contains(box) for box in boxes.values()), boxes
    assert not any(one.intersects(other) for one in boxes.values() for other in boxes.values() if one is not other), (
        boxes
    )


def test_a_card_that_waits_tells_its_time_from_afar_all_the_same(qapp: object) -> None:
    faces = [Face("Map", Shown.DOWN, "waits", brief=brief) for brief in ("25:10", "25:11")]
    assert painted(faces[0], 0.6) != painted(faces[1], 0.6)


def test_long_names_that_differ_at_their_end_look_different(qapp: object) -> None:
    one, other = (painted(Face(f"Diesel generator {letter}", Shown.OPERATIONAL, "Generator"), 1.0) for letter in "AB")
    assert one != other
