"""The window's frame: rail, a page for each mode, message bar. Light: it can be seen before the rest is loaded."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from blackstart.core.base.words import LANGUAGES
from blackstart.shell.actions.spec import ActionSpec, add_actions
from blackstart.shell.support.look import LANGUAGE_NAMES, Look
from blackstart.shell.support.settings import Settings
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.support.theme import SPACE_28, THEMES
from blackstart.shell.widgets.labels import Label
from blackstart.shell.window.actions import DRAW, LIBRARY, MODES, SCRIPT, feet, modes, window_actions
from blackstart.shell.window.key_sheet import KeySheet
from blackstart.shell.window.message_bar import MessageBar
from blackstart.shell.window.rail import Badge, Rail

translate = QCoreApplication.translate

LEAST_SIZE, FIRST_SIZE = QSize(1280, 720), QSize(1600, 1000)


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
        self._sheets: dict[str, tuple[str, Sequence[ActionSpec]]] = {}
        self.rail = Rail(modes(), feet(), look)
        self.messages = MessageBar(look)
        self._pages = QStackedWidget()
        self._places = {mode: self._pages.addWidget(_page()) for mode in MODES}
        self._lay_out()
        self._actions = self._act()
        self._retell()
        look.changed.connect(self._dress)
        look.relaid.connect(self._retell)
        self._dress()
        self.setWindowTitle("Blackstart")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))  # a smaller screen is filled, not overrun
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
            self._sheets[mode] = (heading, keys)

    def show_keys(self) -> None:
        sheet = KeySheet(tuple(self._sheets.values()), self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.finished.connect(self.activateWindow)  # where no window manager does it, keys would go nowhere
        sheet.open()

    def show_settings(self) -> None:
        menu = self.settings_menu()
        button = self.rail.button("settings")
        menu.popup(button.mapToGlobal(button.rect().topRight()))

    def settings_menu(self) -> QMenu:
        """Return the few choices there are: language and theme."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        languages = [(language, LANGUAGE_NAMES[language]) for language in LANGUAGES]
        names = {"dark": translate("Window", "Dark"), "light": translate("Window", "Light")}
        themes = [(theme, names[theme]) for theme in THEMES]
        look = self._look
        _add_choices(menu, translate("Window", "Language"), languages, look.language, look.set_language)
        _add_choices(menu, translate("Window", "Theme"), themes, look.theme.name, look.set_theme)
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

    def _retell(self) -> None:
        """Say everything in the language of the moment."""
        specs = window_actions()
        self._sheets = {"window": (translate("Window", "Everywhere"), specs)} | {
            mode: sheet for mode, sheet in self._sheets.items() if mode != "window"
        }
        for spec in specs:
            self._actions[spec.id].setText(spec.text)
        self.rail.retell((*modes(), *feet()))
        self.messages.retell()

    def _act(self) -> dict[str, QAction]:
        self.rail.mode_wished.connect(self.show_mode)
        deeds = {
            "window.open": self.open_wished.emit,
            "window.theme": self._look.switch_theme,
            "window.settings": self.show_settings,
            "window.message": self.messages.begin,
            "window.keys": self.show_keys,
            "window.close": self.close,
        }
        for mode in MODES:
            deeds[f"window.{mode}"] = self.rail.button(mode).click
        made = add_actions(self, window_actions(), deeds)
        feet_do = {"theme": "window.theme", "settings": "window.settings", "help": "window.keys"}
        self.rail.foot_wished.connect(lambda foot: made[feet_do[foot]].trigger())
        return made

    def _lay_out(self) -> None:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._pages, 1)
        self.setCentralWidget(whole)
        self.messages.float_over(self._pages)
        self.messages.left.connect(self._focus_page)

    def _dress(self) -> None:
        self.setPalette(self._look.theme.palette())
        self.setStyleSheet(stylesheet(self._look.theme, self._look.text_size))
        self.setWindowIcon(_sign(self._look))


def _add_choices(
    menu: QMenu, heading: str, choices: Sequence[tuple[str, str]], chosen: str, choose: Callable[[str], None]
) -> None:
    title = menu.addAction(heading)
    title.setEnabled(False)
    group = QActionGroup(menu)
    for key, word in choices:
        action = menu.addAction(word)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.setData(key)
        group.addAction(action)
    group.triggered.connect(lambda action: choose(action.data()))


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
