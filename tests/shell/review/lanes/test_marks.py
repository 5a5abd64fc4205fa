"""What has a mark in time, and in what words."""

from collections import Counter

from blackstart.shell.review.lanes.marks import LaneKind, LaneMark

Marks = tuple[LaneMark, ...]


def test_everything_that_happened_has_a_mark_of_its_kind_at_its_second(marks: Marks) -> None:
    assert [(mark.kind, mark.at) for mark in marks] == [
        (LaneKind.INJECT, 5),
        (LaneKind.DECISION, 8),
        (LaneKind.NOTE, 12),
        (LaneKind.NOTE, 12),
        (LaneKind.WORD, 12),
        (LaneKind.ACTION, 16),
        (LaneKind.HAND, 16),
        (LaneKind.INJECT, 20),
        (LaneKind.DECISION, 20),
        (LaneKind.INJECT, 30),
        (LaneKind.DECISION, 30),
    ]


def test_a_mark_tells_when_what_and_who(marks: Marks) -> None:
    decided = marks[1]
    assert (decided.number, decided.heading) == (1, "Decision 1")
    assert decided.words == ("Mend the fuse", "Candles or the grid?", "light is life")
    assert decided.who == "Lead · Confidence: high"
    assert decided.told.startswith("0:00:08, Decision 1, Mend the fuse")


def test_a_decision_left_open_is_told_as_such(marks: Marks) -> None:
    left = next(mark for mark in marks if mark.number == 2)
    assert (left.seq, left.words) == (None, ("left open", "Who tells the neighbours?"))


def test_what_was_taken_back_says_so(marks: Marks) -> None:
    swept = next(mark for mark in marks if mark.kind is LaneKind.ACTION)
    assert swept.who == "Guest · taken back"


def test_what_only_changes_the_map_is_no_inject(marks: Marks) -> None:
    injects = [mark for mark in marks if mark.kind is LaneKind.INJECT]
    assert [mark.words[0] for mark in injects] == ["A bang in the street.", "Is it dark at yours too?", "A rat."]
    assert Counter(bool(mark.seq) for mark in injects) == {False: 2, True: 1}
