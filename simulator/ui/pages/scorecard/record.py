"""What was written after the contact, beside the author's key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.scoring.scorecard import PromiseCard, Scorecard
from simulator.ui.pages.scorecard.words import (
    FIT_WORDS,
    causes_words,
    cost_sentence,
    logged_words,
)
from simulator.ui.theme import Space
from simulator.ui.widgets.card import divider
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.text import Run, label

_FIT_ICONS = {
    "best": ("ok", "positive"),
    "fair": ("ok", "positive"),
    "wrong": ("warn", "caution"),
    "none": ("warn", "caution"),
}


class Record(QWidget):
    """Promises, causes and follow-up; the note and the message too where they are asked for."""

    def __init__(self, card: Scorecard, *, who: str = "You", with_texts: bool = False) -> None:
        """Compare the record with the key.

        Args:
            card: the attempt.
            who: the person who wrote the record, as a sentence begins.
            with_texts: whether note and message are shown too.
        """
        super().__init__()
        self._who = who
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.SMALL)
        if with_texts:
            self._add_text("Note", card.after.note, "No note was written.")
            self._add_text("Message to the customer", card.after.message, "No message was written.")
        self._add_promises(card)
        self._add_causes(card)
        self._add_follow_up(card)

    @property
    def has_content(self) -> bool:
        """Whether there is anything to compare."""
        return self._column.count() > 0

    def _begin(self, title: str) -> None:
        if self._column.count():
            self._column.addSpacing(Space.TINY)
            self._column.addWidget(divider())
            self._column.addSpacing(Space.TINY)
        self._column.addWidget(label(title, "label", "text2"))

    def _add_text(self, title: str, text: str, absent: str) -> None:
        self._begin(title)
        colour = "text" if text else "text2"
        self._column.addWidget(label(text or absent, "body", colour, wrap=True))

    def _add_promises(self, card: Scorecard) -> None:
        if not card.after.promises:
            return
        self._begin("Promises")
        for promise in card.after.promises:
            self._column.addLayout(_promise_line(promise))
        cost = cost_sentence(card)
        if cost:
            self._column.addWidget(label(cost, "small", "text2", wrap=True))

    def _add_causes(self, card: Scorecard) -> None:
        after = card.after
        if not after.key_causes:
            return
        self._begin("Where it came from")
        found = set(after.causes) == set(after.key_causes)
        yours = causes_words(after.causes) if after.causes else "none"
        self._column.addLayout(
            _marked_line(
                "ok" if found else "info",
                "positive" if found else "text2",
                f"{self._who} noted: ",
                yours,
            )
        )
        if not found:
            key = causes_words(after.key_causes)
            self._column.addLayout(_marked_line("target", "text2", "It was: ", key))

    def _add_follow_up(self, card: Scorecard) -> None:
        after = card.after
        if not after.best_follow_up:
            return
        self._begin("Follow-up")
        chosen = f"{after.follow_up}. " if after.follow_up else ""
        icon, role = _FIT_ICONS[after.follow_up_fits]
        words = FIT_WORDS[after.follow_up_fits].format(who=self._who)
        self._column.addLayout(_marked_line(icon, role, chosen, words, first_weight=None))
        if after.follow_up_fits != "best":
            self._column.addLayout(_marked_line("target", "text2", "Best: ", after.best_follow_up))


def _promise_line(promise: PromiseCard) -> QHBoxLayout:
    kept = promise.logged_as is not None
    icon, role = ("ok", "positive") if kept else ("warn", "caution")
    quoted = f"“{promise.said}” "
    return _marked_line(icon, role, quoted, logged_words(promise), first_weight=None, faint=True)


def _marked_line(
    icon: str,
    role: str,
    first: str,
    rest: str,
    *,
    first_weight: int | None = 600,
    faint: bool = False,
) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL)
    line.addWidget(IconLabel(icon, role, 16), 0, Qt.AlignmentFlag.AlignTop)
    words = label("", "small", wrap=True)
    words.set_runs([Run(first, weight=first_weight), Run(rest, colour="text2" if faint else None)])
    line.addWidget(words, 1)
    return line
