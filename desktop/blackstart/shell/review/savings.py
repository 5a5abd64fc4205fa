"""What a decision or an action saved or lost, as a figure with a word."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.words import Words

translate = QCoreApplication.translate

HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Saving:
    """One difference to a run in which something was otherwise.

    Attributes
    ----------
    service_seconds : int
        Negative = that many more were lost by what was done.
    """

    service_seconds: int

    @property
    def hours(self) -> int:
        """Service-hours without a sign, rounded half up."""
        return (abs(self.service_seconds) + HOUR_S // 2) // HOUR_S

    @property
    def is_lost(self) -> bool:
        return self.service_seconds < 0

    def figure(self, words: Words) -> str:
        """Return the figure; empty where there is no difference worth one."""
        return words.amount(self.hours) if self.hours else ""

    def word(self) -> str:
        """Return the word that stands after the figure, or in its place."""
        if not self.hours:
            return translate("Decisions", "no difference")
        return translate("Decisions", "lost") if self.is_lost else translate("Decisions", "saved")

    def told(self, words: Words) -> str:
        """Return both, as they are read out."""
        return " ".join(filter(None, (self.figure(words), self.word())))
