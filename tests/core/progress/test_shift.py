"""A shift: which contacts in which order, how it goes on, and what is said of it afterwards."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.errors import ConversationError, ScenarioError
from simulator.core.progress.shift import (
    Change,
    Shift,
    Steadiness,
    debrief_of,
    is_played_out,
    one_line,
    planned,
    result_of,
    scale_line,
    short_record,
    taken_up,
)
from simulator.core.scoring.rubric import SKILLS, Skill
from tests.core.conversation.small_contact import begun, chosen, promising, rated
from tests.core.progress.shifts import attempt, done, library, plan, result, scenario

EIGHT = (
    "purchase",
    "complaint",
    "return",
    "billing",
    "delivery",
    "technical",
    "internal",
    "safety",
)


def order(scenarios, length=8, seed=3, **more):
    by_id = {it.id: it for it in scenarios}
    return [by_id[it.scenario_id] for it in planned(scenarios, length, seed, **more)]


# Choosing and ordering


def test_the_same_seed_gives_the_same_shift_and_another_gives_another():
    there = library(*EIGHT, *EIGHT)

    assert planned(there, 8, 3) == planned(there, 8, 3)
    assert planned(there, 8, 3) != planned(there, 8, 4)


@given(
    tracks=some.lists(some.sampled_from(EIGHT[:4]), min_size=1, max_size=24),
    length=some.integers(5, 20),
    seed=some.integers(0, 1000),
)
@settings(max_examples=60, deadline=None)
def test_no_two_of_a_track_follow_each_other_where_that_can_be_avoided(tracks, length, seed):
    ordered = [it.track for it in order(library(*tracks), length, seed)]

    most = Counter(ordered).most_common(1)[0][1]
    repeats = sum(one is other for one, other in pairwise(ordered))
    assert repeats == max(0, most - 1 - (length - most))


def test_levels_rise_gently_where_tracks_allow_it():
    levels = [it.level for it in order(library(*EIGHT), 8)]

    assert levels == sorted(levels)


def test_nobody_comes_twice_while_there_are_others():
    there = [scenario(f"s{n}", EIGHT[n % 8], person=f"person-{n // 2}") for n in range(16)]

    people = [it.persona for it in order(there, 8)]

    assert len(set(people)) == 8


def test_in_a_small_library_everybody_comes_once_before_anybody_comes_again():
    there = library("purchase", "complaint", "return")

    ordered = planned(there, 8, 3)

    ids = [it.scenario_id for it in ordered]
    assert len(set(ids[:3])) == len(set(ids[3:6])) == 3
    assert len({it.seed for it in ordered}) == 8


def test_people_who_are_lost_do_not_come():
    there = library(*EIGHT)

    people = {it.persona for it in order(there, 8, lost=frozenset({"p-s0", "p-s1"}))}

    assert people == {f"p-s{number}" for number in range(2, 8)}


def test_without_a_scenario_there_is_no_shift():
    with pytest.raises(ScenarioError, match="no scenario to make a shift of"):
        planned(library("purchase"), 5, 1, frozenset({"p-s0"}))


# Going on


def test_a_shift_goes_from_contact_to_contact_to_its_end():
    shift = Shift(plan())

    numbers = []
    while not shift.is_over:
        numbers.append(shift.number)
        shift = shift.after_contact(result(shift.number, 60))

    assert numbers == [1, 2, 3, 4, 5]
    assert shift.next_contact is None


@pytest.mark.parametrize("number", [0, 1, 6])
def test_a_contact_that_is_not_due_is_refused(number):
    shift = Shift(plan()).after_contact(result(1, 60))

    with pytest.raises(ConversationError):
        shift.after_contact(result(number, 60))


def test_a_contact_that_cannot_be_played_is_left_out():
    shift = Shift(plan()).after_contact(result(1, 60)).without_next()

    assert shift.number == 3


def test_a_shift_is_taken_up_where_its_attempts_left_it():
    attempts = (
        attempt(1),
        attempt(2),
        attempt(3, finished=False),
        attempt(3, shift="another"),
    )

    shift = taken_up(plan(), attempts)

    assert shift.number == 3
    assert [it.attempt_id for it in shift.results] == ["a1-0", "a2-0"]


def test_of_a_contact_finished_twice_the_later_one_counts():
    shift = taken_up(plan(), (attempt(1, hour=2), attempt(1)))

    assert [it.scores[Skill.COURTESY] for it in shift.results] == [62]


# One short contact


def test_a_contact_is_played_out_after_its_replies_and_not_before():
    once = begun().after_reply("Hello.", rated())
    twice = once.after_reply("Hello again.", rated())

    assert not is_played_out(once, 2)
    assert is_played_out(twice, 2)


def test_a_contact_at_its_own_ending_is_not_stopped():
    ended = chosen(chosen(begun(), "own"), "courier-tomorrow")

    assert ended.is_over
    assert not is_played_out(ended, 1)


def test_no_promise_counts_as_lost_between_two_contacts():
    reply = "I will bring it tomorrow."
    session = begun().after_reply(reply, promising(reply, "I will bring it tomorrow"))
    stopped = session.after_stopping()

    with_record = stopped.after_noting(short_record(stopped)).after_finishing()

    assert scorecard_of(stopped).not_logged_cost > 0
    assert scorecard_of(with_record).not_logged_cost == 0


def test_after_a_weak_reply_the_one_line_says_what_was_missed():
    session = begun().after_reply("Wait.", rated(35, 35, 35))

    assert one_line(scorecard_of(session)) == "Own it."


def test_after_a_good_reply_the_one_line_quotes_it():
    reply = "I will bring it tomorrow."
    session = begun().after_reply(reply, promising(reply, "I will bring it tomorrow"))

    assert one_line(scorecard_of(session)) == "“I will bring it tomorrow” did most good."


def test_without_a_reply_there_is_no_line():
    assert one_line(scorecard_of(begun().after_stopping())) == ""


def test_a_result_keeps_the_scores_of_the_scorecard():
    card = scorecard_of(begun().after_reply("Hello.", rated(61, 62, 63)).after_stopping())

    assert list(result_of(2, "a2", card).scores.values()) == [61, 62, 63]


# Steadiness


def line(*scores, margin=10):
    return scale_line(Skill.COURTESY, done(*scores).results, margin)


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ((60, 60, 60, 60, 60, 60), Steadiness.STEADY),
        ((50, 70, 50, 70), Steadiness.STEADY),
        ((48, 72, 48, 72), Steadiness.SOMEWHAT_UNEVEN),
        ((44, 76, 44, 76), Steadiness.UNEVEN),
        ((10, 90), None),
    ],
)
def test_a_spread_within_the_scorers_error_is_called_steady(scores, words):
    assert line(*scores).steadiness is words


@pytest.mark.parametrize(
    ("scores", "change"),
    [
        ((70, 70, 60, 60), Change.NONE),
        ((70, 70, 59, 59), Change.LOWER),
        ((59, 59, 70, 70), Change.HIGHER),
        ((70, 70, 0, 59, 59), Change.LOWER),
        ((70, 10, 10), None),
        ((70, None, 10, 10), None),
    ],
)
def test_a_difference_within_the_scorers_error_is_no_change(scores, change):
    assert line(*scores).change is change


def test_the_middle_one_of_an_odd_number_counts_for_neither_half():
    assert line(70, 70, 0, 60, 60).halves == (70, 60)


def test_the_lowest_contact_is_named_and_unrated_ones_are_passed_over():
    found = line(70, None, 55, 80)

    assert found.lowest.number == 3
    assert found.mean == pytest.approx(68.33, abs=0.01)
    assert found.scores == (70, None, 55, 80)


def test_a_scale_that_was_never_rated_says_nothing():
    found = line(None, None, None, None)

    assert (found.mean, found.lowest, found.steadiness, found.change) == (None, None, None, None)


# The debrief


MARGINS = dict.fromkeys(SKILLS, 10.0)


def points(shift):
    return debrief_of(shift, MARGINS).points


def test_a_steady_shift_says_so_in_one_sentence():
    assert points(done(60, 62, 58, 61, 60)) == (
        "All three scales stayed steady: no difference is greater than the scorer's own error.",
    )


def test_tiredness_is_told_first_and_with_its_numbers():
    shift = done((70, 60, 60), (70, 60, 60), (50, 60, 60), (50, 60, 60))

    first = points(shift)[0]

    assert first.startswith("Lower in the second half: courtesy 70, then 50.")
    assert first.endswith("A longer breath between two contacts may help.")


def test_harder_contacts_in_the_second_half_are_no_tiredness():
    shift = done(70, 70, 50, 50, 50, levels=(1, 1, 2, 3, 3))

    assert "The contacts were harder there, too." in points(shift)[0]


def test_an_uneven_scale_is_told_with_its_lowest_contact():
    shift = done((90, 60, 60), (30, 60, 60), (90, 60, 60), (90, 60, 60), (35, 60, 60))

    assert "Courtesy was uneven. It was lowest in contact 2, with Customer 2: 30." in points(shift)


@given(some.lists(some.tuples(*[some.integers(0, 100) | some.none()] * 3), max_size=20))
@settings(max_examples=60, deadline=None)
def test_never_more_than_three_points_whatever_happened(scores):
    shift = done(*scores)

    told = points(shift)

    assert 1 <= len(told) <= 3


def test_two_contacts_say_nothing_about_steadiness():
    assert points(done(20, 90)) == ("Steadiness needs 3 contacts. You have 2.",)


def test_without_figures_a_usual_error_is_taken():
    assert debrief_of(done(60, 60, 50, 50)).lines[0].change is Change.NONE
