"""The page of one need: what it is for, who supplies it, how long it is survived."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.model import Need, Purpose, Standby
from blackstart.shell.draw.inspector.ground import Ground
from blackstart.shell.draw.inspector.need_lists import group_title
from blackstart.shell.draw.inspector.page import Adding, Choice, Control, Ending, Field, Page, Row, Section
from blackstart.shell.draw.inspector.typed import show_delay, show_percent
from blackstart.shell.draw.selection import Place, Selection

translate = QCoreApplication.translate

ALWAYS, BY_HAND, AFTER = "always", "by-hand", "after"  # how a supplier stands by


def need_page(place: Place, ground: Ground) -> Page:
    """Return all that is known of one need."""
    component = ground.topology.component(place[0])
    need = component.needs[place[1]]
    title = translate("Inspector", "Need: {suppliers}").format(suppliers=group_title(need, ground))
    delete = Ending(("remove-need",), translate("Inspector", "Delete this need"))
    return Page(
        Selection(need=place),
        "link",
        title,
        component.label(ground.language),
        (
            Section("first", fields=_fields(need, ground)),
            _suppliers(component.id, need, ground),
            Section("name", fields=(_name(need),), ending=delete),
        ),
        up=component.id,
    )


def standing(standby: Standby | None) -> str:
    """How a supplier stands by."""
    if standby is None:
        return ALWAYS
    return BY_HAND if standby.after is None else AFTER


def _fields(need: Need, ground: Ground) -> tuple[Field, ...]:
    purposes = tuple(Choice(each, ground.words.say(f"purpose.{each}")) for each in Purpose)
    duration = ground.words.duration
    fields = [
        Field(("for",), translate("Inspector", "Needed"), Control.PICK, need.purpose, choices=purposes),
        Field(
            ("at-least",),
            translate("Inspector", "At least"),
            shown=str(need.at_least),
            suffix=translate("Inspector", "of {number}").format(number=len(need.on)),
        ),
        Field(("survives",), translate("Inspector", "Survives"), shown=duration(need.survives)),
        Field(("rejoin",), translate("Inspector", "Rejoins after"), shown=duration(need.rejoin)),
    ]
    if need.purpose is Purpose.RUN:
        hard = translate("Inspector", "% (hard)") if need.is_hard else translate("Inspector", "% (soft)")
        fields.append(
            Field(("weight",), translate("Inspector", "Weight"), shown=show_percent(need.weight), suffix=hard)
        )
    enough = translate("Inspector", "% of supply")
    fields.append(
        Field(("useful",), translate("Inspector", "Useful from"), shown=show_percent(need.useful), suffix=enough)
    )
    return tuple(fields)


def _suppliers(component: ComponentId, need: Need, ground: Ground) -> Section:
    standbys = {each.supplier: each for each in need.standby}
    adding = Adding(
        ("join",),
        translate("Inspector", "Add"),
        translate("Inspector", "Another supplier: type a name"),
        ground.others(component, *need.on),
    )
    rows = tuple(_supplier(each, standbys.get(each), ground) for each in need.on)
    return Section("suppliers", translate("Inspector", "Suppliers"), count=str(len(rows)), rows=rows, adding=adding)


def _supplier(supplier: ComponentId, standby: Standby | None, ground: Ground) -> Row:
    ways = (
        Choice(ALWAYS, translate("Inspector", "serves always")),
        Choice(BY_HAND, translate("Inspector", "standby, by hand")),
        Choice(AFTER, translate("Inspector", "standby, by itself")),
    )
    way = Field(
        ("standby", supplier), translate("Inspector", "How it serves"), Control.PICK, standing(standby), choices=ways
    )
    inline = [way]
    if standby is not None and standby.after is not None:
        shown = show_delay(standby.after, ground.words)
        inline.append(Field(("delay", supplier), translate("Inspector", "after {}"), shown=shown))
    name = ground.label(supplier)
    return Row(
        ("choose", supplier),
        name,
        icon=ground.icon(supplier),
        inline=tuple(inline),
        drop=("leave", supplier),
        drop_name=translate("Inspector", "Let {name} leave the group").format(name=name),
    )


def _name(need: Need) -> Field:
    label = translate("Inspector", "Name")
    return Field(("need-name",), label, shown=need.name or "", hint="" if need.name else need.reference)
