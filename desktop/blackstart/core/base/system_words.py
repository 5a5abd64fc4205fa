"""Why the system did not do what was asked of it, in words that can be told in any language."""

from errno import errorcode

from blackstart.core.base.words import ENGLISH, said, sentences


def system_words(error: OSError) -> str:
    """Return the reason by its POSIX name; of a rare one what the system says itself."""
    key = f"system.{errorcode.get(error.errno or 0, '')}"
    return said(key) if key in sentences(ENGLISH) else error.strerror or str(error)
