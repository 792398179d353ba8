"""The lines on offer when choosing what to say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.scenario.model import Reply
from simulator.ui.pages.action_words import WILL_DO
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Card
from simulator.ui.widgets.tags import KeyCap, Tag
from simulator.ui.widgets.text import label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class _Line(Card):
    """One line with its number.

    Signals:
        said(): Enter was pressed on it.
    """

    said = Signal()

    def __init__(self, number: int, reply: Reply) -> None:
        super().__init__("choice")
        self.reply = reply
        does = WILL_DO[reply.does] if reply.does else None
        self.setAccessibleName(f"{number}: {reply.says}{f' {does[0]}.' if does else ''}")
        self.body.setContentsMargins(14, 11, 14, 11)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        row.addWidget(KeyCap(str(number)), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(Space.TINY)
        words.addWidget(label(reply.says, "talk", wrap=True))
        if does:
            words.addWidget(Tag(does[0], icon=does[1]), 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say the line with Enter; Space only picks it."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.said.emit()
        else:
            super().keyPressEvent(event)


class ReplyChoices(QWidget):
    """A list to pick one line from: number keys and arrows pick, Enter says it.

    Signals:
        picked(): another line is picked.
        said(): the line picked is to be said.
    """

    picked = Signal()
    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._ids: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.FOCUS_ROOM, 0, Space.FOCUS_ROOM, Space.FOCUS_ROOM)
        self._column.setSpacing(Space.SMALL)
        self._title = label(role="label", colour="text2", wrap=True)
        self._column.addWidget(self._title)
        self.set_verb("say")

    def set_verb(self, verb: str) -> None:
        """Ask what to "say", or what to "write" where nobody speaks."""
        self.setAccessibleName(f"Choose what to {verb}")
        self._title.setText(f"Choose what to {verb}. Order changes every time.")

    @property
    def chosen_id(self) -> str | None:
        """The id of the line picked, None while there is none."""
        return next((line.reply.id for line in self._lines if line.is_selected), None)

    @property
    def lines(self) -> tuple[Card, ...]:
        """The cards, in the order shown."""
        return tuple(self._lines)

    def show_replies(self, replies: Sequence[Reply], key: str) -> None:
        """Offer these lines, none picked; ``key`` names the moment they belong to."""
        ids = (key, *(reply.id for reply in replies))
        if ids == self._ids:
            return
        self._ids = ids
        for old in self._lines:
            self._column.removeWidget(old)
            # Hidden now, freed later: its own click may still be on the stack.
            old.hide()
            old.deleteLater()
        self._lines = [_Line(number, reply) for number, reply in enumerate(replies, 1)]
        for line in self._lines:
            line.clicked.connect(lambda picked=line: self._pick(picked))
            line.said.connect(lambda picked=line: self._say(picked))
            self._column.addWidget(line)
            # At once, not when Qt gets to it: the next thing may be to give it the focus.
            line.show()
        self._keep_one_tab_stop()

    def take_focus(self) -> None:
        """Put the focus on the line picked, else on the first."""
        if self._lines:
            self._stop().setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick by number or arrow."""
        number = event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= number < len(self._lines):
            self._pick(self._lines[number])
        elif event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _stop(self) -> _Line:
        return next((line for line in self._lines if line.is_selected), self._lines[0])

    def _step(self, step: int) -> None:
        focused = [place for place, line in enumerate(self._lines) if line.hasFocus()]
        place = (focused[0] if focused else 0) + step
        self._pick(self._lines[min(max(place, 0), len(self._lines) - 1)])

    def _pick(self, picked: _Line) -> None:
        for line in self._lines:
            line.set_selected(line is picked)
        self._keep_one_tab_stop()
        picked.setFocus(Qt.FocusReason.TabFocusReason)
        self.picked.emit()

    def _say(self, line: _Line) -> None:
        if not line.is_selected:
            self._pick(line)
        self.said.emit()

    def _keep_one_tab_stop(self) -> None:
        if not self._lines:
            return
        stop = self._stop()
        for line in self._lines:
            policy = Qt.FocusPolicy.StrongFocus if line is stop else Qt.FocusPolicy.ClickFocus
            line.setFocusPolicy(policy)
