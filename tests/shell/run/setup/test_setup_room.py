"""Setting up a run, reading the brief and rehearsing, as somebody does it at the console."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import Begin, Correct, End, Participant
from blackstart.core.play.rehearse import Progress, Rehearsal
from blackstart.core.play.shortfalls import Shortfall
from blackstart.shell.run.decisions.overview import DecisionsSheet
from blackstart.shell.run.injects.book_sheet import BookSheet
from blackstart.shell.run.setup.answers import Answers
from blackstart.shell.run.setup.brief_sheet import BriefSheet, brief_of
from blackstart.shell.run.setup.rehearsal_sheet import MOST_LISTED, RehearsalSheet
from blackstart.shell.run.setup.room import SetupRoom
from blackstart.shell.run.setup.setup_sheet import SetupSheet
from blackstart.shell.run.setup.table_sheet import TableSheet
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.projector_sheet import ProjectorSheet, ScreenFace
from tests.shell.drills import LIGHTS, SOURCE
from tests.shell.run.table import Table
from tests.shell.run.window import RunWindow

Key = Qt.Key


class Console(RunWindow):
    """A console with a drill that has not begun, and its room of what comes before."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.qtbot = qtbot
        super().__init__(qtbot, look, 1500, 900)
        room = self.page.rooms["setup"]
        assert isinstance(room, SetupRoom)
        self.room = room

    @property
    def setup(self) -> SetupSheet:
        assert isinstance(self.room.sheet, SetupSheet)
        return self.room.sheet

    @property
    def rehearsal(self) -> RehearsalSheet:
        assert isinstance(self.room.sheet, RehearsalSheet)
        return self.room.sheet

    def open(self) -> SetupSheet:
        self.room.open_setup()
        return self.setup

    def press_all(self, *keys: Key, control: bool = False) -> None:
        for key in keys:
            self.press(key, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier)

    def type(self, words: str) -> None:
        QTest.qWait(0)
        QTest.keyClicks(self.focus, words)

    def begun_with(self) -> Begin:
        return self.table.run.director.begin


@pytest.fixture
def console(qtbot: QtBot, look: Look) -> Iterator[Console]:
    made = Console(qtbot, look)
    yield made
    made.room.close()
    made.room.presenter.rehearsing.stop()
    made.leave()


def words_on(sheet: QWidget) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(Label) if label.isVisible())


def test_a_run_is_set_up_and_begun_by_keyboard_alone(console: Console) -> None:
    console.press_all(Key.Key_R, control=True)
    console.type("Night shift")
    console.press_all(Key.Key_Tab, Key.Key_Tab)
    console.type("Kim")
    console.press_all(Key.Key_Return)
    console.type("Lee")
    console.press_all(Key.Key_Return)
    console.press_all(Key.Key_Tab, Key.Key_Space, Key.Key_Right, Key.Key_Space)
    console.press_all(Key.Key_Return, control=True)
    begin = console.begun_with()
    assert begin.team == "Night shift"
    assert begin.participants == (Participant("Kim", ("lead", "guest")), Participant("Lee"))
    assert begin.holds == "never"
    assert console.room.sheet is None


def test_a_name_without_enter_is_taken_in_as_the_run_begins(console: Console) -> None:
    sheet = console.open()
    sheet.form.people.line.setText("Kim, Lee")
    sheet.wish_begin()
    assert [each.name for each in console.begun_with().participants] == ["Kim", "Lee"]


def test_the_same_name_twice_is_refused_at_the_field(console: Console) -> None:
    people = console.open().form.people
    for typed in ("Kim", "Kim"):
        people.line.setText(typed)
        people.take_typed()
    assert [each.name for each in people.people] == ["Kim"]
    assert "Kim" in people.refusal.text()
    assert people.line.text() == "Kim", "what was typed stays, to be made another name"


def test_somebody_can_be_taken_off(console: Console) -> None:
    people = console.open().form.people
    people.show_people((Participant("Kim", ("lead",)), Participant("Lee", ("guest",))))
    off = [each for each in people.findChildren(QPushButton) if each.accessibleName() == "Take off: Kim"]
    off[-1].click()
    assert people.people == (Participant("Lee", ("guest",)),)


def test_a_wrong_field_keeps_the_sheet_and_gets_the_focus(console: Console) -> None:
    sheet = console.open()
    sheet.form.pace.setText("900")
    sheet.wish_begin()
    assert console.room.sheet is sheet
    assert sheet.form.pace.hasFocus()
    assert "900" in words_on(sheet)
    assert console.table.runs == []


