"""Where the trainee answers: typing or choosing, and the way on once the contact is over."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from simulator.core.conversation.events import LONGEST_REPLY
from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Channel
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.reply_choices import ReplyChoices
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import primary
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.choices import Segments
from simulator.ui.widgets.tags import KeyCap
from simulator.ui.widgets.text import label

LONGEST_PASTE = 2 * LONGEST_REPLY
"""Characters taken from the clipboard; a reply this long is refused with its length."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FRAME = 18
_LINES = {Room.COMPACT: 1, Room.MEDIUM: 2, Room.WIDE: 2}
_EMAIL_LINES = {Room.COMPACT: 2, Room.MEDIUM: 3, Room.WIDE: 4}
"""Lines of the field: an email that answers everything is longer than what one says."""

_WIDEST = 760
_MOST_CHOICES_SHARE = 0.42


class ReplyField(QPlainTextEdit):
    """Plain text; Ctrl+Enter sends it, Tab leaves it.

    Signals:
        sent(): Ctrl+Enter was pressed.
    """

    sent = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Your reply")
        self.setTabChangesFocus(True)
        self._lines = 2
        theme().changed.connect(self.follow_theme)
        self.follow_theme()

    def set_lines(self, lines: int) -> None:
        """Give room for this many lines."""
        self._lines = lines
        self.follow_theme()

    @Slot()
    def follow_theme(self) -> None:
        """Take font and height from the theme again."""
        self.setFont(theme().font("talk"))
        self.setFixedHeight(round(theme().line_height("talk") * self._lines) + _FRAME)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, cut where laying it out would hold the window up for minutes."""
        self.insertPlainText(source.text()[:LONGEST_PASTE])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Ctrl+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class Composer(Panel):
    """The lower part of the call.

    Signals:
        reply_sent(str): the words typed.
        reply_chosen(str): the id of the line picked.
        answer_by_changed(str): "type" or "choose".
    """

    reply_sent = Signal(str)
    reply_chosen = Signal(str)
    answer_by_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 0, parent)
        self.setAccessibleName("Your answer")
        self.field = ReplyField()
        self.choices = ReplyChoices()
        self._choices_area = scrolling(self.choices)
        self.segments = Segments(
            (("type", "Type", "type"), ("choose", "Choose", "choose")), "Answer by"
        )
        self.send = primary("Send", hint="Ctrl Enter")
        self.say = primary("Say it", hint="Enter")
        self._hints = {
            name: _key_hint(keys, word)
            for name, keys, word in (
                ("hint", ("F2",), "hint"),
                ("rewind", ("Ctrl R",), "rewind"),
                ("pick", ("1", "3"), "pick"),
            )
        }
        self._answer_by = "type"
        self._is_coached = True
        self._choice_count = 0
        self._room = Room.WIDE
        self._channel = Channel.PHONE
        self._build()
        self._wire()

    @property
    def answer_by(self) -> str:
        """How the trainee answers now: "type" or "choose"."""
        return self._answer_by

    def show_session(self, session: Session) -> None:
        """Offer what can be said now."""
        self._is_coached = session.is_coached
        self._channel = session.scenario.channel
        is_spoken = CHANNELS[self._channel].is_spoken
        self.say.setText("Say it" if is_spoken else "Send it")
        self.choices.set_verb("say" if is_spoken else "write")
        self._give_lines()
        replies = session.offered
        self.choices.show_replies(replies, f"{session.moment.step_id}/{session.turn_number}")
        self._choice_count = len(replies)
        self._show_state()

    def set_answer_by(self, answer_by: str) -> None:
        """Answer by typing or by choosing; what was typed stays."""
        self._answer_by = answer_by
        self.segments.choose(answer_by)
        self._show_state()

    def set_room(self, room: Room) -> None:
        """Take less height and fewer words where room is short."""
        self._room = room
        self._give_lines()
        self._show_state()

    def _give_lines(self) -> None:
        lines = _EMAIL_LINES if self._channel is Channel.EMAIL else _LINES
        self.field.set_lines(lines[self._room])

    def take_focus(self) -> None:
        """Put the focus where the answer is given."""
        if self._answer_by == "type":
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choices.take_focus()

    def limit_choices(self, height: int) -> None:
        """Let the lines on offer take at most their share of a height; beyond it they scroll."""
        most = round(height * _MOST_CHOICES_SHARE)
        width = max(self._choices_area.viewport().width(), 1)
        layout = self.choices.layout()
        wanted = layout.totalHeightForWidth(width) if layout else 0
        self._choices_area.setFixedHeight(min(wanted, most))

    @Slot()
    def follow_theme(self) -> None:
        """Keep lines at a readable width."""
        self._inner.setMaximumWidth(round(theme().scaled(_WIDEST)))

    def _wire(self) -> None:
        self.field.sent.connect(self._send)
        self.field.textChanged.connect(self._show_sendable)
        self.send.clicked.connect(self._send)
        self.say.clicked.connect(self._say)
        self.choices.said.connect(self._say)
        self.choices.picked.connect(self._show_sendable)
        self.segments.chosen.connect(self._change_answer_by)
        theme().changed.connect(self.follow_theme)

    @Slot()
    def _send(self) -> None:
        if self.field.toPlainText().strip():
            self.reply_sent.emit(self.field.toPlainText())

    @Slot()
    def _say(self) -> None:
        if self.choices.chosen_id is not None:
            self.reply_chosen.emit(self.choices.chosen_id)

    @Slot(str)
    def _change_answer_by(self, answer_by: str) -> None:
        self.set_answer_by(answer_by)
        self.answer_by_changed.emit(answer_by)

    @Slot()
    def _show_sendable(self) -> None:
        self.send.setEnabled(bool(self.field.toPlainText().strip()))
        self.say.setEnabled(self.choices.chosen_id is not None)

    def _show_state(self) -> None:
        types = self._answer_by == "type"
        self.field.setVisible(types)
        self.send.setVisible(types)
        self._choices_area.setVisible(not types)
        self.say.setVisible(not types)
        is_wide = self._room is Room.WIDE
        self._hints["hint"].setVisible(
            types and self._is_coached and self._room is not Room.COMPACT
        )
        self._hints["rewind"].setVisible(types and self._is_coached and is_wide)
        picks_by_three = self._choice_count == 3 and self._room is not Room.COMPACT
        self._hints["pick"].setVisible(not types and picks_by_three)
        self._show_sendable()

    def _build(self) -> None:
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(Space.SECTION, Space.MEDIUM, Space.SECTION, Space.MEDIUM)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self.field)
        column.addWidget(self._choices_area)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.segments)
        for hint in self._hints.values():
            row.addWidget(hint)
        row.addStretch()
        row.addWidget(self.send)
        row.addWidget(self.say)
        column.addLayout(row)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addWidget(self._inner, 1000)
        outer.addStretch(1)
        self.body.addLayout(outer)
        self.follow_theme()
        self._show_state()


def _key_hint(keys: tuple[str, ...], word: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for place, key in enumerate(keys):
        if place:
            row.addWidget(label("–", "caption", "text2"))
        row.addWidget(KeyCap(key))
    row.addWidget(label(word, "caption", "text2"))
    return hint
