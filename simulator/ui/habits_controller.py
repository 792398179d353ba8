"""Looks back on a person's finished contacts for habits, off the window's thread."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot

from simulator.core.errors import SimulatorError
from simulator.core.progress.habits import Contact, Habit, Signs, contact_of, habits_of
from simulator.core.progress.profile import AttemptSummary
from simulator.core.services import ProfileStore, ReplyModel
from simulator.ui.practice_controller import PracticeController
from simulator.ui.store_access import StoreAccess

_AT_ONCE = 5
"""Attempts read in one call, so that what a page asks of the store need not wait for all."""


class HabitsController(QObject):
    """Reads each finished attempt once; a later question supersedes one still under way.

    Signals:
        found(tuple[Habit, ...]): the habits of the person who is in, those that weigh most first.
    """

    found = Signal(object)

    def __init__(
        self,
        store: StoreAccess,
        practice: PracticeController,
        load_signs: Callable[[], Signs],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._practice = practice
        self._load_signs = load_signs
        self._signs: Signs | None = None
        self._contacts: dict[str, Contact | None] = {}
        self._asked = 0
        self._known: tuple[list[str], tuple[Habit, ...]] = ([], ())

    def forget(self) -> None:
        """Let go of a person's contacts: somebody else comes in."""
        self._asked += 1
        self._contacts = {}
        self._known = ([], ())

    @Slot(object)
    def look_back(self, attempts: Iterable[AttemptSummary]) -> None:
        """Find the habits that show in these attempts; unfinished ones do not count."""
        self._asked += 1
        self._read([attempt.id for attempt in attempts if attempt.is_finished], self._asked)

    def _read(self, wanted: list[str], asked: int) -> None:
        if asked != self._asked:
            return
        unread = [attempt_id for attempt_id in wanted if attempt_id not in self._contacts]
        if not unread:
            self._find(wanted, asked)
            return

        def read(store: ProfileStore) -> dict[str, Contact | None]:
            return {attempt_id: _contact(store, attempt_id) for attempt_id in unread[:_AT_ONCE]}

        def keep(contacts: dict[str, Contact | None]) -> None:
            if asked == self._asked:
                self._contacts |= contacts
                self._read(wanted, asked)

        self._store.run(read, keep, _leave)

    def _find(self, wanted: list[str], asked: int) -> None:
        if wanted == self._known[0]:
            self.found.emit(self._known[1])
            return
        read = (self._contacts[attempt_id] for attempt_id in wanted)
        contacts = [contact for contact in read if contact is not None]

        def find(model: ReplyModel) -> tuple[Habit, ...]:
            self._signs = self._signs or self._load_signs()
            return habits_of(contacts, self._signs, model.nearness)

        def tell(habits: tuple[Habit, ...]) -> None:
            if asked == self._asked:
                self._known = (wanted, habits)
                self.found.emit(habits)

        self._practice.model.run(find, tell, _leave)


def _contact(store: ProfileStore, attempt_id: str) -> Contact | None:
    """Read a contact; one that cannot be read tells nothing about habits, and hides no other."""
    try:
        return contact_of(store.attempt(attempt_id))
    except SimulatorError:
        return None


def _leave(_: SimulatorError) -> None:
    """Without store or reply model there are no habits to tell; other pages say what is wrong."""
