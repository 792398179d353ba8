"""The scorecard: what came of the contact, three skills, and every reply with its reasons."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from simulator.core.progress.review import Review
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import Scorecard
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.scorecard.column import ScoreColumn, column_margin
from simulator.ui.pages.scorecard.model_note import ModelNote
from simulator.ui.pages.scorecard.next_panel import Consequences, NextSteps
from simulator.ui.pages.scorecard.words import moment_words
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.card import scrolling
from simulator.ui.widgets.notices import Toast
from simulator.ui.widgets.steps import TopBar

_SIDE_WIDTHS = {Room.WIDE: 343, Room.MEDIUM: 332}
_STACKED_BELOW_EM = 70
_BODY_PX = 14
_STEP = 3


class ScorecardPage(PracticePage):
    """Shows one finished attempt to the person who gave it.

    Signals:
        back_wanted: the trainee is done here.
        next_wanted: the trainee wants another scenario.
        retry_wanted(int): the turn the trainee wants to answer again.
        review_asked: the trainee wants a trainer's word.
        agreement_wanted: the trainee wants to know how good the scores are.
    """

    back_wanted = Signal()
    next_wanted = Signal()
    retry_wanted = Signal(int)
    review_asked = Signal()
    agreement_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Done", step=_STEP), parent)
        self.column: ScoreColumn | None = None
        self._consequences: Consequences | None = None
        self._is_asked = False
        self._is_review_possible = True
        self._is_stacked = False
        self.steps = NextSteps()
        self.bar.back_clicked.connect(self.back_wanted)
        self.steps.review_asked.connect(self.review_asked)
        self.steps.next_wanted.connect(self.next_wanted)
        self.steps.explanation_wanted.connect(self._explain)
        self.steps.agreement_wanted.connect(self.agreement_wanted)
        self._build()
        theme().changed.connect(self._follow_width)

    def show_scorecard(
        self,
        card: Scorecard,
        review: Review | None,
        changes: dict[Skill, int | None],
        when: datetime,
    ) -> None:
        """Show an attempt, its weakest turn selected.

        Args:
            card: the attempt, scored.
            review: a trainer's word on it, if there is one.
            changes: points since the attempt before, None where there is nothing to compare.
            when: when the attempt began.
        """
        self.bar.set_titles(card.title, f"{card.mode.capitalize()}, {moment_words(when)}")
        self._drop_shown()
        self.column = ScoreColumn(card, review, changes)
        self.column.retry_wanted.connect(self.retry_wanted)
        self.column.difference_seen.connect(self._tell_difference)
        self._consequences = Consequences(card)
        self.set_review_asked(False)
        self.arrange_anew()
        self._scroll.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.take_first_focus()

    def show_habit(self, words: str) -> None:
        """Tell of a habit that showed in the attempt; no words tell of none."""
        if self.column is not None:
            self.column.show_habit(words)

    def set_review_asked(self, asked: bool) -> None:
        """Show whether a review has been asked for."""
        self._is_asked = asked
        self.steps.set_asked(asked)

    def set_review_possible(self, possible: bool) -> None:
        """Let the trainee ask for a review, or not: a guest's scorecard is not kept."""
        self._is_review_possible = possible
        self.steps.set_possible(possible)

    def arrange(self, room: Room) -> None:
        """Put the consequences beside the scores, or below them."""
        is_stacked = self._is_stacked = self._must_stack()
        if self.column is None or self._consequences is None:
            return
        self.column.arrange(room)
        self._side_scroll.takeWidget()
        place = self._stack if is_stacked else self._side_frame
        self._stack.insertWidget(0, self.column)
        if is_stacked:
            self._stack.insertWidget(1, self._consequences)
        else:
            self._consequences.setObjectName("scrolled")
            self._side_scroll.setWidget(self._consequences)
            self._consequences.setAutoFillBackground(False)
            self._fit_side(room)
        margin = column_margin(room) if is_stacked or room is not Room.WIDE else Space.WIDE
        self._consequences.set_margin(margin)
        self.steps.set_margin(margin)
        self.column.show()
        self._consequences.show()
        place.addWidget(self.steps)
        self._side.setVisible(not is_stacked)
        self._edge.setVisible(not is_stacked)

    def take_first_focus(self) -> None:
        """Begin at the selected turn."""
        if self.column is not None and self.column.selected is not None:
            self.column.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Retry the selected turn with R while the turns or their card have the focus."""
        column, focused = self.column, self.focusWidget()
        is_here = column is not None and focused is not None and column.isAncestorOf(focused)
        if column is not None and is_here and event.key() == Qt.Key.Key_R:
            column.retry()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window, finer than the room does."""
        super().resizeEvent(event)
        self._follow_width()

    @Slot()
    def _follow_width(self) -> None:
        if self._must_stack() != self._is_stacked:
            self.arrange_anew()
        elif self.room is not None and not self._is_stacked:
            self._fit_side(self.room)

    def _must_stack(self) -> bool:
        return self.window().width() < theme().scaled(_BODY_PX) * _STACKED_BELOW_EM

    def _fit_side(self, room: Room) -> None:
        self._side.setFixedWidth(round(theme().scaled(_SIDE_WIDTHS[room])))

    def _build(self) -> None:
        content = QWidget()
        self._stack: QBoxLayout = QVBoxLayout(content)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._scroll: QScrollArea = scrolling(content)
        self._side = QFrame()
        self._side.setProperty("kind", "side")
        self._side_frame = QVBoxLayout(self._side)
        self._side_frame.setContentsMargins(0, 0, 0, 0)
        self._side_scroll: QScrollArea = scrolling(QWidget())
        self._side_frame.addWidget(self._side_scroll, 1)
        self._edge = QFrame()
        self._edge.setProperty("kind", "edge")
        self._edge.setFixedWidth(1)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._scroll, 1)
        line.addWidget(self._edge)
        line.addWidget(self._side)
        self.frame.addLayout(line, 1)

    def _drop_shown(self) -> None:
        self._side_scroll.takeWidget()
        for part in (self.column, self._consequences):
            if part is not None:
                # Hidden now, freed later: its own click may still be on the stack.
                part.hide()
                self._stack.removeWidget(part)
                part.deleteLater()

    @Slot(int)
    def _tell_difference(self, turn: int) -> None:
        if not self._is_review_possible:
            words = "A guest’s scorecard is not kept, so no trainer can look at it."
        elif self._is_asked:
            words = (
                f"Your trainer has been asked. Tell them what you see differently at turn {turn}."
            )
        else:
            words = (
                f"Asked for a review. Tell your trainer what you see differently at turn {turn}."
            )
            self.review_asked.emit()
        Toast.show_in(self, words, icon="flag")

    @Slot()
    def _explain(self) -> None:
        ModelNote(self).open()
