"""Tables of the report for spreadsheets and programs: CSV in which no cell is a formula, and JSON."""

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO

from blackstart.core.base.errors import UserError
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.words import said, words
from blackstart.core.play.commands import Entry
from blackstart.core.play.payloads import kind_of, write_command
from blackstart.core.review.report.model import Report, Table

JOURNAL = "journal"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # wide ones too, where people write those
_HEAD = ("seq", "exercise_s", "wall_utc", "kind", "actor", "payload")


def csv_of(report: Report, table: str = JOURNAL) -> str:
    """Write one table as CSV (RFC 4180, UTF-8); `table` = ``journal`` or the id of one of the report's.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.

    Raises
    ------
    UserError
        If the report has no such table.
    """
    if table == JOURNAL:
        return _csv(_HEAD, _journal(report.journal))
    known = report.every_table
    if table not in known:
        hint = instead(table, (JOURNAL, *known), said("parts.table"))
        raise UserError(said("look-back.no-table", table=quoted(table), hint=hint))
    found = known[table]
    return _csv(found.head, found.rows)


def json_of(report: Report) -> str:
    """Write journal, tables and exact figures as one JSON object on one line."""
    journal = [dict(zip(_HEAD, _fields(entry), strict=True)) for entry in report.journal]
    tables = {id_: _records(table) for id_, table in report.every_table.items()}
    estimate = words(report.language).say("report.estimate")
    named = {"title": report.title, "language": report.language, "estimate": estimate}
    whole = {**named, "facts": report.facts, "tables": tables}
    return json.dumps({**whole, "journal": journal}, ensure_ascii=False)


def _records(table: Table) -> dict[str, object]:
    return {"head": list(table.head), "rows": [list(row) for row in table.rows]}


def _journal(entries: Iterable[Entry]) -> Iterable[tuple[str, ...]]:
    for entry in entries:
        *plain, payload = _fields(entry)
        yield (*map(str, plain), json.dumps(payload, ensure_ascii=False))


def _fields(entry: Entry) -> tuple[object, ...]:
    kind = kind_of(entry.command)
    return (entry.seq, entry.at, entry.wall_utc, kind, entry.actor, write_command(entry.command))


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([_defused(each) for each in head])
    writer.writerows([_defused(each) for each in row] for row in rows)
    return out.getvalue()


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").isdecimal()
