"""The form of a row of the improvement plan: begun, or told anew."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from blackstart.core.play.commands import Command, Improve
from blackstart.core.review.improvements import OPEN, PlanRow
from blackstart.shell.review.days import DayField
from blackstart.shell.review.entry_form import EntryForm
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

ELEMENTS = ("planning", "organisation", "equipment", "training", "exercise")
STATUSES = (OPEN, "done", "dropped")


class ImproveForm(EntryForm):
    """With `row` it says of that row how it stands now."""

    def __init__(self, row: PlanRow | None, owners: Sequence[str], today: date, look: Look) -> None:
        title = translate("Improving", "Fix before the next run") if row is None else row.issue
        super().__init__(f"improve {row.of}" if row is not None else "improve", title, look)
        self._row = row
        say = look.words.say
        self.add_lines("issue", translate("Improving", "What went wrong"))
        self.add_lines("action", translate("Improving", "What will be done about it"))
        elements = [(each, say(f"report.element.{each}")) for each in ELEMENTS]
        self.add_choice("element", translate("Improving", "What it belongs to"), elements)
        self.add_who("owner", translate("Improving", "Who sees to it"), owners)
        self.start = self.add("start", translate("Improving", "From (may be empty)"), DayField(today, look))
        self.due = self.add("due", translate("Improving", "Done by (may be empty)"), DayField(today, look))
        if row is not None:
            statuses = [(each, say(f"report.status.{each}")) for each in STATUSES]
            self.add_choice("status", translate("Improving", "How it stands"), statuses)
            self._show(row)

    def command(self) -> Command | None:
        missing = {
            "issue": translate("Improving", "Say what went wrong."),
            "action": translate("Improving", "Say what will be done about it."),
            "owner": translate("Improving", "Say who sees to it."),
        }
        for name, sentence in missing.items():
            if not self.value(name):
                self.lack(name, sentence)
                return None
        for name, field in (("start", self.start), ("due", self.due)):
            if field.is_refused:
                words = translate("Improving", "“{typed}” is no day; write it as 30 May or 2027-05-30.")
                self.lack(name, words.format(typed=field.text().strip()))
                return None
        return self._improve()

    def _improve(self) -> Improve:
        row = self._row
        return Improve(
            self.value("issue"),
            self.value("action"),
            self.value("element"),
            self.value("owner"),
            self.value("status") if row is not None else OPEN,
            self.start.day,
            self.due.day,
            row.of if row is not None else None,
        )

    def _show(self, row: PlanRow) -> None:
        names = ("issue", "action", "element", "owner", "status")
        self.take({name: getattr(row, name) for name in names} | {"start": row.start or "", "due": row.due or ""})
