"""The practice controller with the real core, a store in memory and a prepared reply model."""

import hashlib
from datetime import UTC, datetime
from itertools import count

import pytest

from simulator.core.conversation.events import AfterRecord, Began
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import Profile
from simulator.core.scenario.words import Feeling
from simulator.ui.practice_controller import PracticeController, Surroundings
from simulator.ui.store_access import StoreAccess
from tests.core.conversation.small_contact import SMALL, rated
from tests.fakes.profile_store import FakeProfileStore
from tests.fakes.reply_model import FakeReplyModel

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)
ANA = Profile(id="ana", name="Ana", created_at=NOON)


@pytest.fixture
def store():
    kept = FakeProfileStore()
    kept.add_profile(ANA)
    return kept


@pytest.fixture
def model():
    return FakeReplyModel({"Rude.": rated(10, 10, 10)})


@pytest.fixture
def controller(qtbot, store, model):
    numbers = count(1)
    access = StoreAccess(lambda: (store, ""))
    around = Surroundings(
        now=lambda: NOON,
        new_id=lambda: f"attempt-{next(numbers)}",
        new_seed=lambda: 7,
        load_model=lambda: model,
        load_signs=lambda: lambda _text: (),
        digest=lambda scenario: hashlib.sha256(scenario.id.encode()).hexdigest(),
    )
    practice = PracticeController(access, around)
    practice.set_profile(ANA)
    yield practice
    practice.close()
    access.close()


def started(qtbot, controller, mode="coach") -> Session:
    with qtbot.waitSignal(controller.session_changed) as shown:
        controller.start(SMALL, Began(scenario_id=SMALL.id, mode=mode))
    return shown.args[0]


def after(qtbot, controller, act, *arguments) -> Session:
    with qtbot.waitSignal(controller.session_changed) as shown:
        act(*arguments)
    return shown.args[0]


def test_a_contact_is_kept_before_it_is_shown(qtbot, controller, store):
    kept_when_shown = []
    controller.session_changed.connect(
        lambda session: kept_when_shown.append(store.attempt("attempt-1").events)
    )

    started(qtbot, controller)

    assert [event.kind for event in kept_when_shown[0]] == ["began"]


def test_every_event_of_a_reply_is_kept_before_it_is_shown(qtbot, controller, store):
    started(qtbot, controller)

    session = after(qtbot, controller, controller.reply, "Hello, Ms Lima.")

    assert store.attempt("attempt-1").events == session.events


def test_the_seed_comes_from_outside(qtbot, controller):
    session = started(qtbot, controller)

    assert session.began.seed == 7


def test_a_chosen_reply_is_said_in_the_authors_words(qtbot, controller, model):
    started(qtbot, controller)

    session = after(qtbot, controller, controller.choose, "own")

    assert session.turns[0].text == "That is our mistake."
    assert session.turns[0].chosen == "own"


def test_the_model_is_asked_in_the_context_of_the_moment(qtbot, controller, model):
    started(qtbot, controller)

    after(qtbot, controller, controller.reply, "Hello.")

    context = model.questions[0].context
    assert context.customer_name == "Ana Lima"
    assert context.facts == ("A courier can bring it tomorrow.",)


def test_reading_the_customer_is_judged_and_kept(qtbot, controller, store):
    started(qtbot, controller)

    session = after(qtbot, controller, controller.read, Feeling.FRUSTRATED, "it is a week late")

    assert session.moment.reading.points == 100
    assert store.attempt("attempt-1").events[-1].reading == session.moment.reading


def test_a_full_disk_is_told_and_the_session_stands(qtbot, controller, store):
    session = started(qtbot, controller)
    store.disk_full = True

    with qtbot.waitSignal(controller.failed) as failed:
        controller.reply("Hello.")

    assert "disk is full" in failed.args[0]
    assert controller.session == session


def test_after_the_disk_has_room_again_the_reply_goes_through(qtbot, controller, store):
    started(qtbot, controller)
    store.disk_full = True
    with qtbot.waitSignal(controller.failed):
        controller.reply("Hello.")
    store.disk_full = False

    session = after(qtbot, controller, controller.reply, "Hello.")

    assert len(session.turns) == 1


