"""Names that never change: lower-case words joined by hyphens, and one type for each kind of thing."""

import re
from typing import NewType

ComponentId = NewType("ComponentId", str)
ZoneId = NewType("ZoneId", str)
CrewId = NewType("CrewId", str)
PhaseId = NewType("PhaseId", str)
RoleId = NewType("RoleId", str)
ObjectiveId = NewType("ObjectiveId", str)
InjectId = NewType("InjectId", str)
DecisionId = NewType("DecisionId", str)
OptionId = NewType("OptionId", str)
ActionId = NewType("ActionId", str)
DrillId = NewType("DrillId", str)
RunId = NewType("RunId", str)

ID_PATTERN = r"[a-z0-9][a-z0-9-]*"
_ID = re.compile(ID_PATTERN)


def is_id(word: str) -> bool:
    """Whether a word is written as an id: ``[a-z0-9][a-z0-9-]*``."""
    return _ID.fullmatch(word) is not None
