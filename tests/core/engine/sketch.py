"""Maps written as arrows: ``sketch("power > login > shop")`` where ``>`` means "is needed by".

Several chains may be given; options of a component and of the need along an arrow come by keyword:
``sketch("power > login", component={"login": {"restart": 5}}, need={("login", "power"): {"survives": 300}})``.
"""

from collections.abc import Mapping
from typing import Any

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.model import Component, Crew, Need, Topology

Options = Mapping[str, Any]


def sketch(
    *chains: str,
    need: Mapping[tuple[str, str], Options] | None = None,
    component: Mapping[str, Options] | None = None,
    crews: tuple[Crew, ...] = (),
) -> Topology:
    """One need with a single supplier for each arrow; components in the order in which they are first named."""
    arrows: dict[str, list[str]] = {}
    for chain in chains:
        names = chain.split(" > ")
        for name in names:
            arrows.setdefault(name, [])
        for supplier, dependent in zip(names, names[1:], strict=False):
            arrows[dependent].append(supplier)
    wanted, parts = need or {}, component or {}
    return Topology(
        crews=crews,
        components=tuple(
            Component(
                ComponentId(name),
                needs=tuple(Need((ComponentId(each),), **wanted.get((name, each), {})) for each in suppliers),
                **parts.get(name, {}),
            )
            for name, suppliers in arrows.items()
        ),
    )
