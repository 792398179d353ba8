"""Progress: three skills over time, by track, attempt by attempt."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simulator.core.progress.habits import Habit
from simulator.core.progress.profile import AttemptSummary
from simulator.core.progress.trend import FEWEST_FOR_A_TREND, by_track, by_week, finished, means
from simulator.ui.pages.habits_card import HabitsCard
from simulator.ui.pages.page_scroll import ScrollMargins
from simulator.ui.pages.progress_cards import AttemptsCard, TracksCard, TrendCard
from simulator.ui.pages.progress_words import (
    conversations,
    header_sentence,
    in_range,
    practice_sentence,
)
from simulator.ui.pages.stacked import cover
from simulator.ui.room import Room, RoomyPage, room_of
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import primary, small
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.choices import Segments
from simulator.ui.widgets.notices import EmptyState
from simulator.ui.widgets.text import label

_RANGES = (("4", "4 weeks", ""), ("8", "8 weeks", ""), ("all", "All", ""))
_NEXT_TO_PRACTISE = {0: "Practise a first", 1: "Practise a second", 2: "Practise a third"}


class ProgressPage(RoomyPage):
    """How one person's scores move.

    Signals:
        attempt_chosen(str): the id of the attempt whose scorecard is wanted.
        practise_wanted: scenarios are wanted.
        range_chosen(str): ``4`` or ``8`` weeks, or ``all``; the page has changed already.
    """

    attempt_chosen = Signal(str)
    practise_wanted = Signal()
    range_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._attempts: tuple[AttemptSummary, ...] = ()
        self._today = date.min
        self.ranges = Segments(_RANGES, "Weeks shown")
        self.ranges.choose("8")
        self.trend = TrendCard()
        self.tracks = TracksCard()
        self.habits = HabitsCard()
        self.attempts = AttemptsCard()
        self._build()
        self._listen()
        self.setFocusProxy(self.ranges)
        self.ranges.setProperty("panel", True)

    def show_progress(self, attempts: tuple[AttemptSummary, ...], today: date) -> None:
        """Show a person's practice.

        Args:
            attempts: all of them, in any order; the page leaves out the unfinished ones and shows
                those in the range chosen.
            today: the day from which weeks are counted.
        """
        self._attempts, self._today = attempts, today
        self._show()

    def show_habits(self, habits: tuple[Habit, ...]) -> None:
        """Show the habits found in all of a person's practice, whatever the range."""
        self.habits.show_habits(habits, self._today)

    def show_range(self, key: str) -> None:
        """Show another range without telling anyone.

        Raises:
            KeyError: ``key`` is none of ``4``, ``8`` and ``all``.
        """
        self.ranges.choose(key)
        self._show()

    @property
    def headline(self) -> str:
        """The sentence below the title."""
        return self._sentence.text()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._head = QHBoxLayout(head)
        words = QVBoxLayout()
        words.setSpacing(1)
        self._sentence = label("", "body", "text2", wrap=True)
        words.addWidget(label("Progress", "display"))
        words.addWidget(self._sentence)
        self._head.addLayout(words, 1)
        self._head.addWidget(self.ranges)
        column.addWidget(head)
        self._body = QStackedWidget()
        self._body.addWidget(self._build_cards())
        column.addWidget(self._body, 1)

    def _build_cards(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(Space.CARD)
        self._trend_place = QStackedWidget()
        self._trend_place.addWidget(self.trend)
        self._upper = QHBoxLayout()
        self._upper.setSpacing(Space.CARD)
        self._upper.addWidget(self._trend_place, 600)
        self._upper.addWidget(self.tracks, 392)
        column.addLayout(self._upper)
        column.addWidget(self.habits)
        column.addWidget(self.attempts)
        column.addStretch(1)
        area = scrolling(inside)
        self._margins = ScrollMargins(area, column)
        return area

    def _listen(self) -> None:
        self.ranges.chosen.connect(self._choose_range)
        self.tracks.practise_wanted.connect(self.practise_wanted)
        self.habits.attempt_chosen.connect(self.attempt_chosen)
        self.attempts.attempt_chosen.connect(self.attempt_chosen)

    def _show(self) -> None:
        done = finished(self._attempts)
        self.setFocusProxy(self.ranges)
        self._sentence.setText(header_sentence(self._attempts, self._today))
        shown = in_range(self._attempts, self.ranges.key, self._today)
        pattern = practice_sentence(means(shown))
        self.tracks.show_tracks(by_track(shown), pattern)
        self.tracks.setVisible(bool(shown))
        self.attempts.show_attempts(tuple(reversed(done)), self._today)
        self.trend.show_weeks(by_week(shown))
        self._show_trend(len(done), len(shown))
        cover(self._body, None if done else self._nothing_yet())
        self.ranges.setVisible(len(done) >= FEWEST_FOR_A_TREND)

    def _show_trend(self, done: int, shown: int) -> None:
        if shown >= FEWEST_FOR_A_TREND:
            cover(self._trend_place, None)
            return
        card = Panel("card")
        card.body.addWidget(
            self._too_early(done) if done == shown else self._nothing_in_range(shown)
        )
        cover(self._trend_place, card)

    def _too_early(self, done: int) -> EmptyState:
        button = small(_NEXT_TO_PRACTISE[done], kind="primary")
        button.clicked.connect(self.practise_wanted)
        self.setFocusProxy(button)
        title = f"{conversations(done)} so far"
        below = "scorecard" if done == 1 else "two scorecards"
        sentence = (
            f"A trend needs three. Until then, here {'is' if done == 1 else 'are'} your {below}."
        )
        return EmptyState("progress", title, sentence, (button,))

    def _nothing_in_range(self, shown: int) -> EmptyState:
        button = small("Show all weeks")
        button.clicked.connect(self._show_all)
        title = f"{conversations(shown)} in these {self.ranges.key} weeks"
        sentence = "A trend needs three. Look further back, or practise when it suits you."
        return EmptyState("calendar", title, sentence, (button,))

    def _nothing_yet(self) -> EmptyState:
        button = primary("Choose a scenario")
        button.clicked.connect(self.practise_wanted)
        self.setFocusProxy(button)
        sentence = (
            "After each conversation your three scores stand here, and after three of them "
            "you see how they move."
        )
        return EmptyState("progress", "No conversation yet", sentence, (button,))

    @Slot(str)
    def _choose_range(self, key: str) -> None:
        self._show()
        self.range_chosen.emit(key)

    @Slot()
    def _show_all(self) -> None:
        self.ranges.choose("all")
        self._choose_range("all")

    def fit_room(self) -> None:
        """Arrange the page for the window as it is now."""
        room = room_of(self)
        self._head.setContentsMargins(room.margin, 25, room.margin, 16)
        self._margins.set_margins(room.margin, 4, room.margin, Space.WIDE)
        self.attempts.show_bars(room is not Room.COMPACT and self.width() > theme().scaled(600))
        beside = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        em = self.width() / (14 * theme().text_scale)
        self._upper.setDirection(beside if em >= 62 else below)
        self.habits.arrange(across=em >= 48)
        compact = room is Room.COMPACT
        self._head.setDirection(below if compact else beside)
        self._head.setStretch(0, 0 if compact else 1)
