"""What a scorecard says of the whole contact: basics, offers, recovery and what happens next."""

import pytest

from simulator.core.conversation.aftermath import Assumptions
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.memory import Memory
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import NextCard, Scorecard
from tests.core.conversation.small_contact import SMALL, begun, chosen, rated
from tests.core.conversation.varied import begin, noted, showing, varied

OFFER = {"after.offer": {"fits": "Track my parcel", "unfit": ["A loyalty card"]}}
STAY = ("own", "courier-tomorrow")


def ended_well(scenario=SMALL, **began):
    session = begin(scenario, **began)
    for reply in STAY:
        session = chosen(session, reply, rated(85, 85, 85))
    return session


def ended_badly(text="Not my problem.", scenario=SMALL, assessment=None, **began):
    return begin(scenario, **began).after_reply(text, assessment or rated(10, 10, 10))


# Basics


@pytest.mark.parametrize("text", ["Hello there.", "good morning, Ms Lima", "“Hi!” Dear me."])
def test_row_45_a_greeting_in_the_first_reply_is_seen(text):
    assert scorecard_of(begun().after_reply(text, showing())).basics.greeted


def test_row_45_using_the_name_greets_in_any_language():
    session = begun().after_reply("Senhora Lima.", showing("name-use"))

    assert scorecard_of(session).basics.greeted


def test_row_45_a_greeting_that_comes_late_is_none():
    session = begun().after_reply("A moment.", showing()).after_reply("Hello.", showing())

    assert scorecard_of(session).basics.greeted is False


@pytest.mark.parametrize(
    ("cue", "basic"),
    [
        ("names-feeling", "acknowledged"),
        ("owns-fault", "acknowledged"),
        ("own-action", "acted"),
        ("alternative", "acted"),
        ("timed-promise", "next_step"),
        ("sets-expectation", "next_step"),
    ],
)
def test_row_45_each_basic_is_computed_from_evidence_in_any_reply(cue, basic):
    without = begun().after_reply("A moment.", showing())

    assert getattr(scorecard_of(without).basics, basic) is False
    assert getattr(scorecard_of(without.after_reply("So.", showing(cue))).basics, basic)


def test_row_45_what_lowered_a_score_shows_no_basic():
    evidence = Evidence(skill=Skill.COURTESY, effect="-", cue="apology", points=-5)
    rating = Rating(courtesy=40, patience=40, helpfulness=40, evidence=(evidence,))

    session = begun().after_reply("Sorry, sorry.", Assessment(rating=rating))

    assert scorecard_of(session).basics.acknowledged is False


def test_row_45_a_customer_at_ease_gives_no_occasion_to_acknowledge_a_feeling():
    scenario = varied(
        {
            "customer.feels": {"is": "pleased", "because": "a new parcel"},
            "customer.state": {"mood": 80, "trust": 60, "bears_with_us": 5},
            "steps.opening.feels": "pleased",
        }
    )

    assert scorecard_of(begin(scenario).after_reply("Yes.", showing())).basics.acknowledged is None


def test_row_45_without_a_reply_nothing_is_said_of_the_basics():
    assert set(scorecard_of(begun().after_stopping()).basics.model_dump().values()) == {None}


# Perception, resolution and recovery


def test_row_61_the_turn_after_which_the_customer_felt_worst_is_named():
    session = begun()
    for score in (90, 35, 90):
        session = session.after_reply("So.", showing(courtesy=score, patience=score))

    assert scorecard_of(session).lowest_turn == 2
    assert scorecard_of(begun()).lowest_turn is None


def test_row_62_the_extra_mile_counts_only_after_the_basics():
    session = begun()
    for reply, cues in zip(STAY, (("owns-fault",), ("own-action", "timed-promise")), strict=True):
        session = chosen(session, reply, showing(*cues, helpfulness=95))

    assert scorecard_of(session).expectation == "exceeded"
    assert scorecard_of(ended_well()).expectation == "met"


def test_row_80_turns_to_resolution_are_counted():
    assert scorecard_of(ended_well()).turns_to_resolution == 2
    assert scorecard_of(chosen(begun(), "wait").after_stopping()).turns_to_resolution is None
    assert scorecard_of(ended_badly()).turns_to_resolution is None


def test_row_81_recovery_is_the_mood_at_the_end_less_that_at_the_beginning():
    session = ended_well()

    card = scorecard_of(session)

    assert card.recovery == session.moment.state.mood - 30
    assert card.turned_round


def test_row_81_a_person_who_was_turned_round_once_is_not_turned_round_again():
    assert not scorecard_of(ended_well(memory=Memory(was_turned_round=True))).turned_round


# The rival


@pytest.mark.parametrize("session", [ended_badly, ended_well])
def test_row_42_the_rivals_offer_is_shown_where_the_author_wrote_one(session):
    scenario = varied(
        {"endings.leaves.rival": "Free delivery.", "endings.stays.rival": "Free delivery."}
    )

    assert scorecard_of(session(scenario=scenario)).next.rival == "Free delivery."


# Offers


