"""What is said of a run that is not yet safe."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from blackstart.core.record.faults import Why
from blackstart.core.session.unsafe import Unsafe

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """A run that is not yet safe, in words.

    Attributes
    ----------
    mark : str
        One line for the console; `short` where there is little room.
    remedy : str
        What is wrong, and what mends it.
    standing : str
        What is in memory alone, and since when.
    is_at_risk : bool
        Whether anything would be lost if the run were left now.
    """

    mark: str
    short: str
    remedy: str
    standing: str
    is_at_risk: bool


def safety_words(unsafe: Unsafe, locale: QLocale) -> SafetyWords:
    """Return what is said of it, in the language of the moment."""
    return SafetyWords(
        _mark(unsafe), _short(unsafe), _remedy(unsafe.why), _standing(unsafe, locale), is_at_risk=unsafe.entries > 0
    )


def _mark(unsafe: Unsafe) -> str:
    if unsafe.kept_in is not None and not unsafe.entries:
        words = translate("Safety", "Kept in {file} until the library can be written: {why}.")
        return words.format(file=unsafe.kept_in.name, why=_why(unsafe.why))
    return translate("Safety", "{short} ({why})").format(short=_short(unsafe), why=_why(unsafe.why))


def _short(unsafe: Unsafe) -> str:
    if unsafe.entries == 1:
        return translate("Safety", "Not yet safe: 1 entry")
    if unsafe.entries:
        return translate("Safety", "Not yet safe: {number} entries").format(number=unsafe.entries)
    if unsafe.kept_in is not None:
        return translate("Safety", "Kept in a file")
    return translate("Safety", "Not yet safe: the time played")


def _standing(unsafe: Unsafe, locale: QLocale) -> str:
    moment = QDateTime.fromSecsSinceEpoch(round(datetime.fromisoformat(unsafe.since_utc).timestamp()))
    time = locale.toString(moment, "HH:mm")
    if not unsafe.entries:
        words = translate("Safety", "Since {time} the library cannot be written. No entry would be lost.")
        return words.format(time=time)
    if unsafe.entries == 1:
        words = translate("Safety", "Since {time}, 1 entry is in memory alone. The run goes on.")
    else:
        words = translate("Safety", "Since {time}, {number} entries are in memory alone. The run goes on.")
    return words.format(time=time, number=unsafe.entries)


def _why(why: Why) -> str:
    match why:
        case Why.FULL:
            return translate("Safety", "the disk is full")
        case Why.READ_ONLY:
            return translate("Safety", "the library may only be read")
        case Why.GONE:
            return translate("Safety", "the library is not where it was")
        case Why.LOCKED:
            return translate("Safety", "another program has locked the library")
        case Why.BROKEN:
            return translate("Safety", "the disk reports an error")
        case Why.DAMAGED:
            return translate("Safety", "the library is damaged")
        case Why.TAKEN:
            return translate("Safety", "another Blackstart goes on with the run")


def _remedy(why: Why) -> str:
    match why:
        case Why.FULL:
            return translate("Safety", "The disk of the library is full. Make room on it.")
        case Why.READ_ONLY:
            return translate("Safety", "The library may only be read. Give write access to its folder.")
        case Why.GONE:
            return translate("Safety", "The library is not where it was. Connect its drive, or put its folder back.")
        case Why.LOCKED:
            return translate("Safety", "Another program has locked the library. Close that program.")
        case Why.BROKEN:
            return translate("Safety", "The disk of the library reports an error. Save the run to another disk.")
        case Why.DAMAGED:
            return translate(
                "Safety", "The library is damaged. Save the run elsewhere; it is set aside at the next start."
            )
        case Why.TAKEN:
            return translate("Safety", "Another Blackstart goes on with this run. Save what was done here elsewhere.")
