"""What leads to a second of the run: an entry of the journal, or a time."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.exercise.model import Measure, SaidEvery, StateBy
from blackstart.core.review.measured import Checked
from blackstart.core.review.story import Story
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.flow import FlowLayout

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Lead:
    """Words to press, and the second to which they lead."""

    words: str
    at: Seconds


def leads_of(measure: Measure, result: Checked, story: Story) -> tuple[Lead, ...]:
    """Return what shows how a measure turned out: entries, else the time that it tells of."""
    words = translate("ReviewLeads", "entry {number}")
    entries = {entry.seq: entry.at for entry in story.entries}
    found = [Lead(words.format(number=seq), entries[seq]) for seq in result.evidence if seq in entries]
    match measure:
        case SaidEvery() if result.since_s is not None:
            found.insert(0, _time(result.since_s))
        case StateBy() if result.value_s is not None:
            found.insert(0, _time(Seconds(result.value_s)))
    return tuple(found)


def _time(at: Seconds) -> Lead:
    return Lead(clock_face(at), at)


class Leads(QWidget):
    """Links side by side, in as many rows as they need."""

    sought = Signal(int)  # exercise seconds

    def __init__(self, leads: Iterable[Lead], look: Look) -> None:
        super().__init__()
        row = FlowLayout(self, SPACE_8)
        for lead in leads:
            button = LeadButton(lead, look)
            button.sought.connect(self.sought)
            row.addWidget(button)


class LeadButton(Button):
    """One link."""

    sought = Signal(int)  # exercise seconds

    def __init__(self, lead: Lead, look: Look) -> None:
        super().__init__(lead.words, look, role="link")
        self._at = lead.at
        self.setToolTip(translate("ReviewLeads", "Go to {time}").format(time=clock_face(lead.at)))
        self.setAccessibleDescription(self.toolTip())
        self.clicked.connect(self._seek)

    def _seek(self) -> None:
        self.sought.emit(self._at)
