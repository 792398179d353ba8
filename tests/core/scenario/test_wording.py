"""Comparing wordings by their words."""

import time

import pytest

from simulator.core.scenario.checks.readability import reading_age
from simulator.core.scenario.checks.wording import Wording, copies, letters, meanings, plain, words


def texts(*said):
    return [((str(at),), Wording.of(text)) for at, text in enumerate(said)]


def test_capitals_and_signs_make_no_difference():
    assert plain("I’ll ring — today!") == plain("i'll ring today")


def test_only_words_that_matter_are_compared_whatever_their_endings():
    assert meanings("I am waiting for the brakes") == meanings("You waited. A braked bike") - {
        "bike"
    }


@pytest.mark.parametrize(
    ("one", "other", "is_copy"),
    [
        ("The brakes come on Thursday at noon", "On Thursday at noon the brakes come!", True),
        ("The brakes come on Thursday at noon", "The brakes come on Friday at noon", False),
        (
            "I will ring you at noon about the brakes",
            "I will ring you at noon about your brakes",
            True,
        ),
        ("The brakes come on Thursday at noon", "The wheel comes on Friday at night", False),
        ("Thank you", "Thank you!", True),
        ("Thank you", "Thank you so", False),
    ],
)
def test_copies_are_told_from_other_texts(one, other, is_copy):
    assert Wording.of(one).is_like(Wording.of(other)) is is_copy


def test_a_copy_is_given_with_the_text_it_repeats():
    said = texts(
        "I will ring the supplier now and stay with you",
        "There is a bike you can borrow until Saturday",
        "I will ring the supplier now, and stay with you all",
    )

    assert list(copies(said)) == [(("2",), ("0",))]


def test_thousands_of_copies_are_found_in_time_that_grows_with_their_number():
    said = texts(*(f"I will ring the supplier now and stay with you {n}" for n in range(4_000)))

    began = time.perf_counter()
    found = list(copies(said))

    assert len(found) == 3_999
    assert time.perf_counter() - began < 5


def test_long_words_in_long_sentences_need_an_older_reader():
    easy = reading_age(["The bike is not here. I need it now. Who can help me with it?"])
    hard = reading_age(["Considerable organisational difficulties necessitate rearrangements."])

    assert easy <= 8
    assert hard >= 18


@pytest.mark.parametrize(
    "text",
    ["", "A  word, or-two_three (4) 5.6!", "tab\there\nline", "\x1f a\x0bb", "UPPER lower", "?!"],
)
def test_plain_texts_are_cut_into_the_same_words_as_others(text):
    assert words(text) == words(f"{text} ’")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I'll ring — today!", "I’ll ring, today"),
        ("Café at 5, then?", "CAFÉ: at 5 then"),
        ("That is ours.", "that IS ours"),
    ],
)
def test_texts_of_the_same_words_have_the_same_letters(one, other):
    assert words(one) == words(other)
    assert letters(one) == letters(other)
