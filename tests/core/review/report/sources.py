"""Sources of reports: the small measured drill with everything said about it, and hostile words."""

from blackstart.core.base.ids import DrillId, ObjectiveId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import AddFinding, Command, Hotwash, Improve, Note, Rate
from blackstart.core.record.rows import RunRow
from blackstart.core.review.improvements import PlanSource, improvement_plan
from blackstart.core.review.report.source import ReportSource, report_source
from tests.core.play.scripts import decide
from tests.core.review.stories import LASTS, told

HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "＝1+1",
    "\n=1+1",
    "| a | b\n# head",
    "\u202etxet desrever\u202c",
    "🔥🧯 \u0000\u0007 & \" ' `x` *y*",
    "ㅁ" * 3000,
    "word" * 25000,
)


def source_of(*commands: tuple[int, Command], drill_: Drill | None = None) -> ReportSource:
    story = told(*commands, until=LASTS - 1, drill_=drill_)
    row = RunRow(
        RunId("r1"),
        3,
        "",
        "sha",
        DrillId("test"),
        "test.drill",
        "Test",
        "night shift",
        "BS-1",
        "2026-05-14T09:00:00+00:00",
        Seconds(LASTS - 1),
        True,
        None,
    )
    plan = improvement_plan([PlanSource("r1", story.entries)])
    return report_source(story, row, plan=plan, at_table_s=5400)


def usual(words: str = "calm") -> ReportSource:
    """A run of which something is said everywhere."""
    declare = ObjectiveId("declare")
    return source_of(
        (40, decide("call", "all", words)),
        (50, Note(words, words)),
        (60, Hotwash(words, words, words, words)),
        (60, Rate(declare, "M", words, words)),
        (60, AddFinding("area", words, words, declare, words, words)),
        (60, AddFinding("strength", words, words)),
        (60, Improve(words, words, "training", words, due="2026-06-01")),
    )
