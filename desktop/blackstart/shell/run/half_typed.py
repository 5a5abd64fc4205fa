"""What is half typed at the console, as text that outlives the program: never part of a record."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from blackstart.core.base.ids import DecisionId
from blackstart.shell.run.drafts import DecisionDraft, RunDraft
from blackstart.shell.run.talk.room import TalkDraft
from blackstart.shell.run.talk.sheet import WordsDraft
from blackstart.shell.run.workspace import RunWorkspace

TALK = "talk"


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Answers to open decisions, and a note or public word; words None = none was begun."""

    decisions: Mapping[DecisionId, DecisionDraft] = field(default_factory=dict)
    words: WordsDraft | None = None

    @property
    def is_empty(self) -> bool:
        return not self.decisions and self.words is None


def on_page(page: RunWorkspace) -> HalfTyped:
    """Return what somebody began to type; what a form fills in by itself is nobody's."""
    decisions = {
        id_: each for id_, each in page.side.form.drafts().items() if each.option is not None or each.why.strip()
    }
    talk = page.rooms[TALK].draft()
    words = talk.words if isinstance(talk, TalkDraft) else None
    is_begun = words is not None and any(text.strip() for text in words.texts.values())
    return HalfTyped(decisions, words if is_begun else None)


def fill_in(page: RunWorkspace, typed: HalfTyped) -> None:
    """Put it back where it was typed."""
    draft = page.draft
    talk = draft.rooms[TALK]
    rooms: dict[str, object] = {}
    if typed.words is not None and isinstance(talk, TalkDraft):
        rooms[TALK] = TalkDraft(typed.words, talk.left)
    page.take_draft(RunDraft(draft.team, typed.decisions, draft.wants_charts, rooms))


def as_text(typed: HalfTyped) -> str:
    """Return it as it is kept in a file."""
    return json.dumps(asdict(typed), ensure_ascii=False)


def of_text(text: str) -> HalfTyped:
    """Return what `as_text` wrote; nothing, where that cannot be read."""
    try:
        read = json.loads(text)
        decisions = {DecisionId(id_): DecisionDraft(**each) for id_, each in read["decisions"].items()}
        words = WordsDraft(**read["words"]) if read["words"] is not None else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return HalfTyped()
    return HalfTyped(decisions, words)
