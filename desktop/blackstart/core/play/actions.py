"""The actions of a run: what was begun, what it waits for, what is done."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from blackstart.core.base.ids import ActionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Effect, Job
from blackstart.core.engine.trace import JobStanding
from blackstart.core.exercise.model import Action, ActionIs


@dataclass(frozen=True, slots=True)
class BegunAction:
    """One time that an action was begun; `done_s` None = not done."""

    action: Action
    seq: int
    source: str
    begun_s: Seconds
    by_hand: bool = False
    done_s: Seconds | None = None
    is_called_off: bool = False


@dataclass(frozen=True, slots=True)
class ActionStanding:
    """How an action stands.

    Attributes
    ----------
    state : str
        ``ready`` (not begun yet, or called off), ``begun`` (under way), ``waiting``, ``done``.
    seq : int or None
        The command that began it last; None = ready.
    begun_s, done_s : Seconds or None
        When it was begun, and when it was done, or will be if nothing breaks it.
    waits_for : tuple of str
        As in `JobStanding`.
    by_hand : bool
        Whether it is done the long way, without what it requires.
    """

    action: Action
    state: str
    seq: int | None = None
    begun_s: Seconds | None = None
    done_s: Seconds | None = None
    waits_for: tuple[str, ...] = ()
    by_hand: bool = False


class ActionBook:
    """What was begun, scripted or not, by the seq of its command."""

    def __init__(self, script: Iterable[Action]) -> None:
        self._script = {action.id: action for action in script}
        self._begun: dict[int, BegunAction] = {}

    def improvised_id(self, seq: int) -> ActionId:
        """What an action that stands in no script is called: ``a<seq>``, or longer if the script has that."""
        id_ = f"a{seq}"
        while id_ in self._script:
            id_ += "-improvised"
        return ActionId(id_)

    def find(self, id_: ActionId) -> Action | None:
        """The scripted action of that id, if there is one."""
        return self._script.get(id_)

    def is_used_up(self, action: Action) -> bool:
        """Whether it can be done once only, and was begun."""
        return action.once and self._last(action.id) is not None

    def begin(self, begun: BegunAction) -> None:
        """Note that an action was begun."""
        self._begun[begun.seq] = begun

    def begun(self, seq: int) -> BegunAction | None:
        """What the command `seq` began; None = it began nothing."""
        return self._begun.get(seq)

    def call_off(self, seq: int) -> None:
        """What was begun and is not done will not be done."""
        self._begun[seq] = replace(self._begun[seq], is_called_off=True)

    def under_way(self) -> list[BegunAction]:
        """Begun, not done and not called off, in the order of their commands."""
        return [each for each in self._begun.values() if each.done_s is None and not each.is_called_off]

    def finish(self, sources: Collection[str], at: Seconds) -> list[BegunAction]:
        """Note what is done; returns those actions."""
        done = [replace(each, done_s=at) for each in self.under_way() if each.source in sources]
        self._begun.update((each.seq, each) for each in done)
        return done

    def since(self, fact: ActionIs) -> Seconds | None:
        """Since when an action is begun or done, by the first time that it was; None = it is not."""
        kept = [each for each in self._begun.values() if each.action.id == fact.action and not each.is_called_off]
        if fact.state == "begun":
            return min((each.begun_s for each in kept), default=None)
        return min((each.done_s for each in kept if each.done_s is not None), default=None)

    def standings(self, jobs: Iterable[JobStanding]) -> tuple[ActionStanding, ...]:
        """Scripted actions in file order, then unscripted ones in the order they were begun."""
        by_source = {job.source: job for job in jobs}
        loose = [each.action for each in self._begun.values() if each.action.id not in self._script]
        return tuple(self._standing(action, by_source) for action in (*self._script.values(), *loose))

    def _standing(self, action: Action, jobs: dict[str, JobStanding]) -> ActionStanding:
        last = self._last(action.id)
        if last is None:
            return ActionStanding(action, "ready")
        if last.done_s is not None:
            return ActionStanding(action, "done", last.seq, last.begun_s, last.done_s, by_hand=last.by_hand)
        job = jobs.get(last.source)
        state = "begun" if job is None or job.done_at is not None else "waiting"
        done_at, waits_for = (job.done_at, job.waits_for) if job is not None else (None, ())
        return ActionStanding(action, state, last.seq, last.begun_s, done_at, waits_for, last.by_hand)

    def _last(self, id_: ActionId) -> BegunAction | None:
        kept = [each for each in self._begun.values() if each.action.id == id_ and not each.is_called_off]
        return kept[-1] if kept else None


def work(action: Action, by_hand: bool) -> tuple[Effect, ...]:
    """The effects that beginning an action asks for.

    What takes time, tools or hands is a job under the action's name; tools or hands are given when the second
    closes, so such an action takes at least one second. By hand it takes longer and needs no tools.
    """
    if by_hand and action.by_hand is not None:
        return (Job(Seconds(max(action.by_hand, 1)), action.effects, (), action.crew, action.id),)
    if action.takes or action.requires or action.crew:
        return (Job(Seconds(max(action.takes, 1)), action.effects, action.requires, action.crew, action.id),)
    return action.effects
