"""A row of the improvement plan as it is shown: what is done, by whom until when, and what is marked about it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from blackstart.core.review.improvements import PlanRow
from blackstart.shell.review.days import day_words
from blackstart.shell.review.improving.presenter import Plan
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


def press_row(plan: Plan, row: PlanRow, today: date, look: Look, *, is_full: bool = False) -> PressRow:
    """Return a row to press; `is_full` with all that is known of it."""
    due = day_words(row.due, today, look) if row.due else ""
    details = [", ".join(filter(None, (row.owner, due)))]
    if is_full:
        start = day_words(row.start, today, look) if row.start else ""
        since = translate("Improving", "from {day}").format(day=start) if start else ""
        element = look.words.say(f"report.element.{row.element}")
        details = [row.issue, ", ".join(filter(None, (row.owner, element, since, due)))]
    return PressRow(row.of, row.action, "\n".join(details), look, marks_of(plan, row, today, look))


def marks_of(plan: Plan, row: PlanRow, today: date, look: Look) -> list[tuple[str, bool]]:
    """Return the words that mark a row, each with whether it is urgent."""
    marks = []
    if row.is_late(today.isoformat()):
        marks.append((translate("Improving", "late"), True))
    if not row.is_open:
        marks.append((look.words.say(f"report.status.{row.status}"), False))
    if plan.is_carried(row):
        number = plan.numbers.get(row.run)
        words = translate("Improving", "from another run")
        if number is not None:
            words = translate("Improving", "from run {number}").format(number=number)
        marks.append((words, False))
    return marks
