"""What one walk over a scenario hands to all its checks."""

import pytest

from simulator.core.scenario.checks.parts import texts
from simulator.core.scenario.checks.walked import walked
from simulator.core.scenario.validation import scenario_from


@pytest.fixture
def scenario(document):
    return scenario_from(document)[0]


def test_every_text_with_several_words_is_looked_at(scenario):
    found = walked(scenario).texts

    written = {text for _, text in texts(scenario) if " " in text}
    assert written == {text for text in (*found.simple, *found.others) if " " in text}


def test_a_text_is_found_at_all_its_places_and_in_the_order_of_the_file(scenario):
    sought = {scenario.title, scenario.briefing.goal, scenario.steps[scenario.start].better}

    found = list(walked(scenario).places_of(sought))

    assert found == [(path, text) for path, text in texts(scenario) if text in sought]
    assert {text for _, text in found} == sought


def test_texts_in_one_begin_and_end_between_blanks_and_do_not_run_together(scenario):
    found = walked(scenario).texts

    assert all(f" {text} " in found.in_one for text in found.simple)
    assert found.in_one.count(" | ") == len(found.simple) - 1


def test_a_way_out_that_leads_back_is_a_way_out(document, faults_of):
    # Only the first step leads to an ending; the last one must go back to get there.
    first, *others = document["steps"].values()
    start = document["start"]
    for reply in first["replies"]:
        reply["goes"] = next(iter(document["endings"]))
    for step in others:
        step.pop("at_most", None)
        for reply in step["replies"]:
            reply.pop("goes_if", None)
            reply["goes"] = start

    codes = {fault.code for fault in faults_of(document)}

    assert codes.isdisjoint({"RS303", "RS321"})