def test_a_learner_alone_cannot_let_the_clock_run_through_a_decision(console: Console) -> None:
    form = console.open().form
    form.mode.button("self_study").click()
    assert form.holds.key == "decisions"
    assert not form.holds.button("never").isEnabled()
    assert not form.facilitator.isVisible()
    form.mode.button("facilitated").click()
    assert form.facilitator.isVisible()


def test_a_learner_alone_reads_no_inject_on_the_sheet(console: Console) -> None:
    form = console.open().form
    starts = [form.start.itemText(row) for row in range(form.start.count())]
    assert any("Is it dark at yours too?" in start for start in starts)
    form.start.setEditText("25 s")
    form.mode.button("self_study").click()
    starts = [form.start.itemText(row) for row in range(form.start.count())]
    assert not any("Is it dark" in start for start in starts)
    assert any("late" in start for start in starts), "phases are no secret"
    assert not form.leave_out.isVisible()
    assert form.answers.start == "25 s", "what was filled in stays"


def test_the_participants_display_goes_onto_the_screen_that_was_chosen(console: Console) -> None:
    button = console.page.bar.projector
    button.show_sheet(ProjectorSheet(screens=(ScreenFace("eDP-1", "Laptop"), ScreenFace("HDMI-1", "Projector"))))
    places: list[str] = []
    button.place_wished.connect(places.append)
    sheet = console.open()
    sheet.form.screens.setCurrentIndex(sheet.form.screens.findData("HDMI-1"))
    sheet.wish_begin()
    assert places == ["HDMI-1"]


def test_a_display_is_left_as_it_is_where_nothing_is_chosen_or_its_screen_is_gone(console: Console) -> None:
    places: list[str] = []
    console.page.bar.projector.place_wished.connect(places.append)
    console.room.presenter.take(Answers(screen="HDMI-1"))
    assert console.open().form.answers.screen == ""
    console.setup.wish_begin()
    assert places == []


def test_an_inject_is_left_out_by_the_space_bar(console: Console) -> None:
    sheet = console.open()
    sheet.form.leave_out.setFocus()
    sheet.form.leave_out.setCurrentRow(2)
    console.press_all(Key.Key_Space)
    assert sheet.form.answers.left_out == ("call",)
    console.press_all(Key.Key_Space)
    assert not sheet.form.answers.left_out


def test_a_start_is_chosen_from_the_list_or_typed(console: Console) -> None:
    form = console.open().form
    form.start.setCurrentIndex(form.start.findData("0:00:30"))
    assert form.answers.start == "0:00:30"
    form.start.setEditText("25 s")
    assert form.answers.start == "25 s"


def test_what_was_filled_in_is_there_when_the_sheet_opens_again(console: Console) -> None:
    sheet = console.open()
    console.type("Night shift")
    sheet.form.leave_out.leave_out(("call",))
    sheet.form.edited.emit()
    console.press_all(Key.Key_Escape)
    assert console.room.sheet is None
    answers = console.open().form.answers
    assert (answers.team, answers.left_out) == ("Night shift", ("call",))


def test_the_panel_says_what_is_set_up_and_begins_with_it(console: Console) -> None:
    console.room.presenter.take(Answers(team="Night shift", mode="self_study"))
    panel = console.page.side.begin
    assert panel.team.text() == "Night shift"
    assert "self-study" in panel.set_up.text()
    panel.begin()
    assert console.begun_with().mode == "self_study"


def test_what_is_wrong_with_a_set_up_is_shown_where_the_panel_begins_a_run(console: Console) -> None:
    console.room.presenter.take(Answers(pace="900"))
    console.page.side.begin.begin()
    assert console.table.runs == []
    assert console.setup.form.pace.hasFocus()
    assert "900" in words_on(console.setup)


def test_a_run_begun_without_a_set_up_is_as_usual(console: Console) -> None:
    console.page.side.begin.begin()
    assert console.begun_with() == Begin(language="en")


def test_the_next_time_begins_with_what_was_filled_in(console: Console) -> None:
    sheet = console.open()
    sheet.form.facilitator.setText("Park")
    sheet.wish_begin()
    console.table.presenter.open(console.table.loaded, console.table.groundwork)
    assert console.page.side.begin.set_up.isHidden(), "nothing is set up for this run yet"
    assert console.open().form.facilitator.text() == "Park"


def test_the_brief_tells_purpose_objectives_rules_and_who_wears_what(console: Console) -> None:
    console.room.presenter.take(Answers(people=(Participant("Kim", ("lead",)),), holds="decisions"))
    console.room.open_brief()
    assert isinstance(console.room.sheet, BriefSheet)
    told = words_on(console.room.sheet)
    for words in ("Lights", "Nobody is rated.", "The clock holds when you are asked to decide", "Lead", "Kim", "Guest"):
        assert words in told


