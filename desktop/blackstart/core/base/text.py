"""A text that people read: one string, or one per language."""

from dataclasses import dataclass

ANY = ""  # the language of a text that was written as one plain string


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or several languages.

    Attributes
    ----------
    words : tuple of (language, string)
        Language is an ISO 639-1 code such as ``en`` or ``ko``; ``""`` marks a plain string, which then is the
        only entry. In the order of the file.
    """

    words: tuple[tuple[str, str], ...]

    def to(self, language: str) -> str:
        """Return the text in `language`; else the plain string, else English, else the first there is."""
        known = dict(self.words)
        for wanted in (language, ANY, "en"):
            if wanted in known:
                return known[wanted]
        return self.words[0][1] if self.words else ""

    def __str__(self) -> str:
        return self.to("en")


def plain(string: str) -> Text:
    """Return a text that reads the same in every language."""
    return Text(((ANY, string),))
