import pytest
from PySide6.QtGui import QPalette

from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.support.theme import DARK, LIGHT, THEMES, contrast, theme

READABLE, VISIBLE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
TEXTS = [
    *((text, ground) for text in ("tx1", "tx2", "tx3") for ground in ("bg0", "bg1", "bg2")),
    *((text, "bg3") for text in ("tx1", "tx2")),
    ("inkon", "ink"),
    ("tx1", "card"),
    ("tx2", "card"),
    ("tx1", "degf"),
    ("tx1", "recf"),
    ("tx2", "degf"),
    ("tx2", "recf"),
    ("ondown", "downf"),
    ("ondown2", "downf"),
    ("tx2", "zone"),
]
SHAPES = [
    *((state, "bg0") for state in ("op", "deg", "down", "rec", "iso")),
    *((state, "card") for state in ("op", "deg", "down", "rec", "iso", "ln2")),
    ("downg", "downf"),
    ("deg", "degf"),
    ("rec", "recf"),
    ("edge", "bg0"),
    ("edge", "zone"),
    ("ln2", "bg1"),
    ("ink", "bg0"),
]


@pytest.mark.parametrize("is_contrast_high", [False, True])
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_every_text_can_be_read_on_its_ground(name: str, text: str, ground: str, *, is_contrast_high: bool) -> None:
    chosen = theme(name, is_contrast_high=is_contrast_high)
    assert contrast(chosen.color(text), chosen.color(ground)) >= READABLE


@pytest.mark.parametrize("name", THEMES)
def test_in_high_contrast_a_running_card_has_a_border_that_can_be_seen(name: str) -> None:
    chosen = theme(name, is_contrast_high=True)
    assert contrast(chosen.color("cardln"), chosen.color("zone")) >= VISIBLE


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_every_shape_stands_out_from_its_ground(name: str, shape: str, ground: str) -> None:
    assert contrast(theme(name).color(shape), theme(name).color(ground)) >= VISIBLE


def test_both_themes_have_the_same_tokens() -> None:
    assert theme(DARK).colors.keys() == theme(LIGHT).colors.keys()


def test_black_on_white_has_the_greatest_contrast() -> None:
    palette = QPalette()
    white, black = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Base)
    white.setRgb(255, 255, 255)
    black.setRgb(0, 0, 0)
    assert contrast(white, black) == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_leaves_no_token_open(name: str) -> None:
    assert "$" not in stylesheet(theme(name))


@pytest.mark.parametrize("name", THEMES)
def test_what_fusion_paints_by_itself_takes_the_themes_ground(name: str) -> None:
    assert theme(name).palette().color(QPalette.ColorRole.Window) == theme(name).color("bg1")


@pytest.mark.parametrize("name", THEMES)
def test_words_of_twice_the_size_are_asked_for_in_the_sheet(name: str) -> None:
    assert "font-size: 26px" in stylesheet(theme(name), 200)
    assert "font-size: 26px" not in stylesheet(theme(name))
