"""What the team took for true of the chosen component, among its facts."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.review.known import Known
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.review.causes import with_why
from blackstart.shell.review.known_cells import cells
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


def chosen_facts(facts: Facts, at: Moment, known: Known, look: Look) -> Facts:
    """Put before what is known of a component what the team believed of it, and before that, why it is so."""
    line = known.line(facts.component, at.now)
    believed, shown, _ = cells(line, look)
    told = []
    if line.believed is not None:
        told.append((translate("Knowing", "Believed"), believed.told))
    if line.visible is not line.true:
        told.append((translate("Knowing", "Shown"), shown.told))
    return with_why(replace(facts, lines=(*told, *facts.lines)), at, look.words, known)
