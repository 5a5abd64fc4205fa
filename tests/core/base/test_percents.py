import pytest

from blackstart.core.base.percents import format_percent, parse_percent


@pytest.mark.parametrize(
    ("written", "permille"), [("40 %", 400), ("40%", 400), ("0.1 %", 1), ("100.0 %", 1000), ("0 %", 0)]
)
def test_a_percent_is_read_as_permille(written: str, permille: int) -> None:
    assert parse_percent(written) == permille


@pytest.mark.parametrize("written", ["40", 40, 0.4, "0.05 %", "-1 %", "%", "1e1 %", None, "٤ %", "4 0 %"])
def test_anything_else_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not a percent; write it as 40 % or 0.1 %"):
        parse_percent(written)


def test_more_than_a_hundred_percent_is_refused() -> None:
    with pytest.raises(ValueError, match="'100.1 %' is more than 100 %"):
        parse_percent("100.1 %")


def test_what_is_written_is_read_back() -> None:
    assert [parse_percent(format_percent(permille)) for permille in range(1001)] == list(range(1001))
