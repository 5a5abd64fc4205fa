"""The participants' window: what of it can be read, when it follows, what it never does."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from blackstart.core.base.ids import OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Channel, Drill
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.core.play.visible import Message, Visible
from blackstart.shell.display.presenter import Seen
from blackstart.shell.support import fonts
from blackstart.shell.support.look import Look
from tests.shell.display.secrets import played
from tests.shell.display.stand import Stand, seen, standing
from tests.shell.large import large

PANGYO = Path(__file__).resolve().parents[3] / "exercises" / "pangyo-2022.drill"
LEAST_PX = 13.0
PLENTY = tuple(OptionId(name) for name in "abcdef")


@pytest.fixture
def stand(qapp: object, look: Look) -> Iterator[Stand]:
    with standing(played("all", 0), look) as made:
        yield made


def sizes_of(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> list[int]:
    """Return the sizes of all fonts that are asked for meanwhile."""
    found: list[int] = []
    make = fonts._font

    def note(size_px: int, is_bold: bool, thread: int) -> QFont:
        found.append(size_px)
        return make(size_px, is_bold, thread)

    with monkeypatch.context() as patch:
        patch.setattr(fonts, "_font", note)
        act()
    return found


def at(drill: Drill, until: int, display: str = "all") -> Director:
    director = Director(drill, Begin(display=display))
    director.advance(Seconds(until))
    return director


def pangyo(until: int, display: str = "all") -> Director:
    return at(load_drill(PANGYO).drill, until, display)


def overfull(director: Director) -> Visible:
    """Much more at the foot than it was made for."""
    visible = seen(director).visible
    words = plain("We must know what is to be said to the newspapers, and by whom, and when. " * 30)
    last = replace(visible.messages[-1], text=words, sender=words)
    options = tuple((id_, words) for id_, _ in visible.questions[0].options) * 4
    long = replace(visible.questions[0], question=words, options=options)
    return replace(visible, messages=(last,), questions=(long, long, long, long))


def assert_legible(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    window, shown = stand.window, stand.window.map
    window.map.hide()
    assert min(sizes_of(monkeypatch, window.grab)) >= LEAST_PX
    window.map.show()
    shown._sheet.drop()  # so that all of it is painted
    scale = shown.placement.scale
    sizes = sizes_of(monkeypatch, shown.grab)
    assert all(size * scale >= LEAST_PX for size in sizes)


@pytest.mark.parametrize("display", ["all", "visible"])
def test_nothing_at_a_width_of_1600_is_smaller_than_13_px(
    qapp: object, look: Look, monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    with standing(pangyo(1750, display), look) as stand:
        assert stand.window.map.picture is not None
        assert stand.window.map.placement.scale < 0.8  # else the map would prove nothing
        assert_legible(stand, monkeypatch)


def test_nothing_is_smaller_than_13_px_where_there_is_much_too_much_to_say(
    qapp: object, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing(pangyo(1750), look) as stand:
        stand.presenter.take(Seen(overfull(stand.director), Seconds(1750), True, 4))
        assert_legible(stand, monkeypatch)


def test_a_large_map_names_what_fell_beside_it_instead_of_writing_too_small(
    qapp: object, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing(at(large(300).drill, 1000), look) as stand:
        assert stand.window.names.isVisible()
        assert_legible(stand, monkeypatch)
    with standing(pangyo(1750), look) as stand:
        assert not stand.window.names.isVisible()


def test_words_that_would_be_cut_go_before_names_on_the_map(qapp: object, look: Look) -> None:
    with standing(pangyo(1750), look) as stand:
        low = stand.window.message.height()
        assert not stand.window.names.isVisible()
        visible = seen(stand.director).visible
        options = tuple((id_, plain("We must know what is to be said, and by whom. " * 2)) for id_ in PLENTY)
        asked = replace(visible.questions[0], options=options)
        stand.presenter.take(Seen(replace(visible, questions=(asked,)), Seconds(1750), True, 4))
        assert stand.window.message.height() > low
        assert stand.window.names.isVisible()
        assert stand.window.question.is_whole(stand.window.question.units_wide, stand.window.question.units_high)


def test_everything_grows_with_the_window(qapp: object, look: Look) -> None:
    with standing(pangyo(1750), look) as stand:
        small = [part.geometry() for part in (stand.window.head, stand.window.map, stand.window.tally)]
        stand.window.resize(3200, 1800)
        large_ = [part.geometry() for part in (stand.window.head, stand.window.map, stand.window.tally)]
        for one, other in zip(small, large_, strict=True):
            assert abs(other.width() - 2 * one.width()) <= 2
            assert abs(other.height() - 2 * one.height()) <= 2


@pytest.mark.parametrize("size", [(1024, 768), (1600, 1000), (1920, 1080), (3440, 1440), (1280, 720), (800, 1280)])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_part_lies_over_another_in_a_window_of_any_form(
    qapp: object, look: Look, size: tuple[int, int], language: str
) -> None:
    look.set_language(language)
    with standing(pangyo(1750), look) as stand:
        window = stand.window
        window.resize(*size)
        parts = (window.head, window.map, window.tally, window.names, window.message, window.question)
        seen_parts = [part for part in parts if part.isVisible()]
        assert len(seen_parts) >= 5
        for number, part in enumerate(seen_parts):
            assert window.rect().contains(part.geometry())
            for other in seen_parts[number + 1 :]:
                assert not part.geometry().intersects(other.geometry())


def test_a_change_is_on_the_picture_in_the_same_turn_of_the_event_loop(stand: Stand) -> None:
    stand.play(4)
    before = stand.window.grab().toImage()
    QApplication.sendPostedEvents()
    stand.director.advance(Seconds(5))
    stand.show()  # no event is handled between this and the picture
    after = stand.window.grab().toImage()
    picture = stand.window.map.picture
    assert picture is not None
    assert picture.signs.cards.tolist() != [0] * len(picture.signs.cards)
    for part in (stand.window.head, stand.window.map, stand.window.tally, stand.window.message):
        assert after.copy(part.geometry()) != before.copy(part.geometry())
    assert stand.window.question.isVisible()


def test_a_blank_display_shows_one_colour_and_nothing_else(stand: Stand) -> None:
    stand.play(6)
    stand.window.show_blank(is_blank=True)
    image = stand.window.grab().toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colors) == 1
    stand.play(8)
    assert not stand.window.message.isVisible()
    stand.window.show_blank(is_blank=False)
    assert stand.window.message.isVisible()


def test_a_frozen_picture_stands_whatever_happens(stand: Stand) -> None:
    stand.play(6)
    stand.presenter.freeze(is_frozen=True)
    before = stand.window.grab().toImage()
    stand.play(40)
    assert stand.window.grab().toImage() == before
    stand.presenter.freeze(is_frozen=False)
    assert stand.window.grab().toImage() != before


def test_the_window_has_no_cursor_takes_no_key_and_does_not_keep_the_program_alive(stand: Stand) -> None:
    window = stand.window
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.parent() is None
    for part in window.findChildren(QWidget):
        assert part.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        assert part.cursor().shape() is Qt.CursorShape.BlankCursor


def test_screen_readers_are_told_of_changes_by_the_console_alone(stand: Stand) -> None:
    said: list[str] = []
    stand.window.map.overlay.voice.announced.connect(said.append)
    stand.play(30)
    assert stand.window.map.overlay.voice.next_in_ms == -1
    assert said == []


def test_a_message_in_one_endless_word_is_cut_and_stays_inside(qapp: object, look: Look) -> None:
    with standing(played("all", 6), look) as stand:
        base = seen(stand.director).visible
        endless = Message(base.messages[0].inject, Seconds(5), Channel.PHONE, None, (), plain("w" * 900))
        stand.presenter.take(Seen(replace(base, messages=(endless,)), Seconds(6), True, 1))
        assert not stand.window.grab().toImage().isNull()


def test_with_less_motion_nothing_runs_along_a_line(stand: Stand, look: Look) -> None:
    look.set_motion(is_reduced=True)
    stand.play(6)
    assert stand.window.map.overlay.animation.frame.dots == ()


def test_without_an_exercise_the_display_says_so_and_a_blank_one_says_nothing(qapp: object, look: Look) -> None:
    with standing(played("all", 6), look) as stand:
        stand.presenter.close()
        assert not stand.window.map.isVisible()
        words = stand.window.grab().toImage()
        stand.window.show_blank(is_blank=True)
        assert stand.window.grab().toImage() != words
