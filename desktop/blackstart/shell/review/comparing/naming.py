"""What runs go by where several stand beside each other."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.words import Words
from blackstart.core.record.rows import RunRow
from blackstart.core.review.milestones import Milestone
from blackstart.shell.review.comparing.side import Compared, Side
from blackstart.shell.review.one_line import one_line

translate = QCoreApplication.translate

NOTHING = "–"


def run_name(row: RunRow) -> str:
    """Return its number, and the name or team that people gave it."""
    words = translate("Compare", "Run {number}").format(number=row.number)
    said = row.name or row.team
    return one_line(translate("Compare", "{run}, {said}").format(run=words, said=said)) if said else words


def standing(row: RunRow) -> str:
    """Say whether a run has ended."""
    if row.ended:
        return translate("Compare", "ended")
    return translate("Compare", "stopped at {time}").format(time=clock_face(max(row.reached_s, Seconds(0))))


def when(milestone: Milestone | None) -> str:
    """Say at what time of the exercise something came about."""
    return clock_face(milestone.at) if milestone is not None else NOTHING


def facts(shown: Compared, words: Words) -> tuple[tuple[str, Callable[[Side], str]], ...]:
    """Return what is told of each run before its decisions: the name of a row, and what stands in it."""
    return (
        *_lost(shown, words),
        (
            translate("Compare", "Most cut off at once (model estimate)"),
            lambda side: words.amount(side.run.impact.peak_users),
        ),
        (translate("Compare", "Noticed"), lambda side: when(side.run.milestones.noticed)),
        (translate("Compare", "Declared"), lambda side: when(side.run.milestones.declared)),
        (translate("Compare", "First decision"), lambda side: when(side.run.milestones.decided)),
        (translate("Compare", "First public word"), lambda side: when(side.run.milestones.said)),
        (translate("Compare", "Where it stands"), lambda side: standing(side.row)),
    )


def _lost(shown: Compared, words: Words) -> tuple[tuple[str, Callable[[Side], str]], ...]:
    """What was lost: of runs that are not equally long up to the end of the shortest first."""

    def in_all(side: Side) -> str:
        return words.amount(side.lost_hours)

    if not shown.is_uneven:
        return ((translate("Compare", "Service-hours lost (model estimate)"), in_all),)
    until = shown.shared_until
    shared = translate("Compare", "Service-hours lost up to {time} (model estimate)").format(time=clock_face(until))
    return (
        (shared, lambda side: words.amount(side.lost_hours_until(until))),
        (translate("Compare", "Service-hours lost in all (model estimate)"), in_all),
        (translate("Compare", "Played up to"), lambda side: clock_face(side.run.until)),
    )
