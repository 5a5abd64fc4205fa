"""What the team has to decide: the question, its options by letters, and the time that is left."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blackstart.shell.canvas.faces import count
from blackstart.shell.display.board import Board, metrics_of, words_font
from blackstart.shell.display.setting_type import Block, block
from blackstart.shell.display.sheets import QuestionSheet
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_PANEL, RADIUS_TAG

translate = QCoreApplication.translate

BORDER, PAD, TOP = 2.0, 26.0, 18.0
QUESTION_SIZES = (28.0, 25.0, 22.0, 20.0)
OPTION_SIZES = ((20.0, 19.0, 18.0, 17.0), (16.0, 15.0), (14.0, 13.0))  # those at the head are tried first
QUESTION_SHARE, GAP, OPTION_GAP, LEAST_EASY = 0.5, 10.0, 6.0, 16.0
KEY, KEY_GAP, COLUMN_GAP = 1.36, 12.0, 28.0  # of an option's key: its side in its size, and what is beside it
RING, STROKE, RING_TOP, COUNTDOWN = 110.0, 8.0, 22.0, 46.0
RING_COLUMN, TIME_GAP, LAST_MINUTE_S = 176.0, 54.0, 60
OTHERS = 17.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Everything in its size; options stand in one column or in two."""

    options: tuple[Block, ...]
    columns: int
    is_easy: bool
    question: Block = Block((), 0.0, is_whole=True)


