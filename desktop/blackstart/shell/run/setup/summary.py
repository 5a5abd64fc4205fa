"""What is set up for the next run, in one line."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.run.setup.answers import Answers

translate = QCoreApplication.translate


def summary(answers: Answers) -> str:
    """Say what is other than usual; empty = nothing is."""
    parts = []
    if answers.is_self_study:
        parts.append(translate("RunSetup", "self-study"))
    if answers.people:
        parts.append(translate("RunSetup", "{count} at the table").format(count=len(answers.people)))
    holds = {
        "decisions": translate("RunSetup", "holds at each decision"),
        "injects": translate("RunSetup", "holds at each inject"),
        "both": translate("RunSetup", "holds at decisions and injects"),
    }
    if answers.holds_by in holds:
        parts.append(holds[answers.holds_by])
    if answers.pace.strip():
        parts.append(translate("RunSetup", "pace {pace}×").format(pace=answers.pace.strip().removesuffix("×")))
    if answers.start.strip():
        parts.append(translate("RunSetup", "from {time}").format(time=answers.start.strip()))
    if answers.left_out:
        parts.append(translate("RunSetup", "injects left out: {count}").format(count=len(answers.left_out)))
    if not parts:
        return ""
    return translate("RunSetup", "Set up: {what}").format(what=", ".join(parts))
