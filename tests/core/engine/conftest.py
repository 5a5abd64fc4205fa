"""Both ways to play a map: the literal reference and the engine."""

import pytest

from tests.core.engine import engine_run, reference
from tests.core.engine.makers import Player


@pytest.fixture(params=[reference.run, engine_run.run], ids=["reference", "engine"])
def play(request: pytest.FixtureRequest) -> Player:
    """Each rule is asked of the reference and of the engine."""
    player: Player = request.param
    return player
