"""Drawings kept in a folder, so that a map that was drawn once is not drawn again.

Nothing depends on it: a folder that cannot be read or written, or was filled by somebody else, costs the time of
drawing and no more.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import write_bytes
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.sealed import fingerprint, sealed, unsealed
from blackstart.core.topology.model import Topology

MOST_BYTES = 32 * 1024**2  # of all together
LONGEST = 8 * 1024**2  # bytes of one; 10,000 components take 3 MB
MOST_DAYS = 90  # between the one used last and one that is thrown away

_SUFFIX, _HALF = ".drawing", ".part"
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The drawings of a folder, which is made when there is a first one; None = none are kept."""

    folder: Path | None = None

    def find(self, topology: Topology) -> Drawing | None:
        """Return the drawing of that very map, if it is there and sound."""
        file = self._file(topology)
        if file is None:
            return None
        try:
            if not file.is_file() or file.stat().st_size > LONGEST:
                return None
            drawing = unsealed(topology, file.read_bytes())
            if drawing is not None:
                os.utime(file)  # so that what is used stays
        except OSError:
            return None
        return drawing

    def keep(self, topology: Topology, drawing: Drawing) -> None:
        """Keep what `arrange` and `route` made of a map, and let go of what nobody has used for long."""
        file = self._file(topology)
        if file is None:
            return
        content = sealed(topology, drawing)
        if len(content) > LONGEST:
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(file, content)
            _thin_out(file.parent)
        except (OSError, UserError):
            return

    def _file(self, topology: Topology) -> Path | None:
        return None if self.folder is None else self.folder / f"{fingerprint(topology)}{_SUFFIX}"


def _thin_out(folder: Path) -> None:
    """Throw away what is too old, then the oldest as long as all together is too much."""
    found = []
    for file in folder.iterdir():
        if file.suffix in (_SUFFIX, _HALF):
            state = file.stat()
            found.append((state.st_mtime, state.st_size, file))
    found.sort(reverse=True, key=lambda each: each[0])
    room = MOST_BYTES
    for used, size, file in found:
        room -= size
        if room < 0 or found[0][0] - used > MOST_DAYS * _DAY_S:
            file.unlink(missing_ok=True)
