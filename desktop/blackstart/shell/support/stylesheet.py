"""The style sheet of the standard widgets, made from a theme's tokens.

Widgets say what they are by the property `role`; what a style sheet cannot draw is painted by the widget itself.
"""

from string import Template

from blackstart.shell.support.theme import Theme

_SIZES_PX = (11, 12, 13, 15, 16, 20, 24, 30)

_SHEET = Template("""
QWidget { color: $tx1; font-size: ${px13}px; }
QMainWindow, QDialog, QMessageBox { background: $bg1; }
QDialog, QMessageBox { border: 1px solid $btnln; }
QWidget[role="canvas"], QStackedWidget { background: $bg0; }
QStackedWidget[role="lists"] { background: transparent; }
QWidget[role="bar"] { background: $bg1; border: 0 solid $ln; border-bottom-width: 1px; }
QWidget[role="side"] { background: $bg1; border: 0 solid $ln; border-left-width: 1px; }
QWidget[role="foot"] { background: $bg1; border: 0 solid $ln; border-top-width: 1px; }
QWidget[role="rail"] { background: $bg1; border: 0 solid $ln; border-right-width: 1px; }
QFrame[role="line"] { background: $ln; border: none; }
QFrame[role="panel"] { background: $bg1; border: 1px solid $ln; border-radius: 8px; }
QFrame[role="panel-lit"] { background: $bg1; border: 1px solid $ink; border-radius: 8px; }
QFrame[role="sheet"] { background: $bg1; border: 1px solid $ink; border-radius: 8px; }
QFrame[role="card"] { background: $bg2; border: 1px solid $btnln; border-radius: 6px; }
QWidget[role="alert"] { background: $ink; }
QLabel[role="alert"] { color: $inkon; font-weight: bold; }
QWidget[role="message"] { background: $bg3; border: 1px solid $ln2; border-radius: 8px; }

QLabel { background: transparent; }
QLabel[role="meta"] { font-size: ${px11}px; color: $tx3; }
QLabel[role="secondary"] { font-size: ${px12}px; color: $tx2; }
QLabel[role="hint"] { font-size: ${px12}px; color: $tx3; }
QLabel[role="soft"] { color: $tx2; }
QLabel[role="quiet"] { color: $tx2; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="title"] { font-size: ${px15}px; font-weight: bold; }
QLabel[role="panel-title"] { font-size: ${px20}px; font-weight: bold; }
QLabel[role="countdown"] { font-size: ${px24}px; font-weight: bold; }
QLabel[role="countdown-calm"] { font-size: ${px24}px; }
QLabel[role="key"] { font-size: ${px11}px; color: $tx2; border: 1px solid $btnln; border-radius: 4px; padding: 0 5px; }
QLabel[role="mark"] { font-size: ${px11}px; font-weight: bold; color: $inkon; background: $ink; border: 1px solid $ink;
    border-radius: 4px; padding: 0 5px; }

QPushButton { background: $bg2; border: 1px solid $btnln; border-radius: 6px; padding: 0 12px; min-height: ${px30}px; }
QPushButton:hover { background: $bg3; }
QPushButton:focus { border-color: $ink; }
QPushButton:disabled { color: $tx3; background: transparent; }
QPushButton[role="primary"] { background: $ink; color: $inkon; border-color: $ink; font-weight: bold; }
QPushButton[role="primary"]:disabled { background: $bg3; color: $tx3; border-color: $btnln; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: $bg3; }
QPushButton[role="quiet"]:focus { border-color: $ink; }

QPushButton[role="link"] { background: transparent; border: 1px solid transparent; padding: 0 2px;
    margin: 0 -3px; min-height: ${px16}px;
    font-size: ${px12}px; color: $tx1; text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $ink; }

QPushButton[role="add"] { background: transparent; border-color: transparent; border-radius: 4px; padding: 0 4px;
    min-height: ${px20}px; font-size: ${px12}px; color: $tx2; }
QPushButton[role="add"]:hover { color: $tx1; background: $bg3; }
QPushButton[role="add"]:focus { border-color: $ink; }

QPushButton[role="field"] { background: $field; padding: 0; }
QPushButton[role="field"]:hover { border-color: $ln2; }
QPushButton[role="tool"] { background: transparent; border-color: transparent; padding: 0 8px; min-height: ${px20}px; }
QPushButton[role="tool"]:hover { background: $bg3; }
QPushButton[role="tool"]:checked { background: $bg3; border-color: $ln2; }
QPushButton[role="tool"]:focus { border-color: $ink; }
QPushButton[role="kind"] { padding: 0; min-height: ${px24}px; }
QPushButton[role="kind"]:focus { border-color: $ink; }
QPushButton[role="chip"] { background: transparent; border-color: transparent; color: $tx2; padding: 0 10px;
    font-size: ${px12}px; min-height: ${px24}px; }
QPushButton[role="chip"]:hover { background: $bg3; }
QPushButton[role="chip"]:checked { background: $bg3; border-color: $ln2; color: $tx1; }
QPushButton[role="chip"]:focus { border-color: $ink; }

QPushButton[role="tag"] { background: transparent; border: 1px solid $btnln; border-radius: 4px; padding: 0 8px;
    min-height: ${px20}px; font-size: ${px12}px; color: $tx2; }
QPushButton[role="tag"]:checked { background: $ink; color: $inkon; border-color: $ink; }
QPushButton[role="tag"]:focus { border-color: $ink; }

QPushButton[segment] { border-radius: 0; border-right-width: 0; background: $field; color: $tx2; }
QPushButton[segment]:hover { color: $tx1; }
QPushButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[segment="last"] { border-right-width: 1px; border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[segment]:checked { background: $ink; color: $inkon; font-weight: bold; border-color: $ink; }
QPushButton[segment]:focus { border: 2px solid $ink; }
QPushButton[segment]:checked:focus { border-width: 1px; }
QPushButton[segment][lit="true"] { border-color: $ink; }
QPushButton[segment][pending="true"] { border: 2px solid $ink; color: $tx1; }
QPushButton[segment]:disabled { background: transparent; color: $tx3; }
QPushButton[segment]:checked:disabled { background: $bg3; color: $tx2; border-color: $btnln; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $field; border: 1px solid $btnln; border-radius: 6px; padding: 4px 8px;
    selection-background-color: $ink; selection-color: $inkon; }
QLineEdit, QComboBox, QSpinBox { min-height: ${px20}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: $ink; }
QLineEdit:disabled, QComboBox:disabled { background: transparent; color: $tx3; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] { border: 2px solid $ink; padding: 3px 7px; }
QLineEdit[role="inline"] { background: transparent; border-color: transparent; border-radius: 4px; padding: 0 3px;
    min-height: ${px20}px; font-size: ${px12}px; color: $tx2; }
QLineEdit[role="inline"]:hover { border-color: $btnln; }
QLineEdit[role="inline"]:focus { background: $field; border-color: $ink; color: $tx1; }
QLineEdit[role="inline"][refused="true"] { border: 2px solid $ink; padding: 0 2px; color: $tx1; }
QComboBox QLineEdit, QSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox[role="list"] { combobox-popup: 0; }
QComboBox[role="heading"] { background: transparent; border-color: transparent; font-weight: bold; }
QComboBox[role="heading"]:hover { background: $bg3; }
QComboBox[role="heading"]:focus { border-color: $ink; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView { background: $bg2; border: 1px solid $btnln; selection-background-color: $bg3;
    selection-color: $tx1; outline: none; padding: 4px; }

QScrollArea, QListView, QTableView, QTreeView { background: transparent; border: none; outline: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QListView[role="finder"]::item { padding: 0 4px; border-radius: 4px; }
QListView[role="finder"]::item:selected { background: $bg3; color: $tx1; }
QTableView { gridline-color: $ln; selection-background-color: $bg3; selection-color: $tx1; }
QTableView::item { padding: 0 10px; border-bottom: 1px solid $ln; }
QTableView::item:selected { background: $bg3; color: $tx1; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $tx3; font-size: ${px12}px; border: none;
    border-bottom: 1px solid $ln; padding: 6px 13px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $btnln; border-radius: 4px; margin: 1px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $ln2; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { width: 0; height: 0;
    background: transparent; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }

QMenu { background: $bg2; border: 1px solid $btnln; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $bg3; }
QMenu::item:disabled { color: $tx3; }
QMenu::separator { height: 1px; background: $ln; margin: 4px 8px; }
QToolTip { background: $bg2; color: $tx1; border: 1px solid $btnln; padding: 4px 8px; }
""")


def stylesheet(theme: Theme, text_size: int = 100) -> str:
    """Return the whole sheet in a theme, its words and what is as high as they are at a size in per cent."""
    field = theme.colors["bg1"] if theme.is_dark else theme.colors["bg2"]
    sizes = {f"px{size}": str(round(size * text_size / 100)) for size in _SIZES_PX}
    return _SHEET.substitute(theme.colors, **sizes, field=field)
