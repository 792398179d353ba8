"""What the source articles say of the customer, row by row of the project's list of claims."""

import pytest

from simulator.core.conversation.aftermath import SHIPPED, aftermath
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import LoggedPromise
from simulator.core.conversation.memory import Memory, memory_after
from simulator.core.conversation.reading import judged, revealed_by
from simulator.core.conversation.session import Session
from simulator.core.progress.exposure import exposure_of
from simulator.core.scenario.words import Cause, Feeling
from tests.core.conversation.aftermath.outcomes import bad, good
from tests.core.conversation.small_contact import SMALL, begun, chosen, promising, rated
from tests.core.conversation.varied import begin, noted, showing, varied
from tests.core.progress.past import past

OPENING = SMALL.steps["opening"].read
GIFT_KNOWN = {
    "steps.opening.read": {
        "feeling": "frustrated",
        "cause": "a birthday present",
        "also": ["it is a week late", "the shop was rude"],
        "known_from": ["gift"],
    }
}
CARD = {
    "customer.history": [
        {
            "id": "promise",
            "on": "last week",
            "what": "Was promised a call; none came",
            "uses": ["We promised you a call"],
            "asks": ["Did anybody promise to call?"],
        }
    ]
}


def near(text, wordings):
    return float(text in wordings)


def replied(session: Session, text: str = "Hello.", **found: object) -> Session:
    return session.after_reply(text, showing(**found))


def finished(*, kind: bool, scenario=SMALL, **began):
    """Play to the good ending, or be rude until the customer leaves."""
    session = begin(scenario, **began)
    if kind:
        for reply in ("own", "courier-tomorrow"):
            session = chosen(session, reply, rated(85, 85, 85))
        return session
    return session.after_reply("That is not my problem.", rated(10, 10, 10))


def test_row_02_a_rude_reply_to_a_product_complaint_lowers_contact_and_not_product():
    scenario = varied({"customer.towards": {"firm": 40, "product": 20}})
    before = begin(scenario)

    after = before.after_reply("Read the manual.", rated(10, 20, 40)).moment.state

    state = before.moment.state
    assert after.contact < state.contact
    assert (after.product, after.firm) == (state.product, state.firm)


def test_row_03_a_bad_ending_adds_a_row_of_public_exposure_and_a_good_one_does_not():
    seeds = range(20)
    went_bad = [past(finished(kind=False, seed=seed)) for seed in seeds]
    went_well = [past(finished(kind=True, seed=seed)) for seed in seeds]

    assert exposure_of(went_bad)
    assert exposure_of(went_well) == ()


def test_row_05_naming_the_feeling_earns_all_a_neighbour_half_and_the_opposite_nothing():
    readings = [
        judged(OPENING, feeling, "", near)
        for feeling in (Feeling.FRUSTRATED, Feeling.ANGRY, Feeling.DELIGHTED)
    ]
    stored = [begun().after_reading(reading).moment.reading for reading in readings]

    assert [reading.points for reading in stored] == [100, 50, 0]


def test_row_05_the_reading_is_stored_with_its_turn():
    reading = judged(OPENING, Feeling.ANGRY, "", near)

    card = scorecard_of(chosen(begun().after_reading(reading), "own"))

    assert card.turns[0].read.points == 50


def test_row_06_a_good_question_opens_the_hidden_reason():
    asked = replied(begun(), "What is in it?", asked=("gift",))

    assert [fact.id for fact in asked.facts_told] == ["gift"]
    assert asked.line.text == "A birthday present."


def test_row_06_guessing_the_reason_without_asking_caps_the_reading():
    key = varied(GIFT_KNOWN).steps["opening"].read
    asked = replied(begun(), asked=("gift",))

    guessed = judged(key, Feeling.FRUSTRATED, "a birthday present", near)
    known = judged(
        key,
        Feeling.FRUSTRATED,
        "a birthday present",
        near,
        revealed=revealed_by(asked.moment.state),
    )

    assert (guessed.cause_points, known.cause_points) == (50, 100)


def test_row_07_a_reply_that_misses_what_is_needed_helps_the_customer_less():
    met = replied(begun(), needs_met=("owns",)).moment.state
    missed = replied(begun()).moment.state

    assert met.mood > missed.mood


