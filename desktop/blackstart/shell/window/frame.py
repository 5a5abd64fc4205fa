"""The window's frame: rail, a page for each mode, message bar. Light: it can be seen before the rest is loaded."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from blackstart.core.base.words import LANGUAGES
from blackstart.shell.actions.spec import ActionSpec, add_actions, key_text
from blackstart.shell.support.look import LANGUAGE_NAMES, Look
from blackstart.shell.support.settings import Settings
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.support.theme import SPACE_28
from blackstart.shell.widgets.labels import Label
from blackstart.shell.window.key_sheet import KeySheet
from blackstart.shell.window.message_bar import MessageBar
from blackstart.shell.window.rail import Badge, Mode, Rail

translate = QCoreApplication.translate

LIBRARY, DRAW, SCRIPT, RUN, REVIEW = MODES = ("library", "draw", "script", "run", "review")
LEAST_SIZE, FIRST_SIZE = QSize(1280, 720), QSize(1600, 1000)


def modes() -> tuple[Mode, ...]:
    return (
        Mode(LIBRARY, translate("Window", "Library"), "library"),
        Mode(DRAW, translate("Window", "Draw"), "draw"),
        Mode(SCRIPT, translate("Window", "Script"), "script"),
        Mode(RUN, translate("Window", "Run"), "run"),
        Mode(REVIEW, translate("Window", "Review"), "review"),
    )


def feet() -> tuple[Mode, ...]:
    return (
        Mode("theme", translate("Window", "Light or dark"), "theme"),
        Mode("settings", translate("Window", "Settings"), "settings"),
        Mode("help", translate("Window", "Keys"), "help"),
    )


def window_actions() -> tuple[ActionSpec, ...]:
    """Return what can be done anywhere."""
    switches = (
        ActionSpec(f"window.{mode.id}", translate("Window", "Go to {mode}").format(mode=mode.word), (f"Ctrl+{number}",))
        for number, mode in enumerate(modes(), start=1)
    )
    return (
        *switches,
        ActionSpec("window.open", translate("Window", "Open a drill file"), ("Ctrl+O",)),
        ActionSpec("window.theme", translate("Window", "Light or dark"), ("Ctrl+Shift+L",)),
        ActionSpec("window.settings", translate("Window", "Settings"), ("Ctrl+,",)),
        ActionSpec("window.keys", translate("Window", "Show all keys"), ("F1",)),
        ActionSpec("window.close", translate("Window", "Close the window"), ("Ctrl+Q",)),
    )


class Frame(QMainWindow):
    """Switches between pages; what is on them is put there once it is loaded."""

    open_wished = Signal()
    mode_shown = Signal(str)
    seen = Signal()  # the frame is painted for the first time
    closing = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look = look
        self._settings = settings
        self._is_seen = False
        self._sheets: list[tuple[str, Sequence[ActionSpec]]] = [(translate("Window", "Everywhere"), window_actions())]
        self.rail = Rail(modes(), feet(), look)
        self.messages = MessageBar(look)
        self._pages = QStackedWidget()
        self._places = {mode: self._pages.addWidget(_page()) for mode in MODES}
        self._lay_out()
        self._act()
        look.changed.connect(self._dress)
        self._dress()
        self.setWindowTitle("Blackstart")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(FIRST_SIZE)
        self.restoreGeometry(settings.place())
        self.show_mode(LIBRARY)

    @property
    def mode(self) -> str:
        return MODES[self._pages.currentIndex()]

    def show_mode(self, mode: str) -> None:
        self._pages.setCurrentIndex(MODES.index(mode))
        self.rail.show_mode(mode)
        self._focus_page()
        self.mode_shown.emit(mode)

    def furnish(self, mode: str, page: QWidget, keys: Sequence[ActionSpec] = (), heading: str = "") -> None:
        """Put the page of a mode where it belongs, and its keys into the list of keys."""
        index = MODES.index(mode)
        before = self._pages.widget(index)
        was_shown = self._pages.currentIndex()
        self._pages.insertWidget(index, page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        self._pages.setCurrentIndex(was_shown)
        self._focus_page()
        if keys:
            self._sheets.append((heading, keys))

    def show_keys(self) -> None:
        sheet = KeySheet(self._sheets, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def show_settings(self) -> None:
        menu = self.settings_menu()
        button = self.rail.button("settings")
        menu.popup(button.mapToGlobal(button.rect().topRight()))

    def settings_menu(self) -> QMenu:
        """Return the few choices there are: the language of drills and states."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(translate("Window", "Language of drills"))
        group = QActionGroup(menu)
        for language in LANGUAGES:
            action = menu.addAction(LANGUAGE_NAMES[language])
            action.setCheckable(True)
            action.setChecked(language == self._look.language)
            action.setData(language)
            group.addAction(action)
        group.triggered.connect(lambda action: self._look.set_language(action.data()))
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            self.seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_place(self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _focus_page(self) -> None:
        """Keys are the page's, not those of what was clicked to come here."""
        page = self._pages.currentWidget()
        if page is not None:
            page.setFocus()

    def _act(self) -> None:
        self.rail.mode_wished.connect(self.show_mode)
        deeds = {
            "window.open": self.open_wished.emit,
            "window.theme": self._look.switch_theme,
            "window.settings": self.show_settings,
            "window.keys": self.show_keys,
            "window.close": self.close,
        }
        for mode in MODES:
            deeds[f"window.{mode}"] = self.rail.button(mode).click
        made = add_actions(self, window_actions(), deeds)
        feet_do = {"theme": "window.theme", "settings": "window.settings", "help": "window.keys"}
        self.rail.foot_wished.connect(lambda foot: made[feet_do[foot]].trigger())

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        right.addWidget(self.messages)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _dress(self) -> None:
        self.setPalette(self._look.theme.palette())
        self.setStyleSheet(stylesheet(self._look.theme))
        self.setWindowIcon(_sign(self._look))


def plain_page(heading: str, sentence: str) -> QWidget:
    """Return a page that says in one sentence what will be there."""
    page = _page()
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.addWidget(Label(heading, role="panel-title"))
    column.addWidget(Label(sentence, role="secondary", wraps=True))
    column.addStretch(1)
    return page


def later_pages() -> dict[str, QWidget]:
    """Return the pages of the modes that are still to come."""
    draw = translate("Window", "Here you will draw what depends on what: components, their needs, zones and crews.")
    script = translate(
        "Window", "Here you will write what happens: injects, decisions and what each way to decide does."
    )
    words = {mode.id: mode.word for mode in modes()}
    return {DRAW: plain_page(words[DRAW], draw), SCRIPT: plain_page(words[SCRIPT], script)}


def key_of(id_: str) -> str:
    """Return how the key of one of the window's actions is written."""
    return key_text(next(spec for spec in window_actions() if spec.id == id_))


def _page() -> QWidget:
    page = QWidget()
    page.setProperty("role", "canvas")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE_28, SPACE_28, SPACE_28, SPACE_28)
    return page


def _sign(look: Look) -> QIcon:
    badge = Badge(look)
    pixmap = QPixmap(badge.size())
    pixmap.fill(look.theme.color("bg1"))
    painter = QPainter(pixmap)
    badge.paint(painter)
    painter.end()
    badge.deleteLater()
    return QIcon(pixmap)
