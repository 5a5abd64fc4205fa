"""Where in a page somebody types, so that it is found again on a page that was built anew."""

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class TypingPlace:
    """A field among those of its kind on a page.

    Attributes
    ----------
    number, among : int
        The how manieth it is, and of how many.
    cursor : int
        After how many characters the next one goes in.
    """

    kind: type[QLineEdit] | type[QPlainTextEdit]
    number: int
    among: int
    cursor: int


def typing_place(page: QWidget, field: QWidget | None) -> TypingPlace | None:
    """Return where that field is; None if it is none, or is not on the page."""
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        return None
    kind = QLineEdit if isinstance(field, QLineEdit) else QPlainTextEdit
    fields = page.findChildren(kind)
    if field not in fields:
        return None
    cursor = field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
    return TypingPlace(kind, fields.index(field), len(fields), cursor)


def field_at(page: QWidget, place: TypingPlace) -> QWidget | None:
    """Return the field of another page in that place, its cursor where it was; None if that page has other fields."""
    fields = page.findChildren(place.kind)
    if len(fields) != place.among:
        return None
    field = fields[place.number]
    _put_cursor(field, place.cursor)
    return field


def _put_cursor(field: QLineEdit | QPlainTextEdit, cursor: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(cursor)
        return
    moved = QTextCursor(field.document())
    moved.setPosition(min(cursor, len(field.toPlainText())))
    field.setTextCursor(moved)
