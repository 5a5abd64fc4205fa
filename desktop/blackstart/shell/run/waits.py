"""What something waits for, by the names that people gave."""

from collections.abc import Sequence

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.topology.model import Topology


def waits_words(waits_for: Sequence[str], topology: Topology, words: Words) -> str:
    """Say what something waits for: components, crews."""
    names: dict[str, str] = {f"crew:{crew.id}": crew.label(words.language) for crew in topology.crews}
    said = [names.get(each) or component_name(each, topology, words) for each in waits_for]
    return words.say("waits.for", name=", ".join(said))


def component_name(id_: str, topology: Topology, words: Words) -> str:
    """Return the name of a component; what is none is called as it is."""
    known = ComponentId(id_)
    return topology.component(known).label(words.language) if known in topology else id_
