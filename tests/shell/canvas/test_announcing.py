from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.announcing import GAP_S, MOST_NAMES, Batch
from blackstart.shell.canvas.picture import Face, code_of

ENGLISH = words("en")


def faces(**shown: Shown) -> dict[ComponentId, Face]:
    return {ComponentId(name): Face(name.capitalize(), each) for name, each in shown.items()}


def codes(shown: dict[ComponentId, Face]) -> dict[ComponentId, int]:
    return {id_: code_of(face) for id_, face in shown.items()}


def said_of(batch: Batch, after: dict[ComponentId, Face], now: float = 0.0) -> str:
    return batch.announce(codes(after), after, ENGLISH, now)


ALL_WELL = faces(login=Shown.OPERATIONAL, payment=Shown.OPERATIONAL, map=Shown.OPERATIONAL, lock=Shown.OPERATIONAL)


def test_changes_are_said_by_state_with_their_names_then_how_many_stand_how() -> None:
    batch = Batch()
    batch.take(codes(ALL_WELL))
    after = faces(login=Shown.DOWN, payment=Shown.DOWN, map=Shown.DEGRADED, lock=Shown.OPERATIONAL)
    said = said_of(batch, after)
    assert said == "2 down: Login, Payment; 1 degraded: Map. In all: 2 down, 1 degraded, 1 operational."


def test_what_is_as_it_was_when_it_is_said_is_not_said() -> None:
    batch = Batch()
    batch.take(codes(faces(login=Shown.OPERATIONAL)))
    batch.take(codes(faces(login=Shown.DOWN)))
    assert said_of(batch, ALL_WELL) == ""
    assert batch.is_empty
    assert batch.due_in(0.1) == 0  # nothing was said


def test_reserve_is_a_word_of_its_own() -> None:
    batch = Batch()
    batch.take(codes(faces(lock=Shown.OPERATIONAL)))
    after = {ComponentId("lock"): Face("Lock", share_left=0.5)}
    assert said_of(batch, after) == "1 on reserve: Lock. In all: 1 on reserve."


def test_of_many_names_the_first_are_said() -> None:
    names = [f"part-{number}" for number in range(MOST_NAMES + 7)]
    batch = Batch()
    batch.take(codes({ComponentId(name): Face(name) for name in names}))
    said = said_of(batch, {ComponentId(name): Face(name, Shown.DOWN) for name in names})
    assert said.startswith("12 down: part-0, part-1, part-2, part-3, part-4 and 7 more. In all: 12 down.")


def test_the_next_is_due_five_seconds_later() -> None:
    batch = Batch()
    assert batch.due_in(100.0) == 0
    batch.take(codes(faces(login=Shown.OPERATIONAL)))
    said_of(batch, faces(login=Shown.DOWN), 100.0)
    assert batch.due_in(102.0) == GAP_S - 2
    assert batch.due_in(105.0) == 0
