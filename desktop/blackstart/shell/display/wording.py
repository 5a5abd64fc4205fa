"""What participants see, put into the words of the display: clock row, tally, names, messages and questions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown
from blackstart.core.play.backdrop import Backdrop
from blackstart.core.play.visible import Message, Question, Sight, Visible
from blackstart.shell.canvas.faces import count
from blackstart.shell.display.sheets import (
    NOT_SEEN,
    FootSheet,
    HeadSheet,
    MessageSheet,
    NameLine,
    NamesSheet,
    QuestionSheet,
    Sign,
    TallyLine,
)
from blackstart.shell.display.sight_faces import name_of, sign_of, word_of
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.day_line import day_line

translate = QCoreApplication.translate

MOST_NAMES = 40
MOST_OTHERS = 2
# Those that are always counted stand first, so that they stay where they are.
_ALWAYS = (
    Sign(Shown.DOWN),
    Sign(Shown.DEGRADED),
    Sign(Shown.OPERATIONAL, is_on_reserve=True),
    Sign(Shown.RECOVERING),
    Sign(Shown.OPERATIONAL),
)
_WHERE_THERE_ARE = (Sign(Shown.ISOLATED), Sign(Shown.MAINTENANCE), NOT_SEEN)
_AS_IT_SHOULD_BE = (Sign(Shown.OPERATIONAL), Sign(Shown.MAINTENANCE))


def head_sheet(known: Backdrop, seen: Visible, now: Seconds, *, is_running: bool, look: Look) -> HeadSheet:
    """Return the row of the clock; a clock that stands says why in place of the day's time."""
    words, cut_off = look.words, seen.users_cut_off
    return HeadSheet(
        now=now,
        is_running=is_running,
        title=known.title.to(words.language),
        line=_day(known, now, look) if is_running else _why_held(seen),
        users="" if cut_off is None else words.amount(cut_off),
        users_word=words.say("unit.users-cut-off"),
    )


def tally(sights: Iterable[Sight], words: Words) -> tuple[TallyLine, ...]:
    """Count states; what is no longer seen is counted apart, whatever it was seen in."""
    counts = Counter(sign_of(sight) for sight in sights)
    rare = tuple(sign for sign in _WHERE_THERE_ARE if counts[sign])
    return tuple(TallyLine(sign, counts[sign], word_of(sign, words)) for sign in (*_ALWAYS, *rare))


def names(
    known: Backdrop, sights: Mapping[ComponentId, Sight], order: Mapping[ComponentId, int], words: Words
) -> NamesSheet:
    """List what is not as it should be; `order` tells when each changed, the greater the later."""
    ill = [each for each in sights.values() if Sign(each.shown, sign_of(each).is_on_reserve) not in _AS_IT_SHOULD_BE]
    ill.sort(key=lambda each: -order.get(each.component, -1))
    lines = [_name_line(each, name_of(known, each.component, words), words) for each in ill[:MOST_NAMES]]
    return NamesSheet(tuple(lines), len(ill) - len(lines))


def foot_sheet(known: Backdrop, seen: Visible, words: Words) -> FootSheet:
    """Return what was said last and what is to be decided first."""
    message = _message(known, seen, words)
    if seen.is_ended or not seen.questions:
        return FootSheet(message)
    first, *others = sorted(seen.questions, key=_urgency)
    lines = [_in_one_line(each, seen.at, words) for each in others[:MOST_OTHERS]]
    if len(others) > MOST_OTHERS:
        more = translate("Display", "and {count} more open").format(count=len(others) - MOST_OTHERS)
        lines[-1] = f"{lines[-1]}, {more}"
    return FootSheet(message, _question(first, seen.at, words), tuple(lines))


def _day(known: Backdrop, now: Seconds, look: Look) -> str:
    if known.starts is None:
        return ""
    return day_line(known.starts + timedelta(seconds=now), known.starts, look.locale)


def _why_held(seen: Visible) -> str:
    if seen.is_ended:
        return translate("Display", "Ended")
    return translate("Display", "Paused") if seen.at >= 0 else translate("Display", "Not begun")


def _name_line(sight: Sight, name: str, words: Words) -> NameLine:
    sign = sign_of(sight)
    if sign == NOT_SEEN:
        word = translate("Display", "{state} when last seen").format(state=words.say(f"state.{sight.shown}"))
        return NameLine(sign, name, word)
    return NameLine(sign, name, word_of(sign, words))


def _message(known: Backdrop, seen: Visible, words: Words) -> MessageSheet:
    if seen.is_ended:
        return MessageSheet(None, "", None, translate("Display", "The exercise has ended."))
    if not seen.messages:
        brief = known.brief.to(words.language) if known.brief is not None else ""
        return MessageSheet(None, "", None, brief or translate("Display", "Nothing has come in yet."))
    last: Message = seen.messages[-1]
    sender = last.sender.to(words.language) if last.sender is not None else words.say(f"channel.{last.channel}")
    return MessageSheet(last.channel, sender, last.at, last.text.to(words.language))


def _question(asked: Question, at: Seconds, words: Words) -> QuestionSheet:
    options = tuple((_letter(number), text.to(words.language)) for number, (_, text) in enumerate(asked.options))
    left = _left(asked, at)
    whole = (asked.due_s or 0) - asked.opened_s
    share = left / whole if left is not None and whole > 0 else 1.0
    return QuestionSheet(asked.question.to(words.language), options, left, min(max(share, 0.0), 1.0))


def _left(asked: Question, at: Seconds) -> int | None:
    return None if asked.due_s is None else max(asked.due_s - max(at, 0), 0)


def _in_one_line(asked: Question, at: Seconds, words: Words) -> str:
    left, text = _left(asked, at), asked.question.to(words.language)
    if left is None:
        return text
    if left == 0:
        return translate("Display", "{question} (time is up)").format(question=text)
    return translate("Display", "{question} ({time} left)").format(question=text, time=count(left))


def _urgency(asked: Question) -> tuple[bool, int, int]:
    """Those whose time runs out first come first; those without a limit after them, in the order of their opening."""
    return asked.due_s is None, asked.due_s or 0, asked.opened_s


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < LETTERS else str(number + 1)


LETTERS = 26


def order_of_changes(
    before: Mapping[ComponentId, Sight], after: Sequence[Sight], order: dict[ComponentId, int]
) -> list[Sight]:
    """Return the sights that show another state than before, and note down in `order` that they changed last."""
    changed = [each for each in after if each.component in before and _state(before[each.component]) != _state(each)]
    latest = max(order.values(), default=-1) + 1
    order.update((each.component, latest) for each in changed)
    return changed


def _state(sight: Sight) -> tuple[Shown, bool, bool]:
    return sight.shown, sight.is_on_reserve, sight.seen_s is not None
