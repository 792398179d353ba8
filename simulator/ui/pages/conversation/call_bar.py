"""The bar over the conversation: the turn, the mode, and how to pause or end."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from simulator.core.conversation.session import Session
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.scenario_words import subtitle, turn_of_about
from simulator.ui.room import Room
from simulator.ui.widgets.buttons import Button, icon_button
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import label


class CallBar(TopBar):
    """The top bar with what the conversation adds to it.

    Signals:
        end_clicked(): the contact is to be ended early.
        pause_clicked(): the contact is to be paused, or to go on.
        coach_toggled(bool): the coach's column is to be seen or not.
    """

    end_clicked = Signal()
    pause_clicked = Signal()
    coach_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Leave", step=1, parent=parent)
        self._turn = label(role="small", colour="text2")
        self._coach = Button("Coach", icon="bulb")
        self._shows_coach = True
        self._name_coach()
        self._exam = Tag("Exam", icon="shield")
        self._end = icon_button("handset", "End the call early…", "quiet")
        self._pause = icon_button("pause", "Pause (F5)", "quiet")
        self._is_coached, self._is_over, self._room = True, False, Room.WIDE
        self._most_turns = 0
        for widget in (self._turn, self._coach, self._exam, self._end, self._pause):
            self.add_right(widget)
        self._coach.clicked.connect(self._toggle_coach)
        self._end.clicked.connect(self.end_clicked)
        self._pause.clicked.connect(self.pause_clicked)

    def show_session(self, session: Session) -> None:
        """Name the scenario, the turn and the mode."""
        scenario = session.scenario
        self.set_titles(scenario.title, subtitle(scenario))
        self._turn.setText(self._turn_words(session))
        words = CHANNELS[scenario.channel]
        name = f"End the {words.noun} early…"
        self._end.set_icon(words.end_icon)
        self._end.setAccessibleName(name)
        self._end.setToolTip(name)
        self._is_coached, self._is_over = session.is_coached, session.is_over
        self._show_parts()

    def set_most_turns(self, most_turns: int) -> None:
        """Count up to so many replies, without what comes after; 0 for a whole contact."""
        self._most_turns = most_turns
        self.spine.setVisible(most_turns == 0)

    def _turn_words(self, session: Session) -> str:
        if self._most_turns:
            return f"Reply {session.turn_number} of at most {self._most_turns}"
        return turn_of_about(session.turn_number, session.scenario)

    def set_room(self, room: Room) -> None:
        """Leave out what the window has no room for."""
        self._room = room
        self._show_parts()

    @Slot()
    def _toggle_coach(self) -> None:
        self._shows_coach = not self._shows_coach
        self._name_coach()
        self.coach_toggled.emit(self._shows_coach)

    def _name_coach(self) -> None:
        name = "Put the coach away" if self._shows_coach else "Show the coach"
        self._coach.setAccessibleName(name)
        self._coach.setToolTip(name)

    @Slot(bool)
    def show_paused(self, paused: bool) -> None:
        """Offer to go on, or to pause."""
        name = "Go on (F5)" if paused else "Pause (F5)"
        self._pause.set_icon("play" if paused else "pause")
        self._pause.setAccessibleName(name)
        self._pause.setToolTip(name)

    def _show_parts(self) -> None:
        is_compact = self._room is Room.COMPACT
        self._turn.setVisible(self._room is Room.WIDE and not self._is_over)
        self._coach.setVisible(self._is_coached and not is_compact)
        self._exam.setVisible(not self._is_coached)
        self._end.setVisible(not self._is_over)
        self._pause.setVisible(not self._is_over)
