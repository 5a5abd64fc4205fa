"""Why something cannot be done at the console now, in one sentence each."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import Hindrance
from blackstart.shell.run.decision_form import DecisionForm
from blackstart.shell.run.presenter import RunPresenter

translate = QCoreApplication.translate


class Hindrances:
    """Asks presenter and form how things stand at the moment."""

    def __init__(self, presenter: RunPresenter, form: DecisionForm) -> None:
        self._presenter = presenter
        self._form = form

    def by_action(self) -> dict[str, Hindrance]:
        """Return what says it, by the id of the action."""
        of_run = ("run.step", "run.end", "run.pace-1", "run.pace-2", "run.pace-3", "run.pace-4")
        of_decision = ("run.decision", "run.record")
        of_map = ("run.fit", "run.actual-size", "run.map", "run.charts")
        return (
            dict.fromkeys(of_run, self._no_run)
            | dict.fromkeys(of_decision, self._no_decision)
            | dict.fromkeys(of_map, self._no_map)
            | {"run.play": self._nothing_to_play}
        )

    def _no_run(self) -> str:
        return "" if self._presenter.is_under_way else translate("RunHindrances", "No run is under way.")

    def _no_decision(self) -> str:
        return "" if self._form.shown is not None else translate("RunHindrances", "No decision is open.")

    def _no_map(self) -> str:
        return "" if self._presenter.map.topology is not None else translate("RunHindrances", "No exercise is open.")

    def _nothing_to_play(self) -> str:
        is_ended = self._presenter.run_id is not None and not self._presenter.is_under_way
        return translate("RunHindrances", "The run has ended.") if is_ended else self._no_map()
