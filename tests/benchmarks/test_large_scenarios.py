"""The generated scenarios are what the benchmarks take them for."""

import pytest

from benchmarks.large_scenarios import large_scenario, large_scenario_text
from benchmarks.plain_models import plain
from simulator.core.scenario.checks import checked
from simulator.core.scenario.validation import scenario_from
from simulator.storage.scenario_files import read_scenario
from simulator.storage.yaml_documents import yaml_document


@pytest.mark.parametrize("steps", [5, 6, 7, 50, 300])
def test_a_large_scenario_has_nothing_wrong_with_it(steps):
    scenario, faults = scenario_from(large_scenario(steps))

    assert faults == ()
    assert list(checked(scenario)) == []
    assert len(scenario.steps) == steps


def test_the_text_of_a_large_scenario_holds_the_same_values():
    document = yaml_document(large_scenario_text(60).encode())

    assert document.faults == ()
    assert document.value == large_scenario(60)


def test_a_large_scenario_is_as_realistic_as_it_says():
    steps = large_scenario(30)["steps"].values()

    for step in steps:
        assert 15 <= len(step["says"].split()) <= 25
        assert sum("when" in reply for reply in step["replies"]) == 2
        assert len(step["replies"]) == 3
        assert any("then" in reply for reply in step["replies"])
        assert step["otherwise"]


def test_the_plain_models_read_what_the_scenario_reads(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_text(large_scenario_text(20))

    scenario = read_scenario(path).scenario
    mirrored = plain().model_validate(large_scenario(20))

    assert list(mirrored.steps) == list(scenario.steps)
    assert mirrored.steps["step-7"].replies[0].says == scenario.steps["step-7"].replies[0].says


def test_the_plain_models_refuse_unknown_names():
    spoilt = {**large_scenario(5), "unheard_of": 1}

    with pytest.raises(ValueError, match="unheard_of"):
        plain().model_validate(spoilt)


def test_fewer_than_five_steps_are_no_large_scenario():
    with pytest.raises(ValueError, match="at least 5"):
        large_scenario(4)
