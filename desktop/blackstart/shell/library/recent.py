"""Files the user has opened, kept from one start to the next."""

from pathlib import Path

from blackstart.shell.support.settings import Settings

MOST_FILES = 12
KEY = "library/recent"


class RecentFiles:
    """The last files, the one opened last first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def files(self) -> tuple[Path, ...]:
        return tuple(Path(line) for line in self._settings.text(KEY).split("\n") if line)

    def add(self, path: Path) -> None:
        place = path.resolve()
        self._keep([place, *(each for each in self.files() if each != place)])

    def drop(self, path: Path) -> None:
        self._keep([each for each in self.files() if each != path])

    def _keep(self, files: list[Path]) -> None:
        # One string, not a list: of a list of one an INI file gives back something else.
        self._settings.choose(KEY, "\n".join(str(each) for each in files[:MOST_FILES]))
