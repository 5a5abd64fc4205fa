"""Paint the golden pictures anew into a folder.

    python -m tests.golden.paint FOLDER

To accept what the program looks like now, give the folder `tests/golden/pictures` and look at the difference.
"""

import sys
from multiprocessing import get_context
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from blackstart.core.base.simtime import Seconds
from tests.journeys.visit import Round, Visit

SHRUNK = 4  # a quarter as wide and high: layout and colours stay, the edges of letters do not


def shrunk(picture: QImage) -> QImage:
    size = picture.size() / SHRUNK
    mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(size, *mode).convertToFormat(QImage.Format.Format_RGB32)


def paint(theme: str, out: Path) -> None:
    """Paint the pictures of one theme."""
    visit = Visit(Round(theme, theme=theme))
    visit.frame.messages.setMaximumHeight(0)  # what it says goes away by itself

    def keep(name: str, picture: QImage) -> None:
        shrunk(picture).save(str(out / f"{name}-{theme}.png"))

    visit.wait(lambda: bool(visit.rooms.library.cards))
    keep("library", visit.picture())
    visit.open_drill()
    visit.begin()
    visit.hold()  # nothing moves from here on
    visit.play_half_an_hour()
    keep("run", visit.picture())
    display = visit.show_display()
    keep("display", visit.picture(display))
    if theme == "dark":
        view = visit.rooms.run.map
        view.actual_size()
        keep("map-actual-size", visit.picture(view))
        for name, factor in (("map-near", 2.0), ("map-far", 0.3)):
            view.fit()
            view.zoom(factor)
            keep(name, visit.picture(view))
    visit.look_back(Seconds(1200))
    keep("review", visit.picture())
    visit.speak("ko")
    keep("display-ko", visit.picture(display))
    visit.close()


def main(out: Path) -> None:
    """Paint all of them, each theme in a process of its own."""
    out.mkdir(parents=True, exist_ok=True)
    for theme in ("dark", "light"):
        process = get_context("spawn").Process(target=paint, args=(theme, out))
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(process.exitcode)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
