"""Cards, gates and zones of a picture that is read from the back of a room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas import far_words
from blackstart.shell.canvas.cards import draw_card, draw_far_block
from blackstart.shell.canvas.far_words import LARGEST_NAME_PX, Letters
from blackstart.shell.canvas.geometry import Placement
from blackstart.shell.canvas.picture import Face, code_of
from blackstart.shell.canvas.signs import CODES, LOUD, STALE, Codes
from blackstart.shell.canvas.snapshot import draw_map
from blackstart.shell.support.theme import theme
from tests.shell.canvas.drawings import all_run

BOX = QRectF(10, 10, 140, 52)
DOWN = Face("Image registry", Shown.DOWN)
LAST_SEEN = replace(DOWN, is_stale=True, brief="12 min", sub="seen 12 min ago")


def painted(face: Face, least_px: float = 13.0, scale: float = 1.0) -> QImage:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw_card(painter, BOX, face, theme("dark"), scale, least_px)
    painter.end()
    return image


def said(monkeypatch: pytest.MonkeyPatch, face: Face, least_px: float, scale: float = 1.0) -> list[tuple[str, float]]:
    """Return the words that are set in bold on a card, with their sizes on screen."""
    found: list[tuple[str, float]] = []

    def note(painter: QPainter, start: QPointF, words: str, room: float, letters: Letters) -> None:
        found.append((words, letters.size * scale))

    monkeypatch.setattr(far_words, "_press", note)
    painted(face, least_px, scale)
    return found


def test_a_name_stands_in_two_lines_rather_than_being_cut(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [words for words, _ in said(monkeypatch, DOWN, 13.0)] == ["Image", "registry"]


@pytest.mark.parametrize("scale", [0.62, 0.7, 0.8, 1.0, 1.3])
def test_no_word_is_smaller_than_the_picture_allows(
    qapp: object, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    for face in (DOWN, LAST_SEEN):
        assert all(size >= 13.0 for _, size in said(monkeypatch, face, 13.0, scale))


def test_a_name_that_could_only_be_read_if_it_were_larger_than_its_card_is_left_out(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said(monkeypatch, DOWN, 13.0, 13.0 / (LARGEST_NAME_PX + 1.5)) == []


def test_what_was_seen_last_looks_like_nothing_that_is_seen_now(qapp: object) -> None:
    now, then = painted(DOWN), painted(LAST_SEEN)
    assert now.pixelColor(80, 12).name() == theme("dark").color("downf").name()
    assert then.pixelColor(80, 12).name() == theme("dark").color("bg0").name()
    side = then.pixelColor(80, 10).name(), then.pixelColor(14, 10).name()
    assert side[0] != side[1]  # a corner, and no border between the corners


def test_how_long_ago_it_was_seen_changes_the_card(qapp: object) -> None:
    assert painted(LAST_SEEN) != painted(replace(LAST_SEEN, brief="13 min"))


def test_a_stale_card_has_a_sign_of_its_own_beside_its_state(qapp: object) -> None:
    assert code_of(LAST_SEEN) == code_of(DOWN) | STALE
    assert code_of(replace(LAST_SEEN, share_left=0.5)) == code_of(DOWN) | STALE | LOUD


def test_far_away_a_stale_block_is_hollow(qapp: object) -> None:
    whole = replace(all_run(), signs=replace(all_run().signs, cards=_codes(CODES[Shown.DOWN])))
    stale = replace(whole, signs=replace(whole.signs, cards=_codes(CODES[Shown.DOWN] | STALE)))
    look, place = theme("dark"), Placement(0.4, 20, 20)
    images = []
    for what in (whole, stale):
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(look.color("bg0"))
        painter = QPainter(image)
        draw_map(painter, what, place, look)
        painter.end()
        images.append(image)
    middle = place.transform().map(QPointF(90, 66)).toPoint()
    assert images[0].pixelColor(middle) == look.color("down")
    assert images[1].pixelColor(middle) != look.color("down")


def _codes(of_power: int) -> Codes:
    codes = all_run().signs.cards.copy()
    codes[0] = of_power
    return codes


def test_where_no_name_can_be_read_each_state_still_has_a_form_of_its_own(qapp: object) -> None:
    """Not its colour alone: seen in grey, without the fill, no two are alike."""
    look, forms = theme("dark"), set()
    states = [*CODES.values(), CODES[Shown.OPERATIONAL] | LOUD, CODES[Shown.DOWN] | STALE]
    for code in states:
        image = QImage(140, 52, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        draw_far_block(painter, QRectF(0, 0, 140, 52), code, look)
        painter.end()
        ground = image.pixelColor(30, 26).lightness()
        marks = (abs(image.pixelColor(x, y).lightness() - ground) > 12 for x in range(140) for y in range(52))
        forms.add(tuple(marks))
    assert len(forms) == len(states)
