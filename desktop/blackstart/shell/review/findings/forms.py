"""The forms of what was found and said: a finding, other words for it, an answer in the hot wash."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import AddFinding, Command, Correct, Hotwash
from blackstart.core.review.ratings import Finding
from blackstart.shell.review.entry_form import EntryForm
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

STRENGTH, AREA = "strength", "area"


def kind_words(kind: str) -> str:
    """Say what a finding is."""
    return translate("Findings", "Strength") if kind == STRENGTH else translate("Findings", "Area for improvement")


class FindingForm(EntryForm):
    """A strength or an area for improvement, with where it is from and why it is so."""

    def __init__(self, objectives: Sequence[tuple[ObjectiveId, str]], people: Sequence[str], look: Look) -> None:
        super().__init__("finding", translate("Findings", "A strength, or an area for improvement"), look)
        kinds = [(kind, kind_words(kind)) for kind in (STRENGTH, AREA)]
        self.add_choice("kind", translate("Findings", "What it is"), kinds)
        self.add_lines("text", translate("Findings", "What was seen"))
        self.add_choice(
            "objective",
            translate("Findings", "Objective"),
            [("", translate("Findings", "of none in particular")), *objectives],
        )
        self.add_line("reference", translate("Findings", "Plan or rule that it is about (may be empty)"))
        self.add_lines("analysis", translate("Findings", "Why it is so (may be empty)"))
        self.add_who("by", translate("Findings", "Who says so"), people)

    def command(self) -> Command | None:
        if not self.value("text"):
            self.lack("text", translate("Findings", "Say what was seen."))
        elif not self.value("by"):
            self.lack("by", translate("Findings", "Say who says so."))
        else:
            objective = ObjectiveId(self.value("objective")) if self.value("objective") else None
            texts = [self.value(name) for name in ("kind", "text", "by")]
            return AddFinding(texts[0], texts[1], texts[2], objective, self.value("reference"), self.value("analysis"))
        return None


class CorrectForm(EntryForm):
    """Other words for a finding; the journal keeps those before."""

    def __init__(self, finding: Finding, people: Sequence[str], look: Look) -> None:
        super().__init__(f"correct {finding.seq}", translate("Findings", "Correct the words"), look)
        self._seq = finding.seq
        self._told = {"text": finding.text, "by": finding.by}
        self.add_lines("text", translate("Findings", "What was seen"))
        self.add_who("by", translate("Findings", "Who says so"), people)
        self.take(self._told)

    def command(self) -> Command | None:
        after = {name: self.value(name) for name in self._told}
        for name, words in after.items():
            if not words:
                self.lack(name, translate("Findings", "These words cannot be empty."))
                return None
        changed = tuple((name, words) for name, words in after.items() if words != self._told[name])
        if not changed:
            self.lack("text", translate("Findings", "Nothing is other than before."))
            return None
        return Correct(self._seq, changed)


class HotWordForm(EntryForm):
    """What somebody says of the run; at least one of the three."""

    def __init__(self, people: Sequence[str], look: Look) -> None:
        super().__init__("hotwash", translate("Findings", "Hot wash"), look)
        self.add_who("by", translate("HotWash", "Who speaks"), people)
        for name, words in hot_wash_headings():
            self.add_lines(name, words)

    def command(self) -> Command | None:
        by, well, hard, change = (self.value(name) for name in ("by", "well", "hard", "change"))
        if not by:
            self.lack("by", translate("HotWash", "Say who speaks."))
        elif not (well or hard or change):
            self.lack("well", translate("HotWash", "Write down at least one of the three."))
        else:
            return Hotwash(by, well, hard, change)
        return None


def hot_wash_headings() -> tuple[tuple[str, str], ...]:
    """Return what is asked in the hot wash, by key."""
    return (
        ("well", translate("HotWash", "What went well")),
        ("hard", translate("HotWash", "What was hard")),
        ("change", translate("HotWash", "What to change")),
    )