def test_an_empty_reply_is_told(qtbot, controller):
    started(qtbot, controller)

    with qtbot.waitSignal(controller.failed) as failed:
        controller.reply("   ")

    assert "empty reply" in failed.args[0]


def test_a_second_window_on_the_same_attempt_is_told(qtbot, controller, store):
    session = started(qtbot, controller)
    other = session.after_reply("From elsewhere.", rated())
    store.append_events("attempt-1", 1, other.events[1:], NOON)

    with qtbot.waitSignal(controller.failed):
        controller.reply("Hello.")

    assert store.attempt("attempt-1").events == other.events


def test_a_stored_attempt_is_resumed_where_it_stood(qtbot, controller, store):
    started(qtbot, controller)
    left = after(qtbot, controller, controller.reply, "Hello.")
    controller.set_profile(ANA)

    resumed = after(qtbot, controller, controller.resume, "attempt-1")

    assert resumed == left


def finished(qtbot, controller) -> str:
    started(qtbot, controller)
    after(qtbot, controller, controller.choose, "own")
    after(qtbot, controller, controller.choose, "courier-tomorrow")
    with qtbot.waitSignal(controller.scored) as scored:
        controller.finish(AfterRecord(note="Courier booked."))
    return scored.args[0]


def test_finishing_keeps_the_scorecard(qtbot, controller, store):
    attempt_id = finished(qtbot, controller)

    stored = store.attempt(attempt_id)
    assert stored.scorecard.ending_id == "stays"
    assert stored.summary.is_finished


def test_notes_typed_while_one_is_being_saved_are_all_kept(qtbot, controller, store):
    started(qtbot, controller)
    after(qtbot, controller, controller.end_early)

    for text in ("a", "ab", "abc"):
        controller.note(AfterRecord(note=text))
    with qtbot.waitSignal(controller.scored):
        controller.finish(AfterRecord(note="abcd"))

    notes = [e.record.note for e in store.attempt("attempt-1").events if e.kind == "after_noted"]
    assert notes == ["a", "ab", "abc", "abcd"]


def test_a_play_killed_before_its_scorecard_is_scored_when_resumed(qtbot, controller, store):
    started(qtbot, controller)
    session = after(qtbot, controller, controller.end_early)
    done = session.after_noting(AfterRecord()).after_finishing()
    store.append_events("attempt-1", len(session.events), done.events[len(session.events) :], NOON)

    with qtbot.waitSignal(controller.scored):
        controller.resume("attempt-1")

    assert store.attempt("attempt-1").scorecard is not None


def test_a_retry_is_a_new_attempt_and_the_old_one_stands(qtbot, controller, store):
    finished(qtbot, controller)
    before = store.attempt("attempt-1")

    session = after(qtbot, controller, controller.retry, controller.session, 2)

    assert session.turn_number == 2
    assert store.attempt("attempt-2").events == session.events
    assert store.attempt("attempt-1") == before


def test_a_guest_leaves_no_trace(qtbot, controller, store):
    controller.set_profile(None)
    started(qtbot, controller)

    session = after(qtbot, controller, controller.reply, "Hello.")

    assert len(session.turns) == 1
    assert store.attempts() == ()


def test_a_bug_in_the_model_reaches_the_crash_window(qtbot, controller, model):
    started(qtbot, controller)
    model.answers = None

    with qtbot.captureExceptions() as caught:
        controller.reply("Hello.")
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is AttributeError


def test_after_a_bug_the_page_is_not_left_waiting(qtbot, controller, model):
    started(qtbot, controller)
    model.answers = None

    with qtbot.captureExceptions(), qtbot.waitSignal(controller.busy_changed) as busy:
        controller.reply("Hello.")
        qtbot.waitSignal(controller.busy_changed).wait()

    assert busy.args == [True]
    model.answers = {}
    assert after(qtbot, controller, controller.reply, "Hello.").turns
