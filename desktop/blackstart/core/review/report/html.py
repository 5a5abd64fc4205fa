"""The report as one file of HTML that asks nobody for anything: no script, no font, no picture from elsewhere."""

import re
from collections.abc import Callable
from functools import cache

from markupsafe import Markup

from blackstart.core.base.assets import assets_folder
from blackstart.core.review.report.columns import shares
from blackstart.core.review.report.model import Bullets, Figure, Paragraph, Report, Table
from blackstart.core.review.report.svg import harmless

_TABLE_EMS = 80.0  # of a table's letters across the page


def html_of(report: Report) -> str:
    """Write the report; whatever people wrote stays words, whichever signs it holds."""
    return _page()(report=report)


@cache
def _page() -> Callable[..., str]:
    """Return what puts a report into the page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # here, so that no start waits for it

    made = Environment(
        loader=FileSystemLoader(assets_folder() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"inert": harmless, "drawn": _drawn, "shares": _shares}
    made.globals["percent"] = _percent
    made.tests["paragraph"] = lambda block: isinstance(block, Paragraph)
    made.tests["bullets"] = lambda block: isinstance(block, Bullets)
    made.tests["table"] = lambda block: isinstance(block, Table)
    return made.get_template("report.html").render


def _shares(table: Table) -> tuple[float, ...]:
    return shares(table, _TABLE_EMS)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"


def _drawn(figure: Figure) -> Markup:
    """Put a figure in: its SVG is ours, made of escaped words; its ids are made its own in the page."""
    svg = re.sub(r'(id="|url\(#)', rf"\g<1>{figure.id}-", figure.svg)
    return Markup(svg)
