from datetime import date

import pytest

from blackstart.core.base.typed_day import parse_day

TODAY = date(2026, 5, 30)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-05-30", "2026-05-30"),
        ("2027-1-5", "2027-01-05"),
        ("30 May", "2026-05-30"),
        (" 30  may ", "2026-05-30"),
        ("29 May", "2027-05-29"),
        ("15 June 2025", "2025-06-15"),
        ("Jun 15", "2026-06-15"),
        ("Sept. 3, 2026", "2026-09-03"),
        ("5월 30일", "2026-05-30"),
        ("2027년 1월 2일", "2027-01-02"),
        ("29 February", "2028-02-29"),
    ],
)
def test_a_day_is_read_and_one_without_a_year_is_the_next_one(typed: str, day: str) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 June", "2026-02-30", "30", "30 Ma", "30 Juneau", "5/30", "0 May", "2026-13-01"]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_day(typed, TODAY) is None
