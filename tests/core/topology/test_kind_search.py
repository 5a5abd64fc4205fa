import pytest

from blackstart.core.base.words import LANGUAGES, sentences
from blackstart.core.topology.kind_search import kind_guessed, kinds_found
from blackstart.core.topology.kinds import KINDS


def test_nothing_typed_finds_every_kind_in_the_order_of_the_palette() -> None:
    assert kinds_found(" ") == tuple(KINDS)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("gen", "generator"), ("발전", "generator"), ("발저", "generator"), ("diesel", "generator"), ("DNS", "dns")],
)
def test_a_kind_is_found_first_by_what_it_is_called_in_either_language(typed: str, kind: str) -> None:
    assert kinds_found(typed)[0] == kind


def test_kinds_that_only_tell_of_a_word_come_after_those_that_are_called_so() -> None:
    found = kinds_found("lock")
    assert found[0] == "lock"
    assert "boiler" not in found


def test_every_word_that_is_typed_must_be_meant() -> None:
    assert kinds_found("door boiler") == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Login", "auth"),
        ("Payments", "payment"),
        ("Customer database", "database"),
        ("UPS batteries", "ups"),
        ("카카오페이 결제", "payment"),
        ("판교 발전기", "generator"),
        ("Emergency generator 2", "generator"),
        ("Ward 3", "ward"),
        ("Zebra", "service"),
        ("", "service"),
    ],
)
def test_a_name_tells_its_kind_where_it_can(name: str, kind: str) -> None:
    assert kind_guessed(name) == kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_guessed_from_its_own_name(language: str) -> None:
    names = {id_: sentences(language)[f"kind.{id_}"] for id_ in KINDS}
    assert {name: kind_guessed(name) for id_, name in names.items() if kind_guessed(name) != id_} == {}