def test_the_brief_of_a_run_follows_what_it_began_with(console: Console) -> None:
    console.table.presenter.begin_as(Begin(participants=(Participant("Lee", ("guest",)),), holds="injects"))
    console.room.open_brief()
    assert console.room.sheet is not None
    told = words_on(console.room.sheet)
    assert "Lee" in told
    assert "The clock holds whenever something is reported." in told


def test_a_rehearsal_tells_what_it_found_and_how_long_it_takes(console: Console) -> None:
    with console.qtbot.waitSignal(console.room.presenter.rehearsed, timeout=30_000):
        console.room.rehearse()
    told = words_on(console.rehearsal)
    assert "Decision that changes nothing" in told
    assert "exercise.decisions[1]" in told
    assert "At this pace: 45 s with the clock running" in told
    assert "To mend it:" in told
    assert not console.table.runs, "nothing is recorded"


def test_a_rehearsal_is_kept_until_drill_or_settings_are_others(console: Console) -> None:
    presenter = console.room.presenter
    with console.qtbot.waitSignal(presenter.rehearsed, timeout=30_000):
        console.room.rehearse()
    assert presenter.found is not None
    presenter.take(Answers(pace="2"))
    assert presenter.found is None, "another pace, another length"
    with console.qtbot.waitSignal(presenter.rehearsed, timeout=30_000):
        console.room.rehearse()
    assert presenter.found is not None
    again = Table(console.page._look)
    console.table.presenter.open(again.loaded, again.groundwork)
    assert presenter.found is None, "another drill"


def test_a_rehearsal_can_be_cancelled(console: Console) -> None:
    console.room.rehearse()
    assert console.room.presenter.rehearsing.is_under_way
    console.press_all(Key.Key_Escape)
    assert not console.room.presenter.rehearsing.is_under_way
    assert console.room.sheet is None
    assert console.room.presenter.found is None


def test_the_sheet_says_how_far_a_rehearsal_is(console: Console) -> None:
    console.room.rehearse()
    console.rehearsal.show_progress(Progress(37, 240))
    assert "37 of at most 240" in words_on(console.rehearsal)


def test_no_rehearsal_runs_beside_a_run(console: Console) -> None:
    console.table.presenter.begin("night shift")
    console.room.rehearse()
    assert console.room.sheet is None
    assert console.table.ear.sentences[-1] == "A run is under way. Rehearse when it has ended."


def test_what_was_filled_in_outlives_other_words(console: Console, look: Look) -> None:
    console.room.presenter.take(Answers(team="Night shift", pace="8"))
    draft = console.page.draft
    other = RunWorkspace(console.table.presenter, look)
    console.qtbot.addWidget(other)
    console.table.presenter.show_all()
    other.take_draft(draft)
    room = other.rooms["setup"]
    assert isinstance(room, SetupRoom)
    assert room.presenter.answers == Answers(team="Night shift", pace="8")


def test_after_the_end_the_same_drill_is_set_up_for_another_run(console: Console) -> None:
    table = console.table

    def put_back() -> None:
        table.presenter.open(table.loaded, table.groundwork)

    console.page.side.end.again_wished.connect(put_back)
    table.begun().at(3)
    console.room.open_setup()
    assert isinstance(console.room.sheet, TableSheet), "what else was set up stays"
    console.room.close()
    table.presenter.submit(End())
    console.room.open_setup()
    console.page.side.end.again_wished.disconnect(put_back)
    assert console.setup.isVisible()
    assert not table.ear.clock_shown.is_begun


def test_who_comes_late_is_put_at_the_table_while_the_run_is_under_way(console: Console) -> None:
    table = console.table
    table.presenter.begin_as(Begin(participants=(Participant("Kim", ("lead",)), Participant("Lee"))))
    table.at(3)
    console.press_all(Key.Key_R, control=True)
    console.type("Park")
    console.press_all(Key.Key_Return, Key.Key_Tab, Key.Key_Tab)
    assert isinstance(console.room.sheet, TableSheet)
    console.room.sheet.people.show_people([each for each in console.room.sheet.people.people if each.name != "Lee"])
    console.press_all(Key.Key_Return, control=True)
    people = (Participant("Kim", ("lead",)), Participant("Park"))
    assert table.run.submitted[-1] == Correct(1, (("participants", people),))
    assert console.room.sheet is None
    assert console.room.presenter.people == people
    console.press_all(Key.Key_R, control=True)
    console.press_all(Key.Key_Return, control=True)
    assert len([each for each in table.run.submitted if isinstance(each, Correct)]) == 1, "nothing has changed"


