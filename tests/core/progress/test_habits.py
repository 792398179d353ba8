import time
from datetime import timedelta

import pytest

from simulator.core.progress.habits import Change, HabitKind, habits_of
from simulator.core.progress.habits.canned_lines import Line, copies
from simulator.core.progress.habits.change import change
from tests.core.progress.own_contacts import MONDAY, contact, nearness, reply, signs

LINE = "I will look into that for you right away."
BUT = "I understand, but the slot is on Thursday."


def found(*contacts):
    return {habit.kind: habit for habit in habits_of(contacts, signs, nearness)}


def plain(*numbers):
    """Contacts in which nothing of note is said."""
    return [contact(number, f"Row {number} has place {number * 7}.") for number in numbers]


# How many contacts it takes


def test_nothing_is_said_about_two_contacts():
    assert found(contact(1, BUT, BUT), contact(2, BUT, BUT)) == {}


def test_contacts_in_which_every_line_was_chosen_do_not_count():
    chosen_only = contact(3)

    assert found(contact(1, BUT, BUT), contact(2, BUT, BUT), chosen_only) == {}


def test_what_shows_in_one_contact_only_is_no_habit():
    assert found(contact(1, BUT, BUT, BUT), *plain(2, 3)) == {}


def test_a_habit_not_seen_for_long_is_not_brought_up_again():
    early = [contact(number, BUT) for number in range(3)]

    assert found(*early, *plain(*range(3, 12)))
    assert found(*early, *plain(*range(3, 13))) == {}


def test_an_attempt_taken_up_again_counts_its_first_replies_once():
    first = contact(1, BUT, title="Boiler", customer="Rao")
    again = contact(2, BUT, "The slot is free.", title="Boiler", customer="Rao")

    habit = found(first, again, contact(3, BUT), contact(4, BUT))[HabitKind.UNDERSTAND_BUT]

    assert habit.attempt_ids == ("a1", "a3", "a4")
    assert habit.of_replies == 4


# What is told of a habit


def test_a_habit_tells_how_often_where_and_since_when():
    contacts = [contact(1, "Hello there."), contact(2, BUT, BUT), contact(3, "Yes.", BUT)]

    habit = found(*contacts)[HabitKind.UNDERSTAND_BUT]

    assert (habit.times, habit.replies, habit.of_replies) == (3, 3, 5)
    assert habit.attempt_ids == ("a2", "a3")
    assert habit.since == MONDAY + timedelta(days=2)
    assert habit.turns_in("a3") == (2,)
    assert habit.turns_in("a1") == ()


def test_three_quotes_are_given_the_newest_first_one_a_contact():
    contacts = [contact(n, f"I understand, but it is day {n}.", BUT) for n in range(5)]

    quotes = found(*contacts)[HabitKind.UNDERSTAND_BUT].quotes

    assert [quote.attempt_id for quote in quotes] == ["a4", "a3", "a2"]
    assert quotes[0].text == "I understand, but it is day 4."
    assert (quotes[0].turn, quotes[0].customer) == (1, "Customer 4")


def test_the_same_words_are_quoted_once():
    habit = found(*(contact(number, BUT) for number in range(5)))[HabitKind.UNDERSTAND_BUT]

    assert [quote.text for quote in habit.quotes] == [BUT]


def test_a_long_quote_breaks_off_between_words():
    long = "I understand, but " + "the slots are open on Thursday and " * 10 + "Friday."

    quote = found(*(contact(n, long) for n in range(3)))[HabitKind.UNDERSTAND_BUT].quotes[0]

    assert len(quote.text) <= 140
    assert quote.text.endswith("…")


@pytest.mark.parametrize("kind", HabitKind)
def test_advice_is_one_sentence_about_the_words(kind):
    advice = kind.advice

    assert advice.endswith(".")
    assert advice.count(". ") == 0
    assert " you are" not in advice.lower()
    assert "!" not in advice


# Canned lines


def test_a_line_said_to_other_customers_is_canned():
    habit = found(*(contact(number, LINE) for number in range(4)))[HabitKind.CANNED_LINES]

    assert habit.times == 3
    assert habit.attempt_ids == ("a1", "a2", "a3")


def test_a_line_said_again_to_the_same_customer_is_not_canned():
    contacts = [contact(number, f"Day {number}. {LINE}", customer="Rao") for number in range(5)]

    assert HabitKind.CANNED_LINES not in found(*contacts)


def test_a_near_copy_with_another_name_in_it_is_canned():
    contacts = [
        contact(number, f"I will look into that for you right away, {name}.", names=(name,))
        for number, name in enumerate(["Mrs Rao", "Mr Petit", "Ms Okafor", "Mr Kaye"])
    ]

    assert found(*contacts)[HabitKind.CANNED_LINES].times == 3


def test_short_closings_are_not_canned():
    contacts = [
        contact(number, "You're welcome, goodbye to you. Thank you for telling me.")
        for number in range(6)
    ]

    assert HabitKind.CANNED_LINES not in found(*contacts)


def test_a_canned_line_weighs_more_in_a_complaint():
    elsewhere = [contact(number, LINE) for number in range(3)]
    complaints = [contact(number, LINE, is_complaint=True) for number in range(3)]

    assert HabitKind.CANNED_LINES not in found(*elsewhere)
    assert HabitKind.CANNED_LINES in found(*complaints)


def test_quotes_of_canned_lines_come_from_complaints_first():
    contacts = [contact(number, f"{LINE} It is {number}.") for number in range(5)]
    contacts[2] = contact(2, "Let me see what I can do for you today.", is_complaint=True)
    contacts.append(contact(9, "Let me see what I can do for you today."))
    contacts[1] = contact(1, "Let me see what I can do for you today.")

    quotes = found(*contacts)[HabitKind.CANNED_LINES].quotes

    assert quotes[0].attempt_id == "a2"


