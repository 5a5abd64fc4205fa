"""The menu of what a run is compared with, and the sheet for other minutes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from blackstart.core.review.deeds import Deed, DeedKind
from blackstart.shell.review.what_if.ask_minutes import MinutesSheet
from blackstart.shell.review.what_if.choices import choices, is_reckoned
from blackstart.shell.review.what_if.naming import Naming
from blackstart.shell.review.what_if.ways import Earlier, OtherWay
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class CompareHand(QObject):
    """Opens below its button."""

    picked = Signal(object)  # OtherWay, or None
    really_wished = Signal(bool)

    def __init__(self, button: QWidget, page: QWidget, look: Look) -> None:
        super().__init__(button)
        self._button = button
        self._page = page
        self._look = look
        self.sheet: MinutesSheet | None = None

    def open(self, deed: Deed | None, naming: Naming, way: OtherWay | None, is_really: bool | None) -> None:
        """Show what there is; `is_really` None = nobody says what really happened."""
        menu = self.made(deed, naming, way, is_really)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def made(self, deed: Deed | None, naming: Naming, way: OtherWay | None, is_really: bool | None) -> QMenu:
        """Return the menu, which is not shown yet."""
        menu = QMenu(self._button)
        menu.setAccessibleName(translate("WhatIf", "What if…"))
        self._add(menu, translate("WhatIf", "Nothing: only as played"), partial(self.picked.emit, None), way is None)
        menu.addSeparator()
        for choice in choices(deed, naming):
            if choice.way is None:
                menu.addAction(choice.words.replace("&", "&&")).setEnabled(False)
            else:
                self._add(menu, choice.words, partial(self.picked.emit, choice.way), choice.way == way)
        if deed is not None and deed.kind is DeedKind.DECISION and is_reckoned(deed) and deed.seq is not None:
            other = translate("WhatIf", "Earlier by other minutes…")
            self._add(menu, other, partial(self.ask_minutes, deed.seq, naming.deed(deed.seq)), None)
        if is_really is not None:
            menu.addSeparator()
            row = self._add(menu, translate("WhatIf", "What really happened"), None, is_really)
            row.toggled.connect(self.really_wished)
        return menu

    def ask_minutes(self, seq: int, deed: str) -> None:
        """Let minutes be typed."""
        self.sheet = sheet = MinutesSheet(deed, self._look)
        sheet.typed.connect(partial(self._take, seq))
        sheet.closed.connect(self._forget)
        sheet.open_over(self._page.window())

    def _take(self, seq: int, seconds: int) -> None:
        self.picked.emit(Earlier(seq, seconds))

    def _forget(self) -> None:
        self.sheet = None

    def _add(self, menu: QMenu, words: str, deed: Callable[[], object] | None, is_chosen: bool | None) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        if is_chosen is not None:
            action.setCheckable(True)
            action.setChecked(is_chosen)
        if deed is not None:
            action.triggered.connect(lambda: deed())
        return action
