"""The sheet of settings; built anew whenever its words are others, or of another size."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.titled_sheet import TitledSheet
from blackstart.shell.window.settings_rows import LibraryPlace, SettingsRows

translate = QCoreApplication.translate

WIDTH_PX = 600


class SettingsSheet(TitledSheet):
    """Shows the rows and passes on what is wished of the library."""

    choose_wished = Signal()  # of a folder
    folder_wished = Signal(object)  # Path; None = the usual one

    def __init__(self, look: Look, place: LibraryPlace) -> None:
        super().__init__(look, WIDTH_PX)
        self._library = place
        self._refusal = ""
        self.rows = self._build()
        # Later, because Qt gives the focus to what was chosen by an arrow key after it was chosen.
        look.relaid.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)

    def show_library(self, place: LibraryPlace) -> None:
        """Show where runs are kept now."""
        self._library, self._refusal = place, ""
        self.rows.show_library(place, "")

    def refuse(self, sentence: str) -> None:
        """Say why the library stays where it is."""
        self._refusal = sentence
        self.rows.show_library(self._library, sentence)

    def first_stop(self) -> QWidget | None:
        return _stop_in(self.rows.language, self.stops())

    def _build(self) -> SettingsRows:
        rows = SettingsRows(self._look)
        rows.choose_wished.connect(self.choose_wished)
        rows.usual_wished.connect(self._wish_usual)
        rows.show_library(self._library, self._refusal)
        self.fill(translate("Settings", "Settings"), rows)
        return rows

    def _rebuild(self) -> None:
        before = next((each for each in self.rows.controls() if _has_focus(each)), None)
        index = self.rows.controls().index(before) if before is not None else -1
        self.rows = self._build()
        self.place()
        stop = _stop_in(self.rows.controls()[index], self.stops()) if before is not None else self.first_stop()
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish_usual(self) -> None:
        self.folder_wished.emit(None)


def _has_focus(control: QWidget) -> bool:
    focused = control.focusWidget()  # or the one that had it last
    return control.hasFocus() or (focused is not None and focused.hasFocus())


def _stop_in(control: QWidget, stops: list[QWidget]) -> QWidget | None:
    return next((each for each in stops if each is control or control.isAncestorOf(each)), None)
