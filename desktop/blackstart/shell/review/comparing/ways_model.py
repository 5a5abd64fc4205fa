"""What a few runs cost and how they decided, a column each."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from blackstart.core.base.ids import DecisionId
from blackstart.core.base.simtime import clock_face
from blackstart.shell.review.comparing.naming import NOTHING, facts, run_name
from blackstart.shell.review.comparing.side import Compared, Side
from blackstart.shell.review.one_line import one_line
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import RowsModel

translate = QCoreApplication.translate

PARTED, FIRST_RUN = 1, 2  # columns


@dataclass(frozen=True, slots=True)
class WayRow:
    """A row: its name, what stands in the column of each run."""

    name: str
    cells: tuple[str, ...]
    decision: DecisionId | None = None
    parted: str = ""


class WaysModel(RowsModel[WayRow]):
    """Facts first, then decisions in the order in which any run settled them."""

    def __init__(self, look: Look, shown: Compared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = tuple(run_name(side.row) for side in shown.sides)
        self.show_rows(rows_of(shown, look))

    def headings(self) -> tuple[str, ...]:
        return ("", "", *self._names)

    def row_of(self, decision: DecisionId | None) -> int:
        """Return where a decision stands; the first row if it has none."""
        return next((number for number, row in enumerate(self._rows) if row.decision == decision), 0)

    def cell(self, row: WayRow, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return (row.name, row.parted, *row.cells)[column]
            case Qt.ItemDataRole.FontRole:
                return self._look.font(BODY, is_bold=column == PARTED or (row.decision is None and column > PARTED))
            case Qt.ItemDataRole.ForegroundRole if column == 0 and row.decision is None:
                return self._look.theme.color("tx2")
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def rows_of(shown: Compared, look: Look) -> tuple[WayRow, ...]:
    """Return everything that is told of these runs."""
    told = [WayRow(name, tuple(tell(side) for side in shown.sides)) for name, tell in facts(shown, look.words)]
    return (*told, *(_decision(each, shown, look) for each in shown.comparison.decisions))


def _decision(decision: DecisionId, shown: Compared, look: Look) -> WayRow:
    question = shown.question(decision)
    asked = one_line(question.to(look.language)) if question is not None else decision
    cells = tuple(_way(side, decision, look) for side in shown.sides)
    return WayRow(asked, cells, decision, _parted(decision, shown))


def _way(side: Side, decision: DecisionId, look: Look) -> str:
    way = side.run.ways.get(decision)
    if way is None:
        return NOTHING
    option = side.option(decision, way.option)
    words = one_line(option.to(look.language)) if option is not None else way.option
    if not way.by:
        said = translate("Compare", "{option}\n{number}: {time}, time ran out")
    else:
        said = translate("Compare", "{option}\n{number}: {time}, after {took}")
    number, took = side.run.numbers[decision], look.words.duration(way.took_s)
    return said.format(option=words, number=number, time=clock_face(way.at), took=took)


def _parted(decision: DecisionId, shown: Compared) -> str:
    if decision == shown.comparison.parted:
        return translate("Compare", "parted here")
    return translate("Compare", "differs") if shown.comparison.differ(decision) else ""
