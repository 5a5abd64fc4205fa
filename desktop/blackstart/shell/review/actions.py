"""What can be done in Review, with its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.playback import PACES, PHASES_OWN

translate = QCoreApplication.translate


def review_actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("review.play", translate("ReviewActions", "Play back or hold"), ("Space",)),
        ActionSpec("review.next", translate("ReviewActions", "To the next event"), (".",)),
        ActionSpec("review.before", translate("ReviewActions", "To the event before"), (",",)),
        ActionSpec("review.start", translate("ReviewActions", "To the beginning"), ("Home",)),
        ActionSpec("review.end", translate("ReviewActions", "To the end"), ("End",)),
        *(
            ActionSpec(f"review.pace-{number}", _pace_words(pace), (str(number),))
            for number, pace in enumerate(PACES, start=1)
        ),
        ActionSpec("review.playhead", translate("ReviewActions", "To the playhead"), ("P",)),
        ActionSpec("review.strips", translate("ReviewActions", "To the strips"), ("S",)),
        ActionSpec("review.choice", translate("ReviewActions", "Every component, services only, or by zone"), ("Z",)),
        ActionSpec("review.nearer", translate("ReviewActions", "Show less time, larger"), ("]",)),
        ActionSpec("review.farther", translate("ReviewActions", "Show more time"), ("[",)),
        ActionSpec("review.whole", translate("ReviewActions", "Show the whole run"), ("\\",)),
        ActionSpec("review.map", translate("ReviewActions", "Enlarge the map, or make it small"), ("M",)),
        ActionSpec("review.fit", translate("ReviewActions", "Show what is chosen, or the whole map"), ("F",)),
        ActionSpec("review.actual-size", translate("ReviewActions", "Show the map at 100 %"), ("Ctrl+0",)),
    )


def _pace_words(pace: int) -> str:
    if pace == PHASES_OWN:
        return translate("ReviewActions", "Play back at each phase’s pace")
    return translate("ReviewActions", "Play back at {pace}×").format(pace=f"{pace:,}")
