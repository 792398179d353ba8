"""Reports: what would have gone public, and what lay behind the conversations."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.progress.causes import cause_report
from simulator.core.progress.exposure import exposure_of
from simulator.core.progress.people import PastContact
from simulator.core.progress.profile import AttemptSummary
from simulator.ui.pages.filter_chip import FilterChip
from simulator.ui.pages.page_scroll import ScrollMargins
from simulator.ui.pages.progress_cards import clear
from simulator.ui.pages.reports.causes_card import CausesCard
from simulator.ui.pages.reports.exposure_list import ExposureList
from simulator.ui.pages.reports.words import MODEL_NOTE, causes_sentence, exposure_sentence
from simulator.ui.pages.scorecard.model_note import ModelNote
from simulator.ui.room import Room, RoomyPage, room_of
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import FlowLayout, scrolling
from simulator.ui.widgets.choices import Segments
from simulator.ui.widgets.notices import EmptyState, announce
from simulator.ui.widgets.text import label

EXPOSURE, CAUSES = "exposure", "causes"
_REPORTS = ((EXPOSURE, "Public exposure", ""), (CAUSES, "Causes", ""))
_ACROSS_EM = 48


class ReportsPage(RoomyPage):
    """Two reports on finished practice, of everybody or of those ticked.

    Signals:
        attempt_chosen(str): the id of the attempt to review.
    """

    attempt_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._contacts: tuple[PastContact, ...] = ()
        self._attempts: tuple[AttemptSummary, ...] = ()
        self._today = date.min
        self._sentences = {EXPOSURE: "", CAUSES: ""}
        self.reports = Segments(_REPORTS, "Report")
        self.person = FilterChip("person", "Person")
        self.how = small("How it works", kind="link")
        self.exposure = ExposureList()
        self.causes = CausesCard()
        self.empty: EmptyState | None = None
        self._opened = ""
        self._build()
        self._listen()
        self._aim_focus()
        self.reports.setProperty("panel", True)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the attempts that would have gone public, in their order."""
        return self.exposure.order

    @property
    def headline(self) -> str:
        """The sentence below the title."""
        return self._sentence.text()

    def show_practice(
        self,
        contacts: tuple[PastContact, ...],
        attempts: tuple[AttemptSummary, ...],
        today: date,
    ) -> None:
        """Show the reports on what has been practised.

        Args:
            contacts: the finished contacts of everybody.
            attempts: the same as lines of the list, with the scores that count.
            today: the day from which "Yesterday" is counted.
        """
        self._contacts, self._attempts, self._today = contacts, attempts, today
        names = {contact.profile_name for contact in contacts}
        self.person.set_values(sorted(names, key=str.casefold))
        self._show()

    @Slot(str)
    def show_report(self, key: str) -> None:
        """Show one of the reports: ``exposure`` or ``causes``."""
        self.reports.choose(key)
        self._show_chosen()

    # Building

    def _build(self) -> None:
        inside = QWidget()
        content = QVBoxLayout(inside)
        content.setSpacing(Space.CARD)
        content.addLayout(self._build_head())
        content.addWidget(self.exposure)
        content.addWidget(self.causes)
        self._rest = QVBoxLayout()
        content.addLayout(self._rest, 1)
        area = scrolling(inside)
        self._margins = ScrollMargins(area, content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        # Until something has been read there is nothing to say, not even that nothing is there.
        for part in (self.exposure, self.causes, self.person, *self._model):
            part.hide()

    def _build_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(Space.MEDIUM)
        self._title_line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(1)
        self._sentence = label("", "body", "text2", wrap=True)
        words.addWidget(label("Reports", "display"))
        words.addWidget(self._sentence)
        self._title_line.addLayout(words, 1)
        self._title_line.addWidget(self.reports)
        head.addLayout(self._title_line)
        self._model = (label(MODEL_NOTE, "small", "text2"), self.how)
        filters = FlowLayout(spacing=Space.MEDIUM)
        for widget in (self.person, *self._model):
            filters.addWidget(widget)
        head.addLayout(filters)
        return head

    def _listen(self) -> None:
        self.reports.chosen.connect(self._choose_report)
        self.person.values_changed.connect(self._show)
        self.how.clicked.connect(self._explain)
        self.exposure.attempt_chosen.connect(self._open)

    # What is shown

    @Slot()
    def _show(self) -> None:
        contacts = self._narrowed()
        rows, lines = exposure_of(contacts), cause_report(contacts, self._attempts)
        self.exposure.show_rows(rows, self._today)
        self.causes.show_lines(lines)
        count = len(contacts)
        self._sentences = {
            EXPOSURE: exposure_sentence(rows, count) if count else "",
            CAUSES: causes_sentence(lines, count) if count else "",
        }
        self._show_chosen()

    def _narrowed(self) -> list[PastContact]:
        names = self.person.values
        return [it for it in self._contacts if not names or it.profile_name in names]

    def _show_chosen(self) -> None:
        key, has_practice = self.reports.key, bool(self._contacts)
        has_rows = bool(self.order) if key == EXPOSURE else has_practice
        self.exposure.setVisible(key == EXPOSURE and has_rows)
        self.causes.setVisible(key == CAUSES and has_rows)
        self.person.setVisible(has_practice)
        for part in self._model:
            part.setVisible(has_practice and key == EXPOSURE)
        self._sentence.setText(self._sentences[key])
        self._sentence.setVisible(has_practice)
        self._show_empty(None if has_rows else self._empty_state())
        self._aim_focus()
        self.fit_room()

    def _aim_focus(self) -> None:
        """Who comes back from a review finds the row that led there; others begin at the top."""
        card = self.exposure.card(self._opened) if self.reports.key == EXPOSURE else None
        self.setFocusProxy(card or self.reports)

    def _show_empty(self, empty: EmptyState | None) -> None:
        self.empty = empty
        clear(self._rest)
        if empty is None:
            self._rest.addStretch()
        else:
            self._rest.addWidget(empty)

    def _empty_state(self) -> EmptyState:
        if not self._contacts:
            sentence = (
                "When somebody finishes a conversation on this computer, the reports begin to fill."
            )
            return EmptyState("note", "No finished conversation yet", sentence)
        sentence = (
            "When a conversation ends badly, the customer may write about it. It would stand here, "
            "word for word."
        )
        if not self.person.values:
            return EmptyState("check", "Nothing would have gone public", sentence)
        everybody = small("Show everybody")
        everybody.clicked.connect(self.clear_filter)
        title = "Nothing of theirs would have gone public"
        return EmptyState("check", title, sentence, (everybody,))

    def fit_room(self) -> None:
        """Arrange the page for the window as it is now."""
        room = room_of(self)
        compact = room is Room.COMPACT
        self._margins.set_margins(room.margin, Space.WIDE, room.margin, Space.WIDE)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._title_line.setDirection(below if compact else beside)
        self._title_line.setStretch(0, 0 if compact else 1)
        for part in self._model:
            # As high as the chip beside it, so that both stand on one line.
            part.setMinimumHeight(self.person.sizeHint().height())
        across = self.width() / (14 * theme().text_scale) >= _ACROSS_EM
        self.exposure.arrange(across=across)
        self.causes.arrange(across=across)

    # Wishes

    @Slot(str)
    def _open(self, attempt_id: str) -> None:
        self._opened = attempt_id
        self._aim_focus()
        self.attempt_chosen.emit(attempt_id)

    @Slot()
    def _choose_report(self) -> None:
        self._show_chosen()
        announce(self, self.headline)

    @Slot()
    def clear_filter(self) -> None:
        """Show everybody again."""
        self.person.tick(())
        self._show()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _explain(self) -> None:
        ModelNote(self).open()
