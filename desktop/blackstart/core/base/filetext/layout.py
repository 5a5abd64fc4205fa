"""How the parts of a list or mapping lie in a text: their own spans, and the comments and blank lines round them."""

import re
from dataclasses import dataclass

from blackstart.core.base.filetext.nodes import Alias, Mapping, Node, Scalar, Sequence

_BETWEEN = re.compile(r"(?:\s|(?:(?<=\s)|^)#[^\n]*)*")
_REST_OF_LINE = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=\r|\n|$)")
_ANCHOR = re.compile(r"&\S+")
_LINE_END = re.compile(r"\r\n|\n|\r")


class OddLayout(Exception):
    """A text is laid out in a way that cannot be edited in place."""


@dataclass(slots=True)
class Part:
    """One item of a list or entry of a mapping.

    Attributes
    ----------
    start, end : int
        From its dash or key to the end of its value, with the comments that belong to it.
    key : str
        Of an entry; ``""`` for an item.
    node : Node
        Its value.
    free : str
        What lies between the part before and this one and belongs to neither: a line end, blank lines, comments
        with a blank line under them.
    lead : str
        The comments right above it, and the margin on its own line.
    """

    start: int
    end: int
    key: str
    node: Node
    free: str
    lead: str


@dataclass(slots=True)
class Block:
    """A list or mapping that has a line for each part.

    Attributes
    ----------
    start, end : int
        Its span with the comments above the first part and behind the last.
    column : int
        At which its dashes or keys stand.
    is_inline : bool
        Whether the first part stands behind something else on its line, such as the dash of a list.
    """

    start: int
    end: int
    column: int
    is_inline: bool
    parts: list[Part]


def block_of(text: str, node: Sequence | Mapping) -> Block:
    """Return how the parts of a block list or mapping lie; it has at least one."""
    starts = _starts(text, node)
    values = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries]
    keys = [""] * len(values) if isinstance(node, Sequence) else [entry.key for entry in node.entries]
    line_start = _line_start(text, starts[0])
    column = starts[0] - line_start
    is_inline = bool(text[line_start : starts[0]].strip())
    begin = starts[0] if is_inline else _above(text, line_start)
    parts, behind = [], begin
    for index, (start, key, value) in enumerate(zip(starts, keys, values, strict=True)):
        limit = starts[index + 1] if index + 1 < len(starts) else len(text)
        end = _trail_end(text, max(value.end, start), column, limit)
        free, lead = _gap(text[behind:start])
        parts.append(Part(start, end, key, value, free, lead))
        behind = end
    return Block(begin, behind, column, is_inline, parts)


def value_start(text: str, node: Node) -> int:
    """Return where the text of a value begins that `block_of` would take as its span."""
    if isinstance(node, Scalar | Alias) or node.is_flow:
        return node.start
    return block_of(text, node).start


def _starts(text: str, node: Sequence | Mapping) -> list[int]:
    if isinstance(node, Mapping):
        return [entry.start for entry in node.entries]
    starts, behind = [], node.start
    anchor = _ANCHOR.match(text, behind)
    behind = behind if anchor is None else anchor.end()
    for item in node.items:
        between = _BETWEEN.match(text, behind)
        at = between.end() if between is not None else behind
        if not text.startswith("-", at) or at > item.start:
            raise OddLayout
        starts.append(at)
        behind = max(item.end, at + 1)
    return starts


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _above(text: str, line_start: int) -> int:
    """Return the end of the nearest line above that says something; 0 if there is none."""
    start = line_start
    while start > 0:
        end = start - (2 if text.startswith("\r\n", start - 2) else 1)
        previous = _line_start(text, end)
        line = text[previous:end].strip()
        if line and not line.startswith("#"):
            return end
        start = previous
    return 0


def _trail_end(text: str, index: int, column: int, limit: int) -> int:
    """Return the end of the comments that follow a part on its line and, further in than it, on the next ones."""
    rest = _REST_OF_LINE.match(text, index)
    if rest is None or rest.end() > limit:
        return index
    end = rest.end()
    while True:
        line_end = _LINE_END.match(text, end)
        if line_end is None:
            return end
        line = text[line_end.end() : _end_of_line(text, line_end.end())]
        inner = line.lstrip(" ")
        if not inner.startswith("#") or len(line) - len(inner) <= column or line_end.end() + len(line) > limit:
            return end
        end = line_end.end() + len(line)


def _end_of_line(text: str, index: int) -> int:
    found = re.compile(r"[^\r\n]*").match(text, index)
    return found.end() if found is not None else index


def _gap(between: str) -> tuple[str, str]:
    """Split the text before a part into what stands for itself, and the comments right above it with the margin."""
    lines = between.splitlines(keepends=True)
    if not lines or lines[-1].endswith(("\n", "\r")):
        lines.append("")  # the margin
    first = len(lines) - 1
    while first > 1 and lines[first - 1].strip().startswith("#"):
        first -= 1
    if first == 1 and lines[0].strip().startswith("#"):
        first = 0  # the head of the file
    return "".join(lines[:first]), "".join(lines[first:])
