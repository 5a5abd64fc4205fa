import pytest
from hypothesis import given
from hypothesis import strategies as st

from blackstart.core.base.simtime import LONGEST, clock_face, format_duration, parse_duration


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("90 s", 90),
        ("18 min", 1080),
        ("1 h 30 min", 5400),
        ("2 d", 172_800),
        ("1d2h3min4s", 93_784),
        ("1.5 h", 5400),
        ("90", 90),
        (90, 90),
        (0, 0),
        (" 5 s ", 5),
    ],
)
def test_a_duration_is_read_as_people_write_it(written: object, seconds: int) -> None:
    assert parse_duration(written) == seconds


@pytest.mark.parametrize(
    "written",
    [
        "",
        "s",
        "5 m",
        "5 sec",
        "30 min 1 h",
        "1 h 1 h",
        "-5 s",
        -5,
        "0.3 s",
        1.5,
        True,
        None,
        [],
        "5,5 s",
        "٣ s",
        "5 s x",
    ],
)
def test_anything_else_is_refused_with_what_is_wanted(written: object) -> None:
    with pytest.raises(ValueError, match="is not a duration; write it as 90 s, 18 min, 1 h 30 min or 2 d"):
        parse_duration(written)


def test_no_duration_is_longer_than_a_century() -> None:
    assert parse_duration(int(LONGEST)) == LONGEST
    for written in (LONGEST + 1, "999999999999 d", 10**30):
        with pytest.raises(ValueError, match="too long"):
            parse_duration(written)


@given(st.integers(0, LONGEST))
def test_what_is_written_is_read_back(seconds: int) -> None:
    assert parse_duration(format_duration(seconds)) == seconds


def test_a_clock_never_shows_less_than_zero() -> None:
    assert [clock_face(seconds) for seconds in (-1, 0, 3_725, 360_000)] == [
        "0:00:00",
        "0:00:00",
        "1:02:05",
        "100:00:00",
    ]
