"""What was found, and what was said in the hot wash, in the column beside the strips."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.review.ratings import Finding, HotWord
from blackstart.shell.review.findings.forms import AREA, STRENGTH
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.review.section import Section, cleared, focused_key, give_focus
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FindingsDraft:
    """What was typed in the forms, and which parts are folded."""

    forms: dict[str, dict[str, str]]
    is_folded: bool
    is_wash_folded: bool


class _Listed(Section):
    add_wished = Signal()

    def __init__(self, title: str, look: Look) -> None:
        super().__init__(title, look)
        self._look = look
        self.add = Button(translate("Findings", "Add"), look, "plus", role="add")
        self.add.setAccessibleName(f"{title}: {translate('Findings', 'Add')}")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(SPACE_4)
        self.take(self.add)
        self.body.addLayout(self.rows)
        self.add.clicked.connect(self.add_wished)


class FindingsPanel(_Listed):
    """Strengths first, then areas for improvement; a row is pressed to correct its words."""

    corrected = Signal(str)  # seq of the finding

    def __init__(self, look: Look) -> None:
        super().__init__(translate("Findings", "Strengths and areas"), look)
        self.show_findings((), {})

    def show_findings(self, found: Iterable[Finding], objectives: Mapping[ObjectiveId, str]) -> None:
        listed, before, rows = tuple(found), focused_key(self), list[PressRow]()
        column = cleared(self.rows)
        for kind, words, none in _kinds():
            column.addWidget(Label(words, role="hint", wraps=True))
            of_kind = [each for each in listed if each.kind == kind]
            for each in of_kind:
                row = PressRow(str(each.seq), each.text, _about(each, objectives), self._look)
                row.setToolTip(translate("Findings", "Correct the words"))
                row.pressed.connect(self.corrected)
                column.addWidget(row)
                rows.append(row)
            if not of_kind:
                column.addWidget(Label(none, role="secondary", wraps=True))
        give_focus(before, rows)
        self.show_count(len(listed))


class HotWashPanel(_Listed):
    """Each answer with who gave it."""

    def __init__(self, look: Look) -> None:
        super().__init__(translate("Findings", "Hot wash"), look)
        self.show_words(())

    def show_words(self, said: Iterable[HotWord]) -> None:
        listed = tuple(said)
        column = cleared(self.rows)
        for each in listed:
            column.addWidget(Label(each.by, role="strong", wraps=True))
            column.addWidget(Label(_told(each), role="secondary", wraps=True))
        if not listed:
            none = translate("Findings", "Nobody has said anything yet.")
            column.addWidget(Label(none, role="hint", wraps=True))
        self.show_count(len(listed))


def _kinds() -> tuple[tuple[str, str, str], ...]:
    none = translate("Findings", "None is written down.")
    return (
        (STRENGTH, translate("Findings", "Strengths"), none),
        (AREA, translate("Findings", "Areas for improvement"), none),
    )


def _about(found: Finding, objectives: Mapping[ObjectiveId, str]) -> str:
    objective = objectives.get(found.objective, found.objective) if found.objective is not None else ""
    first = ", ".join(filter(None, (found.by, found.reference)))
    return "\n".join(filter(None, (first, objective, found.analysis)))


def _told(said: HotWord) -> str:
    parts = (
        (said.well, translate("HotWash", "Well: {words}")),
        (said.hard, translate("HotWash", "Hard: {words}")),
        (said.change, translate("HotWash", "Change: {words}")),
    )
    return "\n".join(form.format(words=words) for words, form in parts if words)
