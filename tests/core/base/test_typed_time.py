import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.typed_time import parse_time


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("1:05", 3900),
        ("T+1:05:30", 3930),
        ("t + 0:10", 600),
        ("+10 min", 700),
        ("+0:10", 700),
        (" + 90 s ", 190),
        ("65 min", 3900),
        ("T+65 min", 3900),
        ("26:00", 93_600),
        ("75", 75),
        ("+10분", 700),
        ("1시간 5분", 3900),
        ("T+1 Hour 5 mins", 3900),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, seconds: int) -> None:
    assert parse_time(typed, Seconds(100)) == seconds


@pytest.mark.parametrize("typed", ["", "soon", "1:75", "1:5", "-10 min", "T-5 min", "++5 min", "1:05 h"])
def test_what_is_no_time_is_told_with_what_would_be_one(typed: str) -> None:
    with pytest.raises(ValueError, match=r"write it as 1:05, T\+1:05:30 or \+10 min"):
        parse_time(typed, Seconds(100))
