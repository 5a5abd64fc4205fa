"""What a component needs, what needs it, and what falls with it, as rows."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.model import Component, Need, Purpose
from blackstart.shell.draw.inspector.ground import Ground
from blackstart.shell.draw.inspector.page import Adding, Field, Row, Section
from blackstart.shell.draw.inspector.typed import show_percent

translate = QCoreApplication.translate


def needs_section(component: Component, ground: Ground) -> Section:
    """What it needs; each row leads to the page of its need."""
    purpose = ground.words.say(f"purpose.{ground.purpose}")
    adding = Adding(
        ("add-need",),
        translate("Inspector", "Add"),
        translate("Inspector", "What it needs {purpose}: type a name").format(purpose=purpose),
        ground.others(component.id),
    )
    return Section(
        "needs",
        translate("Inspector", "Needs"),
        rows=tuple(_need_row(component, index, ground) for index in range(len(component.needs))),
        empty=translate("Inspector", "Nothing yet."),
        adding=adding,
    )


def needed_by_section(component: Component, ground: Ground) -> Section:
    """What needs it; each row leads to that component."""
    rows = [
        _dependent_row(each, index, ground)
        for each in ground.topology.components
        for index, need in enumerate(each.needs)
        if component.id in need.on
    ]
    return Section(
        "needed-by",
        translate("Inspector", "Needed by"),
        count=str(len(rows)),
        rows=tuple(rows),
        empty=translate("Inspector", "Nothing needs it."),
    )


def falls_section(component: Component, ground: Ground) -> Section | None:
    """What stops or gets worse with it; None while that is being worked out, or if it is nothing."""
    found = ground.consequences.get(component.id)
    if found is None or not found.falls:
        return None
    rows = []
    if found.users_cut_off:
        cut_off = ground.words.say(
            "count.users-cut-off", count=found.users_cut_off, amount=ground.words.amount(found.users_cut_off)
        )
        rows.append(Row((), cut_off, icon="people"))
    for fall in found.falls:
        if fall.component in ground.topology:
            after = translate("Inspector", "after {time}").format(time=ground.words.duration(fall.at))
            words = after if fall.at else translate("Inspector", "at once")
            rows.append(
                Row(
                    ("choose", fall.component),
                    ground.label(fall.component),
                    icon=ground.icon(fall.component),
                    words=words,
                )
            )
    return Section("falls", translate("Inspector", "Falls with it"), count=str(len(found.falls)), rows=tuple(rows))


def purpose_words(need: Need, ground: Ground) -> str:
    """What a need is for, in the words of the map."""
    return ground.words.say(f"purpose.{need.purpose}")


def group_title(need: Need, ground: Ground) -> str:
    """Its supplier, or how many of its suppliers must serve."""
    if len(need.on) == 1:
        return ground.label(need.on[0])
    return ground.words.say("gate.at-least", at_least=need.at_least, suppliers=len(need.on))


def _need_row(component: Component, index: int, ground: Ground) -> Row:
    need = component.needs[index]
    members = ", ".join(ground.label(each) for each in need.on) if len(need.on) > 1 else ""
    return _row(("need", component.id, str(index)), group_title(need, ground), members, (component.id, index), ground)


def _dependent_row(component: Component, index: int, ground: Ground) -> Row:
    need = component.needs[index]
    detail = ""
    if len(need.on) > 1:
        detail = translate("Inspector", "one of its group {group}").format(group=group_title(need, ground))
    key = ("choose", component.id)
    return _row(key, component.label(ground.language), detail, (component.id, index), ground)


def _row(key: tuple[str, ...], title: str, detail: str, place: tuple[ComponentId, int], ground: Ground) -> Row:
    need = ground.topology.component(place[0]).needs[place[1]]
    if need.purpose is not Purpose.RUN and not need.survives:
        return Row(key, title, detail, need.purpose, words=purpose_words(need, ground))
    inline = [_survives(need, place, ground)]
    if need.purpose is Purpose.RUN and not need.is_hard:
        inline.append(_weight(need, place))
    return Row(key, title, detail, need.purpose, inline=tuple(inline))


def _survives(need: Need, place: tuple[ComponentId, int], ground: Ground) -> Field:
    words = translate("Inspector", "survives {}")
    return Field(("survives", place[0], str(place[1])), words, shown=ground.words.duration(need.survives))


def _weight(need: Need, place: tuple[ComponentId, int]) -> Field:
    words = translate("Inspector", "soft, weighs {} %")
    return Field(("weight", place[0], str(place[1])), words, shown=show_percent(need.weight))
