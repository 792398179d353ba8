from statistics import median

import pytest

from simulator.core.conversation.aftermath import SHIPPED, Assumptions, WorstLine, aftermath
from simulator.core.conversation.memory import Memory, memory_after
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import LABEL
from tests.core.conversation.aftermath.outcomes import RUDE, bad, good, medium

PLAYS = 10_000
NEW = Memory()


def leavers(contacts, plays=PLAYS):
    """Give the share of people who have left after some contacts, each with a seed of its own."""
    lost = 0
    for play in range(plays):
        memory = NEW
        for number, outcome in enumerate(contacts):
            seed = play * len(contacts) + number
            memory = memory_after(memory, aftermath(outcome, memory, SHIPPED, seed).impression)
            if memory.is_lost:
                lost += 1
                break
    return lost / plays


def posts_of(outcome, plays=PLAYS, numbers=SHIPPED):
    """Give what was posted over many plays, with the contacts lost."""
    cards = (aftermath(outcome, NEW, numbers, seed).next for seed in range(plays))
    return [card for card in cards if card.post]


# Staying and leaving


@pytest.mark.parametrize(("contacts", "share"), [(1, 0.5), (2, 0.813), (3, 0.93)])
def test_bad_contacts_drive_away_as_many_as_the_study_says(contacts, share):
    assert leavers([bad()] * contacts) == pytest.approx(share, abs=0.012)


def test_the_second_and_the_third_bad_contact_carry_the_same_risk():
    second = aftermath(bad(), Memory(bad_contacts=1)).next.chance_to_stay
    third = aftermath(bad(), Memory(bad_contacts=2)).next.chance_to_stay

    assert second == pytest.approx(third, abs=0.002)
    assert 1 - second == pytest.approx(0.626, abs=0.002)


def test_a_fourth_bad_contact_is_taken_to_be_like_the_third():
    third = aftermath(bad(), Memory(bad_contacts=2)).next
    fourth = aftermath(bad(), Memory(bad_contacts=3)).next

    assert fourth.chance_to_stay == third.chance_to_stay


def test_few_leave_after_a_medium_contact_and_fewest_after_a_good_one():
    after = [leavers([it], plays=3000) for it in (good(), medium(), bad())]

    assert after == pytest.approx([0.02, 0.2, 0.5], abs=0.03)


def test_nobody_returns_when_all_leave_after_the_first_bad_contact():
    numbers = Assumptions(leaves_after_first_bad=1, leaves_by_second_bad=1, leaves_by_third_bad=1)

    assert aftermath(bad(), Memory(bad_contacts=1), numbers).next.chance_to_stay == 0


def test_the_chance_is_shown_in_round_numbers():
    assert aftermath(bad(), NEW).next.stays_in_10 == 5
    assert aftermath(bad(), Memory(bad_contacts=1)).next.stays_in_10 == 4
    assert aftermath(medium(), NEW).next.stays_in_10 == 8


# Chance


def test_the_same_seed_gives_the_same_result():
    assert aftermath(bad(), NEW, SHIPPED, 7) == aftermath(bad(), NEW, SHIPPED, 7)


def test_with_one_seed_for_all_contacts_each_is_still_drawn_anew():
    stays = {
        aftermath(bad(), Memory(contacts=contacts), SHIPPED, 7).next.stays for contacts in range(20)
    }

    assert stays == {True, False}


# Friends and family


def test_a_bad_contact_is_told_to_more_friends_than_a_good_one():
    told = [aftermath(it, NEW).next for it in (bad(), good(), medium())]

    assert told[0].tells > told[1].tells > told[2].tells
    assert [it.tells_kindly for it in told] == [False, True, False]


# The public


def test_two_in_five_post_after_a_bad_contact():
    assert len(posts_of(bad())) / PLAYS == pytest.approx(0.4, abs=0.02)


@pytest.mark.parametrize("outcome", [good(audience=300_000), medium(audience=300_000)])
def test_nobody_posts_after_a_contact_that_did_not_end_badly(outcome):
    cards = [aftermath(outcome, NEW, SHIPPED, seed).next for seed in range(500)]

    assert not any(card.post for card in cards)
    assert {card.contacts_lost for card in cards} == {0}


def test_the_post_quotes_the_worst_line_letter_for_letter():
    posts = [card.post for card in posts_of(bad(), 300)]

    assert all(RUDE in post.text for post in posts)
    assert {(post.quote, post.turn) for post in posts} == {(RUDE, 2)}
    assert len({post.text for post in posts}) > 1


