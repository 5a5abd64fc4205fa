"""The script's actions as the console shows them: what they take, how they stand, why one cannot be begun."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ActionId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Action
from blackstart.core.play.actions import ActionStanding
from blackstart.core.play.director import Director
from blackstart.shell.run.deeds.works import time_left
from blackstart.shell.run.stand import RunStand
from blackstart.shell.run.waits import waits_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action.

    Attributes
    ----------
    about : str
        Whose it is, what it takes and what it needs.
    state : str
        ``ready``, ``hindered`` (it can be begun, and will wait), ``begun``, ``waiting`` or ``done``.
    standing : str
        The state in words; empty = ready, which needs none.
    by : str
        Id of the role that the script gives it to; empty = anyone's.
    """

    id: ActionId
    text: str
    about: str
    state: str
    standing: str
    by: str
    can_begin: bool


def action_lines(stand: RunStand, words: Words) -> tuple[ActionLine, ...]:
    """Return the actions of the script, in its order."""
    director = stand.director
    script = director.drill.exercise
    scripted = {action.id for action in script.actions} if script is not None else set()
    standings = [each for each in director.actions() if each.action.id in scripted]
    return tuple(_line(each, stand, words) for each in standings)


def _line(standing: ActionStanding, stand: RunStand, words: Words) -> ActionLine:
    action, director = standing.action, stand.director
    state, said = standing.state, _said(standing, director, words)
    if state == "ready" or (state == "done" and not action.once):
        hindered = _hindered(action, director, words)
        state, said = ("hindered", "; ".join(filter(None, (said, hindered)))) if hindered else (state, said)
    can_begin = stand.is_under_way and director.now >= 0 and not (action.once and standing.seq is not None)
    about = _about(action, director, words)
    return ActionLine(action.id, action.text.to(words.language), about, state, said, action.by or "", can_begin)


def _said(standing: ActionStanding, director: Director, words: Words) -> str:
    topology, now = director.drill.topology, max(director.now, 0)
    if standing.state == "waiting":
        said = waits_words(standing.waits_for, topology, words) if standing.waits_for else ""
        return said or translate("Actions", "begins")
    if standing.state == "begun":
        under_way = translate("Actions", "under way")
        return under_way if standing.done_s is None else time_left(standing.done_s, now, words)
    if standing.done_s is not None:
        return translate("Actions", "done at {time}").format(time=clock_face(standing.done_s))
    return ""


def _hindered(action: Action, director: Director, words: Words) -> str:
    """Say what would happen if it were begun now, where something that it requires does not deliver."""
    topology = director.drill.topology
    missing = [each for each in action.requires if director.simulation.standing(each).level == 0]
    if not missing:
        return ""
    names = ", ".join(topology.component(each).label(words.language) for each in missing)
    if action.by_hand is not None:
        said = translate("Actions", "without {names}: by hand, {time}")
        return said.format(names=names, time=words.duration(action.by_hand))
    return translate("Actions", "would wait for {names}").format(names=names)


def _about(action: Action, director: Director, words: Words) -> str:
    """Say whose it is, how long it takes, and what and whom it needs."""
    topology, language = director.drill.topology, words.language
    script = director.drill.exercise
    roles = script.roles if script is not None else ()
    parts = [role.name.to(language) if role.name else role.id for role in roles if role.id == action.by]
    if action.takes:
        parts.append(words.duration(action.takes))
    parts += [crew.label(language) for crew in topology.crews if crew.id == action.crew]
    if action.requires:
        names = ", ".join(topology.component(each).label(language) for each in action.requires)
        parts.append(translate("Actions", "needs {names}").format(names=names))
    if action.by_hand is not None:
        parts.append(translate("Actions", "by hand {time}").format(time=words.duration(action.by_hand)))
    return " · ".join(parts)
