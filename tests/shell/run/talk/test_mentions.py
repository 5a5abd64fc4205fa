"""What a note is tied to: names behind a sign, whole ones alone, the longest that fits."""

import pytest

from blackstart.shell.run.talk.mentions import Asked, Register, Thing

LOGIN = Thing("login", "Login", "key", names=("login", "로그인"))
CONSOLE = Thing("console", "Ops console", "terminal", names=("console",))
OPS = Thing("ops", "Ops", "server")
BANG = Thing("bang", "bang", "pulse", "A loud noise in the street")
ALL = Register((LOGIN, CONSOLE, OPS, BANG))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("@Login is back", ("login",)),
        ("saw #login, then @Ops console.", ("login", "console")),
        ("@Ops knows", ("ops",)),
        ("@Login and @login again", ("login",)),
        ("@로그인이 멈춤", ("login",)),
        ("Login is back", ()),
        ("mina@login.example", ()),
        ("@Logins", ()),
        ("@login-main", ()),
        ("@", ()),
    ],
)
def test_a_note_is_tied_to_each_whole_name_behind_a_sign(text: str, about: tuple[str, ...]) -> None:
    assert ALL.about(text) == about


def test_what_is_marked_reaches_from_the_sign_to_the_end_of_the_name() -> None:
    (tie,) = ALL.ties("so @Ops console fell")
    assert (tie.start, tie.length) == (3, len("@Ops console"))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("so @", Asked(3, "")),
        ("so @ops co", Asked(3, "ops co")),
        ("so #lo", Asked(3, "lo")),
        ("@Login", Asked(0, "Login")),
        ("@Login ", None),
        ("@Ops ", Asked(0, "Ops ")),
        ("@ and", None),
        ("@lo\nnext", None),
        ("me@lo", None),
    ],
)
def test_a_name_is_asked_for_from_its_sign_until_it_is_whole(text: str, asked: Asked | None) -> None:
    assert ALL.asked(text, len(text)) == asked


@pytest.mark.parametrize(
    ("typed", "first"), [("", LOGIN), ("co", CONSOLE), ("op", CONSOLE), ("로그", LOGIN), ("loud", BANG)]
)
def test_names_are_found_by_their_beginning_their_words_and_what_is_said_of_them(typed: str, first: Thing) -> None:
    assert ALL.matching(typed)[0] is first


def test_nothing_is_found_where_nothing_fits() -> None:
    assert ALL.matching("zebra") == ()
