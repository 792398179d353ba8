"""The real window, played by itself until it is killed: prints each state after it is shown.

    python -m tests.ui.driven_window DATA_FOLDER

Prints ``shown N`` with the number of events of the session now on screen.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from simulator.app import make_window, now
from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import Profile
from simulator.core.services import ProfileStore
from simulator.ui.main_window import MainWindow

PERSON = Profile(id="ana", name="Ana", created_at=now())


class Driver:
    """Plays the first scenario on and on; at its end it rewinds to the first turn."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        window.first_frame_shown.connect(self.begin)

    def begin(self) -> None:
        rooms = self.window.rooms
        rooms.practice.session_changed.connect(self.go_on)
        rooms.practice.failed.connect(lambda text: print("failed", text, flush=True))
        self.window.store.run(self.find_attempt, self.enter, print)

    def find_attempt(self, store: ProfileStore) -> str | None:
        if not store.profiles():
            store.add_profile(PERSON)
        attempts = store.attempts(PERSON.id)
        return attempts[0].id if attempts else None

    def enter(self, attempt_id: str | None) -> None:
        rooms = self.window.rooms
        rooms.enter(PERSON)
        if attempt_id is not None:
            rooms.flow.resume(attempt_id)
            return
        rooms.library.library_changed.connect(self.start)

    def start(self) -> None:
        rooms = self.window.rooms
        if rooms.library.entries and rooms.practice.session is None:
            scenario = min((e.scenario for e in rooms.library.entries), key=lambda s: s.id)
            rooms.practice.start(scenario, Began(scenario_id=scenario.id))

    def go_on(self, session: Session) -> None:
        print("shown", len(session.events), flush=True)
        practice = self.window.rooms.practice
        if session.is_over:
            practice.rewind(1)
        elif session.must_read:
            practice.skip_reading()
        elif len(session.events) % 2:
            practice.reply("I am sorry. I will look into that for you right now.")
        else:
            practice.choose(session.offered[0].id)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    the_window = make_window(application, data=Path(sys.argv[1]))
    driver = Driver(the_window)
    the_window.show()
    sys.exit(application.exec())
