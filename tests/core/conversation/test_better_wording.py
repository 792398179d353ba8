import re

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.conversation.better_wording import better_wording, composed
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.session import Session
from tests.core.conversation.small_contact import begun, rated
from tests.core.conversation.worded import FACTS, contact, need, replied, slip

BELIEVE = need("courtesy", "You were at home and I believe you", name="believe")
CANCEL = need("helpfulness", "I've cancelled the £25 charge", uses=["charge"], name="cancel")
REPLY = "The van was late on our side. I am looking at the route."


# The author's answers come first


def test_the_authors_answer_that_meets_most_of_what_is_open_is_given():
    both = "You were at home, I believe you, and I've cancelled the £25 charge."
    good = {"id": "own", "says": both, "goes": "plan", "then": {"mood": 10}}
    scenario = contact(BELIEVE, CANCEL, better="I believe you were at home.", replies=[good])

    assert better_wording(scenario, replied(scenario, REPLY)) == both


def test_of_answers_that_meet_as_much_the_authors_example_is_given():
    example = "I believe you were at home."
    good = {"id": "own", "says": f"{example} Truly.", "goes": "plan", "then": {"mood": 10}}
    scenario = contact(BELIEVE, better=example, replies=[good])

    assert better_wording(scenario, replied(scenario, REPLY)) == example


def test_an_answer_that_does_harm_is_no_model():
    bad = {
        "id": "own",
        "says": "You were at home, I believe you, but so was he.",
        "goes": "plan",
        "then": {"mood": -10},
    }
    scenario = contact(BELIEVE, replies=[bad])

    assert "but so was he" not in better_wording(scenario, replied(scenario, REPLY))


def test_an_answer_offered_only_at_times_is_not_given():
    later = {
        "id": "own",
        "says": "You were at home, I believe you, and the bell was broken.",
        "goes": "plan",
        "when": "told(bell)",
        "then": {"mood": 10},
    }
    scenario = contact(BELIEVE, replies=[later])

    assert "bell" not in better_wording(scenario, replied(scenario, REPLY))


def test_a_reply_with_nothing_open_and_no_fault_needs_no_better_wording():
    scenario = contact(BELIEVE)

    assert better_wording(scenario, replied(scenario, REPLY, met=["believe"])) == ""


# The trainee's own reply, put right


def test_what_is_open_is_added_to_the_trainees_own_words():
    scenario = contact(BELIEVE, CANCEL)

    text = better_wording(scenario, replied(scenario, REPLY))

    assert text == f"You were at home and I believe you. {REPLY} I've cancelled the £25 charge."


def test_the_sentence_that_cost_is_left_out():
    reply = f"{REPLY} You should have listened for him."
    scenario = contact(CANCEL)

    text = composed(scenario, replied(scenario, reply, *slip(reply, "You should have listened")))

    assert text == f"{REPLY} I've cancelled the £25 charge."


def test_of_a_lead_in_only_the_lead_is_cut():
    reply = "I understand, but the next visit is on Thursday with Marek."
    scenario = contact(CANCEL)

    text = composed(scenario, replied(scenario, reply, *slip(reply, "I understand, but")))

    assert text == "The next visit is on Thursday with Marek. I've cancelled the £25 charge."


def test_a_greeting_stays_in_front():
    reply = f"Good morning, Ms Lima. {REPLY}"
    scenario = contact(BELIEVE)

    text = better_wording(scenario, replied(scenario, reply))

    assert text.startswith("Good morning, Ms Lima. You were at home")


def test_where_all_is_met_a_slip_in_manner_is_simply_left_out():
    reply = f"{REPLY} You should have listened for him."
    scenario = contact(BELIEVE)
    turn = replied(scenario, reply, *slip(reply, "You should have listened"), met=["believe"])

    assert better_wording(scenario, turn) == REPLY


def test_a_weak_step_is_not_left_out_without_another_in_its_place():
    reply = f"{REPLY} Somebody will be in touch."
    scenario = contact(BELIEVE)
    vague = slip(reply, "Somebody will be in touch", "vague-promise", courtesy=-1, helpfulness=-8)

    assert better_wording(scenario, replied(scenario, reply, *vague, met=["believe"])) == ""


def test_a_promise_that_may_not_be_made_is_always_left_out():
    reply = f"{REPLY} You get 500 pounds."
    scenario = contact(BELIEVE)
    turn = replied(
        scenario,
        reply,
        *slip(reply, "You get 500 pounds", "unauthorised", courtesy=0, helpfulness=-19),
        met=["believe"],
    )

    assert better_wording(scenario, turn) == REPLY


def test_a_reply_with_no_frame_worth_keeping_gets_the_authors_example():
    reply = f"{REPLY} You should have listened for him."
    scenario = contact(CANCEL, better="That one is on us.")
    turn = replied(scenario, reply, *slip(reply, "You should have listened"), courtesy=10)

    assert better_wording(scenario, turn) == "That one is on us."


