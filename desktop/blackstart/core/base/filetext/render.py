"""Plain records as fresh text: tidy YAML, or JSON."""

import json
import re

from blackstart.core.base.filetext.plainwords import meaning

WIDTH = 100  # columns that a list or mapping may take on one line
_STEP = "  "

# As plain words these would be read as something else, here or by other YAML readers.
_NUMBER_LIKE = re.compile(r"[-+.]?[0-9][0-9_.:eExXoObBa-fA-F+-]*")
_PLAIN = re.compile(r"[\w(/$][^\n\r\t\x85\u2028\u2029\ufeff]*", re.UNICODE)
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:]")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


class YamlStyle:
    """YAML on one line: quotes only where they are needed."""

    def inline(self, value: object) -> str:
        """Return ``{id: login, on: [a, b]}`` and the like."""
        if isinstance(value, dict):
            return "{" + ", ".join(self.inline_entry(key, each) for key, each in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.inline(each) for each in value) + "]"
        return scalar(value, in_flow=True)

    def inline_entry(self, key: str, value: object) -> str:
        """Return ``key: value``."""
        return f"{scalar(key, in_flow=True)}: {self.inline(value)}"


class JsonStyle:
    """JSON; over several lines if `step` is not None: the spaces of one level, and those before the first line."""

    def __init__(self, step: int | None = None, margin: str = "") -> None:
        self._step = step
        self._margin = margin

    def inline(self, value: object) -> str:
        """Return the value; further lines begin with the margin."""
        written = json.dumps(value, ensure_ascii=False, indent=self._step)
        return written.replace("\n", "\n" + self._margin)

    def inline_entry(self, key: str, value: object) -> str:
        """Return ``"key": value``."""
        return f"{json.dumps(key, ensure_ascii=False)}: {self.inline(value)}"


def scalar(value: object, in_flow: bool = False) -> str:
    """Return one value as YAML on one line."""
    if isinstance(value, float) and "." not in repr(value):
        return repr(value).replace("e", ".0e")  # without a point it would be a word
    if not isinstance(value, str):
        return json.dumps(value)
    return value if _is_plain(value, in_flow) else _quoted(value)


def yaml_text(record: dict[str, object]) -> str:
    """Return a whole YAML file."""
    return "\n".join(line for key, value in record.items() for line in entry_lines(key, value, 0)) + "\n"


def entry_lines(key: str, value: object, column: int) -> list[str]:
    """Return a key with its value in the lines of a mapping that stands at `column`; the first is not indented."""
    name = scalar(key, in_flow=True)
    if isinstance(value, str) and (block := literal(value, column)) is not None:
        return [f"{name}: {block[0]}", *block[1:]]
    if not isinstance(value, dict | list):
        return [f"{name}: {scalar(value)}"]
    if fits_on_a_line(value, column + len(name) + 2):
        return [f"{name}: {YamlStyle().inline(value)}"]
    inner = column + len(_STEP)
    margin = " " * inner
    if isinstance(value, list):
        return [f"{name}:", *(line for item in value for line in _indented(item_lines(item, inner), margin))]
    entries = [entry_lines(each, value[each], inner) for each in value]
    return [f"{name}:", *(line for lines in entries for line in _indented(lines, margin))]


def item_lines(value: object, column: int, is_open: bool = False) -> list[str]:
    """Return an item in the lines of a list whose dashes stand at `column`; the first line is not indented.

    `is_open` gives each key of a mapping its line even if all would fit on one.
    """
    if isinstance(value, str) and (block := literal(value, column)) is not None:
        return [f"- {block[0]}", *block[1:]]
    if not isinstance(value, dict | list):
        return [f"- {scalar(value)}"]
    if fits_on_a_line(value, column + 2) and not (is_open and value):
        return [f"- {YamlStyle().inline(value)}"]
    inner = column + len(_STEP)
    if isinstance(value, list):
        blocks = [item_lines(item, inner) for item in value]
    else:
        blocks = [entry_lines(key, each, inner) for key, each in value.items()]
    first, *rest = [line for lines in blocks for line in _indented(lines, " " * inner)]
    return ["- " + first.removeprefix(" " * inner), *rest]


def fits_on_a_line(value: object, column: int) -> bool:
    """Whether a list or mapping reads well on one line that begins at `column`."""
    if not value:
        return True
    return _is_leafy(value) and not _holds_mappings(value) and column + len(YamlStyle().inline(value)) <= WIDTH


def literal(value: str, column: int) -> list[str] | None:
    """Return a text of several lines as ``|`` and its lines, under a key at `column`; None if that cannot hold it."""
    lines = value.removesuffix("\n").split("\n")
    if len(lines) < 2 or not lines[-1] or lines[0][:1] in ("", " ", "\t") or not all(_is_kept(line) for line in lines):
        return None
    margin = " " * (column + len(_STEP))
    return ["|" if value.endswith("\n") else "|-", *(margin + line if line else "" for line in lines)]


def _is_kept(line: str) -> bool:
    return not _ESCAPED.search(line) and "\r" not in line and (not line or bool(line.strip()))


def _indented(lines: list[str], margin: str) -> list[str]:
    # Only the first line: those after it are already at their own column.
    return [margin + lines[0], *lines[1:]]


def _is_leafy(value: object) -> bool:
    if isinstance(value, dict):
        return not any(_holds_mappings(each) or not _is_leafy(each) for each in value.values())
    if isinstance(value, list):
        return all(_is_leafy(each) for each in value)
    return not isinstance(value, str) or "\n" not in value


def _holds_mappings(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _is_plain(value: str, in_flow: bool) -> bool:
    return (
        isinstance(meaning(value), str)
        and _PLAIN.fullmatch(value) is not None
        and _NUMBER_LIKE.fullmatch(value) is None
        and not value.endswith((" ", ":"))
        and ": " not in value
        and " #" not in value
        and _ESCAPED.search(value) is None
        and not (in_flow and _NOT_IN_FLOW.search(value))
    )


def _quoted(value: str) -> str:
    # JSON leaves some characters as they are that YAML takes for line ends, or refuses.
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
