"""The real window, closed at a moment named on the command line.

    python -m tests.ui.leaving_window DATA_FOLDER MOMENT

Prints ``closing`` right before it is closed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from simulator.app import make_window, now
from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import Profile
from simulator.ui.main_window import MainWindow

PERSON = Profile(id="ana", name="Ana", created_at=now())
REPLY = "I am sorry. I will look into that for you right now."


class Leaver:
    """Gets to the moment, then closes the window."""

    def __init__(self, window: MainWindow, moment: str) -> None:
        self.window, self.moment = window, moment
        if moment == "first_frame":
            window.first_frame_shown.connect(self.close)
        elif moment == "loading":
            window.first_frame_shown.connect(lambda: QTimer.singleShot(0, self.close_with_rooms))
        else:
            window.first_frame_shown.connect(self.begin)

    def close(self) -> None:
        print("closing", flush=True)
        self.window.close()

    def close_with_rooms(self) -> None:
        assert self.window.rooms
        self.close()

    def begin(self) -> None:
        self.window.store.run(lambda store: store.add_profile(PERSON), self.enter, print)

    def enter(self, _: None) -> None:
        rooms = self.window.rooms
        rooms.enter(PERSON)
        rooms.library.library_changed.connect(self.start)
        rooms.practice.session_changed.connect(self.act)

    def start(self) -> None:
        rooms = self.window.rooms
        if rooms.library.entries and rooms.practice.session is None:
            rooms.library.library_changed.disconnect(self.start)
            scenario = rooms.library.entries[0].scenario
            rooms.practice.start(scenario, Began(scenario_id=scenario.id))

    def act(self, session: Session) -> None:
        rooms = self.window.rooms
        match self.moment, len(session.turns), session.is_over:
            case "speaking", _, _:
                rooms.flow.conversation.line_repeated.emit(session.line.text)
                QTimer.singleShot(300, self.close)
            case "scoring", 0, _:
                rooms.practice.reply(REPLY)
                self.close()
            case "saving", 0, _:
                rooms.practice.choose(session.offered[0].id)
                rooms.practice.model.finish()
                self.close()
            case "writing", _, False:
                rooms.practice.end_early()
            case "writing", _, True:
                rooms.flow.conversation.to_after_wanted.emit()
                rooms.flow.after.form.note.setPlainText("She will be called by noon.")
                self.close()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    the_window = make_window(application, data=Path(sys.argv[1]))
    leaver = Leaver(the_window, sys.argv[2])
    the_window.show()
    sys.exit(application.exec())
