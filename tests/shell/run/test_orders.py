import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import Begin, Decide, Entry
from blackstart.core.play.director import Director
from blackstart.shell.run.orders import OrderLine, orders
from blackstart.shell.run.side_column import SideColumn
from blackstart.shell.run.under_way import MOST_LINES, UnderWay
from blackstart.shell.support.look import Look

REPAIRS = """\
blackstart: 1
id: repairs
title: Repairs
topology:
  crews: [{id: ops, name: Ops crew, size: 1}]
  components:
    - {id: power, name: Power, kind: power}
    - {id: lamp, name: Lamp, kind: device}
exercise:
  lasts: 60 min
  injects:
    - {id: own, at: 0 s, channel: map, effects: [{after: 50 min, do: [{fail: lamp}]}]}
  decisions:
    - {id: first, at: 0 s, question: How?, options: [
        {id: mend, text: Mend the power, effects: [{after: 10 min, crew: ops, do: [{restore: power}]}]},
        {id: no, text: Wait}]}
    - {id: second, at: 0 s, question: And then?, options: [
        {id: mend, text: Mend the lamp, effects: [{after: 5 min, crew: ops, do: [{restore: lamp}]}]},
        {id: no, text: Wait}]}
"""


def decided(*decisions: str) -> Director:
    director = Director(read_drill(REPAIRS, "repairs.drill").drill, Begin())
    director.advance(Seconds(0))
    for number, each in enumerate(decisions, start=2):
        director.apply(Entry(number, Seconds(60), Decide(DecisionId(each), OptionId("mend"), "Ada")))
    director.advance(Seconds(62))
    return director


@pytest.mark.parametrize(
    ("decisions", "lines"),
    [
        ((), ()),
        (("first",), (OrderLine("Mend the power", "done at 0:11:00"),)),
        (
            ("first", "second"),
            (OrderLine("Mend the power", "done at 0:11:00"), OrderLine("Mend the lamp", "waits for Ops crew")),
        ),
    ],
)
def test_what_was_ordered_stands_there_until_it_is_done(
    decisions: tuple[str, ...], lines: tuple[OrderLine, ...]
) -> None:
    director = decided(*decisions)
    assert orders(director, words("en")) == lines
    director.advance(Seconds(1000))
    assert orders(director, words("en")) == ()


def test_in_the_second_in_which_it_is_ordered_work_begins() -> None:
    director = decided()
    director.apply(Entry(2, director.now, Decide(DecisionId("first"), OptionId("mend"), "Ada")))
    assert orders(director, words("en")) == (OrderLine("Mend the power", "begins"),)


def test_more_orders_than_there_is_room_for_are_counted(qtbot: QtBot, look: Look) -> None:
    side = SideColumn({"run.play": "Space", "run.record": "Ctrl+Enter", "run.note": "N"}, look)
    qtbot.addWidget(side)
    panel: UnderWay = side.under_way
    assert panel.isHidden()
    panel.show_orders(tuple(OrderLine(f"Order {number}", "") for number in range(MOST_LINES + 2)))
    assert not panel.isHidden()
    assert panel.more.text() == "and 2 more"
    panel.show_orders(())
    assert panel.isHidden()
