from hypothesis import given
from hypothesis import strategies as st

from simulator.core.conversation.coach import coaching_of_card, coaching_of_turn
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.scenario.words import Feeling
from tests.core.conversation.coached import BELIEVE, CANCEL, coached, found
from tests.core.conversation.small_contact import SMALL, begun, rated

FELT = found("names-feeling", "no wonder you are angry", courtesy=8, patience=4)
STEP = found("concrete-step", "the £25 is cancelled", 40, helpfulness=15)
BLAME = found("blame", "you should have listened", 10, courtesy=-19, patience=-15)
UNSAID = found("no-acknowledgement", courtesy=-4, patience=-2)
NO_STEP = found("no-step", helpfulness=-19)


# Heard


def test_a_feeling_that_was_named_is_heard():
    heard = coached(FELT).heard

    assert heard.text == "“no wonder you are angry” told her that you saw how she felt."
    assert heard.is_good


def test_a_feeling_left_unsaid_is_told_with_its_name():
    heard = coached(UNSAID).heard

    assert heard.text == "She was angry, and your words did not say so yet."


def test_a_customer_at_ease_need_not_hear_of_a_feeling():
    assert coached(UNSAID, feeling=Feeling.PLEASED).heard is None


def test_a_loud_slip_is_heard_before_anything_else():
    heard = coached(FELT, BLAME).heard

    assert heard.text == "She heard “you should have listened” before anything else."
    assert not heard.is_good


def test_a_quote_does_not_break_off_at_a_loose_end():
    heard = coached(found("owns-fault", "that part is ours, and", courtesy=8)).heard

    assert heard.text == "“that part is ours” told her that you own what went wrong."


# Understood and answered


def test_the_reason_is_told_once_it_was_read_and_taken_up():
    understood = coached(FELT, cause="she was told she was not in.").understood

    assert understood.text == "You took up the reason: she was told she was not in."


def test_the_reason_is_not_given_away_before_it_was_read():
    assert coached(FELT).understood is None


def test_a_need_left_open_is_told_in_the_authors_words():
    told = coached(FELT, missed=(BELIEVE, CANCEL))

    assert told.understood.text == BELIEVE.text
    assert told.answered.text == CANCEL.text


def test_a_step_is_quoted():
    assert "“the £25 is cancelled”" in coached(STEP).answered.text


# The one thing to change


def test_the_fault_that_costs_most_over_all_skills_is_the_one_to_change():
    dear = found("hoops", "first the form", 50, courtesy=-1, patience=-10, helpfulness=-9)
    cheap = found("rush", "be quick", 90, courtesy=-3, patience=-15)

    assert coached(cheap, dear).change.quote == "first the form"


def test_a_ceiling_goes_before_small_points():
    capped = found("understand-but", "I understand, but", courtesy=-4, patience=-1)
    small = found("jargon", "a P3 incident", 50, courtesy=-6)
    merits = found("stays", "I'll stay on the line", 70, patience=30)

    told = coached(small, capped, merits, patience=50)

    assert told.change.quote == "I understand, but"


def test_a_critical_fault_goes_before_everything():
    unsafe = found("unsafe", "just open the valve", 50, courtesy=-1)

    assert coached(BLAME, unsafe).change.quote == "just open the valve"


def test_for_something_missing_the_authors_words_are_told():
    assert coached(NO_STEP, missed=(BELIEVE, CANCEL)).change.text == CANCEL.text
    assert coached(NO_STEP).change.text == "About no-step."


def test_a_small_slip_gives_way_to_what_the_step_needed():
    slip = found("order", "Wait.", courtesy=-1, patience=-1)

    assert coached(slip, missed=(BELIEVE,)).change.text == BELIEVE.text


def test_a_reply_without_fault_is_asked_to_change_nothing():
    assert coached(FELT, STEP).change is None


# How much is told


def test_three_points_are_told_at_most_and_the_change_comes_last():
    told = coached(FELT, BLAME, STEP, UNSAID, NO_STEP, missed=(BELIEVE, CANCEL))

    assert 2 <= len(told.points) <= 3
    assert told.points[-1] is told.change


def test_nothing_is_told_twice():
    told = coached(BLAME)

    assert [point.quote for point in told.points] == ["you should have listened"]


def test_what_was_missing_is_told_once():
    assert len(coached(UNSAID).points) == 1


def test_turn_and_scorecard_are_coached_alike():
    session = begun().after_reading(None).after_reply("Please wait.", rated())
    card = scorecard_of(session)

    of_turn = coaching_of_turn(SMALL, session.turns[0])

    assert of_turn == coaching_of_card(card.turns[0], card.customer)
    assert of_turn.change.text == "Own it."


_CUES = st.sampled_from(
    ["blame", "names-feeling", "no-step", "understand-but", "concrete-step", "cold", "unsafe"]
)
_POINTS = st.floats(-30, 30, allow_nan=False).filter(bool)


@st.composite
def _evidence(draw):
    span = draw(st.none() | st.text("abc “.,", min_size=1, max_size=120).filter(str.strip))
    skill = draw(st.sampled_from(["courtesy", "patience", "helpfulness"]))
    return found(draw(_CUES), span, draw(st.integers(0, 90)), **{skill: draw(_POINTS)})


@given(
    evidence=st.lists(_evidence(), max_size=8),
    missed=st.lists(st.sampled_from([BELIEVE, CANCEL]), max_size=3),
    feeling=st.sampled_from(Feeling),
)
def test_whatever_was_found_a_few_points_are_told_and_always_the_same(evidence, missed, feeling):
    told = coached(*evidence, missed=tuple(missed), feeling=feeling)

    again = coached(*evidence, missed=tuple(missed), feeling=feeling)

    assert told == again
    assert len(told.points) <= 3
    assert len({point.text for point in told.points}) == len(told.points)
