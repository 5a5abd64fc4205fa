"""The forms that a report can take, by the ending of the file it goes to."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from blackstart.core.base.errors import UserError
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.words import said
from blackstart.core.review.report.html import html_of
from blackstart.core.review.report.markdown import markdown_of
from blackstart.core.review.report.model import Rasterizer, Report
from blackstart.core.review.report.tables import JOURNAL, csv_of, json_of

FORMS = ("docx", "pdf", "html", "md", "csv", "json")


@dataclass(frozen=True, slots=True)
class Printers:
    """What the shell lends for forms that need it.

    Attributes
    ----------
    pdf : callable
        Lays a report out on pages.
    png : callable
        Makes a picture of an SVG text, so many px wide.
    """

    pdf: Callable[[Report], bytes]
    png: Rasterizer


def form_of(path: Path) -> str:
    """Return the form that a file's name asks for.

    Raises
    ------
    UserError
        If there is no such form.
    """
    form = path.suffix.removeprefix(".").lower()
    hint = instead(form, FORMS, said("parts.form"))
    if not form:
        raise UserError(said("look-back.no-ending", file=path.name, hint=hint))
    if form not in FORMS:
        raise UserError(said("look-back.no-form", file=path.name, form=quoted(form), hint=hint))
    return form


def written(report: Report, form: str, printers: Printers, table: str = JOURNAL) -> bytes:
    """Return a report in one of `FORMS`; `table` = what a CSV holds.

    Raises
    ------
    UserError
        If there is no such table.
    """
    match form:
        case "docx":
            return _docx_of()(report, printers.png)
        case "pdf":
            return printers.pdf(report)
        case "html":
            return html_of(report).encode()
        case "md":
            return markdown_of(report).encode()
        case "csv":
            # With the mark by which spreadsheets know UTF-8.
            return csv_of(report, table).encode("utf-8-sig")
        case "json":
            return json_of(report).encode()
        case _:
            raise ValueError(f"no such form: {form!r}")


def _docx_of() -> Callable[[Report, Rasterizer], bytes]:
    """Return what writes a Word file; loaded when one is wanted, for no start of the program may wait for it."""
    writer: Callable[[Report, Rasterizer], bytes] = import_module("blackstart.core.review.report.docx").docx_of
    return writer
