"""The ways to play a map."""

import pytest

from tests.core.engine import reference
from tests.core.engine.makers import Player


@pytest.fixture(params=[reference.run], ids=["reference"])
def play(request: pytest.FixtureRequest) -> Player:
    """Each rule is asked of every way to play."""
    player: Player = request.param
    return player
