"""What the participants may see, and what they may not."""

from dataclasses import fields, replace

from blackstart.core.base.ids import ComponentId, InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import Channel, Drill
from blackstart.core.play.commands import Begin, Believe, End, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.visible import Message, Question, Sight, visible
from blackstart.core.topology.model import Need
from tests.core.play.scripts import component, decide, decision, drill, fail, inject, repair

S = Seconds


def directed(drill_: Drill, display: str, until: int) -> Director:
    director = Director(drill_, Begin(display=display))
    director.advance(S(until))
    return director


def monitored() -> Drill:
    seen = replace(component("login"), seen_by=(ComponentId("eye"), ComponentId("second-eye")))
    return drill(
        seen,
        component("eye"),
        component("second-eye"),
        component("open"),
        injects=[
            inject("fall", fail("login"), at=5),
            inject("half-blind", fail("eye"), at=10),
            inject("blind", fail("second-eye"), repair("login"), at=20),
            inject("elsewhere", fail("open"), at=25),
            inject("sees", repair("eye"), repair("open"), at=30),
            inject("blind-again", fail("eye"), fail("login"), at=40),
        ],
    )


def look(director: Director, id_: str) -> Sight:
    (found,) = [sight for sight in visible(director).sights if sight.component == id_]
    return found


def test_a_display_that_shows_all_shows_the_map_and_the_users_cut_off() -> None:
    director = directed(monitored(), "all", 24)
    assert look(director, "login") == Sight(ComponentId("login"), Shown.OPERATIONAL)
    assert look(director, "eye") == Sight(ComponentId("eye"), Shown.DOWN)
    assert visible(director).users_cut_off == 200


def test_what_nothing_sees_any_more_stays_as_it_was_seen_last() -> None:
    assert look(directed(monitored(), "visible", 12), "login") == Sight(ComponentId("login"), Shown.DOWN)
    for second in (20, 21, 29):
        frozen = directed(monitored(), "visible", second)
        assert look(frozen, "login") == Sight(ComponentId("login"), Shown.DOWN, seen_s=S(19))
        assert visible(frozen).users_cut_off is None
    assert look(directed(monitored(), "visible", 30), "login") == Sight(ComponentId("login"), Shown.OPERATIONAL)


def test_what_needs_no_monitoring_is_seen_at_once() -> None:
    assert look(directed(monitored(), "visible", 25), "open").shown is Shown.DOWN


def test_what_goes_dark_again_was_last_seen_before_the_second_time() -> None:
    for second in (40, 45):
        frozen = directed(monitored(), "visible", second)
        assert look(frozen, "login") == Sight(ComponentId("login"), Shown.OPERATIONAL, seen_s=S(39))


def test_a_display_of_beliefs_shows_what_the_team_said_last_and_else_that_all_is_well() -> None:
    director = directed(monitored(), "believed", 25)
    assert look(director, "eye").shown is Shown.OPERATIONAL
    for seq, state in enumerate(["down", "on reserve", None], start=2):
        director.apply(Entry(seq, S(25), Believe(ComponentId("eye"), state, "lead")))
        expected = {"down": Sight(ComponentId("eye"), Shown.DOWN), None: Sight(ComponentId("eye"), Shown.OPERATIONAL)}
        assert look(director, "eye") == expected.get(
            state, Sight(ComponentId("eye"), Shown.OPERATIONAL, is_on_reserve=True)
        )


def test_messages_and_questions_are_those_that_have_come_and_hold_nothing_for_the_facilitator() -> None:
    secret = replace(inject("smoke", at=5, opens="cut"), expect=plain("they cut"), note=plain("wait for it"))
    asked = replace(decision("cut", {"yes": (), "no": ()}, within=60, otherwise="no"), really=plain("nobody did"))
    director = directed(
        drill(injects=[secret, inject("later", at=50), inject("to-come")], decisions=[asked]), "all", 10
    )
    seen = visible(director)
    assert seen.messages == (Message(InjectId("smoke"), S(5), Channel.ALERT, None, (), plain("smoke")),)
    (question,) = seen.questions
    assert (question.opened_s, question.due_s, [id_ for id_, _ in question.options]) == (5, 65, ["yes", "no"])
    hidden = {"expect", "note", "effects", "tests", "opens", "really", "otherwise", "foresee", "when", "not_before"}
    for kind in (Message, Question, Sight):
        assert not hidden & {field.name for field in fields(kind)}


def test_a_question_that_was_answered_is_gone_and_the_end_is_seen() -> None:
    director = directed(drill(decisions=[decision("cut", {"yes": ()}, at=0)]), "all", 10)
    director.apply(Entry(2, S(10), decide("cut", "yes")))
    director.apply(Entry(3, S(10), End()))
    assert (visible(director).questions, visible(director).is_ended) == ((), True)


def test_an_inject_that_is_only_seen_on_the_map_is_no_message() -> None:
    silent = replace(inject("dark", fail("a"), at=5), channel=Channel.MAP, text=None)
    assert visible(directed(drill(injects=[silent]), "all", 10)).messages == ()


def held() -> Drill:
    lamp = replace(component("lamp"), needs=(Need((ComponentId("power"),), survives=S(100)),))
    seen = replace(component("power"), seen_by=(ComponentId("eye"),))
    blind = inject("blind", fail("eye"), at=1)
    return drill(seen, component("eye"), lamp, injects=[inject("dark", fail("power"), at=10), blind])


def test_what_is_left_on_reserve_and_the_supplier_by_which_it_fell_are_seen() -> None:
    on_reserve, fallen = (look(directed(held(), "all", until), "lamp") for until in (60, 200))
    assert (on_reserve.is_on_reserve, on_reserve.reserve_left) == (True, 0.5)
    assert (fallen.shown, fallen.reserve_left, fallen.came_by) == (Shown.DOWN, None, ("power", "power"))


def test_a_supplier_that_nobody_sees_is_not_named_as_what_something_fell_by() -> None:
    director = directed(held(), "visible", 200)
    assert look(director, "power").seen_s is not None
    assert (look(director, "lamp").shown, look(director, "lamp").came_by) == (Shown.DOWN, None)


def test_a_display_of_beliefs_tells_of_no_reserve_and_of_no_way() -> None:
    sight = look(directed(held(), "believed", 200), "lamp")
    assert (sight.reserve_left, sight.came_by) == (None, None)
