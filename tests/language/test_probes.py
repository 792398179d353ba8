"""Lines to a customer who was charged twice: the order on each scale must be right."""

import pytest

from simulator.core.scoring.context import ReplyContext, Said
from simulator.core.scoring.evidence import Flag
from simulator.core.scoring.rubric import SKILLS, Skill

CHARGED_TWICE = ReplyContext(
    customer_message=(
        "You have charged me twice for the same order! I have been waiting three weeks and I "
        "called twice already. I want my 47 dollars back."
    ),
    customer_name="Ms Lee",
    customer_emotion="angry",
    facts=(
        "The order of 47 dollars was charged twice by mistake.",
        "The rep can refund the 47 dollars at once; it is back on the card by Friday.",
    ),
)
WHATEVER = "I don't understand why you are upset. Whatever."
POLITE_NO = "Sorry, I understand, I appreciate your patience and concern, but I can't help you."
STUFFED = "understand sorry appreciate upset concern patience"
REFUND = (
    "That double charge should never have happened to you, Ms Lee. I am refunding the 47 dollars "
    "right now and it will be back on your card by Friday."
)
STAYING = (
    "You have been waiting three weeks and called twice already; no wonder you have had enough. "
    "Let me stay on the line until it is sorted."
)
NO = "No."
CHECKING = "I will just check that for you, one moment."
NOT_SURE = "I'm not sure, whatever."
INSULT = "You idiot."
PROBES = (
    WHATEVER, POLITE_NO, STUFFED, REFUND, STAYING, NO, CHECKING, NOT_SURE, INSULT
)  # fmt: skip
CLEARLY = 3
"""Points by which one probe must be above another to be in order."""


def scores(trained, reply, context=CHARGED_TWICE):
    rating = trained.rate(reply, context)
    return [rating.of(skill) for skill in SKILLS]


@pytest.mark.parametrize("reply", [WHATEVER, NOT_SURE, NO, INSULT, "Oh, how terrible for you."])
def test_contempt_and_a_flat_no_are_very_low_on_all_three(trained, reply):
    assert max(scores(trained, reply)) <= 35


def test_sarcasm_is_lower_than_a_flat_no(trained):
    assert scores(trained, WHATEVER)[:2] < scores(trained, NO)[:2]


def test_a_polite_dead_end_is_middling_in_courtesy_and_very_low_in_help(trained):
    courtesy, _, helpfulness = scores(trained, POLITE_NO)

    assert 38 <= courtesy <= 62
    assert helpfulness <= 15


def test_a_heap_of_kind_words_is_low_on_all_three(trained):
    assert max(scores(trained, STUFFED)) <= 35


def test_an_owned_refund_with_a_date_is_high_on_all_three(trained):
    assert min(scores(trained, REFUND)) >= 68


def test_staying_with_a_tired_caller_is_high_in_courtesy_and_patience(trained):
    courtesy, patience, _ = scores(trained, STAYING)

    assert courtesy >= 68
    assert patience >= 72


@pytest.mark.xfail(reason="to the net a bare check, in a hot moment, is no help", strict=True)
def test_just_checking_is_not_held_against_the_trainee(trained):
    assert min(scores(trained, CHECKING)) >= 44


LADDERS = {
    Skill.COURTESY: [
        [REFUND, STAYING],
        [CHECKING],
        [POLITE_NO],
        [STUFFED, NO],
        [WHATEVER, NOT_SURE, INSULT],
    ],
    Skill.PATIENCE: [
        [STAYING],
        [REFUND],
        [CHECKING],
        [POLITE_NO, STUFFED, NO],
        [WHATEVER, NOT_SURE, INSULT],
    ],
    Skill.HELPFULNESS: [
        [REFUND],
        [STAYING],
        [CHECKING],
        [POLITE_NO, STUFFED, NO, WHATEVER, NOT_SURE, INSULT],
    ],
}
"""The probes by skill, from the best rung to the worst; those of one rung are not told apart.

Source: the rubric's bands. Owning and acting is good to excellent; staying is above all patience;
a check with no word for the feeling is basic; a polite dead end is courteous beside a flat no and
no more help; kind words in a heap are no better than a no; contempt is at the bottom.
"""

_REFUND_IS_PATIENT = "an owned refund with a date is as patient, to the net, as staying on the line"
NOT_YET = {(Skill.PATIENCE, STAYING, REFUND)}
"""Steps of the ladders that this version does not keep."""

STEPS_OF_LADDERS = [
    pytest.param(
        skill,
        higher,
        lower,
        id=f"{skill.value}: {higher[:18]} > {lower[:18]}",
        marks=[pytest.mark.xfail(reason=_REFUND_IS_PATIENT, strict=True)]
        if (skill, higher, lower) in NOT_YET
        else [],
    )
    for skill, rungs in LADDERS.items()
    for place, rung in enumerate(rungs)
    for higher in rung
    for lower in (line for below in rungs[place + 1 :] for line in below)
]


@pytest.mark.parametrize(("skill", "higher", "lower"), STEPS_OF_LADDERS)
def test_each_scale_puts_the_probes_in_order(trained, skill, higher, lower):
    better, worse = (trained.rate(reply, CHARGED_TWICE).of(skill) for reply in (higher, lower))

    assert better - worse >= CLEARLY


