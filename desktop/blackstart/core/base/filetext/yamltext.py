"""YAML 1.2 as a tree of nodes: no tags, no objects, bounded depth and aliases; ``on`` and ``off`` are words."""

import re
from collections.abc import Iterator
from typing import Any

from blackstart.core.base.filetext.nodes import (
    DEEPEST,
    Alias,
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    TextFault,
    too_deep,
)
from blackstart.core.base.filetext.plainwords import meaning
from blackstart.core.base.filetext.yaml_faults import yaml_words
from blackstart.core.base.words import Said, said

MOST_REPEATED = 100_000  # nodes that aliases may add: keeps a few lines from growing into gigabytes

_NO_CHARACTER = re.compile(r"\\U(?!0010|000)[0-9a-fA-F]{8}")
_COLON = re.compile(r"\s*:")
_DASH = re.compile(r"(?:\s|#[^\n]*)*-")


def compose_yaml(text: str) -> Node:
    """Return the nodes of the one document in a YAML text.

    Raises
    ------
    TextFault
        At the first thing that is not YAML, or that drill files do not hold.
    """
    # Loading ruamel.yaml takes 30 ms, for which a drill written as JSON need not wait.
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _Composer(text, iter(YAML(typ="safe", pure=True).parse(text))).document()
    except (ValueError, OverflowError):  # ruamel.yaml 0.19 hands "\\U0011FFFF" to chr() without a look
        found = _NO_CHARACTER.search(text)
        raise TextFault(found.start() if found else 0, _no_yaml(said("yaml.escape"))) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(part) for part in (error.context, error.problem) if part)
        raise TextFault(mark.index if mark is not None else 0, _no_yaml(yaml_words(what))) from None
    except YAMLError as error:
        at = getattr(error, "position", 0)
        reason = getattr(error, "reason", None)
        what = yaml_words(reason) if reason else said("yaml.breaks-off")
        raise TextFault(at if isinstance(at, int) else 0, _no_yaml(what)) from None


class _Composer:
    def __init__(self, text: str, events: Iterator[Any]) -> None:
        self._text = text
        self._events = events
        self._anchors: dict[str, tuple[Node, int]] = {}  # node and number of nodes in it
        self._nodes = 0
        self._repeated = 0

    def document(self) -> Node:
        next(self._events)  # the stream
        event = next(self._events)  # the document
        if not _is(event, "DocumentStart"):
            raise TextFault(0, said("text.empty"))
        root = self._node(next(self._events), 1)
        if not _is(next(self._events), "DocumentEnd"):
            raise TextFault(len(self._text), _no_yaml(said("yaml.follows")))
        after = next(self._events)
        if _is(after, "DocumentStart"):
            raise TextFault(after.start_mark.index, said("text.second-document"))
        return root

    def _node(self, event: Any, depth: int) -> Node:
        start = event.start_mark.index
        if depth > DEEPEST:
            raise TextFault(start, too_deep())
        if _is(event, "Alias"):
            return self._alias(event)
        if event.tag is not None:
            raise TextFault(start, said("text.tag", tag=event.tag))
        nodes_before = self._nodes
        self._nodes += 1
        node = self._untagged(event, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._nodes - nodes_before)
        return node

    def _untagged(self, event: Any, depth: int) -> Node:
        if _is(event, "Scalar"):
            return Scalar(event.start_mark.index, self._end(event), _value(event))
        if _is(event, "SequenceStart"):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _alias(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor not in self._anchors:
            raise TextFault(start, said("text.no-anchor", anchor=event.anchor))
        target, size = self._anchors[event.anchor]
        self._repeated += size
        self._nodes += size
        if self._repeated > MOST_REPEATED:
            raise TextFault(start, said("text.aliases", most=MOST_REPEATED))
        return Alias(start, end, target)

    def _sequence(self, event: Any, depth: int) -> Node:
        node = Sequence(event.start_mark.index, event.end_mark.index, bool(event.flow_style))
        for item in iter(self._next, None):
            if _is(item, "SequenceEnd"):
                node.end = item.end_mark.index if node.is_flow else _last_end(node.items, node.start)
                break
            behind = node.items[-1].end if node.items else node.start
            node.items.append(self._placed(self._node(item, depth + 1), _DASH, behind))
        return node

    def _mapping(self, event: Any, depth: int) -> Node:
        node = Mapping(event.start_mark.index, event.end_mark.index, bool(event.flow_style))
        for key in iter(self._next, None):
            if _is(key, "MappingEnd"):
                values = [entry.value for entry in node.entries]
                node.end = key.end_mark.index if node.is_flow else _last_end(values, node.start)
                break
            if not _is(key, "Scalar"):
                raise TextFault(key.start_mark.index, said("text.odd-key"))
            self._node(key, depth)  # for its anchor and tag
            value = self._placed(self._node(self._next(), depth + 1), _COLON, key.end_mark.index)
            node.entries.append(Entry(str(key.value), key.start_mark.index, value))
        return node

    def _placed(self, node: Node, indicator: re.Pattern[str], behind: int) -> Node:
        """Put an empty value right behind its colon or dash; the parser has it where the next thing begins."""
        if isinstance(node, Scalar) and node.start == node.end:
            found = indicator.match(self._text, behind)
            if found is not None:
                node.start = node.end = found.end()
        return node

    def _next(self) -> Any:
        return next(self._events)

    def _end(self, event: Any) -> int:
        end: int = event.end_mark.index
        if event.style not in ("|", ">"):
            return end
        return _end_of_block(self._text, event.start_mark.index, end)


def _no_yaml(what: str) -> Said:
    return said("text.no-yaml", what=what)


def _is(event: Any, kind: str) -> bool:
    return type(event).__name__ == f"{kind}Event"


def _value(event: Any) -> object:
    is_plain = event.implicit[0] and event.style is None
    return meaning(str(event.value)) if is_plain else str(event.value)


def _last_end(nodes: list[Node], otherwise: int) -> int:
    return max(nodes[-1].end, otherwise) if nodes else otherwise


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return the end of a block scalar's last line; the parser's own end lies behind comments that follow it."""
    lines = text[start:end].splitlines(keepends=True)
    header = lines[0]
    bodies = [line for line in lines[1:] if line.strip()]
    indent = min((_indent(line) for line in bodies[:1]), default=0)
    length, kept = len(header), len(header.rstrip("\r\n"))
    for line in lines[1:]:
        if line.strip() and _indent(line) < indent:
            break
        length += len(line)
        if line.strip() or "+" in header.split("#")[0]:
            kept = length - len(line) + len(line.rstrip("\r\n"))
    return start + kept


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
