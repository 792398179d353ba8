import pytest

from simulator.core.scenario.pronouns import pronouns_of


@pytest.mark.parametrize(
    ("pronoun", "sentence"),
    [
        ("she", "She has lost her patience; tell her."),
        ("he", "He has lost his patience; tell him."),
        ("they", "They have lost their patience; tell them."),
    ],
)
def test_the_verb_agrees_with_the_pronoun(pronoun, sentence):
    forms = pronouns_of(pronoun)

    said = f"{forms.opening} {forms.has} lost {forms.possessive} patience; tell {forms.object}."

    assert said == sentence


def test_a_singular_they_takes_plural_verbs():
    they = pronouns_of("they")

    assert (they.is_, they.was, they.does, they.verb("waits", "wait")) == (
        "are",
        "were",
        "do",
        "wait",
    )


def test_a_possessive_can_open_a_sentence():
    assert pronouns_of("he").opening_possessive == "His"


def test_an_unknown_pronoun_is_refused():
    with pytest.raises(KeyError):
        pronouns_of("it")
