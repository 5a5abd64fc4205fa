"""A text changed in as few places as possible, so that it says something new: comments, order and quoting stay."""

import re
from dataclasses import dataclass

from blackstart.core.base.filetext.layout import Block, OddLayout, Part, block_of, value_start
from blackstart.core.base.filetext.matching import matches
from blackstart.core.base.filetext.nodes import Alias, Mapping, Node, Scalar, Sequence, data
from blackstart.core.base.filetext.render import (
    JsonStyle,
    YamlStyle,
    entry_lines,
    fits_on_a_line,
    item_lines,
    literal,
    scalar,
)

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_MARGIN = re.compile(r"[ \t]*")


class _Missing:
    """Stands for a key that is not given."""


_MISSING = _Missing()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a changed list or mapping holds at one place; `was` = which part it was, None = it is new."""

    was: int | None
    key: str
    old: object
    new: object


def spelt_out(text: str, root: Node) -> str:
    """Return a text with every ``*name`` replaced by what it stands for, so that each value can be changed alone."""
    found: list[Alias] = []
    _collect_aliases(root, found)
    for alias in sorted(found, key=lambda each: each.start, reverse=True):
        text = text[: alias.start] + YamlStyle().inline(data(alias)) + text[alias.end :]
    return text


class Rewriter:
    """Writes changes of records into the text that they were read from.

    The old records say what the text means, with everything left out that has its default; the new ones are made
    the same way. Keys that stand in the text though they say nothing new are left alone.
    """

    def __init__(self, text: str, is_json: bool) -> None:
        self._text = text
        self._is_json = is_json
        self._newline = "\r\n" if "\r\n" in text else "\n"

    def rewritten(self, root: Mapping, old: dict[str, object], new: dict[str, object]) -> str:
        """Return the whole text, changed; `OddLayout` if it is laid out in a way that cannot be."""
        begin = value_start(self._text, root)
        changed, end = self._changed(root, old, new)
        return self._text[:begin] + changed + self._text[end:]

    def _changed(self, node: Node, old: object, new: object) -> tuple[str, int]:
        """Return the new text of a list or mapping from its `value_start` on, and where the old one ended."""
        pieces = _pieces(node, old, new)
        if isinstance(node, Sequence | Mapping) and not node.is_flow:
            block = block_of(self._text, node)
            return self._block(block, pieces), block.end
        return self._flow(node, pieces), node.end

    def _block(self, block: Block, pieces: list[_Piece]) -> str:
        first = block.parts[0]
        gone = sorted(set(range(1, len(block.parts))) - {piece.was for piece in pieces})
        written = ""
        for position, piece in enumerate(pieces):
            comments = ""
            while piece.was is not None and gone and gone[0] < piece.was:
                comments += _standing_alone(block.parts[gone.pop(0)])
            part = None if piece.was is None else block.parts[piece.was]
            if position == 0:
                own = part.free if part not in (None, first) and "#" in part.free else ""
                above = first.free + (comments + (own or self._newline)).lstrip("\r\n")
                written = above + self._first_lead(block, part)
            elif part is None or part is first:
                written += comments + self._newline + self._usual_gap(block) + self._lead(block, part)
            else:
                written += comments + part.free + part.lead
            written += self._block_part(block, part, piece)
        return written + "".join(_standing_alone(block.parts[index]) for index in gone)

    def _usual_gap(self, block: Block) -> str:
        is_spaced = len(block.parts) > 1 and _BLANK_LINE.search(block.parts[-1].free) is not None
        return self._newline if is_spaced else ""

    def _lead(self, block: Block, part: Part | None) -> str:
        return part.lead if part is not None and part.lead else " " * block.column

    def _first_lead(self, block: Block, part: Part | None) -> str:
        lead = self._lead(block, part)
        if not block.is_inline:
            return lead
        return lead.strip() + self._newline + " " * block.column if lead.strip() else ""

    def _block_part(self, block: Block, part: Part | None, piece: _Piece) -> str:
        if part is None:
            is_open = any(isinstance(each.node, Mapping) and not each.node.is_flow for each in block.parts[-1:])
            return self._fresh_lines(block, piece, is_open)
        text = self._text
        if piece.old == piece.new:
            return text[part.start : part.end]
        if _can_change(part.node, piece.old, piece.new):
            changed, end = self._changed(part.node, piece.old, piece.new)
            return text[part.start : value_start(text, part.node)] + changed + text[end : part.end]
        trail = text[part.node.end : part.end]
        in_place = self._in_place(part.node, piece.new, block.column, has_trail=bool(trail.strip()))
        if in_place is None:
            return self._fresh_lines(block, piece, is_open=False)
        return self._before(part.start, part.node) + in_place + trail

    def _fresh_lines(self, block: Block, piece: _Piece, is_open: bool) -> str:
        if piece.key:
            return self._newline.join(entry_lines(piece.key, piece.new, block.column))
        return self._newline.join(item_lines(piece.new, block.column, is_open))

    def _in_place(self, node: Node, new: object, column: int, has_trail: bool) -> str | None:
        """Return a value as it can stand where one stood before; None if it needs lines of its own."""
        if isinstance(node, Sequence | Mapping) and not node.is_flow:
            return None
        if isinstance(new, str) and not has_trail and (lines := literal(new, column)) is not None:
            return self._newline.join(lines)
        if isinstance(new, dict | list):
            return YamlStyle().inline(new) if fits_on_a_line(new, column) else None
        return scalar(new)

    def _before(self, start: int, node: Node) -> str:
        """Return the text from a key or dash to its value, with the space that an empty value has not."""
        head = self._text[start : node.start]
        return head if head.endswith((" ", "\t", "\n", "\r")) else head + " "

    def _flow(self, node: Node, pieces: list[_Piece]) -> str:
        text = self._text
        spans = _spans(node)
        gaps = [text[before[1] : after[0]] for before, after in zip(spans, spans[1:], strict=False)]
        opening, closing = text[node.start : spans[0][0]], text[spans[-1][1] : node.end]
        usual = next((gap for gap in gaps if "#" not in gap), _usual_gap(opening))
        style = self._flow_style(spans[-1])
        written = opening
        for position, piece in enumerate(pieces):
            if position > 0:
                written += gaps[piece.was - 1] if piece.was else usual
            if piece.was is None:
                written += style.inline_entry(piece.key, piece.new) if piece.key else style.inline(piece.new)
            else:
                written += self._flow_part(spans[piece.was][0], _values(node)[piece.was], piece, style)
        return written + closing

    def _flow_part(self, start: int, value: Node, piece: _Piece, style: YamlStyle | JsonStyle) -> str:
        if piece.old == piece.new:
            return self._text[start : value.end]
        if _can_change(value, piece.old, piece.new):
            return self._text[start : value.start] + self._changed(value, piece.old, piece.new)[0]
        head = self._before(start, value) if piece.key else self._text[start : value.start]
        return head + style.inline(piece.new)

    def _flow_style(self, sibling: tuple[int, int]) -> YamlStyle | JsonStyle:
        """Return a style as the last part has it: JSON over several lines if that one stands on several."""
        if not self._is_json:
            return YamlStyle()
        start, end = sibling
        lines = self._text[start:end].splitlines()
        if len(lines) < 2:
            return JsonStyle()
        line_start = self._text.rfind("\n", 0, start) + 1
        margins = [_margin(self._text[line_start:start]), _margin(lines[1])]
        return JsonStyle(max(len(margins[1]) - len(margins[0]), 1), margins[0])


def _pieces(node: Node, old: object, new: object) -> list[_Piece]:
    if isinstance(node, Sequence) and isinstance(old, list) and isinstance(new, list):
        order = matches(old, new)
        return [
            _Piece(was, "", _MISSING if was is None else old[was], value) for was, value in zip(order, new, strict=True)
        ]
    if isinstance(node, Mapping) and isinstance(old, dict) and isinstance(new, dict):
        return _entries(node, old, new)
    raise OddLayout


def _entries(node: Mapping, old: dict[str, object], new: dict[str, object]) -> list[_Piece]:
    pieces = [
        _Piece(index, entry.key, old.get(entry.key, _MISSING), new.get(entry.key, _MISSING))
        for index, entry in enumerate(node.entries)
        if entry.key in new or entry.key not in old
    ]
    place = 0
    for key, value in new.items():
        found = next((index for index, piece in enumerate(pieces) if piece.key == key), None)
        if found is not None:
            place = found + 1
        elif old.get(key, _MISSING) != value:
            pieces.insert(place, _Piece(None, key, _MISSING, value))
            place += 1
    return pieces


def _can_change(node: Node, old: object, new: object) -> bool:
    """Whether a list or mapping can become another by changes of its parts; one without parts is written anew."""
    if isinstance(node, Mapping):
        return isinstance(old, dict) and isinstance(new, dict) and bool(node.entries) and bool(new)
    if isinstance(node, Sequence):
        return isinstance(old, list) and isinstance(new, list) and len(node.items) == len(old) > 0 and bool(new)
    return False


def _values(node: Node) -> list[Node]:
    if isinstance(node, Sequence):
        return node.items
    return [entry.value for entry in node.entries] if isinstance(node, Mapping) else []


def _spans(node: Node) -> list[tuple[int, int]]:
    if isinstance(node, Mapping):
        return [(entry.start, entry.value.end) for entry in node.entries]
    return [(value.start, value.end) for value in _values(node)]


def _usual_gap(opening: str) -> str:
    return f",{opening[1:]}" if "\n" in opening and "#" not in opening else ", "


def _standing_alone(part: Part) -> str:
    return part.free.rstrip() if "#" in part.free else ""


def _margin(line: str) -> str:
    found = _MARGIN.match(line)
    return found[0] if found is not None else ""


def _collect_aliases(node: Node, found: list[Alias]) -> None:
    if isinstance(node, Alias):
        found.append(node)
    elif not isinstance(node, Scalar):
        for value in _values(node):
            _collect_aliases(value, found)
