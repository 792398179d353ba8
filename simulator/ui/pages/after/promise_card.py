"""One promise: what was said, what is to be done, who does it and by when."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from simulator.core.conversation.events import LoggedPromise
from simulator.core.scenario.pronouns import Pronouns
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.scenario_words import quoted
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import icon_button
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.icon import IconLabel, icon
from simulator.ui.widgets.painted import set_property

_OWNERS = ("Me", "Team", "Customer")
_INSET = 11
_LONGEST_TIME = "Thursday 16:00"


class _TimeField(QLineEdit):
    """A line that begins with a clock."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCursorPosition(0)
        self._clock = IconLabel("clock", parent=self)
        self._clock.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self._place_clock)
        self._place_clock()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clock at the beginning of the line."""
        super().resizeEvent(event)
        self._place_clock()

    @Slot()
    def _place_clock(self) -> None:
        room = self._clock.sizeHint()
        mirrored = self.isRightToLeft()
        left = self.width() - _INSET - room.width() if mirrored else _INSET
        self._clock.setGeometry(left, (self.height() - room.height()) // 2, *room.toTuple())
        before = room.width() + Space.TINY
        words = self.fontMetrics().horizontalAdvance(_LONGEST_TIME)
        self.setMinimumWidth(words + before + 2 * _INSET + Space.SMALL)
        self.setTextMargins(0 if mirrored else before, 0, before if mirrored else 0, 0)


class PromiseCard(Panel):
    """The fields of one promise.

    Signals:
        typed(): some words changed.
        decided(): another owner was chosen.
        removed(): the promise is to be taken off the record.
    """

    typed = Signal()
    decided = Signal()
    removed = Signal()

    def __init__(
        self, promise: LoggedPromise, they: Pronouns, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", 14, parent)
        self._promise = promise
        said = f"You said: {quoted(promise.quote)}" if promise.quote else "Another promise"
        self.setAccessibleName(said)
        self._said = IconLine("chat", said, colour="text2")
        self._more = icon_button("dots", "More for this promise", "quiet", "small")
        self.what = QLineEdit(promise.what)
        self.what.setCursorPosition(0)
        self.owner = QComboBox()
        self.by = _TimeField(promise.by)
        question = f"When will {they.subject} hear? A promise needs a time."
        self._warning = IconLine("warn", question, icon_role="caution", colour="caution")
        self._row = QHBoxLayout()
        self._fill()
        self._build()
        self._wire()
        self._show_time()

    @property
    def promise(self) -> LoggedPromise:
        """The promise as it is written now."""
        return self._promise.model_copy(
            update={
                "what": self.what.text().strip(),
                "owner": self.owner.currentText(),
                "by": self.by.text().strip(),
            }
        )

    @property
    def lacks_time(self) -> bool:
        """Whether no time is set."""
        return not self.by.text().strip()

    @property
    def warns(self) -> bool:
        """Whether the missing time is pointed out."""
        return not self._warning.isHidden()

    def set_narrow(self, narrow: bool) -> None:
        """Set the fields below each other, or in a row."""
        down, across = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)

    def _fill(self) -> None:
        self.what.setAccessibleName("What is promised")
        self.what.setPlaceholderText("What you will do")
        self.owner.setAccessibleName("Who keeps it")
        self.owner.addItems(_OWNERS)
        if self._promise.owner not in _OWNERS:
            self.owner.addItem(self._promise.owner)
        self.owner.setCurrentText(self._promise.owner)
        self.by.setAccessibleName("By when")
        self.by.setPlaceholderText("Set a time")

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._row.setSpacing(Space.SMALL)
        self._row.addWidget(self.what, 11)
        self._row.addWidget(self.owner, 3)
        self._row.addWidget(self.by, 6)
        lines = QVBoxLayout()
        lines.setSpacing(Space.SMALL)
        lines.addLayout(head)
        lines.addLayout(self._row)
        lines.addWidget(self._warning)
        self.body.addLayout(lines)

    def _wire(self) -> None:
        self._more.clicked.connect(self._offer_removal)
        self.what.textEdited.connect(self.typed)
        self.by.textEdited.connect(self.typed)
        self.by.textChanged.connect(self._show_time)
        self.owner.activated.connect(self.decided)

    @Slot()
    def _show_time(self) -> None:
        self._warning.setVisible(self.lacks_time)
        set_property(self.by, "state", "caution" if self.lacks_time else "")

    @Slot()
    def _offer_removal(self) -> None:
        menu = QMenu(self)
        remove = menu.addAction(icon("trash"), "Remove this promise")
        remove.triggered.connect(self.removed)
        menu.setActiveAction(remove)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
