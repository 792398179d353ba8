"""From the briefing to the stored log: silence, strength, the card and the voice."""

from datetime import UTC, datetime
from itertools import count

import pytest

from simulator.core.conversation.events import Waited
from simulator.core.progress.profile import Profile
from simulator.core.scenario.words import Feeling
from simulator.storage import open_store
from simulator.ui.pages.set_up import SetUp
from simulator.ui.practice_controller import PracticeController, Surroundings
from simulator.ui.practice_flow import PracticeFlow
from simulator.ui.store_access import StoreAccess
from tests.core.conversation.nora import RATING, nora
from tests.fakes.reply_model import FakeReplyModel
from tests.fakes.voice import FakeVoice

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)
ANA = Profile(id="ana", name="Ana", created_at=NOON)


@pytest.fixture
def voice():
    return FakeVoice()


@pytest.fixture
def flow(qtbot, tmp_path, voice, still):
    store = open_store(tmp_path, NOON)
    store.add_profile(ANA)
    store.close()
    numbers = count(1)
    access = StoreAccess(lambda: (open_store(tmp_path, NOON), ""))
    around = Surroundings(
        now=lambda: NOON,
        new_id=lambda: f"attempt-{next(numbers)}",
        new_seed=lambda: 7,
        load_model=FakeReplyModel,
        load_signs=lambda: lambda _text: (),
        digest=lambda scenario: scenario.id,
    )
    practice = PracticeController(access, around)
    flow = PracticeFlow(practice, access, voice, lambda: NOON)
    for page in flow.pages:
        qtbot.addWidget(page)
    flow.set_profile(ANA)
    yield flow
    practice.close()
    access.close()


def started(qtbot, flow, **chosen):
    flow.brief(nora())
    with qtbot.waitSignal(flow._practice.session_changed) as shown:
        flow.briefing.start_wanted.emit(SetUp(**chosen))
    return shown.args[0]


def after(qtbot, flow, act):
    with qtbot.waitSignal(flow._practice.session_changed) as shown:
        act()
    return shown.args[0]


def stored(qtbot, flow):
    found = []
    flow._store.run(lambda store: store.attempt("attempt-1"), found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_silence_is_kept_like_anything_else(qtbot, flow):
    started(qtbot, flow)

    session = after(qtbot, flow, flow.conversation.silence_lasted.emit)

    assert session.line.text == "Hello? Anybody there?"
    assert stored(qtbot, flow).events[-1] == Waited()


def test_a_resumed_contact_has_what_was_said_to_the_silence(qtbot, flow):
    started(qtbot, flow)
    session = after(qtbot, flow, flow.conversation.silence_lasted.emit)
    flow._practice.leave()

    resumed = after(qtbot, flow, lambda: flow.resume("attempt-1"))

    assert resumed.moment.lines == session.moment.lines


def test_a_customer_who_only_waits_leaves_no_trace(qtbot, flow):
    session = started(qtbot, flow)
    for _ in range(2):
        session = after(qtbot, flow, flow.conversation.silence_lasted.emit)

    flow.conversation.silence_lasted.emit()

    assert flow._practice.session is session


def test_strength_and_what_was_revealed_are_judged(qtbot, flow):
    started(qtbot, flow)
    said = "the second wrong sofa in a week"

    session = after(
        qtbot, flow, lambda: flow.conversation.read_given.emit(Feeling.FRUSTRATED, said, 3)
    )

    reading = session.moment.reading
    assert reading.is_guessed
    assert (reading.cause_points, reading.strength_points) == (50, 50)


def test_whether_the_card_was_looked_at_is_kept(qtbot, flow):
    session = started(qtbot, flow, card_read=False)

    assert session.began.card_read is False
    assert stored(qtbot, flow).events[0].card_read is False


def test_all_messages_are_read_aloud_in_turn_and_once(qtbot, flow, voice):
    started(qtbot, flow, reads_aloud=True)
    after(qtbot, flow, flow._practice.show_hint)

    assert len(voice.spoken) == 1
    assert voice.spoken[0].startswith("Hi. It's blue. I ordered grey.")


def test_what_is_said_to_the_silence_is_read_aloud(qtbot, flow, voice):
    started(qtbot, flow, reads_aloud=True)
    after(qtbot, flow, flow.conversation.silence_lasted.emit)

    assert voice.spoken[1] == "Hello? Anybody there?"


@pytest.mark.parametrize("chosen", [True, False])
def test_the_set_up_decides_whether_the_customer_speaks_up(qtbot, flow, chosen):
    started(qtbot, flow, speaks_up=chosen)

    flow.conversation.show()

    assert flow.conversation.silence.is_running is chosen


def test_scores_do_not_depend_on_silence(qtbot, flow):
    flow._practice.model._model = model = FakeReplyModel()
    started(qtbot, flow)
    after(qtbot, flow, flow.conversation.silence_lasted.emit)

    session = after(qtbot, flow, lambda: flow._practice.reply("I have it here."))

    assert session.turns[0].assessment.rating == RATING
    asked = model.questions[0].context.customer_message
    assert asked == session.turns[0].before.meant.text
