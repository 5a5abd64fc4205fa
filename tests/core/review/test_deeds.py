"""Every decision and action has its row, whoever took it, and what it saved is what leaving it out shows."""

from blackstart.core.base.ids import ActionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Act, ActUnscripted, Correct, DecideUnscripted, Note, TakeBack
from blackstart.core.review.cases import case
from blackstart.core.review.deeds import DeedKind, deeds, savings
from tests.core.play.scripts import decide, repair
from tests.core.review.stories import told

S = Seconds


def test_all_that_was_done_is_told_in_order_of_time() -> None:
    own = DecideUnscripted("Go home?", "no", "Mina", "not yet", "high")
    walk = ActUnscripted("Walk there", S(60), "Joon", effects=(repair("power"),))
    rows = deeds(
        told(
            (12, own),
            (25, decide("call", "all")),
            (26, Note("x", "y")),
            (30, walk),
            (40, Act(ActionId("tell"), "lead")),
        )
    )
    assert [(row.kind, row.number, row.at, row.by, str(row.what), row.took_s) for row in rows] == [
        (DeedKind.OWN_DECISION, 0, 12, "Mina", "no", None),
        (DeedKind.DECISION, 1, 25, "lead", "all", 5),
        (DeedKind.OWN_ACTION, 0, 30, "Joon", "Walk there", None),
        (DeedKind.ACTION, 0, 40, "lead", "tell", None),
    ]
    assert (rows[0].why, rows[0].confidence, str(rows[0].asked)) == ("not yet", "high", "Go home?")


def test_time_that_ran_out_and_a_question_left_open_are_rows_of_nobody() -> None:
    (ran_out,) = deeds(told())
    assert (ran_out.kind, ran_out.at, ran_out.by, str(ran_out.what)) == (DeedKind.UNDECIDED, 80, "", "none")
    (still_open,) = deeds(told(until=30))
    assert (still_open.at, still_open.by, still_open.what) == (20, None, None)


def test_what_was_taken_back_stays_a_row_and_says_so() -> None:
    rows = deeds(told((25, decide("call", "none")), (30, TakeBack(2, "hasty")), (50, decide("call", "all"))))
    assert [(row.seq, str(row.what), row.is_taken_back) for row in rows] == [(2, "none", True), (4, "all", False)]


def test_corrected_words_are_those_that_count() -> None:
    (row,) = deeds(told((25, decide("call", "all")), (30, Correct(2, (("why", "smoke"), ("by", "Mina"))))))
    assert (row.why, row.by) == ("smoke", "Mina")


def test_a_saving_is_the_difference_to_the_run_without_it() -> None:
    story = told((40, decide("call", "all")), (41, Act(ActionId("tell"), "lead")), until=599)
    played = case(story.drill, story.entries, story.until)
    # Login's 100 users are back at 170 in place of never.
    assert dict(savings(story, [2, 3], played)) == {2: (600 - 170) * 100, 3: 0}
