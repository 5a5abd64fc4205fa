"""What the journals of a library add up to, counted by SQLite: nobody has to read an entry for it."""

from dataclasses import dataclass

from sqlite_utils import Database

from blackstart.core.base.ids import RunId

BREAK_S = 1800  # real seconds

# The clock runs at pace 1 or faster: where exercise time moved as far as real time, it ran all the while.
_TALLIES = """
    SELECT run,
           sum(kind = 'decide') - sum(kind = 'take_back' AND EXISTS (
               SELECT 1 FROM journal AS taken WHERE taken.run = steps.run AND taken.kind = 'decide'
               AND taken.seq = json_extract(steps.payload, '$.seq'))) AS decisions,
           CAST(round(sum(CASE WHEN ended = 0 AND gap > 0 AND (gap < ? OR moved >= gap) THEN gap ELSE 0 END))
               AS INTEGER) AS at_table_s
    FROM (SELECT run, kind, payload,
                 count(*) FILTER (WHERE kind = 'end') OVER (in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                     AS ended,
                 exercise_s - lag(exercise_s) OVER in_turn AS moved,
                 86400 * (julianday(wall_utc) - julianday(lag(wall_utc) OVER in_turn)) AS gap
          FROM journal WINDOW in_turn AS (PARTITION BY run ORDER BY seq)) AS steps
    GROUP BY run
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the journal of one run adds up to.

    Attributes
    ----------
    decisions : int
        That were taken, without those that were taken back.
    at_table_s : int
        Real seconds that people spent on it up to its end: from entry to entry, but for breaks. A break is half an
        hour or more without an entry in which the clock cannot have run all the time.
    """

    decisions: int = 0
    at_table_s: int = 0


def read_tallies(db: Database) -> dict[RunId, Tally]:
    """Count all journals; a run without one is not there."""
    rows = db.query(_TALLIES, [BREAK_S])
    return {row["run"]: Tally(row["decisions"], row["at_table_s"]) for row in rows}