def test_the_authors_post_is_used_where_there_is_one():
    posts = posts_of(bad(post="Never again. {quote} {sic}"), 100)

    assert {card.post.text for card in posts} == {f"Never again. {RUDE} {{sic}}"}


def test_an_authors_post_without_a_place_for_the_quote_gets_it_at_the_end():
    text = posts_of(bad(post="Never again."), 100)[0].post.text

    assert text.startswith("Never again.")
    assert RUDE in text


def test_who_was_never_answered_writes_that():
    post = posts_of(bad(worst=WorstLine()), 50)[0].post

    assert "Nobody answered" in post.text
    assert post.quote == ""


def test_there_are_three_venues_which_differ_in_reach_and_lifetime():
    posts = [card.post for card in posts_of(bad(audience=5_000))]
    reach = {
        venue: median(post.reach for post in posts if post.venue == venue)
        for venue in {post.venue for post in posts}
    }
    lifetimes = {(post.venue, post.lifetime_days) for post in posts}

    assert set(reach) == {"social_network", "review_forum", "community_group"}
    assert len(set(reach.values())) == 3
    assert len(lifetimes) == len({days for _, days in lifetimes}) == 3


def test_reach_grows_with_the_audience():
    tiers = [
        median(it.post.reach for it in posts_of(bad(audience=tier), 2000))
        for tier in (15, 150, 5_000, 300_000)
    ]

    assert tiers == sorted(set(tiers))


def test_reach_has_a_heavy_tail():
    """A tenth of the posts reach as many people as all the others, more or less."""
    posts = posts_of(bad(audience=100_000))
    reach = sorted(card.post.reach for card in posts if card.post.venue == "social_network")
    tenth = len(reach) // 10

    assert sum(reach[-tenth:]) > 0.3 * sum(reach)
    assert sum(reach) / len(reach) > 1.3 * median(reach)


def test_the_worst_case_costs_hundreds_of_contacts_and_no_more():
    lost = [card.contacts_lost for card in posts_of(bad(audience=300_000))]

    assert 300 <= max(lost) <= 999
    assert median(lost) >= 50
    assert min(lost) >= 0


def test_some_posts_have_a_picture_and_some_have_none():
    pictures = [card.post.has_picture for card in posts_of(bad(), 3000)]

    assert sum(pictures) / len(pictures) == pytest.approx(0.3, abs=0.05)


def test_everything_is_labelled_as_a_model():
    assert aftermath(bad(), NEW).next.label == LABEL
    assert "model" in LABEL
    assert "not a forecast" in LABEL


# Satisfaction


def test_kind_but_unsolved_satisfies_only_who_wants_good_treatment_first():
    kind = medium(courtesy=85, patience=85, helpfulness=30)

    assert aftermath(kind._replace(wants="treatment_first"), NEW).next.satisfied
    assert not aftermath(kind, NEW).next.satisfied
    assert aftermath(kind, NEW).next.satisfied_in_10 == 3


def test_solved_but_cold_satisfies_only_who_wants_the_solution_first():
    cold = good(courtesy=30, patience=30, helpfulness=85)

    assert aftermath(cold, NEW).next.satisfied
    assert not aftermath(cold._replace(wants="treatment_first"), NEW).next.satisfied
    assert aftermath(cold, NEW).next.satisfied_in_10 == 7


# What was expected


def test_expectation_is_below_met_or_exceeded():
    helped = good(helpfulness=60)

    assert aftermath(medium(), NEW).next.expectation == "below"
    assert aftermath(helped, NEW).next.expectation == "met"
    assert aftermath(helped._replace(helpfulness=90), NEW).next.expectation == "exceeded"


@pytest.mark.parametrize("written", [None, "exceeded"])
def test_the_extra_mile_counts_only_once_the_basics_are_met(written):
    without = good(helpfulness=95, basics_met=False, expectation=written)

    assert aftermath(without, NEW).next.expectation == "met"


def test_the_authors_word_on_the_expectation_counts():
    assert aftermath(good(helpfulness=95, expectation="below"), NEW).next.expectation == "below"


def test_buying_again_goes_with_expectations_exceeded():
    def buyers(expectation):
        outcome = good(expectation=expectation)
        return sum(aftermath(outcome, NEW, SHIPPED, s).next.buys_again for s in range(2000)) / 2000

    below, met, exceeded = (buyers(it) for it in ("below", "met", "exceeded"))

    assert below < met - 0.2 < exceeded - 0.4


def test_who_has_left_does_not_buy_again():
    cards = [aftermath(bad(), NEW, SHIPPED, seed).next for seed in range(200)]

    assert not any(card.buys_again for card in cards if not card.stays)


