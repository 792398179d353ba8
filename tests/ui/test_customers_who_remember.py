"""A customer remembers who served them: from the store, after a restart, and as a guest."""

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from simulator.core.conversation.aftermath import SETTING, Assumptions, setting_of
from simulator.core.conversation.events import AfterRecord, Began
from simulator.core.progress.people import fresh_starts_setting
from simulator.core.progress.profile import Profile
from simulator.storage import open_store
from simulator.ui.practice_controller import PracticeController, Surroundings
from simulator.ui.store_access import StoreAccess
from tests.core.conversation.small_contact import rated
from tests.core.conversation.varied import varied
from tests.fakes.reply_model import FakeReplyModel

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)
ANA = Profile(id="ana", name="Ana", created_at=NOON)
BEN = Profile(id="ben", name="Ben", created_at=NOON)
BACK = "You again."
SCENARIO = varied({"steps.opening.says_if": [{"when": "last_ended(bad)", "says": BACK}]})


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "data"
    store = open_store(folder, NOON)
    store.add_profile(ANA)
    store.add_profile(BEN)
    store.close()
    return folder


@pytest.fixture
def run(qtbot, folder):
    """Start the program's practice on the data folder; once more to start it again."""
    ids, hours, seeds = count(1), count(1), count(7)
    running = []

    def stop():
        for part in running:
            part.close()
        running.clear()

    def start(profile=ANA):
        stop()
        access = StoreAccess(lambda: (open_store(folder, NOON), ""))
        around = Surroundings(
            now=lambda: NOON + timedelta(hours=next(hours)),
            new_id=lambda: f"attempt-{next(ids)}",
            new_seed=lambda: next(seeds),
            load_model=lambda: FakeReplyModel({"Rude.": rated(10, 10, 10)}),
            load_signs=lambda: lambda _text: (),
            digest=lambda scenario: hashlib.sha256(scenario.id.encode()).hexdigest(),
        )
        practice = PracticeController(access, around)
        practice.set_profile(profile)
        running.extend((practice, access))
        return practice

    start.stop = stop
    yield start
    stop()


def begun(qtbot, practice):
    with qtbot.waitSignal(practice.session_changed) as shown:
        practice.start(SCENARIO, Began(scenario_id=SCENARIO.id))
    return shown.args[0]


def served_rudely(qtbot, practice):
    begun(qtbot, practice)
    with qtbot.waitSignal(practice.session_changed):
        practice.reply("Rude.")
    with qtbot.waitSignal(practice.scored):
        practice.finish(AfterRecord())
    return practice.session


def test_a_first_contact_has_nothing_to_remember(qtbot, run):
    session = begun(qtbot, run())

    assert session.began.memory is None
    assert session.line.text != BACK


def test_a_second_contact_opens_as_the_first_one_ended(qtbot, run):
    practice = run()
    served_rudely(qtbot, practice)

    session = begun(qtbot, practice)

    assert session.line.text == BACK
    assert session.began.memory.bad_contacts == 1
    assert session.began.memory.relationship < 50


def test_row_26_the_relationship_survives_a_restart(qtbot, run):
    served_rudely(qtbot, run())

    assert begun(qtbot, run()).began.memory.bad_contacts == 1


def test_a_customer_remembers_each_trainee_apart(qtbot, run):
    served_rudely(qtbot, run(ANA))

    assert begun(qtbot, run(BEN)).began.memory is None


def test_what_was_remembered_is_part_of_the_log(qtbot, run, folder):
    practice = run()
    served_rudely(qtbot, practice)
    session = begun(qtbot, practice)
    practice.leave()

    with qtbot.waitSignal(practice.session_changed) as shown:
        practice.resume("attempt-2")

    assert shown.args[0] == session


def test_a_guest_is_remembered_within_one_run(qtbot, run):
    practice = run(None)
    served_rudely(qtbot, practice)

    assert begun(qtbot, practice).line.text == BACK


def test_a_guest_is_forgotten_when_the_program_ends(qtbot, run):
    served_rudely(qtbot, run(None))

    assert begun(qtbot, run(None)).began.memory is None


def test_a_retry_remembers_what_the_first_try_did(qtbot, run):
    practice = run()
    session = served_rudely(qtbot, practice)

    with qtbot.waitSignal(practice.session_changed) as shown:
        practice.retry(session, 1)

    assert shown.args[0].began.memory is None


def test_after_a_fresh_start_a_customer_has_forgotten_everything(qtbot, run):
    practice = run()
    served_rudely(qtbot, practice)

    with qtbot.waitSignal(practice.forgotten) as forgotten:
        practice.give_fresh_start("ana-lima")

    assert forgotten.args == ["ana-lima"]
    assert begun(qtbot, practice).began.memory is None
    assert begun(qtbot, run()).began.memory is None


def test_a_guest_gets_a_fresh_start_too(qtbot, run):
    practice = run(None)
    served_rudely(qtbot, practice)

    with qtbot.waitSignal(practice.forgotten):
        practice.give_fresh_start("ana-lima")

    assert begun(qtbot, practice).began.memory is None


def test_a_broken_list_of_fresh_starts_is_told_and_mended_by_the_next_one(qtbot, run, folder):
    store = open_store(folder, NOON)
    store.save_setting(fresh_starts_setting("ana"), "[")
    store.close()
    practice = run()
    with qtbot.waitSignal(practice.failed) as failed:
        practice.start(SCENARIO, Began(scenario_id=SCENARIO.id))

    with qtbot.waitSignal(practice.forgotten):
        practice.give_fresh_start("ana-lima")

    assert "fresh start" in failed.args[0]
    assert begun(qtbot, practice).began.memory is None


def test_the_numbers_a_trainer_set_decide_what_happens_next(qtbot, run, folder):
    store = open_store(folder, NOON)
    store.save_setting(SETTING, setting_of(Assumptions(leaves_after_first_bad=0.1)))
    store.close()
    served_rudely(qtbot, run())
    run.stop()

    store = open_store(folder, NOON)
    card = store.attempt("attempt-1").scorecard
    store.close()
    assert card.next.stays_in_10 == 9
