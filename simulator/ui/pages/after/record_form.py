"""What is written after a contact: promises, a note, causes, a follow-up, a text."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.chance import shuffled
from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.conversation.note_checks import judging_words
from simulator.core.conversation.promises import promises_made
from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import Pronouns, pronouns_of
from simulator.core.scenario.words import Cause
from simulator.ui.pages.after.offer_choice import OfferChoice
from simulator.ui.pages.after.promise_card import PromiseCard
from simulator.ui.pages.after.writing_field import WritingField
from simulator.ui.pages.radio_line import RadioLine
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import FlowLayout
from simulator.ui.widgets.choices import Chip
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import Label, label

_MOST_CAUSES = 3
_TEXT_LENGTH = 160
_ROOM_FOR_A_ROW = 500


class RecordForm(QWidget):
    """The fields of the record, apart from the last reading.

    Signals:
        typed(): some words changed.
        decided(): something was chosen, added or removed.
    """

    typed = Signal()
    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._they: Pronouns = pronouns_of("they")
        self._is_narrow = False
        self.promise_cards: list[PromiseCard] = []
        self._intro = label(role="body", colour="text2", wrap=True)
        self._none = label("No promise was heard in your words.", "small", "text2", wrap=True)
        self.add_promise = small("Add a promise", icon="plus")
        self._promises = QVBoxLayout()
        self.note = WritingField("Note for whoever is next", 6)
        self._words = label(role="small", colour="text2")
        self.causes = {cause: Chip(cause.label, shows_tick=True) for cause in Cause}
        self.follow_ups: list[RadioLine] = []
        self._follow_up_group = QButtonGroup(self)
        self._follow_up_list = QVBoxLayout()
        self.offers = OfferChoice()
        self._message_title = label(role="h3")
        self._message_count = label(role="small", colour="text2")
        self.message = WritingField("Text to the customer", 2)
        self._build()
        self._wire()

    @property
    def record(self) -> AfterRecord:
        """The record as it is written now, without the last reading."""
        chosen = [line.text for line in self.follow_ups if line.radio.isChecked()]
        return AfterRecord(
            promises=tuple(card.promise for card in self.promise_cards),
            causes=tuple(cause for cause, chip in self.causes.items() if chip.isChecked()),
            follow_up=chosen[0] if chosen else "",
            offer=self.offers.offer,
            note=self.note.toPlainText(),
            message=self.message.toPlainText(),
        )

    def show_session(self, session: Session, saved_note: str) -> None:
        """Fill the fields from the record, or for a first time from what was promised."""
        customer = session.scenario.customer
        self._they = pronouns_of(customer.pronoun)
        has_it = self._they.verb("has", "have")
        self._intro.setText(
            f"A colleague may pick this up. Write so that {customer.first_name} never {has_it} to "
            "explain it again."
        )
        self._message_title.setText(f"Text to {customer.first_name}")
        self.message.setAccessibleName(f"Text to {customer.first_name}")
        made = AfterRecord(promises=promises_made(session), note=saved_note)
        self._offer_follow_ups(session)
        self.offers.show_session(session)
        self._fill(session.after or made)
        self.follow_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the fields of each promise below each other where a row has no room."""
        super().resizeEvent(event)
        self._is_narrow = self.width() < theme().scaled(_ROOM_FOR_A_ROW)
        for card in self.promise_cards:
            card.set_narrow(self._is_narrow)

    def mark_words(self) -> None:
        """Put the wave under words that judge."""
        self.note.mark(judging_words(self.note.toPlainText(), self._they))

    @Slot()
    def follow_words(self) -> None:
        """Count the words of the note and the characters of the text."""
        count = len(self.note.toPlainText().split())
        self._words.setText("1 word" if count == 1 else f"{count} words")
        length = len(self.message.toPlainText())
        is_long = length > _TEXT_LENGTH
        over = ": more than one text holds" if is_long else ""
        self._message_count.setText(f"{length} of {_TEXT_LENGTH}{over}")
        self._message_count.set_colour("caution" if is_long else "text2")

    def _fill(self, record: AfterRecord) -> None:
        for card in list(self.promise_cards):
            self._drop(card)
        for promise in record.promises:
            self._append(promise)
        self._show_if_none()
        self.note.setPlainText(record.note)
        self.message.setPlainText(record.message)
        for cause, chip in self.causes.items():
            chip.blockSignals(True)
            chip.setChecked(cause in record.causes)
            chip.blockSignals(False)
        self._limit_causes()
        for line in self.follow_ups:
            line.radio.setChecked(line.text == record.follow_up)
        self.offers.choose(record.offer)

    def _offer_follow_ups(self, session: Session) -> None:
        for old in self.follow_ups:
            self._follow_up_group.removeButton(old.radio)
            self._follow_up_list.removeWidget(old)
            old.hide()
            old.deleteLater()
        key = session.scenario.after.follow_up
        choices = shuffled((key.best, *key.fair, *key.wrong), session.began.seed, "follow-up")
        self.follow_ups = [RadioLine(text) for text in choices]
        for line in self.follow_ups:
            self._follow_up_group.addButton(line.radio)
            line.radio.clicked.connect(self.decided)
            self._follow_up_list.addWidget(line)

    def _append(self, promise: LoggedPromise) -> PromiseCard:
        card = PromiseCard(promise, self._they)
        card.set_narrow(self._is_narrow)
        card.typed.connect(self.typed)
        card.decided.connect(self.decided)
        card.removed.connect(lambda: self._remove(card))
        self.promise_cards.append(card)
        self._promises.addWidget(card)
        # At once, not when Qt gets to it: the next thing may be to give it the focus.
        card.show()
        return card

    def _drop(self, card: PromiseCard) -> None:
        self.promise_cards.remove(card)
        self._promises.removeWidget(card)
        # Hidden now, freed later: its own menu may still be on the stack.
        card.hide()
        card.deleteLater()

    def _remove(self, card: PromiseCard) -> None:
        self._drop(card)
        self._show_if_none()
        self.add_promise.setFocus()
        self.decided.emit()

    @Slot()
    def _add(self) -> None:
        card = self._append(LoggedPromise(what=""))
        self._show_if_none()
        card.what.setFocus()
        self.decided.emit()

    def _show_if_none(self) -> None:
        self._none.setVisible(not self.promise_cards)

    @Slot()
    def _limit_causes(self) -> None:
        chosen = sum(chip.isChecked() for chip in self.causes.values())
        for chip in self.causes.values():
            chip.setEnabled(chip.isChecked() or chosen < _MOST_CAUSES)

    @Slot()
    def _change_cause(self) -> None:
        self._limit_causes()
        self.decided.emit()

    def _wire(self) -> None:
        self.add_promise.clicked.connect(self._add)
        for field in (self.note, self.message):
            field.textChanged.connect(self.follow_words)
            field.textChanged.connect(self.typed)
        self.offers.decided.connect(self.decided)
        for chip in self.causes.values():
            chip.toggled.connect(self._change_cause)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(label("Keep your promises", "display", wrap=True))
        column.addWidget(self._intro)
        column.addSpacing(Space.SMALL)
        column.addLayout(_head(label("What you promised", "h3"), self.add_promise))
        column.addWidget(self._none)
        self._promises.setSpacing(Space.SMALL + 2)
        column.addLayout(self._promises)
        column.addSpacing(Space.SMALL)
        column.addLayout(_head(label("Note for whoever is next", "h3"), self._words))
        column.addWidget(self.note)
        column.addSpacing(Space.SMALL)
        up_to_three = label("Up to three", "small", "text2")
        column.addLayout(_head(label("What was behind it?", "h3"), up_to_three))
        causes = FlowLayout(spacing=6)
        for chip in self.causes.values():
            causes.addWidget(chip)
        column.addLayout(causes)
        column.addSpacing(Space.SMALL)
        column.addWidget(label("What should happen next?", "h3"))
        self._follow_up_list.setSpacing(0)
        column.addLayout(self._follow_up_list)
        column.addWidget(self.offers)
        column.addSpacing(Space.SMALL)
        column.addLayout(_head(self._message_title, self._message_count, Tag("Optional")))
        column.addWidget(self.message)


def _head(title: Label, end: QWidget, tag: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(title)
    if tag is not None:
        row.addWidget(tag)
    row.addStretch()
    row.addWidget(end)
    return row
