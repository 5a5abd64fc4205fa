import os
from pathlib import Path

import pytest

from blackstart.core.exercise.files import read_drill
from blackstart.shell.document.opening import Opener
from blackstart.shell.library import shelf
from blackstart.shell.library.recent import MOST_FILES, RecentFiles
from blackstart.shell.library.shelf import Book, Place, draw, places, read, telling_moment
from blackstart.shell.library.volume import volume
from blackstart.shell.support.apart import GivenUpError
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from tests.shell.drills import LIGHTS, lights, lights_file
from tests.shell.library.shelves import shelved

MAP = "blackstart: 1\ntitle: Bare\ntopology:\n  components: [{id: a}, {id: b, needs: [{on: a}]}]\n"


def test_the_shelf_tells_what_a_drill_is_about(look: Look, tmp_path: Path) -> None:
    path = lights_file(tmp_path)
    (shown,) = shelved(tmp_path, look)
    assert (shown.path, shown.title, shown.summary) == (path, "Lights", "The power of one house fails.")
    assert [fact.words for fact in shown.facts] == ["5 min", "2 roles", "2 decisions"]
    assert shown.level == "Starter"
    assert shown.counts == "3 components, 3 injects, 2 decisions"
    assert shown.date == "15 October 2022"
    assert shown.roles == (("Lead", ""), ("Guest", ""))


def test_the_shelf_speaks_the_language_of_the_moment(look: Look, tmp_path: Path) -> None:
    lights_file(tmp_path)
    look.set_language("ko")
    (shown,) = shelved(tmp_path, look)
    assert shown.title == "등불"
    assert shown.roles[0][0] == "지휘자"
    assert [fact.words for fact in shown.facts][1:] == ["역할 2개", "결정 2개"]


def test_a_summary_is_cut_to_its_first_sentence_on_the_card_alone(look: Look, tmp_path: Path) -> None:
    text = LIGHTS.replace("The power of one house fails.", "It fails at 3.15 p.m. sharp! Nobody knows. Why?")
    (tmp_path / "a.drill").write_text(text, encoding="utf-8")
    (shown,) = shelved(tmp_path, look)
    assert shown.summary == "It fails at 3.15 p.m."
    assert shown.brief == "It fails at 3.15 p.m. sharp! Nobody knows. Why?"


def test_a_map_without_a_script_is_shown_as_one(look: Look, tmp_path: Path) -> None:
    (tmp_path / "bare.drill").write_text(MAP, encoding="utf-8")
    (shown,) = shelved(tmp_path, look)
    assert [fact.words for fact in shown.facts] == ["map without a script"]
    assert shown.counts == "2 components"
    assert shown.scene is not None


def test_a_file_with_faults_stays_on_the_shelf_and_says_the_first(look: Look, tmp_path: Path) -> None:
    (tmp_path / "broken.drill").write_text("blackstart: 1\nid: broken\n", encoding="utf-8")
    lights_file(tmp_path)
    broken, good = shelved(tmp_path, look)
    assert "title" in broken.fault
    assert "\n" not in broken.fault
    assert broken.fault.startswith("broken.drill:1: ")
    assert good.fault == ""


def test_the_users_files_stand_behind_the_shipped_ones_and_a_file_that_is_gone_does_not(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    shipped.mkdir()
    own.mkdir()
    first, mine = lights_file(shipped), lights_file(own)
    found = places(shipped, [own / "gone.drill", mine, first])
    assert [(place.path, place.is_yours) for place in found] == [(first, False), (mine, True)]


def test_the_moment_that_is_shown_is_the_one_with_the_most_different_states(look: Look) -> None:
    seen = telling_moment(lights().drill)
    # Power is down and the lamp with it, while the lock still holds on: later all are down.
    assert {component: each.shown for component, each in seen.standings.items()} == {
        "power": "down",
        "lamp": "down",
        "lock": "operational",
    }
    assert seen.standings[lights().drill.topology.components[2].id].on_reserve_s is not None


def test_neither_the_first_nor_the_last_failure_is_shown_but_the_most_varied() -> None:
    names = "abcd"
    parts = ", ".join(f"{{id: {name}}}" for name in names)
    falls = ", ".join(
        f"{{id: f{name}, at: {10 * number} s, channel: map, effects: [{{fail: {name}}}]}}"
        for number, name in enumerate(names, start=1)
    )
    text = (
        f"blackstart: 1\ntitle: T\ntopology: {{components: [{parts}]}}\nexercise: {{lasts: 60 s, injects: [{falls}]}}\n"
    )
    seen = telling_moment(read_drill(text, "falls.drill").drill)
    assert seen.now == 20
    assert [each.shown for each in seen.standings.values()] == ["down", "down", "operational", "operational"]


def test_a_map_on_which_nothing_happens_is_shown_as_it_begins() -> None:
    quiet = read_drill(MAP + "exercise: {lasts: 60 s}\n", "quiet.drill").drill
    assert {each.shown for each in telling_moment(quiet).standings.values()} == {"operational"}


def test_a_large_file_is_left_until_somebody_opens_it(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, opener = lights_file(tmp_path), Opener()
    monkeypatch.setattr(shelf, "MOST_BYTES", 100)
    (place,) = places(tmp_path, ())
    unread = read(Book(place), opener)
    assert unread.loaded is None
    assert "MB" in volume(unread, look).summary
    opener.read(path)
    assert read(Book(place), opener).loaded is not None


def test_a_large_map_is_told_of_without_being_drawn(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lights_file(tmp_path)
    monkeypatch.setattr(shelf, "MOST_COMPONENTS", 2)
    (shown,) = shelved(tmp_path, look)
    assert shown.title == "Lights"
    assert shown.scene is None


def test_a_file_that_was_written_anew_is_another(tmp_path: Path) -> None:
    path = lights_file(tmp_path)
    (before,) = places(tmp_path, ())
    os.utime(path, ns=(1, 1))
    (after,) = places(tmp_path, ())
    assert before != after
    assert after == Place(path, False, (1, path.stat().st_size))


def test_the_file_opened_last_stands_first_and_the_oldest_is_let_go(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    recent = RecentFiles(settings_in(file))
    assert recent.files() == ()
    paths = [tmp_path / f"{number}, a 'b'.drill" for number in range(MOST_FILES + 1)]
    for path in paths:
        recent.add(path)
    recent.add(paths[5])
    kept = RecentFiles(settings_in(file)).files()
    assert len(kept) == MOST_FILES
    assert kept[:2] == (paths[5], paths[-1])
    assert paths[0] not in kept
    recent.drop(paths[5])
    assert paths[5] not in recent.files()


def test_a_file_whose_reading_was_given_up_for_another_is_read_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(opener: Opener, path: Path) -> None:
        raise GivenUpError("given up")

    lights_file(tmp_path)
    (place,) = places(tmp_path, ())
    for name, step in (("read", read), ("file", draw)):
        monkeypatch.setattr(Opener, name, give_up)
        assert step(Book(place), Opener()) == Book(place)
