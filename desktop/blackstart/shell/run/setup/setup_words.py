"""What the choices of a set-up mean, a sentence each."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.run.setup.answers import SELF_STUDY

translate = QCoreApplication.translate


def mode_words(mode: str) -> str:
    """How it is played."""
    if mode == SELF_STUDY:
        return translate(
            "RunSetup",
            "One learner, nobody else: the clock holds at each decision, and what follows from it is told after it.",
        )
    return translate("RunSetup", "A facilitator leads a team through it and sees what is to come.")


def holds_words(holds: str) -> str:
    """When the clock holds."""
    words = {
        "never": translate("RunSetup", "Keeps going until somebody holds it, and at the end of each phase."),
        "decisions": translate("RunSetup", "Holds at each decision, and at the end of each phase."),
        "injects": translate("RunSetup", "Holds at each inject, and at the end of each phase."),
        "both": translate("RunSetup", "Holds at each decision and each inject, and at the end of each phase."),
    }
    return words.get(holds, "")


def display_words(display: str) -> str:
    """What the participants' map shows, in short."""
    words = {
        "all": translate("RunSetup", "Everything"),
        "visible": translate("RunSetup", "What is monitored"),
        "believed": translate("RunSetup", "What they believe"),
    }
    return words[display]


def shows_words(display: str) -> str:
    """What the participants' map shows."""
    words = {
        "all": translate("RunSetup", "Their map shows how everything stands."),
        "visible": translate("RunSetup", "Their map freezes where nothing that is up can see a component."),
        "believed": translate("RunSetup", "Their map shows what the team has marked, true or not."),
    }
    return words.get(display, "")
