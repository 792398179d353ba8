"""The form that adds a person: a name and a role, nothing else."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import Button, primary, quiet
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.choices import Segments
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.painted import set_property
from simulator.ui.widgets.text import label

LONGEST_NAME = 80


class ProfileForm(Panel):
    """Asks for a name and whether the person trains others.

    Signals:
        submitted(str, str): a name that can be used, and ``trainee`` or ``trainer``.
        cancelled: the form is not wanted any more.
    """

    submitted = Signal(str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", Space.CARD, parent)
        self._taken: dict[str, str] = {}
        self.name_field = QLineEdit()
        self.name_field.setAccessibleName("Name")
        self.name_field.setProperty("focus_radius", 8)
        self.name_field.setPlaceholderText("The name you go by")
        self.name_field.textEdited.connect(self._take_back_error)
        self.name_field.returnPressed.connect(self._submit)
        self.role = Segments([("trainee", "Trainee", ""), ("trainer", "Trainer", "")], "Role")
        self.add_button = primary("Add")
        self.add_button.clicked.connect(self._submit)
        self.cancel_button = quiet("Cancel")
        self.cancel_button.clicked.connect(self.cancelled)
        self._build()

    @property
    def error(self) -> str:
        """The sentence below the field; empty while nothing is wrong."""
        return self._error.text()

    def open(self, taken: Iterable[str]) -> None:
        """Begin anew; names in ``taken`` cannot be given again."""
        self._taken = {name.casefold(): name for name in taken}
        self.name_field.clear()
        self.role.choose("trainee")
        self._show_error("")
        self.show()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_after(self, before: QWidget) -> None:
        """Take the place behind a widget in the tab order; both lie in the same window."""
        for stop in (
            self.name_field,
            *self.role.findChildren(Button),
            self.cancel_button,
            self.add_button,
        ):
            QWidget.setTabOrder(before, stop)
            before = stop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.body.addWidget(label("Name", "label", "text2"))
        self.body.addWidget(self.name_field)
        self._error_line = QWidget()
        line = QHBoxLayout(self._error_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._error = label("", "small", "negative", wrap=True)
        line.addWidget(IconLabel("error", "negative", 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._error, 1)
        self.body.addWidget(self._error_line)
        self._error_line.hide()
        row = QHBoxLayout()
        row.addWidget(self.role)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.add_button)
        self.body.addSpacing(Space.TINY)
        self.body.addLayout(row)

    @Slot()
    def _submit(self) -> None:
        name = " ".join(self.name_field.text().split())
        error = self._error_in(name)
        self._show_error(error)
        if error:
            self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.submitted.emit(name, self.role.key)

    def _error_in(self, name: str) -> str:
        if not name:
            return "Write a name, so that you find your own progress again."
        if len(name) > LONGEST_NAME:
            return f"A name has at most {LONGEST_NAME} characters; this one has {len(name)}."
        other = self._taken.get(name.casefold())
        return f"{other} has a profile already. Add a surname or an initial." if other else ""

    @Slot()
    def _take_back_error(self) -> None:
        if self.error:
            self._show_error("")

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error_line.setVisible(bool(sentence))
        set_property(self.name_field, "state", "error" if sentence else "")
        self.name_field.setAccessibleDescription(sentence)
