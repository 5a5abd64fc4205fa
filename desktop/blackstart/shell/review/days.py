"""Days: in words, and in a field that takes them as people type them."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import QLineEdit

from blackstart.core.base.typed_day import parse_day
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


def day_words(day: str, today: date, look: Look) -> str:
    """Say a day of ISO 8601, with its year where that is another one; what is no day is said as it is."""
    found = QDate.fromString(day, Qt.DateFormat.ISODate)
    if not found.isValid():
        return day
    is_near = found.year() == today.year
    form = translate("Days", "d MMMM") if is_near else translate("Days", "d MMMM yyyy")
    return look.locale.toString(found, form)


class DayField(QLineEdit):
    """Says at once, by its border and its tool tip, that something is no day."""

    def __init__(self, today: date, look: Look) -> None:
        super().__init__()
        self._today = today
        self._look = look
        self.setPlaceholderText(translate("Days", "30 May or 2027-05-30"))
        self.editingFinished.connect(self._settle)
        self.textEdited.connect(self._calm)

    @property
    def is_refused(self) -> bool:
        """Whether what is typed is no day."""
        return bool(self.text().strip()) and self.day is None

    @property
    def day(self) -> str | None:
        """ISO 8601; None = nothing, or what is no day."""
        return parse_day(self.text(), self._today)

    def _settle(self) -> None:
        """Write out what was typed, so that the year is seen; or mark what is no day."""
        day = self.day
        if day is not None:
            self.setText(day)
        self._mark(is_refused=self.is_refused)

    def _calm(self) -> None:
        self._mark(is_refused=False)

    def _mark(self, *, is_refused: bool) -> None:
        self.setProperty("refused", "true" if is_refused else None)
        self.setToolTip(translate("Days", "This is no day; write it as 30 May or 2027-05-30.") if is_refused else "")
        self.style().unpolish(self)
        self.style().polish(self)
