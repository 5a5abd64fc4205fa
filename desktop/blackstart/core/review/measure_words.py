"""What a measure asks for, and how it turned out, in words: the same wherever it is told."""

from collections.abc import Sequence

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import DecidedWithin, DoneBy, Drill, Measure, SaidEvery, StateBy
from blackstart.core.play.stage import script
from blackstart.core.review.measured import Checked

_VERDICTS = {True: "met", False: "missed", None: "open"}


def measure_words(words: Words, drill: Drill, measure: Measure) -> str:
    """Return what a measure asks for, in one sentence."""
    match measure:
        case DoneBy("decision", id_, by):
            return _say(words, "decision-by", name=_asked(words, drill, id_), time=words.duration(by))
        case DoneBy(_, id_, by):
            return _say(words, "action-by", name=_done(words, drill, id_), time=words.duration(by))
        case DecidedWithin(id_, within):
            return _say(words, "decision-within", name=_asked(words, drill, id_), time=words.duration(within))
        case StateBy(id_, state, by):
            said = words.say(f"state.{state.value.replace(' ', '-')}")
            return _say(words, "state-by", name=_named(words, drill, id_), state=said, time=words.duration(by))
        case SaidEvery(every):
            return _say(words, "said-every", time=words.duration(every))


def verdict_words(words: Words, measure: Measure, result: Checked) -> str:
    """Return how a measure turned out, without what shows it."""
    verdict = _say(words, _VERDICTS[result.is_met])
    return verdict if result.value_s is None else f"{verdict}; {_value(words, measure, result, result.value_s)}"


def result_words(words: Words, measure: Measure, result: Checked) -> str:
    """Return how a measure turned out, with the entries that show it."""
    verdict = verdict_words(words, measure, result)
    if not result.evidence:
        return verdict
    told = _say(words, "evidence", entries=in_rows(result.evidence), count=len(result.evidence))
    return f"{verdict}; {told}"


def in_rows(numbers: Sequence[int]) -> str:
    """Return numbers in order, three or more that follow each other as a row: ``2, 5–8``."""
    rows: list[list[int]] = []
    for number in sorted(numbers):
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    told = [[f"{row[0]}–{row[-1]}"] if len(row) > 2 else list(map(str, row)) for row in rows]
    return ", ".join(each for row in told for each in row)


def _say(words: Words, key: str, **values: object) -> str:
    return words.say(f"report.measure.{key}", **values)


def _value(words: Words, measure: Measure, result: Checked, value_s: int) -> str:
    match measure:
        case DoneBy() | StateBy():
            return _say(words, "at", time=clock_face(value_s))
        case DecidedWithin():
            return _say(words, "took", time=words.duration(value_s))
        case SaidEvery():
            return _say(words, "silence", time=words.duration(value_s), since=clock_face(result.since_s or 0))


def _asked(words: Words, drill: Drill, id_: str) -> str:
    decisions = script(drill).decisions
    return next((each.question.to(words.language) for each in decisions if each.id == id_), id_)


def _done(words: Words, drill: Drill, id_: str) -> str:
    return next((each.text.to(words.language) for each in script(drill).actions if each.id == id_), id_)


def _named(words: Words, drill: Drill, id_: ComponentId) -> str:
    found = next((each for each in drill.topology.components if each.id == id_), None)
    return found.name.to(words.language) if found is not None and found.name is not None else id_
