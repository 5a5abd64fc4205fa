"""How a run stands, as rows for JSON: what was lost, how components stand, what is open."""

from collections.abc import Mapping

from blackstart.core.play.director import Director
from blackstart.core.review.counterfactual import Outcome


def outcome_row(outcome: Outcome) -> Mapping[str, object]:
    """What was lost, and what cannot come back by itself."""
    return {
        "lost_service_seconds": outcome.impact.lost_service_seconds,
        "lost_money": outcome.impact.lost_money,
        "first_impact_s": outcome.impact.first_impact_s,
        "peak_users": outcome.impact.peak_users,
        "waiting": outcome.stuck.waiting,
        "deadlock": outcome.stuck.deadlock,
    }


def standing_row(director: Director) -> Mapping[str, object]:
    """States of all components, open decisions and delivered injects at the second that was played last."""
    standings = (director.simulation.standing(each.id) for each in director.drill.topology.components)
    return {
        "t": director.now,
        "states": [
            {"component": each.component, "mode": each.mode, "level": each.level, "shown": each.shown}
            for each in standings
        ],
        "open_decisions": [
            {
                "id": each.decision.id,
                "opened_s": each.opened_s,
                "due_s": each.due_s,
                "overdue": each.is_overdue,
            }
            for each in director.open_decisions()
        ],
        "delivered_injects": [{"id": each.inject.id, "t": each.at, "how": each.how} for each in director.delivered()],
    }
