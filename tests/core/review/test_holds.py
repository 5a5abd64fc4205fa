"""Real time that the clock stood, from the times of day in the journal."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin, Command, End, Entry, Hold, Note, Play
from blackstart.core.review.holds import HeldSpan, held_spans


def _entries(*said: tuple[str, Command]) -> list[Entry]:
    return [
        Entry(seq, Seconds(seq), command, f"2026-05-14T{time}+00:00" if time else "")
        for seq, (time, command) in enumerate(said, start=1)
    ]


def test_a_hold_lasts_until_the_clock_runs_on() -> None:
    entries = _entries(
        ("09:00:00.000", Begin()),
        ("09:00:01.000", Play()),
        ("09:10:00.000", Hold("decision")),
        ("09:11:00.000", Note("calm", "Mina")),
        ("09:12:30.400", Play()),
    )
    assert held_spans(entries) == (HeldSpan(Seconds(3), "decision", 150, 3),)


def test_a_second_hold_does_not_begin_anew_and_the_end_ends_it() -> None:
    entries = _entries(
        ("09:00:00", Play()),
        ("09:10:00", Hold("phase")),
        ("09:11:00", Hold()),
        ("09:20:00", End()),
        ("10:00:00", Play()),
    )
    assert [(each.why, each.lasted_s, each.seq) for each in held_spans(entries)] == [("phase", 600, 2)]


def test_a_break_is_no_time_at_the_table() -> None:
    entries = _entries(
        ("09:00:00", Hold("sleep")),
        ("09:00:10", Play()),
        ("09:00:20", Hold()),
        ("09:30:21", Play()),
        ("09:31:00", Hold()),
        ("10:01:00", Play()),
    )
    assert [each.is_break for each in held_spans(entries)] == [True, True, False]


def test_without_times_of_day_nothing_is_told() -> None:
    assert held_spans(_entries(("", Hold()), ("", Play()))) == ()
