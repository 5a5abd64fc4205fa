"""Reasons that the console gives by itself, where the journal wants one and nobody was asked."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def wrong_click() -> str:
    """Say that something was done by mistake."""
    return translate("Reasons", "a wrong click")


def queued_anew() -> str:
    """Say that something was called off only to be asked for again."""
    return translate("Reasons", "another order in the queue")


def forced_by_hand() -> str:
    """Say that the facilitator forced it."""
    return translate("Reasons", "forced by the facilitator")
