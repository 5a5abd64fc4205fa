"""Effects are chosen by typing a name, then what happens to it, and told in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.engine import effects as fx
from blackstart.core.engine.effects import Target
from blackstart.core.topology.model import Component, Need, Permille, Purpose, Standby
from blackstart.shell.run.effect_ways import ways_of_component
from blackstart.shell.run.effects_field import EffectsField
from blackstart.shell.support.look import Look
from tests.shell.drills import lights

LAMP, POWER, LOCK = ComponentId("lamp"), ComponentId("power"), ComponentId("lock")


def on(component: ComponentId) -> Target:
    return Target((component,))


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> EffectsField:
    field = EffectsField(look)
    qtbot.addWidget(field)
    field.show_drill(lights().drill)
    field.show()
    qtbot.waitExposed(field)
    return field


def type_name(field: EffectsField, letters: str) -> None:
    QTest.keyClicks(field.where.line, letters)
    QTest.keyClick(field.where.line, Qt.Key.Key_Return)


def pick(field: EffectsField, words: str) -> None:
    field.what.setCurrentIndex(field.what.findText(words))


def test_a_few_letters_and_two_enters_make_an_effect(field: EffectsField) -> None:
    field.where.line.setFocus()
    type_name(field, "am")
    QTest.keyClick(field.what, Qt.Key.Key_Return)
    assert field.effects == (fx.Fail(on(LAMP)),)
    assert field.where.line.text() == ""


def test_a_share_is_asked_for_where_one_belongs(field: EffectsField) -> None:
    type_name(field, "power")
    assert field.level.isHidden()
    pick(field, "falls to 50 %: Power")
    assert not field.level.isHidden()
    field.level.setText("30")
    field.add.click()
    assert field.effects == (fx.Fail(on(POWER), Permille(300)),)


def test_what_is_no_share_is_said_and_not_added(qtbot: QtBot, field: EffectsField) -> None:
    type_name(field, "power")
    pick(field, "falls to 50 %: Power")
    field.level.setText("a lot")
    with qtbot.waitSignal(field.incomplete):
        field.add.click()
    assert field.effects == ()


def test_a_zone_can_be_hit_as_a_whole(field: EffectsField) -> None:
    type_name(field, "house")
    field.add.click()
    assert field.effects == (fx.Fail(Target(zone=ZoneId("house"))),)


def test_a_row_that_is_taken_out_is_no_effect_any_more(qtbot: QtBot, field: EffectsField) -> None:
    field.take((fx.Fail(on(LAMP)), fx.Fail(on(POWER)), fx.Fail(on(LOCK))))
    rows = field.findChildren(QPushButton)
    crosses = [each for each in rows if each.text() == "×"]
    with qtbot.waitSignal(field.changed):
        crosses[1].click()
    assert field.effects == (fx.Fail(on(LAMP)), fx.Fail(on(LOCK)))


def test_what_is_chosen_and_not_added_is_meant_too(field: EffectsField) -> None:
    type_name(field, "lamp")
    assert field.add_chosen()
    assert field.effects == (fx.Fail(on(LAMP)),)


def test_half_a_name_is_no_effect_and_that_is_said(qtbot: QtBot, field: EffectsField) -> None:
    QTest.keyClicks(field.where.line, "lam")
    with qtbot.waitSignal(field.incomplete):
        assert not field.add_chosen()
    assert field.effects == ()


def test_escape_puts_the_list_away_and_no_more(field: EffectsField) -> None:
    QTest.keyClicks(field.where.line, "lam")
    assert not field.where.list.isHidden()
    QTest.keyClick(field.where.line, Qt.Key.Key_Escape)
    assert field.where.list.isHidden()
    assert field.where.line.text() == "lam"


def test_another_drill_begins_without_effects(field: EffectsField) -> None:
    field.take((fx.Fail(on(LAMP)),))
    field.show_drill(lights().drill)
    assert field.effects == ()


def test_only_what_an_effect_can_name_is_offered() -> None:
    bank = Component(
        ComponentId("bank"),
        repair=None,
        needs=(
            Need((POWER, LAMP), standby=(Standby(LAMP),)),
            Need((LOCK,), purpose=Purpose.START),
            Need((POWER, LOCK), name="spare"),
        ),
    )
    effects = [way.effect for way in ways_of_component(bank)]
    assert fx.Repair(on(bank.id)) not in effects
    assert fx.Arm(bank.id, LAMP) in effects
    assert fx.Arm(bank.id, POWER) not in effects
    assert [each.need for each in effects if isinstance(each, fx.Bootstrap)] == [LOCK, "spare"]
