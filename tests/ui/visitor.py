"""Somebody at the window: looks at its pages and uses them by keyboard and mouse."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from simulator.app import make_window
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import AttemptSummary, Profile
from simulator.ui.crash_window import CrashWindow
from simulator.ui.main_window import MainWindow
from simulator.ui.rooms import Rooms
from simulator.ui.widgets.notices import Banner, Toast
from simulator.ui.widgets.question import Question

SHOWN = "engineer-never-came"
"""The scenario that is played."""

PATIENCE_MS = 15_000

CONTROL = Qt.KeyboardModifier.ControlModifier


class Visitor:
    """Drives one window; every step waits until the window shows what the step leads to."""

    def __init__(self, qtbot: QtBot, data: Path, scenarios: Path | None = None) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot = qtbot
        self.window: MainWindow = make_window(application, data=data, scenarios=scenarios)
        self.window.show()
        self.wait(self.window.profiles.add_card.isEnabled)

    @property
    def rooms(self) -> Rooms:
        return self.window.rooms

    @property
    def session(self) -> Session:
        session = self.rooms.practice.session
        assert session is not None
        return session

    # Looking

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def sees(self, page: QWidget) -> None:
        """Wait for a page."""
        self.wait(lambda: self.window.page() is page and page.isVisible())

    def is_told(self, words: str) -> str:
        """Wait for a banner or a toast with these words in it; give all of it."""
        found: list[str] = []

        def said() -> bool:
            notices = (*self.window.findChildren(Banner), *self.window.findChildren(Toast))
            texts = [notice.accessibleName() for notice in notices if notice.isVisible()]
            found[:] = [text for text in texts if words in text]
            return bool(found)

        self.wait(said)
        return found[0]

    def crash_windows(self) -> list[CrashWindow]:
        """Give the windows that tell of a bug; there should be none."""
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashWindow)]

    def attempts(self, person: Profile | None = None) -> tuple[AttemptSummary, ...]:
        """Give what is kept of one person, or of everybody."""
        kept: list[tuple[AttemptSummary, ...]] = []
        who = person.id if person else None
        self.window.store.run(lambda store: store.attempts(who), kept.append, kept.append)
        self.wait(lambda: bool(kept))
        return kept[0]

    # Acting

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        target = self.window.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def click(self, button: QWidget) -> None:
        self.wait(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def add_profile(self, name: str, role: str = "trainee") -> Profile:
        profiles = self.window.profiles
        self.wait(lambda: profiles.add_card.isVisible() and profiles.add_card.isEnabled())
        self.click(profiles.add_card)
        profiles.form.role.choose(role)
        self.qtbot.keyClicks(profiles.form.name_field, name)
        self.qtbot.keyClick(profiles.form.name_field, Qt.Key.Key_Return)
        return self.enters(name)

    def choose_profile(self, name: str) -> Profile:
        profiles = self.window.profiles

        def card() -> QWidget | None:
            shown = (card for card in profiles.cards if card.isVisible())
            return next((card for card in shown if card.profile.name == name), None)

        self.wait(lambda: card() is not None)
        found = card()
        assert found is not None
        self.click(found)
        return self.enters(name)

    def enters(self, name: str) -> Profile:
        self.sees_scenarios()
        self.attempts()
        return next(p for p in self.window._profiles if p.name == name)

    def go_in_as_guest(self) -> None:
        self.click(self.window.profiles.guest_button)
        self.sees_scenarios()

    def sees_scenarios(self) -> None:
        self.sees(self.rooms.home.shell)
        self.wait(lambda: bool(self.rooms.home.library.shown_titles))

    def switch_person(self) -> None:
        self.rooms.home.shell.profile_switch_wanted.emit()
        self.sees(self.window.profiles)
        self.wait(self.window.profiles.add_card.isEnabled)

    def open_scenario(self) -> None:
        """Click the card of the scenario."""
        library = self.rooms.home.library
        self.wait(lambda: SHOWN in library._cards)
        self.qtbot.mouseClick(library._cards[SHOWN], Qt.MouseButton.LeftButton)

    def brief(self) -> None:
        self.open_scenario()
        self.sees(self.rooms.flow.briefing)

    def start(self, mode: str = "coach", answer_by: str = "type") -> Session:
        """Open the scenario and begin it, to the first line."""
        self.brief()
        return self._begin(mode, answer_by)

    def start_anew(self) -> Session:
        """Begin the scenario again, also where an attempt could be resumed."""
        self.rooms.home.library.scenario_chosen.emit(SHOWN)
        self.sees(self.rooms.flow.briefing)
        return self._begin("coach", "type")

    def _begin(self, mode: str, answer_by: str) -> Session:
        self.rooms.flow.voice_on = False
        panel = self.rooms.flow.briefing.set_up
        panel._modes[mode].setChecked(True)
        panel._answer_by.choose(answer_by)
        self.click(self.rooms.flow.briefing.start)
        self.sees(self.rooms.flow.conversation)
        return self.session

    def type_reply(self, text: str) -> Session:
        """Write a reply and send it with Ctrl+Enter."""
        turns, field = len(self.session.turns), self.rooms.flow.conversation.body.composer.field
        field.setPlainText(text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
        self.wait(lambda: len(self.session.turns) == turns + 1)
        return self.session

    def pick_reply(self, key: Qt.Key) -> Session:
        """Choose a line by its number and say it."""
        turns, composer = len(self.session.turns), self.rooms.flow.conversation.body.composer
        composer.choices.take_focus()
        self.press(key)
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: len(self.session.turns) == turns + 1)
        return self.session

    def end_early(self) -> None:
        """End the contact before its time and go on to the record."""
        self.rooms.flow.conversation._ask_to_end()
        self.answer(is_risky=True)
        self.wait(lambda: self.session.is_over)
        self.go_to_after()

    def go_to_after(self) -> None:
        self.click(self.rooms.flow.conversation.body.closing.go_on)
        self.sees(self.rooms.flow.after)

    def answer(self, *, is_risky: bool) -> None:
        """Answer the question over the window."""
        questions = self.window.findChildren(Question)
        self.wait(lambda: any(question.isVisible() for question in questions))
        questions[-1].answer(risky=is_risky)

    def finish(self, note: str = "Heard her out; visit booked for noon.") -> None:
        """Write the note and go on to the scorecard."""
        after = self.rooms.flow.after
        after.form.note.setPlainText(note)
        self.click(after.finish)
        self.sees(self.rooms.flow.scorecard)

    def leave(self) -> None:
        """Leave the page by the button at its top left."""
        self.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        self.sees(self.rooms.home.shell)

    def close(self) -> None:
        """Close the window, unless it is closed already."""
        if isValid(self.window):
            # Left to Python, pages that were never shown may be collected in a background thread:
            # the style sheet hears of it too late, and the next change of theme crashes.
            for page in self._pages_without_window():
                page.deleteLater()
            self.window.close()
            self.window.deleteLater()

    def _pages_without_window(self) -> list[QWidget]:
        rooms = self.rooms
        parts = (rooms.home, rooms.flow, rooms.shifts, rooms.customers)
        values = [value for part in parts for value in vars(part).values()]
        return [it for it in values if isinstance(it, QWidget) and it.parent() is None]
