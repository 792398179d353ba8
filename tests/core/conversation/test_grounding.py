import pytest

from simulator.core.conversation.grounding import claims, common_words, is_grounded

FACTS = ("Cancel the £25 charge", "Marek came at 10:12", "A visit on Thursday")


@pytest.mark.parametrize(
    "text",
    [
        "The £25 is off.",
        "It was 10:12 when he came.",
        "That is for Thursday.",
        "I heard that Marek's van is back.",
        "Nothing is claimed here, and I'm glad.",
    ],
)
def test_what_stands_in_the_facts_is_grounded(text):
    assert is_grounded(text, FACTS)


@pytest.mark.parametrize(
    "text",
    [
        "The £30 is off.",
        "It was 10:15 when he came.",
        "That is for Friday.",
        "I heard that Piotr is back.",
        "He comes in ten minutes.",
        "It is twenty-five pounds.",
        "He comes tomorrow.",
    ],
)
def test_what_stands_in_no_fact_is_not(text):
    assert not is_grounded(text, FACTS)


def test_the_first_word_of_a_sentence_is_held_to_be_a_name_unless_it_is_common():
    assert claims("Piotr comes. Then we see.") == {"piotr", "then"}
    assert claims("Piotr comes. Then we see.", frozenset({"then"})) == {"piotr"}


def test_common_words_are_those_written_small():
    assert common_words(["Then Marek rang. We saw him then."]) == {"rang", "saw", "him", "then"}
