"""What can be drawn of a run: users cut off, services that are whole, money."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.words import Words
from blackstart.core.review.cases import Case
from blackstart.core.review.curves import Curve
from blackstart.core.topology.model import Topology

translate = QCoreApplication.translate

HOUR_S = 3600


class Measure(StrEnum):
    """One of the curves."""

    USERS = "users"
    SERVICES = "services"
    MONEY = "money"


_CURVES: dict[Measure, Callable[[Case], Curve]] = {
    Measure.USERS: lambda case: case.users,
    Measure.SERVICES: lambda case: case.services,
    Measure.MONEY: lambda case: case.money,
}


def curve_of(measure: Measure, case: Case) -> Curve:
    return _CURVES[measure](case)


def measures_of(topology: Topology) -> tuple[Measure, ...]:
    """Return what can be drawn of a map: money only where somebody said what an hour costs."""
    has_money = any(each.cost_per_hour for each in topology.components)
    return tuple(Measure) if has_money else (Measure.USERS, Measure.SERVICES)


def title_of(measure: Measure, topology: Topology) -> str:
    if measure is Measure.MONEY:
        return translate("WhatIf", "Money per hour, {currency}").format(currency=topology.currency or "")
    if measure is Measure.SERVICES:
        return translate("WhatIf", "Services available")
    return translate("Review", "Users cut off")


def lost_seconds(measure: Measure, case: Case) -> int:
    """Return what a case lost over its whole length, in units times seconds; of services, 0."""
    if measure is Measure.USERS:
        return case.impact.lost_service_seconds
    return case.money.total(case.until) if measure is Measure.MONEY else 0


def amount(seconds: int, words: Words) -> str:
    """Return units times hours in short, rounded half up."""
    return words.amount((abs(seconds) + HOUR_S // 2) // HOUR_S)
