"""What was filled in is kept on this machine: for each drill, and who was at the table for any of them."""

import json
from dataclasses import asdict, replace
from typing import Any

from blackstart.core.base.ids import DrillId
from blackstart.core.exercise.model import Exercise
from blackstart.core.play.commands import Participant
from blackstart.shell.run.setup.answers import Answers, fitting
from blackstart.shell.support.settings import Settings

_OF_ANY, _OF_DRILL = "run-setup/any", "run-setup/drill-"
_NAMES = ("team", "facilitator", "mode", "pace", "holds", "start", "display", "screen", "language")


class KeptAnswers:
    """Reads and writes them; what cannot be read is as if it had never been written."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, drill: DrillId, exercise: Exercise) -> Answers:
        """Return what was filled in for a drill the last time, else who played any other last."""
        found = _read(self._settings.text(f"{_OF_DRILL}{drill}"))
        if found is None:
            other = _read(self._settings.text(_OF_ANY)) or Answers()
            found = Answers(
                team=other.team, people=other.people, facilitator=other.facilitator, evaluators=other.evaluators
            )
        return fitting(found, exercise)

    def keep(self, drill: DrillId, answers: Answers) -> None:
        """Remember them for the next time; not the day, which will be another."""
        written = json.dumps(asdict(replace(answers, date="")), ensure_ascii=False)
        self._settings.choose(f"{_OF_DRILL}{drill}", written)
        self._settings.choose(_OF_ANY, written)


def _read(text: str) -> Answers | None:
    try:
        record: Any = json.loads(text)
        return Answers(
            **{name: str(record[name]) for name in _NAMES},
            people=tuple(Participant(str(each["name"]), _words(each["roles"])) for each in record["people"]),
            evaluators=_words(record["evaluators"]),
            left_out=_words(record["left_out"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def _words(found: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in found)
