"""Only lines that are drawn can be pinned."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.shell.draw.line_pins import has_lines
from tests.core.topology.maps import topology

B = ComponentId("b")


def test_a_need_that_has_just_come_has_no_line_to_be_pinned() -> None:
    before = topology("a > b, c")
    drawing = route(before, arrange(before))
    assert has_lines(drawing, (B, 0))
    assert not has_lines(drawing, (B, 1))