class QuestionPanel(Board):
    """Shows a `QuestionSheet`, with further open questions in a line each."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.sheet: QuestionSheet | None = None
        self.others: tuple[str, ...] = ()

    def show_sheet(self, sheet: QuestionSheet | None, others: tuple[str, ...]) -> bool:
        """Take in what is asked; tells whether more than its time is another than before."""
        before, after = _words_of(self.sheet, self.others), _words_of(sheet, others)
        self.sheet, self.others = sheet, others
        parts = [] if sheet is None else [sheet.text, *(f"{key}: {text}" for key, text in sheet.options), _time(sheet)]
        self.setAccessibleName(", ".join(part for part in (*parts, *others) if part))
        self.update()
        return before != after

    def is_whole(self, width: float, height: float) -> bool:
        """Whether a panel of so many units can show all words at all."""
        found = self._laid_out(self.sheet, width, height) if self.sheet is not None else None
        return found is None or all(words.is_whole for words in (found.question, *found.options))

    def is_easy(self, width: float, height: float) -> bool:
        """Whether a panel of so many units can show all words in a size that is read with ease."""
        return self.sheet is None or self._laid_out(self.sheet, width, height).is_easy

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sheet = self._look.theme, self.sheet
        with self.brush() as painter:
            painter.setPen(QPen(theme.color("ink"), BORDER))
            painter.setBrush(theme.color("bg2"))
            inset = BORDER / 2
            whole = QRectF(inset, inset, self.units_wide - BORDER, self.units_high - BORDER)
            painter.drawRoundedRect(whole, RADIUS_PANEL, RADIUS_PANEL)
            if sheet is None:
                return
            found = self._laid_out(sheet, self.units_wide, self.units_high)
            painter.setPen(theme.color("tx1"))
            found.question.draw(painter, PAD, TOP)
            self._options(painter, sheet, found)
            self._others(painter)
            if sheet.left_s is not None:
                self._countdown(painter, sheet, sheet.left_s)

    def _laid_out(self, sheet: QuestionSheet, width: float, height: float) -> _Layout:
        """Find sizes in which all has room: options are large before the question is."""
        room = width - 2 * PAD - (RING_COLUMN if sheet.left_s is not None else 0.0)
        inside = height - TOP - 14 - len(self.others) * OTHERS * 1.45 - (6 if self.others else 0)
        for sizes in OPTION_SIZES:
            for question_size in QUESTION_SIZES:
                question = block(sheet.text, (question_size,), room, inside, is_bold=True)
                found = _fitting(sheet, sizes, room, inside - question.height - GAP)
                if question.is_whole and found is not None:
                    return replace(found, question=question)
        question = block(sheet.text, QUESTION_SIZES, room, inside * QUESTION_SHARE, is_bold=True)
        return _cut(sheet, question, room, inside - question.height - GAP)

    def _options(self, painter: QPainter, sheet: QuestionSheet, found: _Layout) -> None:
        room = self.units_wide - 2 * PAD - (RING_COLUMN if sheet.left_s is not None else 0.0)
        top = TOP + found.question.height + GAP
        rows = -(-len(found.options) // found.columns)
        for number, ((key, _), words) in enumerate(zip(sheet.options, found.options, strict=True)):
            column, row = divmod(number, max(rows, 1))
            left = PAD + column * (room + COLUMN_GAP) / 2
            y = top + sum(_row(each) for each in found.options[column * rows : column * rows + row])
            self._key(painter, key, left, y, words.size)
            painter.setPen(self._look.theme.color("tx1"))
            words.draw(painter, left + words.size * KEY + KEY_GAP, y)

    def _key(self, painter: QPainter, key: str, left: float, top: float, size: float) -> None:
        theme, side = self._look.theme, size * KEY
        box = QRectF(left, top, side, side)
        painter.setPen(QPen(theme.color("btnln"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
        painter.setPen(theme.color("tx2"))
        painter.setFont(words_font(max(size - 4, 13.0), is_bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)

    def _others(self, painter: QPainter) -> None:
        painter.setPen(self._look.theme.color("tx2"))
        painter.setFont(words_font(OTHERS))
        ring = RING_COLUMN if self.sheet is not None and self.sheet.left_s is not None else 0.0
        room = int(self.units_wide - 2 * PAD - ring)
        for number, line in enumerate(reversed(self.others)):
            said = translate("Display", "Also open: {question}").format(question=line)
            cut = metrics_of(OTHERS).elidedText(said, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(PAD, self.units_high - 16 - number * OTHERS * 1.45), cut)

    def _countdown(self, painter: QPainter, sheet: QuestionSheet, left_s: int) -> None:
        theme = self._look.theme
        centre = self.units_wide - PAD - 8 - RING / 2
        spare = max(self.units_high - RING_TOP - RING - TIME_GAP, 0.0)
        top = RING_TOP + min(spare / 3, 20.0) - STROKE / 2
        ring = QRectF(centre - RING / 2, top, RING, RING).adjusted(STROKE / 2, STROKE / 2, -STROKE / 2, -STROKE / 2)
        for token, share in (("btnln", 1.0), ("ink", sheet.share_left)):
            painter.setPen(QPen(theme.color(token), STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
        painter.setPen(theme.color("tx1"))
        words, is_up = _time(sheet), left_s <= 0
        size = 22.0 if is_up else COUNTDOWN if len(words) <= len("00:00") else 36.0
        is_bold = is_up or left_s < LAST_MINUTE_S
        painter.setFont(words_font(size, is_bold=is_bold))
        width = metrics_of(size, is_bold=is_bold).horizontalAdvance(words)
        painter.drawText(QPointF(centre - width / 2, top + RING + TIME_GAP - 8), words)


def _words_of(sheet: QuestionSheet | None, others: tuple[str, ...]) -> tuple[object, ...]:
    """Return all that decides how much room there must be."""
    return () if sheet is None else (sheet.text, sheet.options, sheet.left_s is None, len(others))


def _time(sheet: QuestionSheet) -> str:
    if sheet.left_s is None:
        return ""
    return count(sheet.left_s) if sheet.left_s > 0 else translate("Display", "time is up")


def _fitting(sheet: QuestionSheet, sizes: tuple[float, ...], room: float, height: float) -> _Layout | None:
    """Lay options out in the first of some sizes in which they have room, in one column before two."""
    for columns in (1, 2):
        for size in sizes:
            found = _options(sheet, size, room, columns)
            if _height(found, columns) <= height:
                return _Layout(found, columns, is_easy=size >= LEAST_EASY)
    return None


def _cut(sheet: QuestionSheet, question: Block, room: float, height: float) -> _Layout:
    """Lay options out as small as can be read, and cut what has no room even so."""
    least = OPTION_SIZES[-1][-1]
    rows = max(-(-len(sheet.options) // 2), 1)
    each = max(height / rows - OPTION_GAP, least * KEY)
    options = tuple(block(text, (least,), _option_room(room, least, 2), each) for _, text in sheet.options)
    return _Layout(options, 2, is_easy=False, question=question)


def _options(sheet: QuestionSheet, size: float, room: float, columns: int) -> tuple[Block, ...]:
    return tuple(block(text, (size,), _option_room(room, size, columns), 1e6) for _, text in sheet.options)


def _option_room(room: float, size: float, columns: int) -> float:
    column = room if columns == 1 else (room - COLUMN_GAP) / columns
    return column - size * KEY - KEY_GAP


def _row(words: Block) -> float:
    return max(words.height, words.size * KEY) + OPTION_GAP


def _height(options: tuple[Block, ...], columns: int) -> float:
    rows = -(-len(options) // columns)
    return max((sum(_row(each) for each in options[start : start + rows]) for start in (0, rows)), default=0.0)
