"""What there is to see in Draw: a map without and with something chosen, every field over it, tables and faults."""

from collections.abc import Callable

from blackstart.shell.draw.selection import Selection
from tests.journeys.visit import Visit

Take = Callable[[str], None]


def see_draw(visit: Visit, take: Take) -> None:
    """Look at the drill that is open, in Draw."""
    page, presenter = visit.rooms.draw, visit.rooms.desk.draw
    visit.frame.show_mode("draw")
    take("draw")
    components = presenter.document.topology.components
    busiest = max(components, key=lambda each: len(each.needs))
    presenter.select(Selection((busiest.id,)))
    take("draw-chosen")
    presenter.select(Selection(tuple(each.id for each in components[:3])))
    take("draw-many")
    page.weak.show_folded(is_folded=False)
    page.weak.table.setCurrentIndex(page.weak.table.model().index(1, 0))
    take("draw-weak")
    presenter.light(None)
    zones = presenter.document.topology.zones
    if zones:
        presenter.select(Selection(zone=zones[0].id))
        take("draw-zone")
    visit.wait(lambda: presenter.layout.plan is not None)
    if busiest.needs:
        presenter.select(Selection(need=(busiest.id, 0)))
        page.chosen.lock()
        take("draw-need")
        presenter.document.history.undo()
    see_fields(visit, take)


def see_fields(visit: Visit, take: Take) -> None:
    """Look at what is typed on the map, and at the tables."""
    page, presenter = visit.rooms.draw, visit.rooms.desk.draw
    first = presenter.document.topology.components[0].id
    presenter.select(Selection((first,)))
    page.in_place.add_here()
    take("draw-add")
    page.in_place.close()
    page.in_place.connect_chosen()
    take("draw-connect")
    page.in_place.close()
    page.find_by_name()
    take("draw-find")
    page.search.close()
    page.filter_kinds()
    take("draw-kinds")
    page.turn_to_tables()
    take("draw-table")
    page.turn_to_tables()
    presenter.select(Selection())


def see_faults(visit: Visit, take: Take) -> None:
    """Look at a drill with faults."""
    path = visit.folder / "faulty.drill"
    path.write_text(misspelt(visit.file.read_text(encoding="utf-8")), encoding="utf-8")
    visit.rooms.desk.open_drill(path)
    visit.wait(lambda: visit.frame.sheets.sheet is not None)
    take("faults")
    sheet = visit.frame.sheets.sheet
    assert sheet is not None
    sheet.close_sheet()
    path.unlink()


def misspelt(text: str) -> str:
    """Return a drill with faults in its map: two durations that are none, and what needs nothing there is."""
    for right, wrong in (
        ("restart:", "restart: soon #"),
        ('"restart":', '"restart": "soon", "rest":'),
        ("on: hall-", "on: hal-"),
    ):
        text = text.replace(right, wrong, 2)
    return text