@pytest.mark.parametrize("skill", SKILLS)
def test_the_order_of_the_probes_leaves_out_no_line(skill):
    lines = [line for rung in LADDERS[skill] for line in rung]

    assert sorted(lines) == sorted(PROBES)


@pytest.mark.parametrize(
    "reply", ["I am refunding the 74 dollars right now.", "I'll refund the $470 at once."]
)
def test_another_amount_than_the_facts_give_is_wrong(trained, reply):
    rating = trained.rate(reply, CHARGED_TWICE)

    assert rating.helpfulness <= 15
    assert "wrong-fact" in {reason.cue for reason in rating.evidence}


@pytest.mark.parametrize(
    "reply",
    [
        "I'm not happy to help you.",
        "I would be glad to help, but I'm not.",
        "I'd love to help you, but I won't.",
        "I would be happy to help if you had told us on Monday.",
    ],
)
def test_a_courtesy_taken_back_is_no_courtesy(trained, reply):
    assert scores(trained, reply)[0] <= 15


INSULTS = ("You idiot.", "Whatever.", "Are you stupid?", "That is not my problem.")
SUGARS = ("Thank you so much for your call. ", "Please, ", "So sorry, my dear Ms Lee. ")
HELPS_A_LITTLE = {("So sorry, my dear Ms Lee. ", "Whatever.")}
SUGARED = [
    pytest.param(
        sugar,
        insult,
        marks=[pytest.mark.xfail(reason="an apology lifts a shrug by five points", strict=True)]
        if (sugar, insult) in HELPS_A_LITTLE
        else [],
    )
    for sugar in SUGARS
    for insult in INSULTS
]


@pytest.mark.parametrize(("sugar", "insult"), SUGARED)
def test_polite_words_do_not_help_an_insult(trained, sugar, insult):
    bare, sugared = scores(trained, insult)[0], scores(trained, sugar + insult)[0]

    assert sugared <= bare + 3


@pytest.mark.parametrize(
    ("one", "other"), [("Ms Lee", "Mr Okafor"), ("Ms Lee", "Mrs Nguyen"), ("Ms Lee", "Dr Smith")]
)
def test_another_name_gives_the_same_scores(trained, one, other):
    swapped = CHARGED_TWICE.model_copy(update={"customer_name": other})

    assert scores(trained, REFUND.replace(one, other), swapped) == scores(trained, REFUND)


def test_a_slip_of_the_keyboard_costs_little(trained):
    slipped = REFUND.replace("happened", "hapened").replace("right now", "rihgt now")

    for before, after in zip(scores(trained, REFUND), scores(trained, slipped), strict=True):
        assert abs(before - after) <= 6


@pytest.mark.parametrize("reply", ["", "   ", "\n\t", "...", "👍"])
def test_a_reply_without_a_word_is_not_rated(trained, reply):
    assert scores(trained, reply) == [None, None, None]


def test_an_insult_is_flagged(trained):
    assert Flag.INSULT in trained.rate("Shut up, you idiot.", CHARGED_TWICE).flags


def test_a_promise_against_the_facts_is_flagged(trained):
    context = ReplyContext(
        customer_message="I want the fee back.", facts=("The rep cannot waive the fee.",)
    )

    rating = trained.rate("Fine, I've waived the fee for you.", context)

    assert Flag.UNAUTHORISED in rating.flags
    assert rating.helpfulness <= 20


def test_asking_for_what_is_on_the_screen_is_noticed(trained):
    context = ReplyContext(
        customer_message="My order number is 88123. Where is my parcel?",
        facts=("Order number 88123 left the depot on Monday.",),
    )

    rating = trained.rate("Could you give me your order number, please?", context)

    assert "asks-known" in {reason.cue for reason in rating.evidence}
    assert rating.patience <= 45


def test_a_line_said_before_in_the_same_conversation_counts_as_canned(trained):
    line = "I am looking into this for you right now."
    context = CHARGED_TWICE.model_copy(update={"earlier": (Said(who="rep", text=line),)})

    again = trained.rate(line, context)

    assert "canned" in {reason.cue for reason in again.evidence}
    assert again.patience < trained.rate(line, CHARGED_TWICE).patience


def test_capitals_read_as_shouting(trained):
    assert scores(trained, "I AM REFUNDING THE 47 DOLLARS NOW.")[0] <= 32


def test_one_word_in_capitals_is_neutral(trained):
    plain = scores(trained, "Yes, I am refunding the 47 dollars now.")

    assert scores(trained, "YES, I am refunding the 47 dollars now.") == plain


@pytest.mark.parametrize("times", [0, 1, 4])
def test_a_name_used_four_times_caps_courtesy(trained, times):
    reply = "I am refunding the 47 dollars now." + " Thank you, Ms Lee." * times

    cues = {reason.cue for reason in trained.rate(reply, CHARGED_TWICE).evidence}

    assert ("name-overuse" in cues) == (times == 4)


def test_a_wrong_name_caps_courtesy(trained):
    rating = trained.rate(REFUND.replace("Ms Lee", "Ms Chan"), CHARGED_TWICE)

    assert rating.courtesy <= 55
    assert "wrong-name" in {reason.cue for reason in rating.evidence}
