from datetime import timedelta

import pytest

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.progress.habits import HabitKind, Sign, SignFound
from simulator.core.progress.profile import AttemptStart, Profile
from simulator.ui.habits_controller import HabitsController
from simulator.ui.practice_controller import PracticeController, Surroundings
from simulator.ui.store_access import StoreAccess
from tests.core.conversation.small_contact import SMALL, rated
from tests.fakes.profile_store import FakeProfileStore
from tests.fakes.reply_model import FakeReplyModel
from tests.ui.pages.sample_library import NOW

ANA = Profile(id="ana", name="Ana Silva", created_at=NOW)
BUT = "I understand, but"


def signs(text):
    place = text.find(BUT)
    return () if place < 0 else (SignFound(Sign.UNDERSTAND_BUT, place, place + len(BUT)),)


def keep(store, number, *, is_finished=True):
    session = Session.begin(SMALL, Began(scenario_id=SMALL.id))
    session = session.after_reply(f"{BUT} the lorry has number {number}.", rated())
    session = session.after_stopping()
    at = NOW + timedelta(days=number)
    start = AttemptStart(
        id=f"a{number}", profile_id="ana", scenario=SMALL, scenario_sha256="s", began_at=at
    )
    store.begin_attempt(start, session.events[0])
    store.append_events(start.id, 1, session.events[1:], at)
    if is_finished:
        store.finish_attempt(start.id, scorecard_of(session), at)


class CountingStore(FakeProfileStore):
    """Counts how often each attempt was read."""

    read: list[str]

    def attempt(self, attempt_id):
        self.read = [*getattr(self, "read", []), attempt_id]
        if attempt_id == getattr(self, "broken", None):
            return super().attempt("nowhere")
        return super().attempt(attempt_id)


@pytest.fixture
def store():
    store = CountingStore()
    store.add_profile(ANA)
    return store


@pytest.fixture
def habits(qtbot, store):
    access = StoreAccess(lambda: (store, ""))
    around = Surroundings(
        now=lambda: NOW,
        new_id=lambda: "new",
        new_seed=lambda: 7,
        load_model=FakeReplyModel,
        load_signs=lambda: signs,
        digest=lambda scenario: scenario.id,
    )
    practice = PracticeController(access, around)
    yield HabitsController(access, practice, around.load_signs)
    practice.close()
    access.close()


def found(qtbot, habits, store):
    with qtbot.waitSignal(habits.found) as told:
        habits.look_back(store.attempts("ana"))
    return told.args[0]


def test_habits_are_found_in_finished_attempts(qtbot, habits, store):
    for number in range(7):
        keep(store, number)
    keep(store, 7, is_finished=False)

    habit = found(qtbot, habits, store)[0]

    assert habit.kind is HabitKind.UNDERSTAND_BUT
    assert habit.of_contacts == 7


def test_two_contacts_tell_nothing(qtbot, habits, store):
    for number in range(2):
        keep(store, number)

    assert found(qtbot, habits, store) == ()


def test_an_attempt_is_read_once(qtbot, habits, store):
    for number in range(4):
        keep(store, number)
    found(qtbot, habits, store)
    keep(store, 4)

    again = found(qtbot, habits, store)

    assert sorted(store.read) == ["a0", "a1", "a2", "a3", "a4"]
    assert again[0].of_contacts == 5


def test_an_attempt_that_cannot_be_read_hides_no_other(qtbot, habits, store):
    for number in range(5):
        keep(store, number)
    store.broken = "a2"

    assert found(qtbot, habits, store)[0].of_contacts == 4


def test_nothing_is_told_of_somebody_who_has_left(qtbot, habits, store):
    for number in range(4):
        keep(store, number)

    with qtbot.assertNotEmitted(habits.found, wait=200):
        habits.look_back(store.attempts("ana"))
        habits.forget()
