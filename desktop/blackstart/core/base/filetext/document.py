"""A file's text with what it says, and the line of every place in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property, partial

from blackstart.core.base.errors import DrillError
from blackstart.core.base.filetext.jsontext import compose_json, json_position, read_json
from blackstart.core.base.filetext.nodes import Node, TextFault, data, position, repeated_keys
from blackstart.core.base.filetext.yamltext import compose_yaml
from blackstart.core.base.findings import Finding, Severity
from blackstart.core.base.nearest import quoted
from blackstart.core.base.records.reading import Fault, Place, Reading, findings
from blackstart.core.base.words import said

LARGEST_YAML = 10 * 1024 * 1024  # bytes
LARGEST_JSON = 40 * 1024 * 1024  # bytes

MOST_SOUGHT = 16  # places that are sought one by one; to make all nodes takes no longer than for more of them

_MARK = "\ufeff"  # byte order mark, which some editors put first
_LINE_END = re.compile(r"\r\n|\r|\n")


class Document:
    """A text that has been read as JSON if it begins with ``{``, else as YAML.

    What begins with ``[`` is either: JSON if it can be read as that, which is faster.

    Attributes
    ----------
    text : str
        Without a byte order mark.
    source : str
        Name of the file, for messages.
    is_json : bool
        Whether it was read as JSON.
    data : object
        What it says: dicts, lists, strings, numbers, bools and None.
    """

    def __init__(self, text: str, source: str) -> None:
        """Read a text; DrillError names the line at which that is not possible."""
        self.text = text.removeprefix(_MARK)
        self.source = source
        self.is_json = self.text.lstrip().startswith("{")
        self._has_repeated_keys = True
        try:
            self.data = self._read()
        except TextFault as fault:
            raise DrillError([Finding("unreadable", source, self._line_of(fault.index), "", fault.message)]) from None

    @cached_property
    def root(self) -> Node:
        """The nodes of the text; for JSON they are made only when asked for."""
        return compose_json(self.text) if self.is_json else compose_yaml(self.text)

    def line(self, place: Place) -> int:
        """Return the line at which a place begins, from 1."""
        return self._line_of(self.index(place))

    def index(self, place: Place) -> int:
        """Return where in the text a place begins."""
        if self.is_json and "root" not in self.__dict__:  # to make all nodes takes as long as to read the drill
            return json_position(self.text, place)
        return position(self.root, place)

    def tell_repeated_keys(self, reading: Reading) -> None:
        """Gather keys that stand twice in one mapping."""
        if not self._has_repeated_keys:
            return
        for place, first, later in repeated_keys(self.root):
            lines = {"first": self._line_of(first), "later": self._line_of(later)}
            reading.fault("repeated-key", place, said("text.repeated", key=quoted(place[-1]), **lines))

    def findings(self, faults: Iterable[Fault], severity: Severity = Severity.FAULT) -> tuple[Finding, ...]:
        """Return faults with file and line, each once, in the order of the text."""
        once = list(dict.fromkeys(faults))
        index = self.index if len(once) <= MOST_SOUGHT else partial(position, self.root)
        places = {fault.place: index(fault.place) for fault in once}
        ordered = sorted(once, key=lambda fault: places[fault.place])
        return findings(ordered, self.source, lambda place: self._line_of(places[place]), severity)

    def _line_of(self, index: int) -> int:
        return bisect_right(self._line_starts, index) + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [end.end() for end in _LINE_END.finditer(self.text)]

    def _read(self) -> object:
        limit, kind = (LARGEST_JSON, "JSON") if self.is_json else (LARGEST_YAML, "YAML")
        if len(self.text) > limit or len(self.text.encode("utf-8", "surrogatepass")) > limit:
            raise TextFault(0, said("text.too-long", kind=kind, most=limit // 1024**2))
        if self.is_json:
            return self._read_json()
        if self.text.lstrip().startswith("["):
            with suppress(TextFault):
                read = self._read_json()
                self.is_json = True
                return read
        return data(self.root)

    def _read_json(self) -> object:
        read, self._has_repeated_keys = read_json(self.text)
        return read
