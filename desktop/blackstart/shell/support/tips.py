"""Tool tips that say what people typed."""

from PySide6.QtGui import Qt


def tip(words: str) -> str:
    """Return words for a tool tip; Qt would take some that begin with a tag for a page of the web."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
