"""The rooms of the window: each page built, joined to the desk and put into the frame."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from blackstart.core.base.ids import ComponentId
from blackstart.core.record.exchange import is_run
from blackstart.core.topology.model import Topology
from blackstart.shell.actions.offer import Offer
from blackstart.shell.canvas.reach import around
from blackstart.shell.canvas.view import MapView
from blackstart.shell.display.screens import Screens
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.library.workspace import LibraryWorkspace
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.run.safety.words import SafetyWords
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.dialogs import open_dialog
from blackstart.shell.window.actions import DRAW, LIBRARY, REVIEW, RUN, key_of
from blackstart.shell.window.another import open_another
from blackstart.shell.window.back_to_findings import BackToFindings
from blackstart.shell.window.before_run import BeforeRun
from blackstart.shell.window.desk import Desk
from blackstart.shell.window.destinations import components, drills, runs
from blackstart.shell.window.faults_room import FaultsRoom
from blackstart.shell.window.file_drop import FileDrop
from blackstart.shell.window.finding import Batch
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.message_bar import Message
from blackstart.shell.window.pages import later_pages
from blackstart.shell.window.paper_dialogs import PaperDialogs
from blackstart.shell.window.projection import Projection
from blackstart.shell.window.review_wait import ReviewWait
from blackstart.shell.window.unrecorded import Unrecorded

translate = QCoreApplication.translate

ROUND_CARD_PX = 200.0  # what is seen of the map round a card that was looked for


class Rooms(QObject):
    """Everything the frame shows once the program is loaded."""

    def __init__(self, frame: Frame, desk: Desk, look: Look, screens: Screens | None = None) -> None:
        super().__init__(frame)
        self._frame = frame
        self.desk = desk
        self._look = look
        self._is_leaving = False
        self._instead = ""  # the sentence by which a run is offered to go on with
        self._offered_on = ""  # the page on which it was
        PaperDialogs(desk.papers, frame)
        self.projection = Projection(desk.run, desk.worker, look, screens or Screens(), frame)
        self._before = BeforeRun(desk, self)
        self._back = BackToFindings(frame, desk)
        self._unrecorded = Unrecorded(desk, lambda: self.run, self)
        self._review_wait = ReviewWait(desk.review, self)
        self.library, self.run, self.review = self._build()
        self._join_frame()
        look.relaid.connect(self._rebuild)

    def ask_for_file(self) -> None:
        """Let the user choose a drill file, without stopping the clock of a run."""
        dialog = QFileDialog(self._frame, translate("Rooms", "Open a drill file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([translate("Rooms", "Drills (*.drill)"), translate("Rooms", "All files (*)")])
        dialog.fileSelected.connect(lambda path: self._open(Path(path)))
        open_dialog(dialog)

    def move_library(self, path: Path | None) -> None:
        """Keep runs in another library, None = the usual one; raises what `Desk.move_library` raises."""
        self.desk.move_library(path)

    def found(self) -> tuple[Batch, ...]:
        """Return what the command palette leads to beside the actions."""
        desk, language = self.desk, self._look.language
        return (
            components(self._shown_topology(), language, self._show_component),
            drills(desk.shelf.books, language, self._open),
            runs(desk.runs(), desk.shelf.title_of, desk.look_back, desk.continue_run),
        )

    def _shown_topology(self) -> Topology | None:
        desk = self.desk
        shown = {DRAW: desk.draw.document.topology, RUN: desk.run.map.topology, REVIEW: desk.review.topology}
        return shown.get(self._frame.mode)

    def _show_component(self, component: ComponentId) -> None:
        """Choose a card, and bring it to the middle of its map."""
        if self._frame.mode == DRAW:
            self.desk.draw.select(Selection((component,)))
            _bring(self.draw.map, (component,))
        elif self._frame.mode == RUN:
            self.desk.run.map.choose(component)
            _bring(self.run.map, (component,))
        else:
            self.desk.review.choose(component)
            _bring(self.review.map, (component,))

    def _show_drawn(self, components: tuple[ComponentId, ...]) -> None:
        """Choose them where they can be mended; those of a drill that is not open there, at the console."""
        drawn = self.desk.draw.document.topology
        if not all(each in drawn for each in components):
            self._show_component(components[0])
            return
        self._frame.show_mode(DRAW)
        self.desk.draw.select(Selection(components))
        _bring(self.draw.map, components)
        self._back.offer()

    def _build(self) -> tuple[LibraryWorkspace, RunWorkspace, ReviewWorkspace]:
        """Build the pages in the language of the moment and put them into the frame."""
        desk, frame, look = self.desk, self._frame, self._look
        library = LibraryWorkspace(key_of("window.open"), look, key_of("window.palette"), key_of("window.new"))
        run = RunWorkspace(desk.run, look)
        review = ReviewWorkspace(desk.review, look)
        self.draw = DrawWorkspace(desk.draw, look, key_of("window.palette"))
        self.draw.top.palette_wished.connect(frame.show_palette)
        frame.furnish(LIBRARY, library)
        frame.furnish(DRAW, self.draw)
        for mode, page in later_pages(look).items():
            frame.furnish(mode, page)
        frame.furnish(RUN, run)
        frame.furnish(REVIEW, review)
        desk.shelf.volumes_shown.connect(library.show_volumes)
        desk.shelf.runs_shown.connect(library.show_runs)
        library.drop_wished.connect(desk.shelf.drop)
        library.palette_wished.connect(frame.show_palette)
        library.open_wished.connect(self.ask_for_file)
        library.new_wished.connect(desk.papers.begin)
        library.drill_wished.connect(self._open)
        library.setup_wished.connect(self._before.set_up)
        library.rehearsal_wished.connect(self._before.rehearse)
        library.continue_wished.connect(desk.continue_run)
        library.review_wished.connect(desk.look_back)
        library.run_deeds.rename_wished.connect(desk.recorded.rename)
        library.run_deeds.delete_wished.connect(desk.delete_run)
        library.run_deeds.export_wished.connect(desk.recorded.export)
        library.run_deeds.import_wished.connect(desk.recorded.take_in_all)
        desk.recorded.taken_in.connect(library.runs.choose)
        run.review_wished.connect(desk.look_back_at_last)
        run.side.end.again_wished.connect(desk.again.put_back)
        run.library_wished.connect(frame.rail.button(LIBRARY).click)
        run.draw_wished.connect(frame.rail.button(DRAW).click)
        run.drawn_wished.connect(self._show_drawn)
        frame.messages.offers.connect(run.step_back)
        run.step_back(frame.messages.is_offering)
        run.room_changed.connect(frame.messages.place_again)
        self.projection.join(run.bar.projector)
        return library, run, review

    def _rebuild(self) -> None:
        """Put pages in another language in place of those there are; what they show is told anew."""
        draft, chosen, typing = self.run.draft, self.library.choice, self._frame.typing_place()
        refused, looking_back = self.draw.inspector.drafts, self.review.drafts
        self.library, self.run, self.review = self._build()
        self.run.take_draft(draft)
        self.draw.inspector.take_drafts(refused)
        self.review.take_drafts(looking_back)
        self.desk.tell_all()
        self.library.choose(chosen)
        if typing is not None:
            self._frame.type_on(typing)

    def _join_frame(self) -> None:
        desk, frame = self.desk, self._frame
        frame.open_wished.connect(self.ask_for_file)
        frame.mode_shown.connect(self._look_in)
        frame.closing.connect(self.projection.close)
        frame.closing.connect(self._unrecorded.close)
        frame.closing.connect(desk.close)
        frame.hold_back = self._hold_back
        frame.new_wished.connect(desk.papers.begin)
        frame.another_wished.connect(open_another)
        desk.run.safety.shown.connect(self._warn)
        desk.run.safety.folder_wished.connect(frame.sheets.folder_wished)
        frame.save_wished.connect(desk.papers.save)
        frame.save_as_wished.connect(desk.papers.save_as)
        frame.revert_wished.connect(desk.papers.revert)
        desk.draw.document.filed.connect(self._show_name)
        desk.draw.document.modified.connect(self._show_name)
        desk.draw.document.described.connect(self._show_name)
        frame.sources = (self.found,)
        frame.renew_palette()  # which may be open since before there was anything to find
        desk.shelf.volumes_shown.connect(frame.renew_palette)
        desk.shelf.runs_shown.connect(frame.renew_palette)
        FileDrop(frame).dropped.connect(self._open_all)
        desk.mode_wished.connect(frame.messages.hide)  # what was offered is done, or was passed over
        desk.mode_wished.connect(frame.show_mode)
        desk.mode_wished.connect(self._before.look)
        self._before.opened.connect(self._do_at_the_console)
        self._back.wished.connect(self._do_at_the_console)
        desk.told.connect(frame.messages.say)
        # Not at once: whoever goes on with a run comes to another page first, and with that messages go.
        self._unrecorded.told.connect(frame.messages.say, Qt.ConnectionType.QueuedConnection)
        self.projection.told.connect(frame.messages.say)
        desk.offered.connect(self._offer)
        desk.way_back.reworded.connect(self._reword)
        self._review_wait.grew_long.connect(self._offer)
        for told in (desk.wait, self._review_wait, desk.recorded.gathering):
            told.reworded.connect(self._reword)
            told.ended.connect(self._take_back)
        desk.recorded.gathering.offered.connect(self._offer)
        desk.run.begun.connect(self._withdraw)
        desk.faults_shown.connect(frame.messages.hide)  # it says that the file is being opened
        self.faults = FaultsRoom(frame.sheets, self._look)
        desk.faults_shown.connect(self.faults.open)
        self.faults.file_wished.connect(self._open)

    def _look_in(self, mode: str) -> None:
        if mode != self._offered_on:
            self._withdraw()  # whoever works on another page finds the run in the library
        if mode in (LIBRARY, REVIEW):
            self.desk.list_runs()
        if mode == REVIEW:
            self.desk.look_in()
        if mode == RUN:
            self.desk.play_what_is_drawn()

    def _open(self, path: Path) -> None:
        self._open_all((path,))

    def _open_all(self, paths: tuple[Path, ...]) -> None:
        """Open a drill, or take in files of runs and folders of them."""
        if is_run(paths[0]) or paths[0].is_dir():
            self._frame.show_mode(LIBRARY)
            self.desk.recorded.take_in_all(paths)
        else:
            self.desk.papers.guard(lambda: self.desk.open_drill(paths[0]))

    def _do_at_the_console(self, deed: str) -> None:
        next(each for each in self.run.actions() if each.objectName() == deed).trigger()

    def _warn(self, words: SafetyWords | None) -> None:
        """Mark the way to a run that is not yet safe, whatever page is shown."""
        self._frame.rail.button(RUN).warn(words.short if words is not None else "")

    def _hold_back(self) -> bool:
        """Keep the window open while something is unsaved, and ask."""
        desk = self.desk
        if self._is_leaving or not (desk.draw.document.is_modified or desk.run.safety.is_at_risk):
            return False
        desk.run.safety.guard(lambda: desk.papers.guard(self._leave))
        return True

    def _leave(self) -> None:
        self._is_leaving = True
        self._frame.close()

    def _show_name(self) -> None:
        """Put the drill's name into the window's title, with a mark while it is not saved."""
        document = self.desk.draw.document
        is_blank = document.path is None and not document.is_modified and not document.topology.components
        name = "" if is_blank else document.drill.title.to(self._look.language)
        self._frame.name_drill(name, is_modified=document.is_modified)

    def _withdraw(self) -> None:
        """Offer no other run any more: it would lie in the way, and put away one that has begun."""
        sentence, self._instead = self._instead, ""
        self._take_back(sentence)

    def _reword(self, before: str, offer: Offer) -> None:
        if offer.is_instead and self._instead == before:
            self._instead = offer.sentence
        said = Message(offer.sentence, offer.word, offer.deed, offer.is_passing, offer.share)
        self._frame.messages.reword(before, said)

    def _offer(self, offer: Offer) -> None:
        if offer.is_instead:
            self._instead, self._offered_on = offer.sentence, self._frame.mode
        is_brief, share = offer.is_passing, offer.share
        self._frame.messages.offer(offer.sentence, offer.word, offer.deed, is_brief=is_brief, share=share)

    def _take_back(self, sentence: str) -> None:
        """Say no more what is over."""
        self._frame.messages.drop(lambda message: message.sentence == sentence)


def _bring(view: MapView, components: tuple[ComponentId, ...]) -> None:
    """Put cards into the middle of their map."""
    box = around(view.picture.drawing, components) if view.picture is not None else None
    if box is not None:
        view.show_box(box, ROUND_CARD_PX)
        view.setFocus()
