"""What the entries of a journal say once later entries corrected their words; the journal itself keeps both."""

import dataclasses
from collections.abc import Iterable

from blackstart.core.play.commands import Correct, Entry


def corrected(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return a journal with the words that count now: of several corrections of a word, the last one.

    Parameters
    ----------
    entries : iterable of Entry
        A journal, by seq.

    Returns
    -------
    tuple of Entry
        As many, in the same order: what corrects stays among them. A field that an entry does not have changes nothing.
    """
    by_seq = {entry.seq: entry for entry in entries}
    for seq in by_seq:
        command = by_seq[seq].command
        if isinstance(command, Correct) and command.seq in by_seq:
            by_seq[command.seq] = _with_words(by_seq[command.seq], command)
    return tuple(by_seq.values())


def corrections_of(entries: Iterable[Entry], seq: int) -> tuple[Entry, ...]:
    """Return the entries that correct the entry `seq`, the first one first."""
    return tuple(each for each in entries if isinstance(each.command, Correct) and each.command.seq == seq)


def _with_words(entry: Entry, correction: Correct) -> Entry:
    fields = {field.name for field in dataclasses.fields(entry.command)}
    words = {name: value for name, value in correction.set if name in fields}
    return dataclasses.replace(entry, command=dataclasses.replace(entry.command, **words))  # type: ignore[arg-type]  # read by the journal's own grammar
