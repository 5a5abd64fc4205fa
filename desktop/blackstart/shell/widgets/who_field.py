"""Who does something: a role or a person, chosen or typed."""

from PySide6.QtCore import QCoreApplication, Qt

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate


class WhoField(Picker):
    """What was chosen or typed last stays."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setEditable(True)
        self.setInsertPolicy(Picker.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(translate("Actions", "Who does it"))

    @property
    def who(self) -> str:
        """Id of a role or a name; empty = nobody is named."""
        typed = self.currentText().strip()
        known = self.findText(typed, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.itemData(known)) if known >= 0 else typed

    def show_people(self, people: tuple[tuple[str, str], ...], nobody: str = "") -> None:
        """Offer them by id and name, before them where given what no name stands for; who stands in the field stays."""
        who = self.who
        self.clear()
        if nobody:
            self.addItem(nobody, "")
        for id_, name in people:
            self.addItem(name, id_)
        self.choose(who)

    def choose(self, who: str) -> None:
        """Put somebody in."""
        known = self.findData(who)
        self.setCurrentIndex(known)
        if known < 0:
            self.setEditText(who)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # of what has no room the beginning is shown
