"""What the message bar says of what has happened in a run."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import clock_face
from blackstart.core.exercise.model import Drill
from blackstart.core.play.director import Director
from blackstart.core.play.events import Decided, Ended, Event, TimedOut
from blackstart.core.review.deeds import decision_numbers

translate = QCoreApplication.translate


def sentences(events: Sequence[Event], director: Director, language: str) -> Iterator[str]:
    """Yield one sentence for each of the events that calls for one, in their order."""
    numbers = decision_numbers(director)
    for event in events:
        sentence = _sentence(event, director.drill, numbers, language)
        if sentence:
            yield sentence


def decided_sentence(decision: DecisionId, option: OptionId, director: Director, language: str) -> str:
    """Say that a decision was recorded."""
    number = decision_numbers(director)[decision]
    return _decided(number, _option(director.drill, decision, option, language))


def _decided(number: int, choice: str) -> str:
    return translate("RunPresenter", "Decision {number} is recorded: {choice}").format(number=number, choice=choice)


def _sentence(event: Event, drill: Drill, numbers: Mapping[DecisionId, int], language: str) -> str:
    match event:
        case Decided(decision=decision, option=option):
            return _decided(numbers[decision], _option(drill, decision, option, language))
        case TimedOut(decision=decision, option=None):
            words = translate("RunPresenter", "Decision {number}: its time has run out; it stays open.")
            return words.format(number=numbers[decision])
        case TimedOut(decision=decision):
            words = translate("RunPresenter", "Decision {number}: none in time; the script takes its own way.")
            return words.format(number=numbers[decision])
        case Ended(at=at):
            return translate("RunPresenter", "The exercise has ended at {time}.").format(time=clock_face(at))
        case _:
            return ""


def _option(drill: Drill, decision: DecisionId, option: OptionId, language: str) -> str:
    decisions = drill.exercise.decisions if drill.exercise is not None else ()
    ways = (way for each in decisions if each.id == decision for way in each.options)
    return next((way.text.to(language) for way in ways if way.id == option), option)
