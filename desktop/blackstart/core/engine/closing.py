"""The end of an instant: hands are given, supplies sampled, and what differs from the end of the one before."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.agenda import RESERVE
from blackstart.core.engine.causes import told
from blackstart.core.engine.hands import give_hands
from blackstart.core.engine.impact import Ledger
from blackstart.core.engine.state import COUNTED, ISOLATED, OK, ON_RESERVE, REPAIRING, STARTING, UP, State, Why
from blackstart.core.engine.trace import Change, Mode, Shown
from blackstart.core.topology.model import Permille

MODES = (Mode.DOWN, Mode.STARTING, Mode.UP)
_SHOWN = tuple(Shown)

# A face is what can be seen of a component, packed: level, mode, word, whether on reserve.
_LEVEL, _MODE, _WORD, _RESERVE = 0x3FF, 0x3, 0x7, 0x1
_MOVED = 0xFFF  # level and mode
_SHOWN_BITS = 0x7000
PackedChange = tuple[int, int, int, Why, bool]  # second, component, face, cause, moved


def _word(mode: int, marks: int) -> int:
    """Place in `Shown` of the word that fits first; a component that is on counts as operational here."""
    if marks & ISOLATED:
        return _SHOWN.index(Shown.ISOLATED)
    if marks & ~(REPAIRING | ON_RESERVE):
        return _SHOWN.index(Shown.MAINTENANCE)
    if mode == UP:
        return _SHOWN.index(Shown.OPERATIONAL)
    is_recovering = mode == STARTING or marks & REPAIRING
    return _SHOWN.index(Shown.RECOVERING if is_recovering else Shown.DOWN)


_FACES = [
    [mode << 10 | _word(mode, marks) << 12 | (marks & ON_RESERVE != 0) << 15 for mode in range(3)]
    for marks in range(32)
]


def face(state: State, i: int) -> int:
    """What can be seen of a component now."""
    return _FACES[state.marks[i]][state.mode[i]] | state.level[i]


def shown(face_: int) -> Shown:
    """The word that people are shown."""
    word = _SHOWN[face_ >> 12 & _WORD]
    return Shown.DEGRADED if word is Shown.OPERATIONAL and face_ & _LEVEL != 1000 else word


def is_on_reserve(state: State, i: int) -> bool:
    """Whether a component runs on what it still has of an earlier, better supply."""
    needs = state.wiring.lasting.get(i, ())
    return state.mode[i] == UP and any(is_draining(state, g) for g in needs)


def is_draining(state: State, g: int) -> bool:
    """Whether a need that counts gives more than its suppliers do."""
    return state.counts[g] == COUNTED and state.lost[g] == OK and state.supply(g) < state.best(g)


class Closing:
    """What was seen of every component at the last close, since when, and what it has cost."""

    def __init__(self, state: State) -> None:
        count = len(state.mode)
        self.faces = [face(state, i) for i in range(count)]
        self.since = [-1] * count
        self.ledger = Ledger(state.wiring, state.level)

    def copy(self) -> "Closing":
        """One of its own that has seen the same."""
        twin = Closing.__new__(Closing)
        twin.faces, twin.since, twin.ledger = list(self.faces), list(self.since), self.ledger.copy()
        return twin

    def level_seen(self, i: int) -> int:
        """Level of a component at the last close."""
        return self.faces[i] & _LEVEL

    def close(self, state: State) -> list[PackedChange]:
        """End the instant; returns what differs from the end of the one before, in file order."""
        give_hands(state)
        if state.resupplied:
            sample(state)
        lasting, now, faces = state.wiring.lasting, state.now, self.faces
        changes: list[PackedChange] = []
        for i in sorted(state.before):
            if i in lasting:
                state.marks[i] = state.marks[i] & ~ON_RESERVE | (ON_RESERVE if is_on_reserve(state, i) else 0)
            before, seen = faces[i], _FACES[state.marks[i]][state.mode[i]] | state.level[i]
            if seen == before:
                continue
            faces[i] = seen
            if (seen ^ before) & _LEVEL:
                self.ledger.move(i, before & _LEVEL, seen & _LEVEL)
            if (seen ^ before) & _SHOWN_BITS or (seen & _LEVEL == 1000) != (before & _LEVEL == 1000):
                self.since[i] = now
            changes.append((now, i, seen, state.because[i], (seen ^ before) & _MOVED != 0))
        state.before.clear()
        return changes


def change(state: State, packed: PackedChange) -> Change:
    """A change as it is told."""
    t, i, seen, why, moved = packed
    return Change(
        t=Seconds(t),
        component=state.wiring.ids[i],
        mode=MODES[seen >> 10 & _MODE],
        level=Permille(seen & _LEVEL),
        shown=shown(seen),
        is_on_reserve=bool(seen >> 15 & _RESERVE),
        cause=told(state, why),
        moved=moved,
    )


def sample(state: State) -> None:
    """Keep the supplies that needs had until this instant, as long as they can count."""
    for g in state.resupplied:
        supply, closed = state.supply(g), state.closed[g]
        samples = state.past.pop(g, [])
        if supply < closed:
            samples = [each for each in samples if each[1] > closed] + [(state.now - 1, closed)]
            state.agenda.add(state.now + state.wiring.survives[g], RESERVE, g)
        samples = [each for each in samples if each[1] > supply]
        if samples:
            state.past[g] = samples
        state.closed[g] = supply
        state.remember(state.wiring.owner[g])
    state.resupplied.clear()
