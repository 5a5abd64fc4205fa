"""How a cell is changed: typed, and kept open where that is refused; or picked."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from blackstart.shell.draw.table.columns import Way
from blackstart.shell.draw.table.model import TableModel
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG

RING_PX = 1.5

Index = QModelIndex | QPersistentModelIndex
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """Makes editors; what is refused stays in its editor. The cell that the keys are on has a ring."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.theme.color("ink"), RING_PX))
            box = QRectF(option.rect).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
            painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = _table(index)
        column = model.column(index)
        if column.way is not Way.PICKED:
            line = QLineEdit(parent)
            line.setAccessibleName(column.heading)
            line.setProperty("cell", QPersistentModelIndex(index))
            return line
        box = QComboBox(parent)
        box.setAccessibleName(column.heading)
        for choice in column.choices:
            box.addItem(choice.label, choice.id)
        box.activated.connect(self._pick)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        shown = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QLineEdit):
            editor.setText(shown)
            editor.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(shown), 0))
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, QComboBox) and editor.currentText() != str(index.data(Qt.ItemDataRole.EditRole)):
            model.setData(index, editor.currentData())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress
        is_done = is_key and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _DONE
        if is_done and isinstance(editor, QLineEdit) and self._is_refused(editor):
            return True
        return super().eventFilter(editor, event)

    def _is_refused(self, line: QLineEdit) -> bool:
        index = line.property("cell")
        if not isinstance(index, QPersistentModelIndex) or not index.isValid():
            return False
        reason = _table(index).refusal(index, line.text()) if line.text() != index.data() else ""
        line.setProperty("refused", bool(reason))
        if reason:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(line, reason))
        return bool(reason)

    def _pick(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box)


def _table(index: Index) -> TableModel[object]:
    model = index.model()
    assert isinstance(model, TableModel)
    return model
