"""What a run has told, as marks on the time strip: Run and Review number decisions alike."""

from blackstart.core.exercise.model import Channel
from blackstart.core.play.director import Director
from blackstart.core.review.deeds import decision_numbers
from blackstart.shell.widgets.time_strip import Mark, MarkKind


def marks_of(director: Director, *, with_coming: bool) -> tuple[Mark, ...]:
    """Return what happened; with what is to come at a known time, which is the facilitator's alone."""
    marks = [Mark(each.at, MarkKind.INJECT) for each in director.delivered() if each.inject.channel is not Channel.MAP]
    if with_coming:
        marks += [
            Mark(each.at, MarkKind.COMING)
            for each in director.upcoming()
            if each.at is not None and each.inject.channel is not Channel.MAP
        ]
    numbers = decision_numbers(director)
    for settled in director.decided():
        marks.append(Mark(settled.at, MarkKind.DECISION, numbers[settled.decision.id]))
    for waiting in director.open_decisions():
        # What is looked back on was left open at the second in which time ran out; who plays may still decide.
        ran_out = waiting.due_s if waiting.is_overdue and not with_coming else None
        at = waiting.opened_s if ran_out is None else ran_out
        marks.append(Mark(at, MarkKind.DECISION, numbers[waiting.decision.id]))
    return tuple(marks)
