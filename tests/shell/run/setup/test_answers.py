"""What is filled in before a run: what is wrong with it, the settings that follow, and what is kept of it."""

from pathlib import Path

import pytest

from blackstart.core.exercise.model import Exercise
from blackstart.core.play.commands import Begin, Participant
from blackstart.shell.run.setup.answers import Answers, begin_of, fitting, refusals
from blackstart.shell.run.setup.kept import KeptAnswers
from blackstart.shell.support.settings import settings_in
from tests.shell.drills import lights

TODAY = "2026-11-22"
FULL = Answers(
    team="Night shift",
    people=(Participant("Kim", ("lead", "guest")), Participant("Lee")),
    facilitator="Park",
    evaluators=("Choi",),
    pace="8",
    holds="both",
    start="0:00:20",
    left_out=("call",),
    display="visible",
    screen="HDMI-1",
    language="ko",
)


def exercise() -> Exercise:
    found = lights().drill.exercise
    assert found is not None
    return found


def begun(answers: Answers) -> Begin:
    assert refusals(answers, exercise()) == {}
    return begin_of(answers, exercise(), "en", TODAY)


def test_answers_become_the_settings_of_the_run() -> None:
    assert begun(FULL) == Begin(
        team="Night shift",
        date=TODAY,
        facilitator="Park",
        evaluators=("Choi",),
        participants=FULL.people,
        pace=8,
        holds="both",
        from_s=20,  # type: ignore[arg-type]  # seconds
        left_out=("call",),  # type: ignore[arg-type]  # ids
        display="visible",
        language="ko",
    )


def test_what_is_not_filled_in_is_as_the_drill_and_the_window_have_it() -> None:
    assert begun(Answers()) == Begin(date=TODAY, display=exercise().display, language="en")


def test_a_learner_alone_has_no_facilitator_and_time_to_decide() -> None:
    alone = begun(Answers(mode="self_study", facilitator="Park", evaluators=("Choi",), holds="never"))
    assert (alone.mode, alone.facilitator, alone.evaluators, alone.holds) == ("self_study", "", (), "decisions")
    assert begun(Answers(mode="self_study", holds="both")).holds == "both"


@pytest.mark.parametrize("typed", ["0:00:20", "0:20 ", "T+0:00:20", "20", "20 s", ""])
def test_a_time_is_read_as_people_write_it(typed: str) -> None:
    wanted = {"": 0, "0:20 ": 1200}.get(typed, 20)
    if wanted >= exercise().lasts:
        assert list(refusals(Answers(start=typed), exercise())) == ["start"]
    else:
        assert begun(Answers(start=typed)).from_s == wanted


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("date", Answers(date="2026-13-40")),
        ("date", Answers(date="20261122")),
        ("date", Answers(date="tomorrow")),
        ("pace", Answers(pace="0")),
        ("pace", Answers(pace="601")),
        ("pace", Answers(pace="quick")),
        ("pace", Answers(pace="99999999999999999999")),
        ("start", Answers(start="soon")),
        ("start", Answers(start="0:01:00")),
        ("people", Answers(mode="self_study", people=FULL.people)),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field: str, wrong: Answers) -> None:
    assert list(refusals(wrong, exercise())) == [field]


def test_what_a_drill_does_not_have_is_dropped() -> None:
    other = Answers(
        people=(Participant("Kim", ("lead", "captain")),), left_out=("call", "gone"), start="9:00:00", display="odd"
    )
    assert fitting(other, exercise()) == Answers(people=(Participant("Kim", ("lead",)),), left_out=("call",))


def test_answers_are_kept_for_their_drill(tmp_path: Path) -> None:
    drill = lights().drill
    kept = KeptAnswers(settings_in(tmp_path / "settings.ini"))
    kept.keep(drill.id, FULL)
    again = KeptAnswers(settings_in(tmp_path / "settings.ini"))
    assert again.of(drill.id, exercise()) == FULL


def test_another_drill_begins_with_the_same_people_and_nothing_else(tmp_path: Path) -> None:
    kept = KeptAnswers(settings_in(tmp_path / "settings.ini"))
    kept.keep(lights().drill.id, FULL)
    other = kept.of("other", exercise())  # type: ignore[arg-type]  # an id
    assert other == Answers(team=FULL.team, people=FULL.people, facilitator="Park", evaluators=("Choi",))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"team": 3}', '{"people": 7}', "null"])
def test_what_was_kept_and_cannot_be_read_is_passed_over(tmp_path: Path, text: str) -> None:
    settings = settings_in(tmp_path / "settings.ini")
    settings.choose(f"run-setup/drill-{lights().drill.id}", text)
    settings.choose("run-setup/any", text)
    assert KeptAnswers(settings).of(lights().drill.id, exercise()) == Answers()


def test_the_day_is_not_kept(tmp_path: Path) -> None:
    kept = KeptAnswers(settings_in(tmp_path / "settings.ini"))
    kept.keep(lights().drill.id, Answers(date="2026-01-01"))
    assert kept.of(lights().drill.id, exercise()).date == ""