# Loyalty


def test_loyalty_climbs_a_ladder():
    kept = Assumptions(leaves_after_first_bad=0, leaves_after_medium=0, leaves_after_good=0)

    def step(outcome, relationship):
        return aftermath(outcome, Memory(relationship=relationship), kept).next.loyalty

    assert step(bad(), 90) == "at_risk"
    assert step(medium(), 50) == "neutral"
    assert step(good(), 50) == "loyal"
    assert step(good(), 70) == "advocate"


def test_who_leaves_is_lost():
    cards = [aftermath(bad(), NEW, SHIPPED, seed).next for seed in range(50)]

    assert {card.loyalty for card in cards if not card.stays} == {"lost"}


@pytest.mark.parametrize("cold", [{"courtesy": 60}, {"patience": 60}, {"patience": None}])
def test_a_fix_alone_makes_no_advocate(cold):
    kept = Assumptions(leaves_after_good=0)
    fixed = good(helpfulness=100, **cold)

    assert aftermath(fixed, Memory(relationship=90), kept).next.loyalty == "loyal"


def test_an_advocate_recommends_the_firm():
    kept = Assumptions(leaves_after_good=0)
    advocate = aftermath(good(), Memory(relationship=90), kept)

    assert advocate.next.recommends > advocate.next.tells
    assert advocate.impression.advocates
    assert aftermath(good(), NEW, kept).next.recommends == 0


def test_a_loyal_customer_stays_when_a_rival_is_cheaper_and_a_neutral_one_goes():
    kept = Assumptions(leaves_after_medium=0, leaves_after_good=0)
    neutral, loyal = aftermath(medium(), NEW, kept).next, aftermath(good(), NEW, kept).next

    assert (neutral.loyalty, neutral.stays_at_rival_price) == ("neutral", False)
    assert (loyal.loyalty, loyal.stays_at_rival_price) == ("loyal", True)
    assert loyal.rival_cheaper_by == 10


def test_treatment_moves_the_relationship_and_help_does_not():
    kind, helpful = good(courtesy=95, patience=95), good(helpfulness=100)

    assert aftermath(kind, NEW).impression.shift > aftermath(good(), NEW).impression.shift
    assert aftermath(helpful, NEW).impression.shift == aftermath(good(), NEW).impression.shift


def test_no_single_contact_moves_the_relationship_by_more_than_its_limit():
    assert aftermath(good(courtesy=100, patience=100), NEW).impression.shift <= 25
    assert aftermath(bad(courtesy=0, patience=0), NEW).impression.shift == -25


# A bad start made good


def test_a_bad_start_made_good_counts_once_a_person():
    turned = good(first_mood=20, last_mood=70)
    first = aftermath(turned, NEW).impression
    again = aftermath(turned, memory_after(NEW, first)).impression

    assert (first.turned_round, again.turned_round) == (True, False)
    assert first.shift == again.shift + SHIPPED.turned_gives


@pytest.mark.parametrize(
    "outcome",
    [
        good(first_mood=60, last_mood=95),
        good(first_mood=30, last_mood=45),
        medium(first_mood=20, last_mood=70),
    ],
)
def test_nothing_is_turned_round_without_a_bad_start_a_rise_and_a_good_ending(outcome):
    assert not aftermath(outcome, NEW).impression.turned_round


# Colleagues


@pytest.mark.parametrize("skill", ["courtesy", "patience"])
def test_a_colleagues_risk_of_leaving_falls_and_trust_rises_with_empathy(skill):
    cards = [
        aftermath(medium(is_internal=True, **{skill: score}), NEW).next.internal
        for score in range(0, 101, 10)
    ]
    risks, trusts = [it.leave_risk for it in cards], [it.trust for it in cards]

    assert risks == sorted(risks, reverse=True)
    assert trusts == sorted(trusts)
    assert risks[0] > risks[-1]
    assert trusts[0] < trusts[-1]


def test_nothing_is_said_of_buying_about_a_colleague():
    outcome = bad(is_internal=True, audience=300_000)
    cards = [aftermath(outcome, NEW, SHIPPED, seed).next for seed in range(200)]

    assert {(it.buys_again, it.buys_again_in_10, it.stays_at_rival_price) for it in cards} == {
        (None, None, None)
    }
    assert not any(card.post for card in cards)


# What is remembered


def test_the_impression_says_what_a_person_takes_along():
    impression = aftermath(good(remember=("courier",)), NEW).impression

    assert impression.ended is EndingKind.GOOD
    assert impression.remember == ("courier",)
    assert impression.shift == 16
