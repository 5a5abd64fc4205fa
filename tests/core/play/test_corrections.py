"""A correction is a line of its own; what counts is the last word of each field."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin, Correct, Decide, Entry, Note, Participant
from blackstart.core.play.corrections import corrected, corrections_of
from tests.core.play.scripts import journal


def _decide(why: str) -> Decide:
    return Decide("power", "agree", "lead", why)  # type: ignore[arg-type]  # ids are words


def test_the_last_word_counts_and_the_journal_keeps_both() -> None:
    entries = journal((5, _decide("hunch")), (9, Correct(2, (("why", "smoke"),))), (12, Correct(2, (("why", "fire"),))))
    told = corrected(entries)
    assert told[1].command == _decide("fire")
    assert entries[1].command == _decide("hunch")
    assert told[2:] == entries[2:]
    assert [each.seq for each in corrections_of(entries, 2)] == [3, 4]


def test_each_word_is_corrected_by_itself() -> None:
    note = Note("calm", "Mina", ("login",))
    entries = journal((5, note), (9, Correct(2, (("by", "Joon"),))), (12, Correct(2, (("about", ()),))))
    assert corrected(entries)[1].command == Note("calm", "Joon", ())


def test_time_and_seq_stay_and_participants_can_be_mended() -> None:
    people = (Participant("Mina", ("lead",)),)
    told = corrected(journal((5, Correct(1, (("participants", people),)))))
    assert told[0] == Entry(1, Seconds(-1), Begin(participants=people))


def test_a_field_that_is_not_there_and_an_entry_that_is_not_there_change_nothing() -> None:
    entries = journal(
        (5, Note("calm", "Mina")), (9, Correct(2, (("confidence", "low"),))), (10, Correct(77, (("why", "x"),)))
    )
    assert corrected(entries) == entries