def test_who_learns_alone_stays_alone(console: Console) -> None:
    console.table.presenter.begin_as(Begin(mode="self_study", participants=(Participant("Kim"),)))
    console.room.open_setup()
    assert console.room.sheet is None
    assert console.table.ear.sentences[-1] == "The run has begun: what was set up for it stays."


def rehearsed(console: Console) -> RehearsalSheet:
    with console.qtbot.waitSignal(console.room.presenter.rehearsed, timeout=30_000):
        console.room.rehearse()
    return console.rehearsal


def way_to(sheet: RehearsalSheet, words: str) -> QPushButton:
    """The first button beside a finding in which something is said."""
    found = [each for each in sheet.findChildren(QPushButton) if each.isVisible() and words in each.accessibleName()]
    assert found, [each.accessibleName() for each in sheet.findChildren(QPushButton)]
    return found[0]


def open_sheets(console: Console, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in console.window.findChildren(kind) if each.isVisible()]


def test_a_finding_leads_to_its_decision_which_can_only_be_read_before_the_run(console: Console) -> None:
    found = rehearsed(console)
    way_to(found, "Show the decision").click()
    (shown,) = open_sheets(console, DecisionsSheet)
    assert isinstance(shown, DecisionsSheet)
    strong = [label.text() for label in shown.findChildren(Label) if label.property("role") == "strong"]
    assert "Who tells the neighbours?" in strong
    assert "Candles or the grid?" not in strong
    assert not shown.buttons, "nothing is opened before the run"
    shown.close_sheet()
    assert console.room.sheet is found, "what was found is there again"


def test_a_finding_leads_to_its_inject(console: Console) -> None:
    found = rehearsed(console)
    found.place_wished.emit(Shortfall("nobody", ("exercise", "injects", 2), "call", "unworn", ("lead",)))
    (shown,) = open_sheets(console, BookSheet)
    assert isinstance(shown, BookSheet)
    assert shown.list.chosen is not None
    assert shown.list.chosen.key == "inject:call"
    shown.close_sheet()
    assert console.room.sheet is found


def test_a_finding_leads_to_its_components_and_makes_room_for_the_map(console: Console) -> None:
    wished: list[tuple[str, ...]] = []
    console.page.drawn_wished.connect(wished.append)
    found = rehearsed(console)
    found.place_wished.emit(Shortfall("stuck", ("topology", "components", 0), "power", "loop", ("power", "lamp")))
    found.place_wished.emit(Shortfall("idle", ("topology", "components", 2), "lock", "unfelt"))
    assert wished == [("power", "lamp"), ("lock",)]
    assert console.room.sheet is None


def test_a_finding_leads_to_its_objective_in_the_brief(qtbot: QtBot, look: Look) -> None:
    two = "  objectives: [{id: tell, text: Say it in time}, {id: calm, text: Keep calm}]\n  decisions:"
    drill = read_drill(LIGHTS.replace("  decisions:", two), SOURCE).drill
    shown = BriefSheet(brief_of(drill, Begin(), look.words), look)
    qtbot.addWidget(shown)
    before = {label.text(): label.styleSheet() for label in shown.findChildren(Label)}
    shown.show_objective(1)
    after = {label.text(): label.styleSheet() for label in shown.findChildren(Label)}
    assert {words for words in after if after[words] != before[words]} == {"Keep calm"}


def test_of_hundreds_of_a_kind_some_are_listed_and_all_are_shown_on_the_map(qtbot: QtBot, look: Look) -> None:
    sheet = RehearsalSheet(look)
    qtbot.addWidget(sheet)
    page = QWidget()
    qtbot.addWidget(page)
    sheet.open_over(page)
    idle = tuple(Shortfall("idle", ("topology", "components", n), f"part-{n}", "unfelt") for n in range(300))
    sheet.show_found(Rehearsal(idle, (), 5, is_whole=True))
    buttons = [each for each in sheet.findChildren(QPushButton) if each.text() == "Show on the map"]
    assert len(buttons) == MOST_LISTED
    assert any(label.text().startswith(f"{300 - MOST_LISTED} more") for label in sheet.findChildren(Label))
    wished: list[Shortfall] = []
    sheet.place_wished.connect(wished.append)
    next(each for each in sheet.findChildren(QPushButton) if each.text() == "Show all on the map").click()
    assert wished[0].ids == tuple(each.id for each in idle)
