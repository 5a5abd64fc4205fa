"""The report as Markdown: words that look like marks are escaped, figures are told in words."""

import re

from blackstart.core.review.report.model import Block, Bullets, Figure, Paragraph, Report, Table
from blackstart.core.review.report.svg import harmless

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")
_AT_THE_START = re.compile(r"^(\s*(?:\d+(?=[.)](?:\s|$)))?)([-+=:.)])", re.MULTILINE)


def markdown_of(report: Report) -> str:
    """Write the report as GitHub-flavoured Markdown."""
    parts = [f"# {_line(report.title)}", _line(report.subtitle)]
    for section in report.sections:
        parts.append(f"{'#' * (section.level + 1)} {_line(section.title)}")
        parts += [_block(block) for block in section.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Paragraph(text, role):
            said = _line(text)
            return f"**{said}**" if role == "lead" else f"*{said}*" if role == "note" else said
        case Bullets(points):
            return "\n".join(f"- {_line(each)}" for each in points)
        case Table():
            return _table(block)
        case Figure(caption=caption, told=told):
            return f"*{_line(caption)}. {_line(told)}*"


def _table(table: Table) -> str:
    head = [_cell(each) for each in table.head]
    marks = ["---:" if column in table.numbers else "---" for column in range(len(head))]
    rows = [head, marks, *([_cell(each) for each in row] for row in table.rows)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*([f"*{_line(table.caption)}*", ""] if table.caption else []), *lines])


def _cell(text: str) -> str:
    return "<br>".join(_escaped(each) for each in text.splitlines()) or " "


def _line(text: str) -> str:
    return " ".join(_escaped(each) for each in text.splitlines())


def _escaped(text: str) -> str:
    marked = _MARKS.sub(r"\\\1", harmless(text))
    return _AT_THE_START.sub(r"\1\\\2", marked)
