"""Pictures of every page in every look, to be looked at one by one.

    python -m tests.journeys.tour FOLDER [WORD ...]

WORD leaves out the rounds whose name does not hold one of the words; a round is one window from start to end. The
pictures are called ROUND-SCENE.png.
"""

import sys
from multiprocessing import get_context
from pathlib import Path

from PySide6.QtWidgets import QWidget

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import End, Jump
from tests.journeys.draw_scenes import see_draw, see_faults
from tests.journeys.review_scenes import Take, see_review
from tests.journeys.run_scenes import see_before, see_hot_wash, see_rooms
from tests.journeys.visit import LARGE, SMALL, Round, Visit

HALF_AN_HOUR, OVERDUE, TWO_HOURS = Seconds(1800), Seconds(2400), Seconds(7200)


def walk(wanted: Round, out: Path) -> None:
    """Go through everything there is to see in one window."""
    visit = Visit(wanted)

    def take(scene: str, part: QWidget | None = None) -> None:
        visit.picture(part).save(str(out / f"{wanted.name}-{scene}.png"))

    see_empty(visit, take)
    see_sheets(visit, take)
    see_run(visit, take)
    display = visit.show_display()
    visit.picture(display).save(str(out / f"{wanted.name}-display.png"))
    see_end(visit, take)
    visit.picture(display).save(str(out / f"{wanted.name}-display-ended.png"))
    visit.close()


def see_empty(visit: Visit, take: Take) -> None:
    take("library-empty")
    for mode in ("run", "review", "draw"):
        visit.frame.show_mode(mode)
        take(f"{mode}-empty")
    visit.open_drill()
    take("run-before")
    see_draw(visit, take)
    see_faults(visit, take)
    visit.frame.show_mode("script")
    take("script")


def see_sheets(visit: Visit, take: Take) -> None:
    frame = visit.frame
    frame.show_mode("library")
    sheets = {"palette": frame.show_palette, "keys": frame.show_keys, "settings": frame.sheets.open_settings}
    for name, show in sheets.items():
        show()
        take(name)
        sheet = frame.sheets.sheet
        assert sheet is not None
        sheet.close()
    frame.show_mode("run")


def see_run(visit: Visit, take: Take) -> None:
    see_before(visit, take)
    visit.begin()
    take("run-0")
    visit.play_half_an_hour()
    take("run-30min")
    visit.hold()
    take("run-paused")
    visit.do(Jump(OVERDUE))
    take("run-overdue")
    see_rooms(visit, take)
    visit.do(Jump(TWO_HOURS))
    take("run-2h")
    visit.rooms.run.map.actual_size()
    take("run-100")
    visit.rooms.run.map.fit()
    picture = visit.rooms.run.map.picture
    assert picture is not None
    visit.rooms.desk.run.map.choose(next(iter(picture.faces)))
    take("run-chosen")
    visit.rooms.desk.run.map.choose(None)
    visit.frame.messages.say("There is no such file: somewhere/pangyo.drill")
    take("run-message")


def see_end(visit: Visit, take: Take) -> None:
    visit.do(End())
    take("run-ended")
    see_hot_wash(visit, take)
    visit.look_back(TWO_HOURS)
    take("review")
    visit.rooms.desk.review.seek(HALF_AN_HOUR)
    take("review-30min")
    visit.frame.show_mode("library")
    take("library-runs")
    if visit.is_pangyo:
        see_review(visit, take)


ROUNDS = (
    *(Round(f"{theme}-{size.width()}", size, theme) for theme in ("dark", "light") for size in (LARGE, SMALL)),
    Round("ko-dark-1600", language="ko"),
    Round("ko-light-1280", SMALL, "light", language="ko"),
    Round("text200-dark-1600", text_size=200),
    Round("text200-light-1280", SMALL, "light", text_size=200),
    Round("text200-ko-dark-1280", SMALL, language="ko", text_size=200),
    Round("text150-light-1600", theme="light", text_size=150),
    Round("contrast-dark-1600", is_contrast_high=True),
    Round("contrast-light-1280", SMALL, "light", is_contrast_high=True),
    Round("n36-light-1600", theme="light", count=36),
    Round("n300-dark-1600", count=300),
    Round("n300-light-1280", SMALL, "light", count=300),
    Round("n10000-dark-1600", count=10_000),
)


def main(out: Path, words: list[str]) -> None:
    """Take all pictures, or those of some rounds."""
    out.mkdir(parents=True, exist_ok=True)
    for wanted in ROUNDS:
        if not words or any(word in wanted.name for word in words):
            print(wanted.name, flush=True)
            process = get_context("spawn").Process(target=walk, args=(wanted, out))
            process.start()
            process.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
