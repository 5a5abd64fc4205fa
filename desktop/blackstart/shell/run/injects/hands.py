"""What is done with an inject: at once, or after one line was asked for on a sheet."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from blackstart.shell.run.coming import ComingRow, Verb
from blackstart.shell.run.injects.ask_sheet import AskSheet
from blackstart.shell.run.injects.judging import example_times
from blackstart.shell.run.injects.presenter import InjectsPresenter
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class Hands(QObject):
    """Carries out what the lists wish."""

    read_wished = Signal(str)  # key of the inject

    def __init__(self, presenter: InjectsPresenter, page: QWidget, look: Look) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page
        self._look = look

    def do(self, verb: str, key: str) -> None:
        """Do what a verb says to the row of a key, if that can be done."""
        row = self._presenter.row(key)
        if row is None:
            return
        if verb not in row.verbs:
            self._presenter.refuse_verb()
        elif verb == Verb.READ:
            self.read_wished.emit(key)
        elif verb == Verb.SHOW:
            self._presenter.show(row.id)
        elif verb == Verb.SEE:
            self.ask_seen(row.id, _about(row))
        elif self._presenter.can_act():
            self._act(Verb(verb), row)

    def ask_seen(self, id_: str, about: str, note: str = "") -> None:
        """Ask what was seen of the response to an inject."""
        sheet = self._sheet(id_, translate("Injects", "Response seen"), about, translate("Injects", "Record"))
        sheet.ask(translate("Injects", "Note, if there is one"), _anything, note)
        sheet.answered.connect(self._presenter.see)
        self._open(sheet)

    def _act(self, verb: Verb, row: ComingRow) -> None:
        match verb:
            case Verb.DELIVER:
                self._presenter.deliver(row.id)
            case Verb.HOLD_BACK:
                self._presenter.hold_back(row.id)
            case Verb.OPEN:
                self._presenter.open(row.id)
            case Verb.SKIP:
                self._ask_why(row)
            case Verb.MOVE:
                self._ask_when(row)
            case _:
                return

    def _ask_why(self, row: ComingRow) -> None:
        title, agree = translate("Injects", "Skip this inject"), translate("Injects", "Skip it")
        sheet = self._sheet(row.id, title, _about(row), agree)
        sheet.ask(translate("Injects", "Why"), self._presenter.judge.reason)
        sheet.answered.connect(self._presenter.skip)
        self._open(sheet)

    def _ask_when(self, row: ComingRow) -> None:
        title, agree = translate("Injects", "Move to another time"), translate("Injects", "Move it")
        sheet = self._sheet(row.id, title, _about(row), agree)
        sheet.ask(translate("Injects", "When"), self._presenter.judge.time, example=example_times())
        sheet.answered.connect(self._presenter.move)
        self._open(sheet)

    def _sheet(self, key: str, title: str, about: str, agree: str) -> AskSheet:
        return AskSheet(self._look, key, title, about, agree)

    def _open(self, sheet: AskSheet) -> None:
        sheet.open_over(self._page.window())


def _about(row: ComingRow) -> str:
    return f"{row.title}: {row.text}" if row.text else row.title


def _anything(typed: str) -> tuple[bool, str]:
    return True, ""
