"""What stands on the participants' display whatever happens."""

from dataclasses import replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import plain
from blackstart.core.play.backdrop import backdrop
from blackstart.core.topology.model import Need, Purpose, Standby
from tests.core.play.scripts import component, drill

POWER, APP = ComponentId("power"), ComponentId("app")


def test_every_component_is_named_and_no_note_comes_along() -> None:
    noted = replace(component("app"), name=plain("The app"), note=plain("It is a house of cards."))
    found = backdrop(drill(component("power"), noted))
    assert found.names == {POWER: None, APP: plain("The app")}
    assert "house of cards" not in repr(found)


def test_needs_are_those_for_running_and_tell_what_bridges_them() -> None:
    needs = (
        Need((POWER,), purpose=Purpose.START),
        Need((POWER,), survives=20, standby=(Standby(POWER),)),  # type: ignore[arg-type]  # seconds as plain numbers
        Need((POWER,), name="soft", survives=20, weight=400),  # type: ignore[arg-type]  # likewise
    )
    found = backdrop(drill(component("power"), replace(component("app"), needs=needs)))
    assert [key for key in found.needs if key[0] == APP] == [(APP, 1), (APP, 2)]
    hard, soft = found.needs[APP, 1], found.needs[APP, 2]
    assert (hard.reference, hard.suppliers, hard.standbys, hard.is_bridged) == (
        "power",
        (POWER,),
        frozenset({POWER}),
        True,
    )
    assert (soft.reference, soft.is_bridged) == ("soft", False)
