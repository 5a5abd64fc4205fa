"""What can be set, row by row; each choice is applied at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.words import LANGUAGES
from blackstart.shell.support.look import AS_THE_SYSTEM, LANGUAGE_NAMES, NO, TEXT_SIZES, YES, Look
from blackstart.shell.support.theme import DARK, LIGHT, SPACE_4, SPACE_8, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.labels import Label, rule

translate = QCoreApplication.translate

NAMES_PX, NAME_TOP_PX = 132, 7
WISHES = {AS_THE_SYSTEM: None, YES: True, NO: False}


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """The folder that holds the library, and whether it is the one this system has for such things."""

    folder: Path
    is_usual: bool


class SettingsRows(QWidget):
    """The choices in the language and the size of the moment."""

    choose_wished = Signal()  # of a folder
    usual_wished = Signal()  # the usual folder

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        themes = ((DARK, translate("Settings", "Dark")), (LIGHT, translate("Settings", "Light")))
        wishes = (
            (AS_THE_SYSTEM, translate("Settings", "As the system")),
            (YES, translate("Settings", "Yes")),
            (NO, translate("Settings", "No")),
        )
        self.language = Segments([(language, LANGUAGE_NAMES[language]) for language in LANGUAGES])
        self.theme = Segments(themes)
        self.text_size = Segments([(str(size), f"{size} %") for size in TEXT_SIZES])
        self.contrast = Segments(wishes)
        self.motion = Segments(wishes)
        self.folder = Label(wraps=True)
        self.folder.setContentsMargins(0, look.px(NAME_TOP_PX), 0, 0)
        self.refusal = Label(role="strong", wraps=True)
        self.choose = Button(translate("Settings", "Choose…"), look)
        self.usual = Button(translate("Settings", "As usual"), look)
        self._grid = QGridLayout(self)
        self._lay_out()
        self._join()
        self._show_look()
        look.changed.connect(self._show_look)

    def show_library(self, place: LibraryPlace, refusal: str) -> None:
        """Show where runs are kept, and why they are not kept where that was wished."""
        self.folder.setText(_breakable(place.folder))
        self.folder.setAccessibleName(str(place.folder))
        self.usual.setEnabled(not place.is_usual)
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))

    def controls(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, from top to bottom."""
        return (self.language, self.theme, self.text_size, self.contrast, self.motion, self.choose, self.usual)

    def _show_look(self) -> None:
        look = self._look
        self.language.choose(look.language)
        self.theme.choose(look.theme.name)
        self.text_size.choose(str(look.text_size))
        words = {wish: key for key, wish in WISHES.items()}
        self.contrast.choose(words[look.contrast_wish])
        self.motion.choose(words[look.motion_wish])

    def _join(self) -> None:
        look = self._look
        self.language.picked.connect(look.set_language)
        self.theme.picked.connect(look.set_theme)
        self.text_size.picked.connect(self._set_text_size)
        self.contrast.picked.connect(self._set_contrast)
        self.motion.picked.connect(self._set_motion)
        self.choose.clicked.connect(self.choose_wished)
        self.usual.clicked.connect(self.usual_wished)

    def _set_text_size(self, percent: str) -> None:
        self._look.set_text_size(int(percent))

    def _set_contrast(self, key: str) -> None:
        self._look.set_contrast(is_high=WISHES[key])

    def _set_motion(self, key: str) -> None:
        self._look.set_motion(is_reduced=WISHES[key])

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        grid.setHorizontalSpacing(SPACE_20)
        grid.setVerticalSpacing(SPACE_16)
        grid.setColumnMinimumWidth(0, self._look.px(NAMES_PX))
        grid.setColumnStretch(1, 1)
        quiet = [translate("Settings", "Nothing slides, grows or travels; what has changed is marked instead.")]
        if self._look.asked.is_motion_reduced is None:
            quiet.append(translate("Settings", "This system does not tell Blackstart whether it is wished."))
        self._add(translate("Settings", "Language"), self.language)
        self._add(translate("Settings", "Theme"), self.theme)
        self._add(translate("Settings", "Text size"), self.text_size)
        grid.addWidget(rule(), grid.rowCount(), 0, 1, 2)
        louder = translate("Settings", "Borders and hints are drawn as strongly as names.")
        self._add(translate("Settings", "High contrast"), self.contrast, [louder])
        self._add(translate("Settings", "Reduced motion"), self.motion, quiet)
        grid.addWidget(rule(), grid.rowCount(), 0, 1, 2)
        self._add_library()

    def _add(self, name: str, control: Segments, hints: Sequence[str] = ()) -> None:
        control.name(name, " ".join(hints))
        row = self._grid.rowCount()
        cell = QVBoxLayout()
        cell.setSpacing(SPACE_4)
        cell.addWidget(control)
        for hint in hints:
            cell.addWidget(Label(hint, role="hint", wraps=True))
        self._put(name, row, cell)

    def _add_library(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.usual)
        buttons.addStretch(1)
        name = translate("Settings", "Library folder")
        hint = translate("Settings", "Recorded runs are kept here. Another folder shows its own runs; none are moved.")
        for button in (self.choose, self.usual):
            button.setAccessibleDescription(name)
        cell = QVBoxLayout()
        cell.setSpacing(SPACE_8)
        cell.addWidget(self.folder)
        cell.addLayout(buttons)
        cell.addWidget(self.refusal)
        cell.addWidget(Label(hint, role="hint", wraps=True))
        self._put(name, self._grid.rowCount(), cell)

    def _put(self, name: str, row: int, cell: QVBoxLayout) -> None:
        label = Label(name, wraps=True)
        label.setContentsMargins(0, self._look.px(NAME_TOP_PX), 0, 0)  # so that it stands level with a button's words
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(cell, row, 1)


def _breakable(folder: Path) -> str:
    """Let a long path break after its separators: it has no spaces to break at."""
    text = str(folder)
    for separator in ("/", "\\"):
        text = text.replace(separator, separator + "\u200b")
    return text