def test_lines_on_one_subject_in_other_words_are_not_copies():
    lines = [
        "Your boiler is booked for Thursday at noon.",
        "The engineer has your boiler on his list for Friday.",
        "Could you look at the boiler and tell me the pressure?",
        "A boiler that age deserves a service once a year.",
    ]

    contacts = [contact(number, line) for number, line in enumerate(lines)]

    assert HabitKind.CANNED_LINES not in found(*contacts)


def test_every_line_that_shares_enough_words_is_compared():
    words = [f"w{number}" for number in range(10)]
    lines = [
        Line("a", " ".join(words), frozenset(words)),
        Line("b", " ".join([*words[:9], "other"]), frozenset([*words[:9], "other"])),
    ]

    assert copies(lines, nearness) == (1,)


def test_five_hundred_replies_take_well_under_a_second():
    def text(number):
        words = " ".join(f"w{(number * 7 + place * place) % 97}" for place in range(14))
        return f"{LINE} About the matter of {words}. {words} and nothing more than that."

    contacts = [contact(n, *(text(n * 5 + m) for m in range(5))) for n in range(100)]

    began = time.perf_counter()
    habits = found(*contacts)

    assert time.perf_counter() - began < 1.0
    assert habits[HabitKind.CANNED_LINES].of_replies == 500


# The voucher reflex

FELT = (("a whole morning lost", "names-feeling"),)
FIXED = (("I have booked him", "own-action"),)
VOUCHER = "Here is a voucher for your trouble."


def test_a_voucher_before_the_feeling_is_a_reflex():
    contacts = [contact(number, VOUCHER) for number in range(3)]

    assert found(*contacts)[HabitKind.VOUCHER_REFLEX].times == 3


def test_a_voucher_after_feeling_and_fix_is_none():
    first = reply("That is a whole morning lost. I have booked him.", met=FELT + FIXED)

    contacts = [contact(number, first, reply(VOUCHER, turn=2)) for number in range(3)]

    assert HabitKind.VOUCHER_REFLEX not in found(*contacts)


def test_a_voucher_in_place_of_the_fix_is_a_reflex():
    kind = reply(f"That is a whole morning lost. {VOUCHER}", met=FELT)

    contacts = [contact(number, kind) for number in range(3)]

    assert HabitKind.VOUCHER_REFLEX in found(*contacts)


def test_offering_the_voucher_is_not_the_fix():
    text = "That is a whole morning lost. I am sending a voucher."
    offer = reply(text, met=(*FELT, ("I am sending a voucher", "own-action")))

    assert HabitKind.VOUCHER_REFLEX in found(*(contact(number, offer) for number in range(3)))


def test_a_customer_at_ease_needs_no_feeling_named_before():
    text = f"I have booked him. {VOUCHER}"
    at_ease = reply(text, met=FIXED, is_at_ease=True)

    contacts = [contact(number, at_ease) for number in range(3)]

    assert HabitKind.VOUCHER_REFLEX not in found(*contacts)


def test_a_customer_who_asks_for_a_voucher_gets_an_answer():
    asked = reply(VOUCHER, customer_said="Do I at least get a voucher?")

    contacts = [contact(number, asked) for number in range(3)]

    assert HabitKind.VOUCHER_REFLEX not in found(*contacts)


# Names and apologies


def test_the_name_three_times_in_a_reply_is_overuse():
    text = "Mrs Rao, I see. Well, Mrs Rao, he is on his way, Mrs Rao."

    contacts = [contact(number, text, names=("Mrs Rao", "Rao")) for number in range(3)]

    assert found(*contacts)[HabitKind.NAME_OVERUSE].times == 3


def test_the_name_in_almost_every_reply_is_overuse_from_the_third_on():
    texts = [f"Yes, Mrs Rao, that is point {number}." for number in range(4)]

    contacts = [contact(number, *texts, names=("Mrs Rao",)) for number in range(3)]

    assert found(*contacts)[HabitKind.NAME_OVERUSE].times == 6


def test_the_name_once_early_and_once_late_is_no_overuse():
    texts = ["Good morning, Mrs Rao.", "He is there.", "At noon.", "Goodbye, Mrs Rao."]

    contacts = [contact(number, *texts, names=("Mrs Rao",)) for number in range(3)]

    assert HabitKind.NAME_OVERUSE not in found(*contacts)


def test_the_third_apology_of_a_contact_is_one_too_many():
    texts = ["Sorry about the wait.", "And sorry for the cold.", "Sorry again."]

    habit = found(*(contact(number, *texts) for number in range(3)))[HabitKind.OVER_APOLOGY]

    assert habit.times == 3
    assert {quote.turn for quote in habit.quotes} == {3}


# Whether it fades


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ([True] * 3 + [False] * 5, Change.FADING),
        ([True] * 10 + [False] * 5, Change.FADING),
        ([True, False] * 3 + [False] * 5, Change.NONE),
        ([True] * 2 + [False] * 5, Change.NONE),
        ([False] * 10 + [True] * 5, Change.GROWING),
        ([True] * 10 + [True, False, True, False, True], Change.NONE),
        ([True] * 4, Change.NONE),
        ([], Change.NONE),
    ],
)
def test_only_what_chance_does_not_explain_is_a_change(shown, expected):
    assert change(shown) is expected


def test_a_habit_that_fades_is_said_to_fade():
    early = [contact(number, BUT) for number in range(6)]

    habit = found(*early, *plain(*range(6, 11)))[HabitKind.UNDERSTAND_BUT]

    assert habit.change is Change.FADING
