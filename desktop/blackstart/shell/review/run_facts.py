"""What is known of a recorded run beside what happened in it, in one line."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime

from blackstart.core.base.words import Words
from blackstart.core.play.playback import settings
from blackstart.core.record.rows import RunRow
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

MINUTE = 60


def run_facts(recorded: Recorded, look: Look) -> str:
    """Return number, team, day and the time at the table; what is not known is left out."""
    row = recorded.row
    begin = settings(recorded.entries)
    facts = [
        translate("Review", "Run {number}").format(number=row.number),
        row.team,
        begin.date or day(row, look),
        _at_the_table(recorded, look.words),
    ]
    return one_line(", ".join(filter(None, facts)))


def day(row: RunRow, look: Look) -> str:
    """Say on which day a run was begun, in the time of this place."""
    moment = QDateTime.fromSecsSinceEpoch(round(datetime.fromisoformat(row.begun_utc).timestamp()))
    return look.locale.toString(moment, translate("Review", "d MMMM yyyy"))


def _at_the_table(recorded: Recorded, words: Words) -> str:
    """How long people sat at it, in whole minutes; empty if that is no time at all."""
    minutes = recorded.at_table_s // MINUTE
    if not minutes:
        return ""
    return translate("Review", "{duration} at the table").format(duration=words.duration(minutes * MINUTE))
