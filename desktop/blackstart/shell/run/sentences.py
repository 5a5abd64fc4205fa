"""What the message bar says of what has happened in a run."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import clock_face
from blackstart.core.exercise.model import Drill
from blackstart.core.play.events import Decided, Ended, Event, PhaseEnded, TimedOut

translate = QCoreApplication.translate


def sentences(events: Sequence[Event], drill: Drill, language: str) -> Iterator[str]:
    """Yield one sentence for each of the events that calls for one, in their order."""
    is_over = any(isinstance(event, Ended) for event in events)
    for event in events:
        sentence = _sentence(event, drill, language)
        if sentence and not (is_over and isinstance(event, PhaseEnded)):  # the clock is not held, it stands
            yield sentence


def _sentence(event: Event, drill: Drill, language: str) -> str:
    match event:
        case Decided(decision=decision, option=option):
            words = _option(drill, decision, option, language)
            return translate("RunPresenter", "Recorded: {choice}").format(choice=words)
        case PhaseEnded(at=at):
            words = translate("RunPresenter", "End of a phase at {time}: the clock is held.")
            return words.format(time=clock_face(at))
        case TimedOut(option=None):
            return translate("RunPresenter", "A decision's time has run out; it stays open.")
        case TimedOut():
            return translate("RunPresenter", "No decision in time: the script takes its own way.")
        case Ended(at=at):
            return translate("RunPresenter", "The exercise has ended at {time}.").format(time=clock_face(at))
        case _:
            return ""


def _option(drill: Drill, decision: DecisionId, option: OptionId, language: str) -> str:
    decisions = drill.exercise.decisions if drill.exercise is not None else ()
    ways = (way for each in decisions if each.id == decision for way in each.options)
    return next((way.text.to(language) for way in ways if way.id == option), option)
