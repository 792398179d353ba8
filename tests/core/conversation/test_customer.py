import pytest

from simulator.core.conversation.customer import (
    MOOD_LIMIT,
    CustomerState,
    Heard,
    MoodStep,
    feeling_at,
    mood_step,
    moved,
    temperament_of,
)
from simulator.core.scenario.model import Customer, Effects, Temperament
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.evidence import Flag, Rating

EVEN = Temperament()
START = CustomerState(mood=50, trust=50, bears_with_us=4)


def heard(courtesy=60, patience=60, helpfulness=60, flags=()):
    return Heard(Rating(courtesy=courtesy, patience=patience, helpfulness=helpfulness, flags=flags))


def test_mood_never_falls_when_patience_rises():
    moods = [moved(START, Effects(), EVEN, heard(patience=p)).mood for p in range(101)]

    assert moods == sorted(moods)
    assert moods[0] < moods[-1]


def test_one_reply_moves_the_mood_by_the_limit_at_most():
    fierce = Temperament(anger_gain=2.0)

    after = moved(START, Effects(mood=-50), fierce)

    assert after.mood == START.mood - MOOD_LIMIT


def test_the_authors_effect_stands_in_place_of_the_scores():
    after = moved(START, Effects(mood=3), EVEN, heard(0, 0, 0))

    assert after.mood == 53


def test_a_zero_the_author_wrote_is_an_effect_too():
    after = moved(START, Effects(mood=0), EVEN, heard(0, 0, 0))

    assert after.mood == 50


def test_kindness_weighs_more_for_those_who_want_to_be_treated_well():
    kind_but_useless = heard(courtesy=90, patience=90, helpfulness=10)

    treated = moved(START, Effects(), EVEN, kind_but_useless, "treatment_first")
    resolved = moved(START, Effects(), EVEN, kind_but_useless, "resolution_first")

    assert treated.mood > START.mood > resolved.mood


def test_those_who_forgive_slowly_gain_less():
    slow, quick = Temperament(forgives="slowly"), Temperament(forgives="quickly")
    effect = Effects(mood=10)

    assert moved(START, effect, slow).mood < moved(START, effect, quick).mood


def test_an_insult_costs_two_cells():
    after = moved(START, Effects(), EVEN, heard(flags=(Flag.INSULT,)))

    assert after.bears_with_us == 2


def test_a_skill_that_was_not_rated_neither_pleases_nor_annoys():
    unrated = Rating(courtesy=None, patience=None, helpfulness=None)

    assert moved(START, Effects(), EVEN, Heard(unrated)) == START


def test_the_meters_stay_within_their_ends():
    low = CustomerState(mood=5, trust=2, bears_with_us=0)

    after = moved(low, Effects(mood=-20, trust=-20, bears_with_us=-3), EVEN)

    assert (after.mood, after.trust, after.bears_with_us) == (0, 0, 0)


@pytest.mark.parametrize(
    ("mood", "step"),
    [
        (0, MoodStep.FURIOUS),
        (19, MoodStep.FURIOUS),
        (20, MoodStep.UPSET),
        (59, MoodStep.WARY),
        (60, MoodStep.SETTLED),
        (80, MoodStep.WARM),
        (100, MoodStep.WARM),
    ],
)
def test_a_mood_has_its_named_step(mood, step):
    assert mood_step(mood) is step


def customer(**given):
    return Customer.model_validate(
        {
            "name": "Ana Lima",
            "address_as": "Ms Lima",
            "pronoun": "she",
            "feels": {"is": "worried", "because": "late"},
            **given,
        }
    )


def test_an_upset_customer_shows_what_they_first_felt():
    assert feeling_at(customer(), 30) is Feeling.WORRIED


def test_the_seed_draws_one_of_several_temperaments():
    drawn_from = {"any_of": [{"anger_gain": 0.5}, {"anger_gain": 2.0}]}
    several = customer(temperament=drawn_from)

    gains = {temperament_of(several, seed).anger_gain for seed in range(20)}

    assert gains == {0.5, 2.0}
    assert temperament_of(several, 5) == temperament_of(several, 5)
