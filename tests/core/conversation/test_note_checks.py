import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.conversation.note_checks import jargon, judging_words, note_checks
from simulator.core.scenario.pronouns import pronouns_of

SHE = pronouns_of("she")
THEY = pronouns_of("they")
GOOD_NOTE = (
    "Two missed visits (10 and 17 March), no call either time. Amara works from home and was "
    "upset because payroll for 11 firms is due tomorrow. Router sent, £60 credit applied."
)


def checked(record, pronouns=SHE):
    return {check.id: check for check in note_checks(record, pronouns)}


def test_a_note_a_colleague_can_act_on_meets_every_check():
    record = AfterRecord(note=GOOD_NOTE, promises=(LoggedPromise(what="Ring her", by="16:30"),))

    checks = note_checks(record, SHE)

    assert [check.is_met for check in checks] == [True] * 5


def test_an_empty_record_fails_nothing():
    checks = note_checks(AfterRecord(), SHE)

    assert {check.is_met for check in checks} == {None}


def test_a_feeling_without_a_reason_asks_for_the_reason():
    found = checked(AfterRecord(note="She was angry. Router sent."))["felt"]

    assert found.is_met is False
    assert found.says == "The feeling is there. What was behind it?"


def test_a_reason_without_a_feeling_asks_how_the_customer_took_it():
    found = checked(AfterRecord(note="The visit was missed twice."))["felt"]

    assert found.says == "What happened is there. How did she take it?"


def test_a_note_without_a_deed_asks_what_was_done():
    found = checked(AfterRecord(note="She was upset because nobody came."))["done"]

    assert found.is_met is False


def test_a_promise_without_a_time_is_named():
    record = AfterRecord(
        promises=(LoggedPromise(what="Send the router", by="18:00"), LoggedPromise(what="Ring her"))
    )

    found = checked(record)["times"]

    assert found.is_met is False
    assert found.says == "“Ring her” has none yet."


def test_several_promises_without_a_time_are_counted():
    record = AfterRecord(promises=(LoggedPromise(what="Send it"), LoggedPromise(what="Ring her")))

    assert checked(record)["times"].says == "2 promises have none yet."


def test_a_judging_word_is_quoted_with_a_neutral_way_to_put_it():
    found = checked(AfterRecord(note="She was being difficult at first."))["judging"]

    assert found.is_met is False
    assert found.says == "“Being difficult” judges her. Try “She was upset because…”"


def test_the_wording_follows_the_pronoun():
    found = checked(AfterRecord(note="They were difficult."), THEY)["judging"]

    assert found.title == "Describes what happened, not them"
    assert found.says == "“Difficult” judges them. Try “They were upset because…”"


@pytest.mark.parametrize(
    "note",
    [
        "He is entitled to a refund.",
        "It was difficult to reach dispatch.",
        "Her insurance claims are open.",
        "It is impossible to deliver today.",
    ],
)
def test_words_that_judge_nobody_are_left_alone(note):
    assert judging_words(note, SHE) == ()


def test_initials_that_everybody_knows_are_not_jargon():
    assert jargon("Sent the PIN by SMS at 4 PM, reference RT-4471.") == ()


def test_in_house_initials_are_jargon():
    assert [flagged.words for flagged in jargon("AHT was high, escalated to tier 2.")] == [
        "AHT",
        "escalated",
        "tier 2",
    ]


def test_a_note_in_capitals_is_not_full_of_initials():
    assert jargon("SHE WAS UPSET AND I SENT A ROUTER") == ()


@given(st.text(max_size=300))
def test_whatever_is_flagged_stands_in_the_note(note):
    for flagged in (*judging_words(note, SHE), *jargon(note)):
        assert note[flagged.start : flagged.end] == flagged.words


@given(st.text(max_size=300))
def test_every_note_gets_five_answers(note):
    assert len(note_checks(AfterRecord(note=note), THEY)) == 5
