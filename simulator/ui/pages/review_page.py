"""A trainer's review: the whole contact, the reasons for its scores, and the trainer's own."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from simulator.core.progress.profile import StoredAttempt
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scoring.scorecard import Scorecard
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.review.draft import Draft, draft_of
from simulator.ui.pages.review.score_form import ScoreForm
from simulator.ui.pages.review.transcript import Transcript
from simulator.ui.pages.scorecard.record import Record
from simulator.ui.pages.scorecard.turn_points import timeline_turns
from simulator.ui.pages.scorecard.words import first_name, moment_words
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import icon_button
from simulator.ui.widgets.card import Panel, divider, scrolling
from simulator.ui.widgets.choices import Segments
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.text import label
from simulator.ui.widgets.timeline import FeelingTimeline

_SIDE_WIDTHS = {Room.WIDE: 391, Room.MEDIUM: 314}
_MARGINS = {Room.WIDE: 28, Room.MEDIUM: Space.MEDIUM, Room.COMPACT: Space.MEDIUM}
_PARTS = (
    ("transcript", "Transcript", ""),
    ("mood", "Mood timeline", ""),
    ("after", "After-contact", ""),
)
_SHARE_OF_CONTACT = 0.75
_NEIGHBOURS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ReviewPage(PracticePage):
    """Shows one attempt to a trainer, who may change its scores with a reason.

    What is typed is kept for each attempt until it has been saved, also when the trainer looks at
    another one in between or saving fails.

    Signals:
        back_wanted: the trainer goes back to the team.
        review_given(str, object): the comment and the tuple of ``Override``.
        neighbour_wanted(str): the id of the attempt to show next. After "Sign off and next" it is
            sent once the signed attempt has been shown again with its review: only then is it
            known to be saved.
        agreement_wanted: the trainer wants to know how good the app's scores are.
    """

    back_wanted = Signal()
    review_given = Signal(str, object)
    neighbour_wanted = Signal(str)
    agreement_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Team"), parent)
        self._stored: StoredAttempt | None = None
        self._queue: tuple[str, ...] = ()
        self._kept: dict[str, Draft] = {}
        self._as_shown: Draft | None = None
        self._is_signing = False
        self._trainer = ""
        self.form = ScoreForm()
        self.transcript: Transcript | None = None
        self._build()
        self.bar.back_clicked.connect(self.back_wanted)
        self.form.signed.connect(self._sign)
        self.form.edited.connect(self._show_state)
        self.form.agreement_wanted.connect(self.agreement_wanted)

    @Slot(str)
    def set_trainer(self, name: str) -> None:
        """Name who signs; empty while nobody is known."""
        self._trainer = name
        self._name_people()

    def show_attempt(self, stored: StoredAttempt, queue: tuple[str, ...]) -> None:
        """Show a finished attempt, with its review in the form if it has one.

        Args:
            stored: the attempt; without a scorecard there is nothing to review and it is not shown.
            queue: the ids of all attempts to go through, in order.
        """
        card = stored.scorecard
        if card is None:
            return
        was_signed = self._is_signing and self._id == stored.summary.id
        self._keep_draft(is_saved=was_signed)
        self._stored, self._queue, self._is_signing = stored, queue, False
        self._show_head(stored)
        self._show_card(card)
        self._show_form(card)
        if was_signed and self._neighbour(1):
            self.neighbour_wanted.emit(self._neighbour(1))

    @Slot(str)
    def show_problem(self, words: str) -> None:
        """Say why the review could not be saved; everything typed stays."""
        self._is_signing = False
        self.form.show_problem(words)

    @Slot(str)
    def show_part(self, key: str) -> None:
        """Show the transcript, the mood or the after-contact note: transcript, mood, after."""
        self._parts.choose(key)
        for own, area in self._areas.items():
            area.setVisible(own == key)

    def take_first_focus(self) -> None:
        """Begin in the transcript."""
        if self.transcript is not None and self.transcript.turns:
            self.transcript.turns[0].toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, room: Room) -> None:
        """Put the form beside the contact, or below it."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        is_stacked = room is Room.COMPACT
        self._halves.setDirection(down if is_stacked else across)
        self._edge.setVisible(not is_stacked)
        self._hint.setVisible(room is Room.WIDE)
        margin = _MARGINS[room]
        self._head.setContentsMargins(margin, Space.MEDIUM, margin, Space.MEDIUM)
        self.form.set_margin(Space.WIDE if room is Room.WIDE else Space.CARD)
        self._fit_heights()
        if is_stacked:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(round(theme().scaled(_SIDE_WIDTHS[room])))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the window."""
        super().resizeEvent(event)
        self._fit_heights()

    def event(self, event: QEvent) -> bool:
        """Claim Alt+Left and Alt+Right, which lead back elsewhere, for the neighbours."""
        if isinstance(event, QKeyEvent) and _claims(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the neighbours from the scroll areas, which would scroll with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took_step(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbours with Alt+Left and Alt+Right."""
        if not self._took_step(event):
            super().keyPressEvent(event)

    def _took_step(self, event: QKeyEvent) -> bool:
        step = _step_of(event)
        if step:
            self._go(step)
        return step != 0

    def _fit_heights(self) -> None:
        """Below each other, the contact fills most of the page and the form is shown whole."""
        is_stacked = self._halves.direction() == QBoxLayout.Direction.TopToBottom
        contact = round(self.height() * _SHARE_OF_CONTACT) if is_stacked else 0
        self._contact.setMinimumHeight(contact)
        self._form_area.setMinimumHeight(self.form.sizeHint().height() if is_stacked else 0)

    # Building

    def _build(self) -> None:
        self._initials = Initials("?", 28)
        bar = self.bar.layout()
        assert isinstance(bar, QHBoxLayout)
        bar.insertWidget(2, self._initials)
        self._place = label("", "small", "text2")
        self.previous = icon_button("left", "Previous scorecard", kind="quiet")
        self.next = icon_button("right", "Next scorecard", kind="quiet")
        self.previous.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        for widget in (self._place, self.previous, self.next):
            self.bar.add_right(widget)
        # Stacked until the room is known: side by side needs more width than a window may have.
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(0)
        self._contact = self._build_contact()
        self._halves.addWidget(self._contact, 1)
        self._edge = QFrame()
        self._edge.setProperty("kind", "edge")
        self._edge.setFixedWidth(1)
        self._halves.addWidget(self._edge)
        self._side = Panel("surface", 0)
        self._form_area = scrolling(self.form)
        self._side.body.addWidget(self._form_area)
        self._halves.addWidget(self._side)
        whole = QWidget()
        whole.setLayout(self._halves)
        self._halves.setContentsMargins(0, 0, 0, 0)
        page_area = scrolling(whole)
        self.frame.addWidget(page_area, 1)
        for area in (page_area, self._form_area, *self._areas.values()):
            area.installEventFilter(self)
        self.show_part("transcript")

    def _build_contact(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = self._head = QHBoxLayout()
        self._hint = label("Choose a mark or a reply to see why it scored.", "small", "text2")
        self._parts = Segments(_PARTS, "Part of the attempt")
        self._parts.chosen.connect(self.show_part)
        head.addWidget(self._hint)
        head.addStretch()
        head.addWidget(self._parts)
        column.addLayout(head)
        column.addWidget(divider())
        self._areas: dict[str, QScrollArea] = {}
        for key, _, _ in _PARTS:
            self._areas[key] = scrolling(QWidget())
            column.addWidget(self._areas[key], 1)
        return half

    # What is shown

    @property
    def _id(self) -> str:
        return self._stored.summary.id if self._stored else ""

    def _show_head(self, stored: StoredAttempt) -> None:
        summary = stored.summary
        when = moment_words(summary.finished_at or summary.began_at)
        self.bar.set_titles(
            summary.profile_name, f"{summary.title}. {summary.mode.capitalize()}, {when}"
        )
        self._initials.set_name(summary.profile_name)
        is_queued = summary.id in self._queue
        position = self._queue.index(summary.id) + 1 if is_queued else 0
        self._place.setText(f"{position} of {len(self._queue)}" if is_queued else "")
        self.previous.setEnabled(bool(self._neighbour(-1)))
        self.next.setEnabled(bool(self._neighbour(1)))
        self.form.sign.setText("Sign off and next" if self._neighbour(1) else "Sign off")
        self._name_people()

    def _show_card(self, card: Scorecard) -> None:
        trainee = self._trainee
        self.transcript = Transcript(card, trainee)
        mood = QWidget()
        column = QVBoxLayout(mood)
        column.setContentsMargins(28, Space.CARD, 28, Space.WIDE)
        pronouns = pronouns_of(card.customer.pronoun)
        panel = Panel("card")
        panel.body.addWidget(label(f"How {pronouns.subject} felt, turn by turn", "h3"))
        self.timeline = FeelingTimeline()
        self.timeline.show_turns(timeline_turns(card))
        panel.body.addWidget(self.timeline)
        column.addWidget(panel)
        column.addStretch()
        after = QWidget()
        inside = QVBoxLayout(after)
        inside.setContentsMargins(28, Space.CARD, 28, Space.WIDE)
        record = Panel("card", Space.SECTION)
        record.body.addWidget(Record(card, who=trainee, with_texts=True))
        inside.addWidget(record)
        inside.addStretch()
        for key, content in zip(self._areas, (self.transcript, mood, after), strict=True):
            self._fill(self._areas[key], content)

    def _fill(self, area: QScrollArea, content: QWidget) -> None:
        old = area.takeWidget()
        content.setObjectName("scrolled")
        area.setWidget(content)
        content.setAutoFillBackground(False)
        area.verticalScrollBar().setValue(0)
        if old is not None:
            # Freed later: its own click may still be on the stack.
            old.deleteLater()

    def _show_form(self, card: Scorecard) -> None:
        review = self._stored.review if self._stored else None
        self._as_shown = draft_of(card, review)
        self.form.show_draft(card, self._kept.pop(self._id, self._as_shown))
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        review = self._stored.review if self._stored else None
        if self.form.draft != self._as_shown:
            self.form.set_state("Not signed yet")
        elif review is not None:
            self.form.set_state(f"{first_name(review.trainer_name)}, {moment_words(review.at)}")
        else:
            self.form.set_state("")

    @property
    def _trainee(self) -> str:
        return first_name(self._stored.summary.profile_name) if self._stored else "the trainee"

    def _name_people(self) -> None:
        self.form.set_people(self._trainee, self._trainer)

    # Wishes

    def _keep_draft(self, *, is_saved: bool) -> None:
        if self._stored is None or is_saved:
            return
        draft = self.form.draft
        if draft != self._as_shown:
            self._kept[self._id] = draft

    def _neighbour(self, step: int) -> str:
        """Give the id of the attempt before or after this one, empty where there is none."""
        if self._id not in self._queue:
            return ""
        position = self._queue.index(self._id) + step
        return self._queue[position] if 0 <= position < len(self._queue) else ""

    def _go(self, step: int) -> None:
        neighbour = self._neighbour(step)
        if neighbour:
            self.neighbour_wanted.emit(neighbour)

    @Slot(str, object)
    def _sign(self, comment: str, overrides: object) -> None:
        self._is_signing = True
        self.form.show_problem("")
        self.review_given.emit(comment, overrides)


def _claims(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and _step_of(event) != 0


def _step_of(event: QKeyEvent) -> int:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return _NEIGHBOURS.get(Qt.Key(event.key()), 0)
