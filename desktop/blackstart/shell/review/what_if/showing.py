"""Puts a comparison on the page: the curves, their key, what was lost, what held at the playhead."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.core.base.simtime import clock_face
from blackstart.core.review.cases import Case, saved_service_seconds
from blackstart.core.review.really import Reality, really
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.run_page import RunPage
from blackstart.shell.review.what_if.book import Compared
from blackstart.shell.review.what_if.measures import Measure, amount, curve_of, lost_seconds, measures_of, title_of
from blackstart.shell.review.what_if.naming import Naming
from blackstart.shell.review.what_if.ways import OtherWay
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.curve_key import DASHED, DOTTED, SOLID, KeyRow
from blackstart.shell.widgets.users_curve import Beside

translate = QCoreApplication.translate


class Showing(QObject):
    """Holds what is shown of one run."""

    def __init__(self, page: RunPage, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self._recorded: Recorded | None = None
        self._played: Case | None = None
        self._awaited: OtherWay | None = None
        self._compared: Compared | None = None
        self._reality: Reality | None = None
        self._has_really = True
        self._measure = Measure.USERS
        self._now = 0

    @property
    def naming(self) -> Naming | None:
        return Naming(self._recorded, self._look.words) if self._recorded is not None else None

    @property
    def measure(self) -> Measure:
        """What is drawn."""
        return self._measure

    @property
    def is_really(self) -> bool | None:
        """Whether what really happened is shown; None = nobody says it."""
        return self._has_really if self._reality is not None and self._measure is Measure.USERS else None

    def show_run(self, recorded: Recorded) -> None:
        self._recorded = recorded
        self._reality = really(recorded.drill)
        measures = measures_of(recorded.drill.topology)
        self._measure = self._measure if self._measure in measures else Measure.USERS
        rows = [(str(each), title_of(each, recorded.drill.topology)) for each in measures]
        self._page.head.list_measures(rows, str(self._measure))

    def show_played(self, played: Case) -> None:
        self._played = played
        self._renew()

    def show_awaited(self, way: OtherWay) -> None:
        """Say that another way is being reckoned; the one before is gone."""
        self._awaited, self._compared = way, None
        self._renew()

    def show_compared(self, compared: Compared | None) -> None:
        self._awaited, self._compared = None, compared
        self._renew()

    def show_really(self, is_shown: bool) -> None:
        self._has_really = is_shown
        self._renew()

    def show_measure(self, key: str) -> None:
        self._measure = Measure(key)
        self._renew()

    def show_next_measure(self) -> None:
        """Draw the next of what can be drawn."""
        box = self._page.head.measure
        if box.count():
            box.setCurrentIndex((box.currentIndex() + 1) % box.count())
            self.show_measure(box.currentData())

    def show_now(self, at: int) -> None:
        """Say what held at the playhead."""
        self._now = at
        if self._played is not None:
            held = self._look.words.amount(curve_of(self._measure, self._played).at(at))
            words = translate("Review", "{users} at {time}")
            self._page.head.now.say(words.format(users=held, time=clock_face(at)))

    def _renew(self) -> None:
        if self._recorded is None or self._played is None:
            return
        self._page.curve.show_curve(curve_of(self._measure, self._played), self._recorded.marks)
        self._page.curve.show_beside(self._beside())
        self._page.head.key.show_rows(self._rows())
        self._tell_lost(self._recorded, self._played)
        self.show_now(self._now)

    def _beside(self) -> Beside:
        compared, naming = self._compared, self.naming
        reality = self._reality if self.is_really else None
        curves = (reality.early, reality.late) if reality is not None else None
        if compared is None or naming is None:
            return Beside(really=curves)
        told = naming.saved(compared.way, self._saved(compared), self._measure)
        return Beside(curve_of(self._measure, compared.other), told, curves)

    def _saved(self, compared: Compared) -> int:
        if self._measure is Measure.USERS:
            return saved_service_seconds(compared.played, compared.other)
        return lost_seconds(self._measure, compared.other) - lost_seconds(self._measure, compared.played)

    def _rows(self) -> list[KeyRow]:
        estimate = translate("WhatIf", "Model estimate")
        rows = [KeyRow(SOLID, translate("WhatIf", "as played"), estimate)]
        way = self._compared.way if self._compared is not None else self._awaited
        if way is not None and self.naming is not None:
            words = self.naming.way(way)
            rows.append(KeyRow(DASHED, words if self._awaited is None else f"{words} …", estimate))
        if self.is_really and self._reality is not None:
            rows.append(KeyRow(DOTTED, translate("WhatIf", "what really happened"), self._source(self._reality)))
        return rows

    def _source(self, reality: Reality) -> str:
        told = translate("WhatIf", "{told} of {whole} services are reported on.")
        lines = [told.format(told=f"{reality.told:,}", whole=f"{reality.whole:,}")]
        if reality.early != reality.late:
            lines.append(translate("WhatIf", "Between everything back as soon, and as late, as the reports allow."))
        if reality.sources:
            lines.append(translate("WhatIf", "Source: {sources}").format(sources="; ".join(reality.sources)))
        return "\n".join(lines)

    def _tell_lost(self, recorded: Recorded, played: Case) -> None:
        words, compared = self._look.words, self._compared
        if self._measure is Measure.SERVICES:
            self._page.head.tell_lost("")
            return
        figure = amount(lost_seconds(self._measure, played), words)
        lost = translate("Review", "Service-hours lost: {hours}")
        if self._measure is Measure.MONEY:
            lost = translate("WhatIf", "Money lost: {hours}")
        if compared is not None and self.naming is not None:
            both = translate("WhatIf", "{played} as played, {other} {way}")
            other = amount(lost_seconds(self._measure, compared.other), words)
            figure = both.format(played=figure, other=other, way=self.naming.way(compared.way))
        elif self._awaited is not None:
            figure = translate("WhatIf", "{played} as played, …").format(played=figure)
        self._page.head.tell_lost(lost.format(hours=figure))
