"""Finding by a few letters of a name, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blackstart.shell.window.finding import MOST_FOUND, Entry, Finder, batch, folded


def entry(text: str, also: str = "", group: str = "Run") -> Entry:
    return Entry(text, group, lambda: None, also=also)


def texts(names: list[str], typed: str) -> list[str]:
    return [found.text for found in Finder([batch([entry(name) for name in names])]).find(typed)]


def test_everything_is_shown_in_its_order_while_nothing_is_typed() -> None:
    assert texts(["Write a note", "End the exercise"], " ") == ["Write a note", "End the exercise"]


def test_what_begins_with_it_comes_before_words_parts_and_scattered_letters() -> None:
    names = ["Sun on top", "Abnormal", "A note", "Not now", "Xray"]
    assert texts(names, "no") == ["Not now", "A note", "Abnormal"]
    assert texts(["Show all notes", "San"], "sn") == ["San", "Show all notes"]


def test_what_is_called_just_so_comes_first_then_what_begins_with_all_of_it() -> None:
    assert texts(["Bank A", "Bank Beta", "Bank B"], "bank b") == ["Bank B", "Bank Beta", "Bank A"]
    assert texts(["Notes", "Take a note", "Note"], "note") == ["Note", "Notes", "Take a note"]


def test_a_name_in_another_language_counts_as_much_and_a_room_does_not() -> None:
    of_bank = [entry("A", also="은행 나라"), entry("The bank of B", also="은행 나")]
    assert [found.text for found in Finder([batch(of_bank)]).find("은행 나")] == ["The bank of B", "A"]
    rooms = [entry("Play on", group="Run"), entry("Runs of a drill", group="Library")]
    assert [found.text for found in Finder([batch(rooms)]).find("run")] == ["Runs of a drill", "Play on"]


def test_every_word_that_is_typed_is_wanted_in_any_order() -> None:
    assert texts(["Server hall A", "Server room", "Hall of fame"], "hall serv") == ["Server hall A"]


@pytest.mark.parametrize("typed", ["NOTE", "메모", "메ㅁ", "ㅁㅁ", "wrt"])
def test_a_name_is_found_without_its_capitals_in_the_other_language_and_by_first_letters(typed: str) -> None:
    finder = Finder([batch([entry("Write a note", also="메모 적기"), entry("End", also="끝내기")])])
    assert [found.text for found in finder.find(typed)] == ["Write a note"]


def test_a_room_is_found_by_its_name_too() -> None:
    finder = Finder([batch([entry("To the playhead", group="Review"), entry("Write a note")])])
    assert [found.text for found in finder.find("review")] == ["To the playhead"]


def test_no_more_is_shown_than_can_be_looked_through() -> None:
    finder = Finder([batch([entry(f"Pump {number}") for number in range(200)])])
    assert len(finder.find("pump")) == len(finder.find("")) == MOST_FOUND


@given(
    names=st.lists(st.text("ab 가나ㄱ", max_size=8), max_size=12),
    typed=st.lists(st.text("ab 가ㄱ", min_size=1, max_size=4), max_size=5),
)
def test_typing_on_finds_what_a_new_search_finds(names: list[str], typed: list[str]) -> None:
    entries = [entry(name) for name in names]
    going_on, so_far = Finder([batch(entries)]), ""
    for piece in typed:
        so_far += piece
        assert going_on.find(so_far) == Finder([batch(entries)]).find(so_far)


def test_another_search_finds_what_the_last_one_left_out() -> None:
    finder = Finder([batch([entry("Write a note"), entry("End the exercise")])])
    finder.find("note")
    assert [found.text for found in finder.find("end")] == ["End the exercise"]
    assert len(finder.find("e")) == 2


def test_half_a_syllable_is_part_of_the_whole_one() -> None:
    assert folded("서버").startswith(folded("서ㅂ"))


def test_what_cannot_be_done_now_comes_after_what_is_as_near() -> None:
    held = Entry("End the exercise", "Run", lambda: None, hindrance="No run is under way.")
    finder = Finder([batch([held, entry("Write a note"), entry("Weekend rota")])])
    assert [found.text for found in finder.find("")] == ["Write a note", "Weekend rota", "End the exercise"]
    assert [found.text for found in finder.find("end")] == ["End the exercise", "Weekend rota"]
    twice = Finder([batch([held, entry("Endless")])])
    assert [found.text for found in twice.find("end")] == ["Endless", "End the exercise"]


def test_among_many_things_all_that_are_shown_can_be_done() -> None:
    many = [Entry(f"Held {number}", "Run", lambda: None, hindrance="Not now.") for number in range(MOST_FOUND)]
    found = Finder([batch([*many, entry("Write a note")])]).find("")
    assert found[0].text == "Write a note"
    assert len(found) == MOST_FOUND
