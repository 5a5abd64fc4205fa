"""The foot of the console: what it costs as three charts, and what is to come; one slim line where room is short."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from blackstart.core.base.simtime import Seconds
from blackstart.shell.run.amounts import parted
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.figures import Figures
from blackstart.shell.run.sheets import ClockSheet
from blackstart.shell.run.slim_line import SlimLine
from blackstart.shell.run.upcoming import Upcoming
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12
from blackstart.shell.widgets.chart import HEIGHT_PX, Chart, Series
from blackstart.shell.widgets.time_strip import Span

translate = QCoreApplication.translate

GAP_PX = 10
# Times that a chart can span: the least that holds all that was played.
_SPANS_S = tuple(hours * 3600 for hours in (1, 2, 3, 6, 12, 24, 48, 96, 192, 384, 768))


class Foot(QStackedWidget):
    """Charts and next injects, or their slim line."""

    draw_wished = Signal()  # where what is missing can be set

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lasts = Seconds(_SPANS_S[-1])
        self.users, self.services, self.money = (Chart(look) for _ in range(3))
        self.upcoming = Upcoming(look)
        self.slim = SlimLine(look)
        self.addWidget(self._row())
        self.addWidget(self.slim)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.money.way_out_wished.connect(self.draw_wished)
        self.show_figures(None)

    @property
    def charts(self) -> tuple[Chart, ...]:
        return self.users, self.services, self.money

    @property
    def is_slim(self) -> bool:
        return self.currentWidget() is self.slim

    def minimumSizeHint(self) -> QSize:
        """Ask for what is shown alone: Qt would keep the page as wide as the charts behind the slim line."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def whole_height(self) -> int:
        """How high it is with its charts, px."""
        return self._look.px(HEIGHT_PX)

    def show_slim(self, width: int, *, is_slim: bool) -> None:
        """Show the slim line, or the charts, in a width."""
        self.setCurrentIndex(1 if is_slim else 0)
        self.setFixedHeight(self.slim.fit(width) if is_slim else self.whole_height())

    def show_lasts(self, lasts: Seconds) -> None:
        """Say how long the exercise is: no chart spans more."""
        self._lasts = lasts

    def show_clock(self, sheet: ClockSheet) -> None:
        until = next((span for span in _SPANS_S if span >= sheet.now), self._lasts)
        for chart in self.charts:
            chart.show_span(Seconds(0), Seconds(min(until, self._lasts)))
            chart.show_now(sheet.now)

    def show_marks(self, span: Span) -> None:
        for chart in self.charts:
            chart.show_marks(span.marks)

    def show_rows(self, rows: tuple[ComingRow, ...]) -> None:
        """Show what is to come."""
        self.upcoming.show_rows(rows)
        self.slim.show_next(rows[0] if rows else None)

    def hide_coming(self, *, is_hidden: bool) -> None:
        """Keep what is to come from a learner who plays alone."""
        self.upcoming.setVisible(not is_hidden)
        self.slim.hide_next(is_hidden=is_hidden)

    def show_figures(self, figures: Figures | None) -> None:
        """Show what it costs; None = that is still being read."""
        users, services = translate("Foot", "Users cut off"), translate("Foot", "Services available")
        money = translate("Foot", "Money lost")
        if figures is None:
            for chart, title in zip(self.charts, (users, services, money), strict=True):
                chart.say(title, "")
                chart.show_missing(translate("Foot", "What was played is being read."))
            self.slim.show_figures(())
            return
        amount = self._look.words.amount
        users_now, services_now = amount(figures.users[-1][1]), str(figures.services[-1][1])
        self.users.say(users, *parted(users_now))
        self.users.show_series((Series(figures.users),))
        whole = translate("Foot", "of {count}").format(count=figures.whole)
        self.services.say(services, services_now, whole)
        self.services.show_whole(figures.whole)
        self.services.show_series((Series(figures.services),))
        said = [(users, users_now), (services, f"{services_now} {whole}")]
        if figures.money is None:
            self.money.say(money, "")
            lacking = translate(
                "Foot", "Not counted: no component has cost_per_hour, the money lost in an hour while it is down."
            )
            self.money.show_missing(lacking, translate("Foot", "Set it in Draw"))
        else:
            lost = amount(figures.money[-1][1])
            rate = translate("Foot", "{currency}/h").format(currency=figures.currency)
            number, scale = parted(lost)
            self.money.say(money, number, f"{scale} {rate}".strip())
            self.money.show_series((Series(figures.money),))
            said.append((money, f"{lost} {rate}"))
        self.slim.show_figures(said)

    def _row(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        row.setSpacing(GAP_PX)
        for chart in self.charts:
            row.addWidget(chart)
        row.addWidget(self.upcoming, 1)
        return held
