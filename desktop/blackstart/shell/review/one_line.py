"""Words that people typed or pasted, fit for a single line."""

import unicodedata
from html import escape

_UNSEEN = ("Cc", "Cf", "Cs", "Co")  # what would move other words about, or show as nothing


def one_line(text: str) -> str:
    """Return pasted words as a row can show them: in one line, and nothing in them that cannot be seen."""
    shown = "".join(" " if each.isspace() else each for each in text)
    return " ".join("".join("\ufffd" if unicodedata.category(each) in _UNSEEN else each for each in shown).split())


def plain_tip(text: str) -> str:
    """Return words for a tool tip, which Qt would read as markup where they begin like such."""
    return f"<p>{escape(one_line(text))}</p>" if text else ""
