"""A dialog in which a trainer changes the numbers of the teaching model."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QDoubleSpinBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from simulator.core.conversation.aftermath import (
    KIND_WORDS,
    Assumption,
    Assumptions,
    listed,
    with_numbers,
)
from simulator.core.errors import ProfileError
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import scrolling
from simulator.ui.widgets.text import label

_WIDTH, _HEIGHT = 620, 560
_LARGEST = 1_000_000


class ModelNumbers(QDialog):
    """Every number with its source and a field; nothing is kept before it is saved.

    Signals:
        saved(Assumptions): these are to be the numbers from now on.
    """

    saved = Signal(object)

    def __init__(self, assumptions: Assumptions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("The teaching model")
        self._assumptions = assumptions
        self.fields: dict[str, QDoubleSpinBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.SECTION, Space.WIDE, Space.SECTION)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(label("The numbers of the teaching model", "h2", wrap=True))
        note = "They shape what happens after a contact from now on, never a score or the past."
        column.addWidget(label(note, "body", "text2", wrap=True))
        column.addWidget(scrolling(self._build_list()), 1)
        self.problem = label("", "small", "negative", wrap=True)
        self.problem.setVisible(False)
        column.addWidget(self.problem)
        column.addLayout(self._build_buttons())
        room = parent.window().size()
        width = min(round(theme().scaled(_WIDTH)), room.width())
        self.resize(width, min(round(theme().scaled(_HEIGHT)), room.height()))

    def _build_list(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.SMALL, 0)
        column.setSpacing(Space.MEDIUM)
        for number in listed(self._assumptions):
            column.addLayout(self._line(number))
        return inside

    def _line(self, number: Assumption) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(number.title, "body", wrap=True))
        source = f"{KIND_WORDS[number.kind]}. {number.source}"
        words.addWidget(label(source, "caption", "text2", wrap=True))
        field = QDoubleSpinBox()
        field.setDecimals(4 if isinstance(number.shipped, float) else 0)
        field.setRange(-_LARGEST, _LARGEST)
        field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        field.setValue(number.value)
        field.setAccessibleName(number.title)
        self.fields[number.name] = field
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        line.addLayout(words, 1)
        line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _build_buttons(self) -> QHBoxLayout:
        self.shipped = Button("Back to the shipped numbers", kind="link", size="small")
        self.cancel = Button("Cancel")
        self.save = Button("Save", kind="primary")
        self.shipped.clicked.connect(self._show_shipped)
        self.cancel.clicked.connect(self.close)
        self.save.clicked.connect(self._save)
        line = QHBoxLayout()
        line.addWidget(self.shipped)
        line.addStretch()
        line.addWidget(self.cancel)
        line.addWidget(self.save)
        return line

    @Slot()
    def _show_shipped(self) -> None:
        for number in listed(self._assumptions):
            self.fields[number.name].setValue(number.shipped)

    @Slot()
    def _save(self) -> None:
        try:
            changed = with_numbers(self._assumptions, self._values())
        except ProfileError as error:
            self.problem.setText(str(error))
            self.problem.setVisible(True)
            return
        self.saved.emit(changed)
        self.close()

    def _values(self) -> Mapping[str, float]:
        return {name: field.value() for name, field in self.fields.items()}
