"""The flagship drill, read once for all its tests."""

import pytest

from blackstart.core.base.assets import exercises_folder
from blackstart.core.exercise.files import LoadedDrill, load_drill
from blackstart.core.exercise.model import Drill, Exercise


@pytest.fixture(scope="session")
def loaded() -> LoadedDrill:
    return load_drill(exercises_folder() / "pangyo-2022.drill")


@pytest.fixture(scope="session")
def drill(loaded: LoadedDrill) -> Drill:
    return loaded.drill


@pytest.fixture(scope="session")
def exercise(drill: Drill) -> Exercise:
    assert drill.exercise is not None
    return drill.exercise
