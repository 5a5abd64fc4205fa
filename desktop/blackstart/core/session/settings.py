"""Whether the settings of a run fit the drill it is to play."""

from blackstart.core.base.errors import UserError
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import said
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin
from blackstart.core.play.payloads import unwritable
from blackstart.core.play.stage import script


def must_fit(drill: Drill, begin: Begin) -> None:
    """Refuse settings that name what a drill does not have.

    Raises
    ------
    UserError
        Also if the drill has no exercise.
    """
    exercise = script(drill)
    fault = unwritable(begin, drill.topology)
    if fault is not None:
        raise UserError(fault)
    known = [inject.id for inject in exercise.injects]
    for inject in begin.left_out:
        if inject not in known:
            hint = instead(inject, known, said("parts.inject"))
            raise UserError(said("settings.no-inject", inject=quoted(inject), hint=hint))
    if begin.from_s > exercise.lasts:
        found, lasts = clock_face(begin.from_s), clock_face(exercise.lasts)
        raise UserError(said("settings.too-late", found=found, lasts=lasts))
