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
_WORD_BITS = 0x7000
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


class Closing:
    """What was seen of every component at the last close, since when, and what it has cost."""

    def __init__(self, state: State) -> None:
        rows = zip(state.marks, state.mode, state.level, strict=True)
        self.faces = [_FACES[marks][mode] | level for marks, mode, level in rows]
        self.since = [-1] * len(self.faces)
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
        if state.jobs or state.repairs:
            give_hands(state)
        if state.resupplied:
            _sample(state)
        if state.wiring.lasting:
            _mark_reserves(state)
        now, faces, since = state.now, self.faces, self.since
        marks, mode, level, because = state.marks, state.mode, state.level, state.because
        changes: list[PackedChange] = []
        moves: list[tuple[int, int, int]] = []
        for i in sorted(state.before):
            before, seen = faces[i], _FACES[marks[i]][mode[i]] | level[i]
            differs = seen ^ before
            if not differs:
                continue
            faces[i] = seen
            if differs & _LEVEL:
                moves.append((i, before & _LEVEL, seen & _LEVEL))
            if differs & _WORD_BITS or (seen & _LEVEL == 1000) != (before & _LEVEL == 1000):
                since[i] = now
            changes.append((now, i, seen, because[i], differs & _MOVED != 0))
        self.ledger.move(moves)
        state.before = {}
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


def _sample(state: State) -> None:
    """Keep the supplies that needs had until this instant, as long as they can count."""
    closed, past, owner, now = state.closed, state.past, state.wiring.owner, state.now
    for g in state.resupplied:
        supply, before = state.supply(g), closed[g]
        if supply == before:
            continue
        samples = past.get(g)
        closed[g] = supply
        state.remember(owner[g])
        if supply < before:
            state.agenda.add(now + state.wiring.survives[g], RESERVE, g)
            past[g] = [each for each in samples or () if each[1] > before]
            past[g].append((now - 1, before))
        elif samples is not None:
            samples[:] = [each for each in samples if each[1] > supply]
            if not samples:
                del past[g]
    state.resupplied = set()


def _mark_reserves(state: State) -> None:
    """Mark what runs on a reserve; what is kept of the past is better than the supply that was just sampled."""
    past, marks = state.past, state.marks
    for i in state.before.keys() & state.wiring.lasting.keys():
        marks[i] &= ~ON_RESERVE
        if state.mode[i] == UP and past:
            for g in state.wiring.lasting[i]:
                if g in past and state.lost[g] == OK and state.counts[g] == COUNTED:
                    marks[i] |= ON_RESERVE