@pytest.mark.parametrize(
    ("offer", "fits", "cost"),
    [
        ("Track my parcel", "fits", 0),
        ("A loyalty card", "unfit", 2),
        ("", "none", 0),
    ],
)
def test_row_74_an_offer_fits_or_does_not_or_none_is_made(offer, fits, cost):
    card = scorecard_of(noted(ended_well(varied(OFFER)), offer=offer))

    assert (card.after.offer_fits, card.offer_cost) == (fits, cost)
    assert card.helpfulness == 85 - cost
    assert bool(card.after.offer_note) == bool(cost)


def test_row_74_after_an_unresolved_complaint_any_offer_comes_too_early():
    session = ended_badly(scenario=varied(OFFER), assessment=rated(10, 10, 50))

    card = scorecard_of(noted(session, offer="Track my parcel"))

    assert (card.after.offer_fits, card.offer_cost, card.helpfulness) == ("too_early", 4, 46)
    assert "not settled" in card.after.offer_note
    assert "4 points of helpfulness" in card.after.offer_note


def test_row_74_after_a_purchase_that_came_to_nothing_an_offer_may_fit():
    session = ended_badly(scenario=varied({**OFFER, "track": "purchase"}))

    assert scorecard_of(noted(session, offer="Track my parcel")).after.offer_fits == "fits"


def test_an_offer_never_costs_more_than_there_is():
    session = ended_badly(scenario=varied(OFFER), assessment=rated(10, 10, 3))

    card = scorecard_of(noted(session, offer="Track my parcel"))

    assert (card.helpfulness, card.offer_cost) == (0, 3)


# The worst line


def quoted(text, *slips):
    """Give what is quoted of a reply in which these words cost points."""
    evidence = tuple(
        Evidence(
            skill=Skill.COURTESY,
            effect="-",
            cue="blame",
            start=text.index(words),
            end=text.index(words) + len(words),
            span=words,
            points=points,
        )
        for words, points in slips
    )
    rating = Rating(courtesy=10, patience=10, helpfulness=10, evidence=evidence)
    always = Assumptions(posts_after_bad=1)
    session = ended_badly(text, assessment=Assessment(rating=rating))
    return scorecard_of(session, always).next.post.quote


def test_the_sentence_that_cost_most_is_quoted():
    text = "Let me see. You should have called. Read the terms! Bye."

    assert quoted(text, ("should", -4), ("Read", -9)) == "Read the terms!"


def test_without_words_that_cost_points_the_first_sentence_is_quoted():
    assert quoted("We are closed. Goodbye.") == "We are closed."


def test_a_quote_is_one_line_and_every_letter_of_it_is_the_trainees():
    text = "word " * 60 + "\nNext line."

    quote = quoted(text)

    assert quote in text
    assert 100 < len(quote) <= 160
    assert not quote.endswith("wor")


@pytest.mark.parametrize("text", ["...", "???", "x" * 500, "{quote} {0}"])
def test_odd_replies_are_quoted_as_they_are(text):
    quote = quoted(text)

    assert quote
    assert quote in text


def test_a_customer_who_gave_up_waiting_quotes_nobody():
    silence = {"says": ["Hello?"], "at_most": 1, "goes": "leaves"}
    session = begin(varied({"steps.opening.silence": silence})).after_silence()

    card = scorecard_of(session, Assumptions(posts_after_bad=1))

    assert card.ending_kind == "bad"
    assert (card.next.post.quote, card.next.post.turn) == ("", None)


# What is kept


def test_the_scorecard_names_the_person_and_the_contact():
    card = scorecard_of(begin(SMALL, seed=5))

    assert (card.persona, card.seed) == ("ana-lima", 5)


def test_a_contact_stopped_early_leaves_no_impression():
    card = scorecard_of(chosen(begun(), "own").after_stopping())

    assert (card.impression, card.next, card.recovery) == (None, None, None)


def test_what_the_scenario_wants_remembered_is_in_the_impression():
    scenario = varied({"endings.stays.remember": ["courier-kept"]})

    assert scorecard_of(ended_well(scenario)).impression.remember == ("courier-kept",)


def test_the_numbers_of_the_model_touch_what_happens_next_and_no_score():
    session = ended_badly()
    other = Assumptions(leaves_after_first_bad=0.1, tells_after_bad=20)

    shipped, changed = scorecard_of(session), scorecard_of(session, other)

    assert changed.scores == shipped.scores
    assert (changed.next.stays_in_10, changed.next.tells) == (9, 20)


def test_a_scorecard_reads_back_from_json_as_it_was():
    card = scorecard_of(ended_badly(), Assumptions(posts_after_bad=1))

    assert Scorecard.model_validate_json(card.model_dump_json()) == card


def test_what_happens_next_of_an_earlier_version_can_still_be_read():
    earlier = {"stays_in_10": 5, "tells": 9, "firm": 1, "rep": 1, "rival": None}

    card = NextCard.model_validate(earlier)

    assert (card.stays_in_10, card.tells, card.stays, card.post) == (5, 9, None, None)
