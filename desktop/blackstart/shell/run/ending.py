"""What is said of a run that is over: how long it was, what it cost, how often was decided."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.play.director import Director

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EndSheet:
    """The end of a run; `lines` are heading and words of each fact."""

    title: str
    team: str
    lines: tuple[tuple[str, str], ...]


def end_sheet(director: Director, team: str, words: Words) -> EndSheet:
    """Return what is said of a run up to its last second, in a language."""
    impact, topology = director.simulation.impact(), director.drill.topology
    lines = [
        (translate("EndPanel", "Played"), clock_face(director.now)),
        (translate("EndPanel", "Lost"), _counted("service-hours", impact.lost_service_seconds // 3600, words)),
        (translate("EndPanel", "At worst"), _counted("users-cut-off", impact.peak_users, words)),
        (translate("EndPanel", "Decisions"), _decisions(director)),
    ]
    if topology.currency and impact.lost_money:
        money = f"{words.amount(impact.lost_money)} {topology.currency}"
        lines.insert(2, (translate("EndPanel", "Money"), money))
    return EndSheet(director.drill.title.to(words.language), team, tuple(lines))


def _counted(key: str, number: int, words: Words) -> str:
    return words.say(f"count.{key}", count=number, amount=words.amount(number))


def _decisions(director: Director) -> str:
    settled = director.decided()
    taken = sum(each.seq is not None for each in settled)
    nobody = len(settled) - taken + len(director.open_decisions())
    if not nobody:
        return translate("EndPanel", "{taken} taken").format(taken=taken)
    return translate("EndPanel", "{taken} taken, {nobody} by nobody").format(taken=taken, nobody=nobody)
