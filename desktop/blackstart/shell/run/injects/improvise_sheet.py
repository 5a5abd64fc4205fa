"""A new inject written on the spot: by which way, from whom, to whom, when, what it does to the map, and its look."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Effect
from blackstart.core.exercise.model import Channel, Drill
from blackstart.core.play.commands import Improvise
from blackstart.shell.run.effects_field import EffectsField
from blackstart.shell.run.feed_card import draw, lay_out
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.run.injects.ask_sheet import Judge
from blackstart.shell.run.injects.judging import example_times
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.support.tips import tip
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.channel_icons import ICONS
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.panel import Panel
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate

TEXT_PX, WIDTH_PX, COLUMNS = 84, 600, 3
NOW, LATER = "now", "later"
EVERYONE = ""
USUAL = Channel.PHONE
CHANNELS = tuple(channel for channel in Channel if channel is not Channel.MAP)  # without words the map alone changes


@dataclass(frozen=True, slots=True)
class ImproviseDraft:
    """An inject as far as it is written; `when` is as typed, empty = now; `to` holds role ids, empty = everyone."""

    channel: str = USUAL
    sender: str = ""
    to: tuple[str, ...] = ()
    text: str = ""
    when: str = ""
    effects: tuple[Effect, ...] = ()


class ImproviseSheet(FormSheet):
    """Emits what was written; whoever carries that out closes it."""

    written = Signal(object, str)  # Improvise without a time, and the time as typed; empty = now

    def __init__(self, drill: Drill, judge: Judge, look: Look) -> None:
        title = translate("ImproviseSheet", "A new inject")
        super().__init__(title, translate("ImproviseSheet", "Deliver now"), look, WIDTH_PX)
        self._drill = drill
        self._judge = judge
        exercise, language = drill.exercise, look.language
        roles = exercise.roles if exercise is not None else ()
        self._names: dict[str, str] = {role.id: role.name.to(language) if role.name else role.id for role in roles}
        self.channel = Picker(look)
        self.source = Picker(look)
        self.to = RoleTags(self._names.items(), look)
        self.text = QPlainTextEdit()
        self.when = Segments([(NOW, translate("ImproviseSheet", "Now")), (LATER, translate("ImproviseSheet", "Later"))])
        self.time = QLineEdit()
        self.said = Label(role="hint", wraps=True)
        self.effects = EffectsField(look)
        self.preview = PreviewCard(look)
        self._set_up()
        self._lay_out()
        self.take_draft(ImproviseDraft())

    def first_stop(self) -> QWidget | None:
        return self.text

    @property
    def draft(self) -> ImproviseDraft:
        """What is written."""
        when = self.time.text().strip() if self.when.key == LATER else ""
        channel = str(self.channel.currentData())
        sender, text = self.source.currentText().strip(), self.text.toPlainText()
        return ImproviseDraft(channel, sender, self.to.chosen, text, when, self.effects.effects)

    def take_draft(self, draft: ImproviseDraft) -> None:
        """Go on with what was written before."""
        self.channel.setCurrentIndex(max(self.channel.findData(draft.channel), 0))
        self.source.setEditText(draft.sender)
        self.to.choose(draft.to)
        self.text.setPlainText(draft.text)
        self.time.setText(draft.when)
        self.when.choose(LATER if draft.when else NOW)
        self.effects.take(draft.effects)
        self._show_when()

    def _hand_on(self) -> None:
        if not self.effects.add_chosen():
            return
        draft = self.draft
        if not draft.text.strip():
            self._ask(self.text, translate("ImproviseSheet", "Nothing is delivered yet: write what they hear or read."))
            return
        if self.when.key == LATER:
            is_sound, said = self._judge(draft.when)
            if not is_sound:
                self._ask(self.time, said)
                return
        self.written.emit(
            Improvise(draft.text.strip(), draft.channel, draft.sender, draft.to, draft.effects), draft.when
        )

    def _ask(self, field: QWidget, sentence: str) -> None:
        self.complain(sentence)
        field.setFocus()

    def _show_when(self) -> None:
        is_later = self.when.key == LATER
        self.time.setVisible(is_later)
        self.said.setVisible(is_later)
        self.said.setText(self._judge(self.time.text().strip())[1] if is_later else "")
        word = translate("ImproviseSheet", "Plan it") if is_later else translate("ImproviseSheet", "Deliver now")
        self.accept_button.say(word)
        self._show_preview()

    def _pick_when(self) -> None:
        self._show_when()
        if self.when.key == LATER:
            self.time.setFocus()

    def _show_preview(self) -> None:
        draft = self.draft
        names = tuple(self._names[role] for role in draft.to)
        text = draft.text.strip() or "…"
        line = FeedLine(Seconds(0), Channel(draft.channel), draft.sender, text, to=names)
        self.preview.show_line(line)

    def _set_up(self) -> None:
        look = self._look
        for channel in CHANNELS:
            self.channel.addItem(
                icon(ICONS[channel], look.theme.color("tx1")), look.words.say(f"channel.{channel}"), channel
            )
        self.source.setEditable(True)
        self.source.setInsertPolicy(Picker.InsertPolicy.NoInsert)
        self.source.addItems(_senders(self._drill, look.language))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(look.px(TEXT_PX))
        self.time.setPlaceholderText(example_times())
        self.time.setAccessibleName(translate("ImproviseSheet", "When"))
        self.when.setAccessibleName(translate("ImproviseSheet", "When"))
        self.effects.show_drill(self._drill)
        self.effects.incomplete.connect(self.complain)
        self.channel.currentIndexChanged.connect(self._show_preview)
        self.source.editTextChanged.connect(self._show_preview)
        self.to.changed.connect(self._show_preview)
        self.text.textChanged.connect(self._show_preview)
        self.when.picked.connect(self._pick_when)
        self.time.textChanged.connect(self._show_when)
        self.handed_on.connect(self._hand_on)

    def _lay_out(self) -> None:
        self.add_field(translate("ImproviseSheet", "What they hear or read"), self.text)
        pair = QHBoxLayout()
        pair.setSpacing(SPACE_8)
        for words, field in (
            (translate("ImproviseSheet", "By which way"), self.channel),
            (translate("ImproviseSheet", "From whom"), self.source),
        ):
            field.setAccessibleName(words)
            column = QVBoxLayout()
            column.setSpacing(SPACE_4)
            column.addWidget(Label(words, role="secondary"))
            column.addWidget(field)
            pair.addLayout(column, 1)
        self.form.addLayout(pair)
        self.add_field(translate("ImproviseSheet", "To whom"), self.to)
        held = QWidget()
        times = QGridLayout(held)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(SPACE_8)
        times.addWidget(self.when, 0, 0)
        times.addWidget(self.time, 0, 1)
        times.addWidget(self.said, 1, 0, 1, 2)
        times.setColumnStretch(0, 1)
        times.setColumnStretch(1, 1)
        self.add_field(translate("ImproviseSheet", "When"), held)
        self.add_field(translate("ImproviseSheet", "What it brings about on the map, if anything"), self.effects)
        self.add_field(translate("ImproviseSheet", "How it will look"), self.preview)


class RoleTags(QWidget):
    """Everyone, or some of the roles."""

    changed = Signal()

    def __init__(self, roles: Iterable[tuple[str, str]], look: Look) -> None:
        super().__init__()
        self._tags: dict[str, Button] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_4)
        columns = COLUMNS if look.text_size <= 125 else 2
        everyone = (EVERYONE, translate("ImproviseSheet", "Everyone"))
        for number, (role, name) in enumerate((everyone, *roles)):
            tag = Button(name, look, role="tag")
            tag.setCheckable(True)
            tag.setObjectName(role)
            tag.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            tag.setToolTip(tip(name))
            tag.clicked.connect(self._take_click)
            self._tags[role] = tag
            grid.addWidget(tag, number // columns, number % columns)
        self.choose(())

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the roles; empty = everyone."""
        return tuple(role for role, tag in self._tags.items() if role != EVERYONE and tag.isChecked())

    def tag(self, role: str) -> Button:
        return self._tags[role]

    def choose(self, roles: tuple[str, ...]) -> None:
        for role, tag in self._tags.items():
            tag.setChecked(role in roles if role != EVERYONE else not roles)

    def _take_click(self) -> None:
        self.choose(() if self.sender().objectName() == EVERYONE else self.chosen)
        self.changed.emit()


class PreviewCard(Panel):
    """The card as it will stand among what was delivered, without its time."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._line = FeedLine(Seconds(0), USUAL, "", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_line(self, line: FeedLine) -> None:
        if line != self._line:
            self._line = line
            self.setAccessibleName(line.text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return lay_out(self._line, width, self._look, is_open=False).height

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(self.width() or 300))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = lay_out(self._line, self.width(), self._look, is_open=False)
        draw(painter, card, QRect(self.rect()), self._look, is_chosen=False, with_time=False)
        painter.end()


def _senders(drill: Drill, language: str) -> list[str]:
    """Who speaks in the script, each once."""
    injects = drill.exercise.injects if drill.exercise is not None else ()
    return list(dict.fromkeys(each.sender.to(language) for each in injects if each.sender is not None))
