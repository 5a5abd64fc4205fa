from collections.abc import Callable

import pytest

from blackstart.core.base.words import words
from blackstart.shell.draw.inspector.typed import (
    read_delay,
    read_duration,
    read_number,
    read_percent,
    read_repair,
    read_wanted,
    show_duration,
    show_number,
    show_percent,
    show_repair,
)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("18 min", 1080),
        ("18min", 1080),
        ("18 m", 1080),
        ("1 h 30 min", 5400),
        ("1h30m", 5400),
        ("1.5 hours", 5400),
        ("90 s", 90),
        (" 2 Days ", 172_800),
        ("1시간 30분", 5400),
        ("2일", 172_800),
        ("90초", 90),
        ("0", 0),
    ],
)
def test_a_duration_is_read_as_people_write_it(typed: str, seconds: int) -> None:
    assert read_duration(typed) == seconds


@pytest.mark.parametrize("typed", ["", "soon", "3 parsecs", "30 min 1 h", "1.001 s", "-3 min", "40000 d"])
def test_what_is_no_duration_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is no duration .* Write 90 s, 18 min"):
        read_duration(typed)


def test_a_duration_without_its_unit_is_asked_for_it() -> None:
    with pytest.raises(ValueError, match="18 of what"):
        read_duration("18")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4200", 4200),
        ("4,200", 4200),
        ("4 200", 4200),
        ("35 M", 35_000_000),
        ("35.5m", 35_500_000),
        ("3500만", 35_000_000),
        ("3,500만", 35_000_000),
        ("1억 2천만", 120_000_000),
        ("2만 5천", 25_000),
        ("1.2억", 120_000_000),
        ("1 bn", 10**9),
        ("12k", 12_000),
        ("", 0),
    ],
)
def test_a_number_is_read_with_separators_and_short_forms(typed: str, number: int) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["many", "3.5", "35,00", "1,5", "-4", "4 x", "만", "2천 3만", "1.23456789 M"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is no whole number"):
        read_number(typed)


def test_a_number_out_of_range_is_told_the_range() -> None:
    with pytest.raises(ValueError, match="0 is out of range: 1 to 10,000"):
        read_number("0", 1, 10_000)


@pytest.mark.parametrize(("typed", "permille"), [("40", 400), ("40 %", 400), ("0.1%", 1), ("100", 1000)])
def test_a_percent_needs_no_sign(typed: str, permille: int) -> None:
    assert read_percent(typed) == permille


@pytest.mark.parametrize("typed", ["", "101", "-1", "half", "1.25"])
def test_what_is_no_percent_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is no percent from 0 to 100"):
        read_percent(typed)


@pytest.mark.parametrize(
    ("read", "typed"), [(read_repair, "never"), (read_repair, "불가"), (read_wanted, " "), (read_delay, "by hand")]
)
def test_a_word_or_nothing_may_stand_for_no_duration(read: Callable[[str], int | None], typed: str) -> None:
    assert read(typed) is None


def test_a_standby_does_not_take_over_at_once() -> None:
    with pytest.raises(ValueError, match="after 1 s at least"):
        read_delay("0 s")


def test_what_is_shown_is_read_as_the_same_value() -> None:
    for language in ("en", "ko"):
        for seconds in (0, 59, 5400, 90_061):
            assert read_duration(show_duration(seconds, words(language))) == seconds
    assert read_repair(show_repair(None, words("en"))) is None
    assert read_number(show_number(35_000_000)) == 35_000_000
    assert read_percent(show_percent(405)) == 405