def test_what_was_said_already_is_not_said_again():
    reply = "You were at home, so I do believe what you say."
    scenario = contact(BELIEVE, better="That one is on us.")

    assert composed(scenario, replied(scenario, reply)) == ""


# Nothing is made up


def test_an_amount_that_is_in_no_fact_is_not_composed():
    invented = need("helpfulness", "I've taken £40 off the bill", name="invented")
    scenario = contact(invented)

    assert composed(scenario, replied(scenario, REPLY)) == ""


def test_a_time_in_words_that_is_in_no_fact_is_not_composed():
    invented = need("helpfulness", "He will be there tomorrow at noon", name="invented")
    scenario = contact(invented)

    assert composed(scenario, replied(scenario, REPLY)) == ""


def test_a_name_that_is_in_no_fact_is_not_composed():
    invented = need("helpfulness", "I am sending you Piotr with the van", name="invented")
    scenario = contact(invented)

    assert composed(scenario, replied(scenario, REPLY)) == ""


def test_a_fact_the_customer_has_not_told_is_not_given_away():
    hidden = need("courtesy", "A broken bell is nobody's fault", uses=["bell"], name="hidden")
    scenario = contact(hidden)

    assert composed(scenario, replied(scenario, REPLY)) == ""


def test_what_may_be_done_only_on_a_condition_is_not_composed():
    bound = need("helpfulness", "I'm sending him round to you", uses=["urgent"], name="bound")
    scenario = contact(bound)

    assert composed(scenario, replied(scenario, REPLY)) == ""


def test_a_fragment_is_not_passed_off_as_a_sentence():
    fragment = need("helpfulness", "what dispatch said to us", name="fragment")
    scenario = contact(fragment)

    assert composed(scenario, replied(scenario, REPLY)) == ""


AMOUNTS = ["£25", "£40", "12:00", "7", "500", "twenty", "half"]
DAYS = ["Thursday", "Friday", "tomorrow", "noon", "March"]
NAMES = ["Marek", "Piotr", "Ana", "Lima"]
PLAIN = ["the", "parcel", "comes", "with", "our", "van", "and", "we", "keep", "you", "posted", "on"]
_WORD = st.sampled_from([*AMOUNTS, *DAYS, *NAMES, *(PLAIN * 6)])
_CLAIMS = frozenset(word.casefold().strip("£") for word in (*AMOUNTS, *DAYS, *NAMES))


@st.composite
def _sentences(draw):
    words = draw(st.lists(_WORD, min_size=4, max_size=9))
    return (
        f"{words[0][:1].upper()}{words[0][1:]} {' '.join(words[1:])}{draw(st.sampled_from('.?'))}"
    )


@st.composite
def _slips(draw, reply, sentences):
    chosen = draw(st.lists(st.sampled_from(sentences), max_size=2, unique=True))
    cue = draw(st.sampled_from(["blame", "vague-promise", "wrong-fact", "understand-but"]))
    return [each for span in chosen for each in slip(reply, span, cue, helpfulness=-3)]


def claimed(text):
    """Every number, amount, date and name of a text that the words above can make."""
    return set(re.findall(r"[\w:]+", text.casefold())) & _CLAIMS


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_every_number_date_amount_and_name_stands_in_the_facts_or_the_reply(data):
    wordings = data.draw(st.lists(_sentences(), min_size=1, max_size=3))
    needs = [
        need(
            data.draw(st.sampled_from(["courtesy", "helpfulness"])), wording, name=f"need-{number}"
        )
        for number, wording in enumerate(wordings)
    ]
    scenario = contact(*needs)
    sentences = data.draw(st.lists(_sentences(), min_size=1, max_size=3, unique=True))
    reply = " ".join(sentences)
    turn = replied(scenario, reply, *data.draw(_slips(reply, sentences)))

    text = composed(scenario, turn)

    known = " ".join(str(value) for fact in FACTS for value in fact.values())
    assert claimed(text) <= claimed(known) | claimed(reply)


@given(st.text(max_size=200).filter(str.strip))
@settings(max_examples=80, deadline=None)
def test_any_reply_gets_a_wording_or_none(reply):
    scenario = contact(BELIEVE, CANCEL)

    text = better_wording(scenario, replied(scenario, reply))

    assert text == better_wording(scenario, replied(scenario, reply))
    assert "I believe you" in text or "£25" in text or text == "That one is on us."


# On the scorecard


def test_the_scorecard_holds_the_wording_for_this_reply():
    scenario = contact(BELIEVE)
    session = Session.begin(scenario, begun().began).after_reply(REPLY, rated())

    assert scorecard_of(session).turns[0].better == f"You were at home and I believe you. {REPLY}"
