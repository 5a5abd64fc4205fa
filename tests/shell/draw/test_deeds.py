from dataclasses import replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import Text, plain
from blackstart.core.topology.edits import apply
from blackstart.core.topology.model import Purpose
from blackstart.shell.draw.deeds import Hand, in_language
from tests.core.topology.maps import topology

A, B, C = (ComponentId(name) for name in "abc")


def test_deeds_are_called_by_verb_and_object_and_many_are_counted() -> None:
    hand = Hand(topology("a > b, c"), "en")
    assert hand.move({A: (0.0, 0.0)}).text == "Move a"
    assert hand.remove([A, B]).text == "Delete 2 components"
    assert hand.connect(C, B, Purpose.RUN).text == "Connect c to b"


def test_a_name_is_changed_in_the_language_of_the_map_alone() -> None:
    both = Text((("en", "Login"), ("ko", "로그인")))
    assert in_language(both, " 인증 ", "ko") == Text((("en", "Login"), ("ko", "인증")))
    assert in_language(plain("Login"), "Sign-in", "en") == plain("Sign-in")
    assert in_language(None, "  ", "en") is None


def test_what_is_added_to_another_lies_in_its_zone_and_needs_it() -> None:
    map_ = topology("a")
    map_, _ = apply(map_, Hand(map_, "en").add_zone("Room", [A]).edit)
    deed = Hand(map_, "en").add_connected("storage", "Disk", A, (300.0, 0.0), Purpose.START)
    after, _ = apply(map_, deed.edit)
    made = after.component(deed.made[0])
    assert (made.zone, made.needs[0].on, made.needs[0].purpose) == ("room", (A,), Purpose.START)


def test_a_removed_zone_leaves_what_lay_in_it() -> None:
    map_ = topology("a")
    map_, _ = apply(map_, Hand(map_, "en").add_zone("Room", [A]).edit)
    after, _ = apply(map_, Hand(map_, "en").remove_zone(map_.zones[0].id).edit)
    assert (after.zones, after.component(A).zone) == ((), None)


def test_duplicates_are_what_is_chosen_next() -> None:
    map_ = topology("a > b")
    placed = replace(map_, components=tuple(replace(each, at=(0.0, 0.0)) for each in map_.components))
    deed = Hand(placed, "en").duplicate([A, B], (20.0, 20.0))
    assert deed.made == ("a-2", "b-2")
    assert apply(placed, deed.edit)[0].component(ComponentId("b-2")).at == (20.0, 20.0)
