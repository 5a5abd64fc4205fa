"""Other ways of a run in words."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.play.commands import Decide
from blackstart.core.review.deeds import Deed
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.what_if.measures import Measure, amount
from blackstart.shell.review.what_if.ways import Earlier, NobodyDecides, OtherWay, Otherwise, Without

translate = QCoreApplication.translate

MOST_LETTERS = 32


class Naming:
    """Names the decisions and the other ways of one run, in a language."""

    def __init__(self, recorded: Recorded, words: Words) -> None:
        self._recorded = recorded
        self._words = words

    def deed(self, seq: int) -> str:
        """Return what a decision or an action goes by in the middle of a sentence."""
        deed = next((each for each in self._recorded.deeds if each.seq == seq), None)
        if deed is None:
            return ""
        if deed.number:
            return translate("WhatIf", "decision {number}").format(number=deed.number)
        return quoted(self.what(deed)) if deed.what is not None else clock_face(deed.at)

    def what(self, deed: Deed) -> str:
        """Return what was decided or done, in one line."""
        return one_line(deed.what.to(self._words.language)) if deed.what is not None else ""

    def options(self, seq: int) -> tuple[tuple[str, str], ...]:
        """Return the options of a scripted decision that were not taken: id and words."""
        command = self._recorded.story.command(seq)
        if not isinstance(command, Decide):
            return ()
        asked = (each for each in self._recorded.story.exercise.decisions if each.id == command.decision)
        return tuple(
            (option.id, one_line(option.text.to(self._words.language)))
            for each in asked
            for option in each.options
            if option.id != command.option
        )

    def way(self, way: OtherWay) -> str:
        """Return what another way goes by in the legend."""
        match way:
            case Without(seq):
                return translate("WhatIf", "without {deed}").format(deed=self.deed(seq))
            case Otherwise(seq, option):
                chosen = quoted(dict(self.options(seq)).get(option, option))
                return translate("WhatIf", "{option} as {deed}").format(option=chosen, deed=self.deed(seq))
            case Earlier(seq, by_s):
                by = self._words.duration(by_s)
                return translate("WhatIf", "{deed} {time} earlier").format(deed=self.deed(seq), time=by)
            case NobodyDecides():
                return translate("WhatIf", "nobody deciding")

    def saved(self, way: OtherWay, seconds: int, measure: Measure) -> tuple[str, ...]:
        """Return what the area between the curves is worth, in lines; empty where it is worth nothing."""
        if measure is Measure.SERVICES or amount(seconds, self._words) == "0":
            return ()
        figure, is_saved = amount(seconds, self._words), seconds > 0
        of_users = translate("WhatIf", "{amount} service-hours")
        of_money = "{amount} {currency}"
        unit = (of_users if measure is Measure.USERS else of_money).format(
            amount=figure, currency=self._recorded.drill.topology.currency or ""
        )
        match way:
            case Without(seq):
                said = translate("WhatIf", "saved by {deed}") if is_saved else translate("WhatIf", "lost by {deed}")
                said = said.format(deed=self.deed(seq))
            case NobodyDecides():
                said = translate("WhatIf", "saved by the team") if is_saved else translate("WhatIf", "lost by the team")
            case _:
                fewer, more = translate("WhatIf", "less lost as played"), translate("WhatIf", "more lost as played")
                said = fewer if is_saved else more
        return unit.strip(), said, translate("WhatIf", "model estimate")


def quoted(words: str) -> str:
    """Return words in quotes, cut where they are long."""
    cut = words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1].rstrip()}…"
    return translate("WhatIf", "“{words}”").format(words=cut)
