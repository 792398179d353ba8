"""Short messages, thoughts, strength, silence, topics and the card, on the conversation page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from simulator.core.conversation.events import Began
from simulator.core.conversation.reading import judged, revealed_by
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import NEIGHBOURS, Channel, Feeling
from simulator.ui.pages.conversation.silence import LONG_S
from simulator.ui.pages.conversation_page import ConversationPage
from simulator.ui.pages.feeling_popover import WHEEL
from simulator.ui.theme import Scheme, theme
from simulator.ui.widgets.bubble import CustomerBubble, RepBubble
from simulator.ui.widgets.tags import Tag
from tests.core.conversation.nora import after, begun, nora
from tests.fakes.reply_model import FakeReplyModel
from tests.ui.pages.looking import misplaced, seen_words_on, words_on

# The off-screen platform says so whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

THOUGHT = "If I have to explain this a third time I am taking my money elsewhere."
ASK = "What might she be thinking?"


@pytest.fixture
def page(qtbot):
    page = ConversationPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    return page


def shown(qtbot, page, session: Session):
    page.show_session(session)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def customer_bubbles(page) -> list[str]:
    bubbles = page.body.transcript.bubbles
    return [bubble.words.text() for bubble in bubbles if isinstance(bubble, CustomerBubble)]


def read(session: Session, feeling=Feeling.FRUSTRATED, because="", strength=None) -> Session:
    reading = judged(
        session.step.read,
        feeling,
        because,
        FakeReplyModel().nearness,
        strength=strength,
        revealed=revealed_by(session.moment.state),
    )
    return session.after_reading(reading)


def pass_seconds(page, seconds=None):
    for _ in range(page.silence.left_s if seconds is None else seconds):
        page.silence.pass_second()


# Several short messages


def test_short_messages_appear_one_after_the_other(qtbot, page):
    shown(qtbot, page, begun())
    first = customer_bubbles(page)

    page.body.transcript.show_next_piece()

    assert first == ["Hi"]
    assert customer_bubbles(page) == ["Hi", "It's blue."]
    assert "Nora is writing" in words_on(page)


def test_the_last_short_message_ends_the_waiting(qtbot, page):
    shown(qtbot, page, begun())
    page.body.transcript.show_next_piece()

    with qtbot.waitSignal(page.body.transcript.caught_up):
        page.body.transcript.show_next_piece()

    assert len(customer_bubbles(page)) == 3
    assert not page.body.transcript.is_waiting


def test_the_pace_is_kept_by_a_timer(qtbot, page):
    with qtbot.waitSignal(page.body.transcript.caught_up, timeout=10_000):
        shown(qtbot, page, begun())

    assert len(customer_bubbles(page)) == 3


@pytest.mark.usefixtures("still")
def test_with_less_motion_all_messages_are_there_at_once(qtbot, page):
    shown(qtbot, page, begun())

    assert len(customer_bubbles(page)) == 3
    assert not page.body.transcript.is_waiting


def test_a_resumed_contact_shows_all_its_messages_at_once(qtbot, page):
    session = after(begun(), "own-it")
    resumed = Session.replayed(session.scenario, tuple(session.events))

    shown(qtbot, page, resumed)

    assert len(customer_bubbles(page)) == 5


def test_a_hint_does_not_hurry_the_messages(qtbot, page):
    session = begun()
    shown(qtbot, page, session)

    page.show_session(session.after_hint())

    assert customer_bubbles(page) == ["Hi"]
    assert page.body.transcript.is_catching_up


def test_a_reply_lets_the_rest_of_the_messages_appear(qtbot, page):
    session = begun()
    shown(qtbot, page, session)

    page.show_session(after(session, "own-it"))

    assert customer_bubbles(page)[:4] == [*session.line.messages, "OK. And when?"]


def test_only_the_last_of_the_messages_has_face_and_caption(qtbot, page):
    theme().set_up(less_motion=True)
    shown(qtbot, page, begun())

    faces = [bubble.face.isVisible() for bubble in page.body.transcript.bubbles]

    assert faces == [False, False, True]
    assert seen_words_on(page).count("Nora, turn 1") == 1


def test_play_again_says_all_messages_with_a_stop_between(qtbot, page):
    shown(qtbot, page, begun())

    with qtbot.waitSignal(page.line_repeated) as repeated:
        qtbot.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert repeated.args[0].startswith("Hi. It's blue. I ordered grey.")


# What she may be thinking


def test_the_thought_stands_behind_a_control(qtbot, page):
    shown(qtbot, page, begun())

    assert THOUGHT not in words_on(page)
    assert page.body.customer.thought.ask.isVisible()


def test_asking_for_the_thought_asks_for_the_hint(qtbot, page):
    shown(qtbot, page, begun())

    with qtbot.waitSignal(page.hint_wanted):
        qtbot.mouseClick(page.body.customer.thought.ask, Qt.MouseButton.LeftButton)


def test_the_hint_shows_the_thought_by_the_face(qtbot, page):
    shown(qtbot, page, begun().after_hint())

    assert page.body.customer.thought.words == THOUGHT
    assert not page.body.customer.thought.ask.isVisible()
    assert "What Nora thinks: " + THOUGHT in words_on(page)


def test_an_exam_knows_no_thoughts(qtbot, page):
    shown(qtbot, page, begun("exam"))

    assert ASK not in seen_words_on(page)
    assert THOUGHT not in words_on(page)


def test_a_smaller_window_has_the_thought_with_the_coach(qtbot, page):
    page.resize(1000, 700)

    shown(qtbot, page, begun().after_hint())

    assert page.body.coach.thought.isVisible()
    assert page.body.coach.thought.words == THOUGHT


# Reading with strength


def test_feelings_easily_mixed_up_lie_side_by_side():
    def apart(one, other):
        steps = abs(WHEEL.index(one) - WHEEL.index(other))
        return min(steps, len(WHEEL) - steps)

    assert sorted(WHEEL) == sorted(Feeling)
    assert all(apart(one, other) <= 2 for one, near in NEIGHBOURS.items() for other in near)


def test_a_feeling_from_more_takes_its_place_on_the_wheel(qtbot, page):
    shown(qtbot, page, begun())
    chips = page.body.coach.read.chips

    chips.choose((Feeling.WORRIED,))

    assert chips.chips[0].text() == "Worried"
    assert chips.chosen == (Feeling.WORRIED,)


def test_a_strength_chosen_by_its_number_goes_along(qtbot, page):
    shown(qtbot, page, begun())
    card = page.body.coach.read
    card.chips.choose((Feeling.FRUSTRATED,))
    card.strength._buttons[0].setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    with qtbot.waitSignal(page.read_given) as given:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert given.args == [Feeling.FRUSTRATED, "", 4]


def test_the_first_arrow_chooses_the_weakest(qtbot, page):
    shown(qtbot, page, begun())
    scale = page.body.coach.read.strength
    scale._buttons[0].setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)

    assert scale.strength == 1


def test_a_strength_left_open_is_none(qtbot, page):
    shown(qtbot, page, begun())
    page.body.coach.read.chips.choose((Feeling.ANGRY,))

    with qtbot.waitSignal(page.read_given) as given:
        page.body.coach.read._give()

    assert given.args == [Feeling.ANGRY, "", None]


def test_a_guess_is_called_a_guess(qtbot, page):
    session = read(begun(), because="the second wrong sofa in a week", strength=3)

    shown(qtbot, page, session)

    said = page.body.coach.read.result.text.text()
    assert "You guessed; she had not said it yet. Half." in said
    assert "It is a little stronger than that: she feels it strongly." in said
    assert page.body.coach.read.strength.strength == 3


def test_the_strength_is_not_asked_where_the_author_wrote_none(qtbot, page):
    session = begun()
    step = session.step.model_copy(
        update={"read": session.step.read.model_copy(update={"strength": None})}
    )
    steps = {**session.scenario.steps, "opening": step}
    weaker = session.scenario.model_copy(update={"steps": steps})

    shown(qtbot, page, Session.begin(weaker, session.began))

    assert not page.body.coach.read.strength.isVisible()


# Silence


@pytest.fixture
def quiet(qtbot, page):
    theme().set_up(less_motion=True)
    return shown(qtbot, page, read(begun()))


def test_long_silence_is_told(qtbot, quiet):
    with qtbot.waitSignal(quiet.silence_lasted):
        pass_seconds(quiet)


def test_reading_the_coach_is_no_silence(qtbot, page):
    theme().set_up(less_motion=True)
    shown(qtbot, page, after(read(begun()), "own-it"))
    words = page.body.coach.feedback.word_count

    with qtbot.assertNotEmitted(page.silence_lasted):
        pass_seconds(page, LONG_S + words // 3)


def test_typing_begins_the_silence_anew(qtbot, quiet):
    pass_seconds(quiet, quiet.silence.left_s - 1)

    with qtbot.assertNotEmitted(quiet.silence_lasted):
        qtbot.keyClicks(quiet.body.composer.field, "I am")
        quiet.body.composer.field.clear()
        quiet.silence.pass_second()


@pytest.mark.parametrize("busy", ["draft", "facts", "question", "pause", "saving"])
def test_no_second_counts_while_the_trainee_is_busy(qtbot, quiet, busy):
    {
        "draft": lambda: quiet.body.composer.field.setPlainText("I am looking"),
        "facts": quiet.body.toggle_facts,
        "question": quiet._ask_to_leave,
        "pause": quiet._toggle_pause,
        "saving": lambda: quiet.set_busy(True),
    }[busy]()

    with qtbot.assertNotEmitted(quiet.silence_lasted):
        pass_seconds(quiet, 3 * LONG_S)


def test_no_second_counts_while_the_customer_is_to_be_read(qtbot, page):
    theme().set_up(less_motion=True)
    shown(qtbot, page, begun())

    with qtbot.assertNotEmitted(page.silence_lasted):
        pass_seconds(page, 3 * LONG_S)


def test_an_exam_waits_unless_asked_not_to(qtbot, page):
    shown(qtbot, page, begun("exam"))

    assert not page.silence.is_running


def test_an_exam_may_be_asked_not_to_wait(qtbot, page):
    page.set_speaks_up(True)

    shown(qtbot, page, begun("exam"))

    assert page.silence.is_running


def test_the_switch_keeps_a_customer_in_coach_silent(qtbot, page):
    page.set_speaks_up(False)

    shown(qtbot, page, begun())

    assert not page.silence.is_running


def test_by_email_nobody_speaks_up(qtbot, page):
    by_email = nora().model_copy(update={"channel": Channel.EMAIL})

    shown(qtbot, page, Session.begin(by_email, begun().began))

    assert not page.silence.is_running


def test_a_hidden_page_does_not_watch(quiet):
    quiet.hide()

    assert not quiet.silence.is_running


def test_what_is_said_to_the_silence_stands_below_the_line(quiet):
    session = quiet._session.after_silence()

    quiet.show_session(session)

    assert customer_bubbles(quiet)[-2:] == [
        session.moment.said_before[0].messages[-1],
        "Hello? Anybody there?",
    ]


def test_what_was_typed_stays_when_the_customer_speaks_up(quiet):
    quiet.body.composer.field.setPlainText("half a thought")

    quiet.show_session(quiet._session.after_silence())

    assert quiet.body.composer.field.toPlainText() == "half a thought"


# What a reply does, topics, the card


def test_a_reply_to_choose_says_what_it_does(qtbot, page):
    page.set_answer_by("choose")

    shown(qtbot, page, begun())

    names = [line.accessibleName() for line in page.body.composer.choices.lines]
    assert any(name.endswith(" Puts on hold.") for name in names)
    assert any(name.endswith(" Passes on.") for name in names)


def test_the_transcript_says_how_often_a_warning_was_given(qtbot, page):
    session = after(begun(), "own-it")
    session = after(after(session, "stay-civil"), "stay-civil")

    shown(qtbot, page, session)

    signs = [
        tag.text
        for bubble in page.body.transcript.bubbles
        if isinstance(bubble, RepBubble)
        for tag in bubble.findChildren(Tag)
    ]
    assert signs == ["warned once", "warned twice"]


def test_an_exam_does_not_tell_what_a_typed_reply_was_taken_for(qtbot, page):
    session = begun("exam")
    assessment = after(session, "wait-please").turns[0].assessment
    matched = assessment.model_copy(update={"matched": "wait-please", "similarity": 0.9})

    shown(qtbot, page, session.after_reply("Hold on.", matched))

    assert "put on hold" not in words_on(page)


def test_topics_are_open_until_they_are_settled(qtbot, page):
    session = after(after(begun(), "own-it"), "friday")

    shown(qtbot, page, session)

    names = [line.accessibleName() for line in page.body.coach.topics.lines]
    assert names == [
        "Money for the trouble, open",
        "The right sofa, settled",
        "The blue one in her hall, settled",
    ]


def test_an_exam_shows_no_topics(qtbot, page):
    shown(qtbot, page, begun("exam"))

    assert page.body.coach.topics.lines == ()


def test_the_coach_points_at_the_card_and_credits_its_use(qtbot, page):
    session = after(begun(), "number-please", asked=("order",), needs_met=("green",))

    shown(qtbot, page, session)

    seen = seen_words_on(page)
    assert "It is on the card: Ordered a grey sofa, order 5512" in seen
    assert "You used it: A green one came" in seen


def test_the_card_can_be_looked_at_during_the_contact(qtbot, page):
    shown(qtbot, page, begun())

    page.body.toggle_facts()

    assert "A blue one came, 16 March" in seen_words_on(page.body.facts)


# Everywhere


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 800, 1.0), (1024, 700, 1.0), (1280, 800, 2.0)]
)
def test_nothing_sticks_out(qtbot, page, width, height, scale, scheme):
    theme().set_up(text_scale=scale, scheme=scheme)
    page.resize(width, height)
    session = read(begun(), Feeling.IMPATIENT, "the second wrong sofa in a week", 3)

    shown(qtbot, page, session.after_hint().after_silence())
    page.body.tabs.choose("coach")
    QApplication.processEvents()

    assert misplaced(page) == []


def test_every_label_shows_plain_text(qtbot, page):
    shown(qtbot, page, begun().after_hint())

    formats = {label.textFormat() for label in page.findChildren(QLabel)}

    assert formats == {Qt.TextFormat.PlainText}


def test_a_scenario_that_guides_says_how_the_program_is_used(qtbot, page):
    document = nora().model_dump(mode="json", by_alias=True)
    document["steps"][nora().start]["guide"] = "Read her first: press the feeling you see."
    guided = Session.begin(Scenario.model_validate(document), Began(scenario_id="guided"))

    shown(qtbot, page, guided)

    assert page.body.coach.guide.text.text() == "Read her first: press the feeling you see."
    assert page.body.coach.guide.isVisible()


# A near miss on the wheel


def test_a_near_miss_shows_how_near_the_two_feelings_lie(qtbot, page):
    shown(qtbot, page, read(begun(), Feeling.IMPATIENT))

    near = page.body.coach.read.near_miss
    assert near.isVisible()
    assert near.named.text() == "You read impatient"
    assert near.actual.text() == "She is frustrated"
    assert "Wheel of feelings: impatient and frustrated lie close." in words_on(near)


@pytest.mark.parametrize("feeling", [Feeling.FRUSTRATED, Feeling.DELIGHTED])
def test_what_was_right_or_far_off_needs_no_wheel(qtbot, page, feeling):
    shown(qtbot, page, read(begun(), feeling))

    assert not page.body.coach.read.near_miss.isVisible()


def test_the_wheel_of_a_near_miss_goes_when_the_next_line_is_to_be_read(qtbot, page):
    session = read(begun(), Feeling.IMPATIENT)
    shown(qtbot, page, session)

    page.show_session(begun())

    assert not page.body.coach.read.near_miss.isVisible()


def test_an_exam_shows_no_wheel(qtbot, page):
    shown(qtbot, page, read(begun("exam"), Feeling.IMPATIENT))

    assert not page.body.coach.read.near_miss.isVisible()
