"""What the scenarios that come with the program cover, taken together."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import Cause, Channel, EndingKind, Track
from simulator.storage.scenario_files import read_scenario
from simulator.storage.translations import is_translation

LIBRARY = Path(__file__).resolve().parents[1] / "scenarios"
FEWEST = {
    Track.PURCHASE: 5,
    Track.COMPLAINT: 8,
    Track.RETURN: 4,
    Track.BILLING: 4,
    Track.TECHNICAL: 3,
    Track.INTERNAL: 5,
    Track.SAFETY: 4,
}
FROM = {
    "the United States": {"tyrese-bell"},
    "China": {"li-na"},
    "Singapore": {"wei-jun"},
    "Germany": {"hana-weiss", "klaus-richter"},
    "the United Kingdom": {"devon-clarke", "moira-kane"},
    "Brazil": {"ines-prado", "mariana-souza"},
}
"""Persons from the countries of the survey that the teaching model rests on."""

GUIDED = "your-first-contact"


@pytest.fixture(scope="module")
def whole() -> list[Scenario]:
    """Every scenario that is no drill and does not guide through the program."""
    return [it for it in _scenarios() if not it.is_drill and it.id != GUIDED]


def _scenarios() -> list[Scenario]:
    paths = sorted(path for path in LIBRARY.rglob("*.yaml") if not is_translation(path))
    return [read_scenario(path).scenario for path in paths]


def test_there_are_thirty_six_conversations_and_more(whole):
    assert len(whole) >= 36


@pytest.mark.parametrize(("track", "fewest"), FEWEST.items())
def test_every_track_has_enough(whole, track, fewest):
    assert sum(it.track is track for it in whole) >= fewest


def test_every_channel_is_there(whole):
    assert {it.channel for it in whole} == set(Channel)


def test_every_level_is_there(whole):
    assert {it.level for it in whole} == {1, 2, 3, 4, 5}


def test_there_are_many_trades(whole):
    assert len({it.trade for it in whole}) >= 6


def test_both_products_and_services_are_sold(whole):
    assert {"product", "service"} <= {it.sells for it in whole}


@pytest.mark.parametrize("cause", [Cause.TREATMENT, Cause.QUALITY, Cause.SILENCE, Cause.JOURNEY])
def test_every_cause_lies_behind_several(whole, cause):
    assert sum(cause in it.after.causes for it in whole) >= 3


@pytest.mark.parametrize("country", FROM)
def test_somebody_comes_from_each_country_of_the_survey(whole, country):
    assert FROM[country] & {it.customer.persona for it in whole}


def test_six_people_come_back_and_say_something_else_then(whole):
    by_person = defaultdict(list)
    for scenario in whole:
        by_person[scenario.customer.persona].append(scenario)
    twice = {person: found for person, found in by_person.items() if len(found) > 1}

    assert len(twice) >= 6
    for person, found in twice.items():
        assert any(_remembers(scenario) for scenario in found), person


def _remembers(scenario: Scenario) -> bool:
    """Whether the first words depend on what was."""
    asked = {"contacts", "relationship", "remembers", "last_ended"}
    first = scenario.steps[scenario.start].says_if
    return any(
        asked & {*it.when.names(), *(function for function, _ in it.when.calls())} for it in first
    )


def test_there_are_three_drills_of_two_minutes_and_ten_lines():
    drills = [it for it in _scenarios() if it.is_drill]

    assert len(drills) == 3
    assert all(it.minutes == 2 and len(it.steps) == 10 for it in drills)


def test_one_first_contact_of_five_minutes_guides_through_the_program():
    (guided,) = [it for it in _scenarios() if it.id == GUIDED]

    assert (guided.level, guided.minutes) == (1, 5)


def test_every_conversation_has_eight_to_twenty_steps_and_endings_of_each_kind(whole):
    for scenario in whole:
        kinds = Counter(ending.kind for ending in scenario.endings.values())
        assert 8 <= len(scenario.steps) <= 20, scenario.id
        assert set(kinds) == set(EndingKind), scenario.id


def test_every_reply_step_offers_three_choices_and_two_model_answers(whole):
    for scenario in whole:
        for step_id, step in scenario.steps.items():
            assert len(step.replies) >= 3, (scenario.id, step_id)
            assert all((step.better, step.worse, step.worse_because)), (scenario.id, step_id)