def test_row_09_history_stands_on_the_card_and_mentioning_it_lifts_patience():
    before = begin(varied(CARD))
    mentioned = replied(before, "We promised you a call.", needs_met=("promise",)).moment.state
    passed_over = replied(before).moment.state

    assert before.scenario.customer.history[0].what == "Was promised a call; none came"
    assert mentioned.bears_with_us > passed_over.bears_with_us
    assert mentioned.mood > passed_over.mood


def test_row_09_mentioning_it_a_second_time_lifts_nothing_more():
    once = replied(begin(varied(CARD)), needs_met=("promise",))

    again = replied(once, needs_met=("promise",)).moment.state
    without = replied(once).moment.state

    assert (again.mood, again.bears_with_us) == (without.mood, without.bears_with_us)


def test_row_10_the_feeling_about_this_contact_rises_with_patience():
    felt = [
        begun().after_reply("Hello.", rated(60, patience, 60)).moment.state.contact
        for patience in range(0, 101, 10)
    ]

    assert felt == sorted(felt)
    assert felt[0] < felt[-1]


def test_row_11_replacing_repairing_and_refunding_lead_to_three_endings():
    ways = ("replace", "repair", "refund")
    ending = SMALL.endings["stays"].model_dump(mode="json", exclude_unset=True)
    scenario = varied(
        {
            "steps.opening.replies": [
                {"id": way, "says": f"We {way} it.", "goes": way} for way in ways
            ],
            "steps.opening.otherwise": [{"goes": "plan"}],
            "endings": {
                **{
                    name: it.model_dump(mode="json", exclude_unset=True)
                    for name, it in SMALL.endings.items()
                },
                **dict.fromkeys(ways, ending),
            },
        }
    )

    assert {chosen(begin(scenario), way).moment.ending_id for way in ways} == set(ways)


def test_row_12_a_needless_question_costs_the_customers_patience():
    before = begin(varied(CARD))
    asked = replied(before, "Did anybody promise to call?", asked=("promise",))
    plain = replied(before)

    assert asked.moment.state.contact < plain.moment.state.contact
    assert asked.moment.state.mood < plain.moment.state.mood
    assert scorecard_of(asked).turns[0].asked_known == ("Was promised a call; none came",)


@pytest.mark.parametrize("card_read", [True, False, None])
def test_row_13_whether_the_card_was_read_before_is_recorded(card_read):
    assert scorecard_of(begin(SMALL, card_read=card_read)).card_read is card_read


def test_row_13_the_prediction_stands_beside_the_first_feeling():
    card = scorecard_of(begin(SMALL, predicted=(Feeling.ANGRY,)))

    assert (card.predicted, card.first_feeling) == (("angry",), "frustrated")


def test_row_14_the_customer_speaks_at_least_three_times():
    session = finished(kind=True)

    lines = [turn.before.line.text for turn in session.turns] + [session.line.text]

    assert len(lines) >= 3


def test_row_15_a_promise_made_and_not_logged_costs_points():
    said = "It comes tomorrow by courier."
    session = chosen(begun(), "own").after_reply(said, promising(said, "tomorrow"))
    over = session.after_stopping()
    promise = LoggedPromise(what="Courier tomorrow", promise_id="tomorrow")

    forgotten, logged = noted(over), noted(over, promises=(promise,))

    assert scorecard_of(forgotten).not_logged_cost == 4
    assert scorecard_of(logged).not_logged_cost == 0


def test_row_16_the_ratings_of_firm_and_representative_can_differ():
    stars = scorecard_of(finished(kind=True)).next

    assert (stars.firm, stars.rep) == (3, 5)


@pytest.mark.parametrize(
    ("named", "points"),
    [
        ((Cause.SILENCE, Cause.TREATMENT), 100),
        ((Cause.SILENCE,), 50),
        ((Cause.SILENCE, Cause.QUALITY), 0),
        ((), 0),
    ],
)
def test_row_17_several_causes_can_be_named_and_each_counts(named, points):
    scenario = varied({"after.causes": ["silence", "treatment"]})
    session = noted(finished(kind=True, scenario=scenario), causes=named)

    assert scorecard_of(session).after.causes_points == points


def test_row_19_the_cause_stands_in_the_record():
    scenario = varied({"after.causes": ["quality"]})

    assert scorecard_of(finished(kind=True, scenario=scenario)).after.key_causes == ("quality",)


