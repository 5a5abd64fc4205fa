"""The time of the real day in one line, with its date once that is another than at the start."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


def day_line(day: datetime, starts: datetime, locale: QLocale) -> str:
    """Return how `day` is said in a run that began at `starts`."""
    if day.date() == starts.date():
        return translate("ClockBar", "{time} on the day").format(time=f"{day:%H:%M}")
    date = locale.toString(QDate(day.year, day.month, day.day), translate("ClockBar", "ddd d MMM"))
    return f"{date} {day:%H:%M}"
