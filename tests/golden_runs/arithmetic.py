"""What a run cost and when it did what, reckoned second by second from what was replayed; no curve, no fold, no ledger.

Only the replay itself is the core's: which component stood at which level when, what was put to the team and delivered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Change, Shown
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Act, Believe, Decide, DecideUnscripted, Entry, Rate, Say
from blackstart.core.play.events import Delivered, Event, Opened, Settled, Skipped
from blackstart.core.play.playback import tell

SECONDS_PER_HOUR = 3600
WHOLE = 1000  # permille
UP_AGAIN = (Shown.OPERATIONAL, Shown.MAINTENANCE)

Facts = dict[str, object]


@dataclass(frozen=True)
class Costs:
    """Sums over every second up to the last."""

    service_seconds: int
    money: int
    peak_users: int
    first_impact: int | None


def events_of(drill: Drill, entries: Sequence[Entry], until: int) -> tuple[Event, ...]:
    """Replay a journal."""
    told = tell(drill, entries, Seconds(until))
    return (*told.events, *told.director.close())


def changes_of(events: Sequence[Event]) -> list[Change]:
    """Every change of a component, in order."""
    return [change for event in events if isinstance(event, Settled) for change in event.changes]


def costs_of(drill: Drill, events: Sequence[Event], until: int) -> Costs:
    """Write down what every second cost, and add it up."""
    components = drill.topology.components
    level = {each.id: 0 if each.initially_off else WHOLE for each in components}
    changes: dict[int, list[Change]] = {}
    for change in changes_of(events):
        changes.setdefault(change.t, []).append(change)

    def missing() -> tuple[int, int]:
        users = sum(each.users * (WHOLE - each.substitutable) * (WHOLE - level[each.id]) for each in components)
        return users, sum(each.cost_per_hour * (WHOLE - level[each.id]) for each in components)

    at_start = missing()
    users: list[int] = []  # a number for every second
    money: list[int] = []
    now = at_start
    for second in sorted({*(at for at in changes if at <= until), until + 1}):
        gap = max(second, 0) - len(users)
        users += [now[0]] * gap
        money += [now[1]] * gap
        for change in changes.get(second, ()):
            level[change.component] = change.level
        now = missing()
    assert len(users) == until + 1
    exact = WHOLE * WHOLE
    first_impact = next((second for second, each in enumerate(users) if each > at_start[0]), None)
    return Costs(sum(users) // exact, sum(money) // (WHOLE * SECONDS_PER_HOUR), max(users) // exact, first_impact)


def firsts_of(drill: Drill, entries: Sequence[Entry]) -> dict[str, int | None]:
    """When the team noticed, declared, decided and spoke first, from the journal and the script alone."""
    times = counted(drill, entries)
    decided = [each.at for each in entries if isinstance(each.command, Decide | DecideUnscripted)]
    first = {what: min(times[what], default=None) for what in times}
    return first | {"decided": min(decided, default=None)}


def counted(drill: Drill, entries: Sequence[Entry]) -> dict[str, list[int]]:
    """Every time that something was done that counts as one of the three."""
    assert drill.exercise is not None
    options = {(each.id, option.id): option for each in drill.exercise.decisions for option in each.options}
    actions = {each.id: each for each in drill.exercise.actions}
    found: dict[str, list[int]] = {"noticed": [], "declared": [], "said": []}
    for entry in entries:
        match entry.command:
            case Decide(decision, option):
                what, at = options[decision, option].counts_as, int(entry.at)
            case Act(action):
                what, at = actions[action].counts_as, entry.at + actions[action].takes
            case Say():
                what, at = "said", int(entry.at)
            case _:
                continue
        if what is not None:
            found[what].append(at)
    return found


def decisions_of(entries: Sequence[Entry], events: Sequence[Event]) -> Facts:
    """When each decision was taken, and how long that took: None where nobody took it."""
    opened = {each.decision: int(each.at) for each in events if isinstance(each, Opened)}
    taken = {each.command.decision: int(each.at) for each in entries if isinstance(each.command, Decide)}
    found: Facts = {}
    for decision, at in opened.items():
        found[f"decided_s.{decision}"] = taken.get(decision)
        found[f"took_s.{decision}"] = taken[decision] - at if decision in taken else None
    return found


def outages_of(drill: Drill, events: Sequence[Event]) -> Facts:
    """When each component that people use, or that has a target, was down, and when it was whole again."""
    watched = {each.id for each in drill.topology.components if each.users or each.target is not None}
    down: dict[str, int] = {}
    found: Facts = {}
    for change in changes_of(events):
        name = str(change.component)
        if change.component in watched and name not in down and change.shown is Shown.DOWN:
            down[name] = change.t
            found[f"outage.{name}.{change.t}"] = None
        elif name in down and change.shown in UP_AGAIN:
            found[f"outage.{name}.{down.pop(name)}"] = change.t
    return found


def mistakes_of(drill: Drill, entries: Sequence[Entry], events: Sequence[Event], until: int, display: str) -> Facts:
    """Of what the team was mistaken, looked at anew in every second in which anything changed."""
    facts: Facts = {"beliefs_written": sum(isinstance(each.command, Believe) for each in entries)}
    seconds = sorted(
        {
            0,
            *(each.t for each in changes_of(events)),
            *(each.at for each in entries),
            *(each.at - 1 for each in entries),
        }
    )
    since: dict[str, int] = {}
    wrong: dict[int, set[str]] = {}
    seen_last: dict[str, str] = {}
    for second in (each for each in seconds if 0 <= each <= until):
        wrong[second] = _mistaken_at(second, drill, entries, events, display, seen_last)
        for name in wrong[second] - since.keys():
            since[name] = second
        for name in since.keys() - wrong[second]:
            start = since.pop(name)
            facts[f"mistake_s.{name}.{start}"] = second - start
    for name, start in since.items():
        facts[f"mistake_s.{name}.{start}"] = until - start
    for entry in entries:
        if isinstance(entry.command, Decide | Act):
            facts[f"mistaken.{entry.seq}"] = len(wrong[entry.at - 1])
    return facts


def _mistaken_at(
    second: int,
    drill: Drill,
    entries: Sequence[Entry],
    events: Sequence[Event],
    display: str,
    seen_last: dict[str, str],
) -> set[str]:
    """Compare the last word on each component, else what was seen of it, with how it stood at the end of a second."""
    components = drill.topology.components
    true = {str(each.id): "maintenance" if each.initially_off else "operational" for each in components}
    level = {str(each.id): 0 if each.initially_off else WHOLE for each in components}
    for change in changes_of(events):
        if change.t <= second:
            is_reserve = change.is_on_reserve and change.shown is Shown.OPERATIONAL
            true[change.component] = "on reserve" if is_reserve else change.shown.value
            level[change.component] = change.level
    said: dict[str, str | None] = {}
    for entry in entries:
        if isinstance(entry.command, Believe) and entry.at <= second:
            said[entry.command.component] = entry.command.state
    found = set()
    for each in components:
        name = str(each.id)
        if display == "all" or not each.seen_by or any(level[by] > 0 for by in each.seen_by):
            seen_last[name] = true[name]
        taken = said.get(name) or seen_last[name]
        is_so = taken == true[name] or (taken == "operational" and true[name] == "on reserve")
        if not is_so:
            found.add(name)
    return found


def longest_silence(said: Sequence[int], until: int) -> int:
    """Seconds between two public words, the beginning and the end counted as such."""
    return max(after - before for before, after in pairwise([0, *sorted(said), until]))


def ratings_of(entries: Sequence[Entry]) -> Facts:
    """The last rating of each objective by each person."""
    return {
        f"rating.{each.command.objective}.{each.command.by}": each.command.rating
        for each in entries
        if isinstance(each.command, Rate)
    }


def injects_of(events: Sequence[Event]) -> tuple[int, int]:
    """How many injects were delivered, and skipped."""
    delivered = {each.inject for each in events if isinstance(each, Delivered)}
    return len(delivered), len({each.inject for each in events if isinstance(each, Skipped)})