def test_row_21_naming_only_one_of_several_failures_earns_part():
    key = varied(GIFT_KNOWN).steps["opening"].read

    reading = judged(key, Feeling.FRUSTRATED, "the shop was rude", near, revealed=("gift",))

    assert 0 < reading.cause_points < 100
    assert reading.also


def test_row_22_a_bad_contact_is_told_to_more_friends_than_a_good_one():
    told = {kind: scorecard_of(finished(kind=kind)).next.tells for kind in (True, False)}

    assert told[False] > told[True]


def posts(**changes):
    scenario = varied(changes)
    cards = (scorecard_of(finished(kind=False, scenario=scenario, seed=s)) for s in range(60))
    return [card for card in cards if card.next.post]


def test_row_23_the_public_post_is_drawn_by_the_seed_and_reaches_an_audience():
    few, many = posts(**{"customer.audience": 15}), posts(**{"customer.audience": 300_000})

    assert posts(**{"customer.audience": 15}) == few
    assert 0 < len(few) == len(many) < 60
    assert sum(it.next.post.reach for it in few) < sum(it.next.post.reach for it in many)


def test_row_24_the_post_quotes_the_trainees_worst_line_verbatim():
    cards = posts()

    for card in cards:
        said = card.turns[card.next.post.turn - 1].reply
        assert card.next.post.quote in said
        assert card.next.post.quote in card.next.post.text
    assert {card.next.post.has_picture for card in cards} == {True, False}


def test_row_25_it_is_posted_in_one_of_three_venues_with_reach_and_lifetime_of_their_own():
    venues = {card.next.post.venue: card.next.post.lifetime_days for card in posts()}

    assert len(venues) == 3
    assert len(set(venues.values())) == 3


def test_row_26_a_bad_contact_harms_the_relationship_that_is_carried_over():
    memory = Memory(contacts=2, relationship=60)
    card = scorecard_of(finished(kind=False, memory=memory))

    assert memory_after(memory, card.impression).relationship < 60


def test_row_27_a_bad_public_ending_costs_contacts_in_the_order_of_hundreds_at_worst():
    cards = [aftermath(bad(audience=300_000), Memory(), SHIPPED, s).next for s in range(2000)]
    well = [aftermath(good(audience=300_000), Memory(), SHIPPED, s).next for s in range(2000)]

    assert 100 <= max(card.contacts_lost for card in cards) < 1000
    assert {card.contacts_lost for card in well} == {0}
    assert all("model" in card.label for card in (*cards, *well))


@pytest.mark.parametrize("kind", [True, False])
def test_row_28_an_internal_contact_has_no_purchase_outcome(kind):
    internal = varied({"track": "internal"})
    cards = [
        scorecard_of(finished(kind=kind, scenario=internal, seed=seed)).next for seed in range(20)
    ]

    assert all(card.internal for card in cards)
    assert {card.buys_again for card in cards} == {None}
    assert {card.stays_at_rival_price for card in cards} == {None}
    assert {card.post for card in cards} == {None}


def manager() -> Session:
    """Give a colleague who is helped by recognition and action together."""
    need = {"about": "courtesy", "like": "a", "missing": "b"}
    scenario = varied(
        {
            "track": "internal",
            "steps.opening.needs": [{**need, "id": "recognised"}, {**need, "id": "acted"}],
            "steps.opening.replies": [{"id": "wait", "says": "Please wait.", "goes": "opening"}],
            "steps.opening.otherwise": [
                {"when": "met(recognised) and met(acted)", "goes": "stays"},
                {"goes": "leaves"},
            ],
        }
    )
    return begin(scenario)


@pytest.mark.parametrize(
    ("met", "ends"),
    [
        (("recognised", "acted"), "stays"),
        (("recognised",), "leaves"),
        (("acted",), "leaves"),
    ],
)
def test_row_29_a_colleague_needs_recognition_and_action_for_a_good_ending(met, ends):
    assert replied(manager(), needs_met=met).moment.ending_id == ends


def test_row_30_a_colleagues_risk_of_leaving_falls_as_empathy_rises():
    risks = [
        scorecard_of(
            manager().after_reply("Hello.", rated(score, score, 60))
        ).next.internal.leave_risk
        for score in range(0, 101, 20)
    ]

    assert risks == sorted(risks, reverse=True)
    assert len(set(risks)) == len(risks)
