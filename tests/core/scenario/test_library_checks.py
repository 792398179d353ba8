"""What shows only between scenarios: people with two names, memories that nobody leaves."""

import pytest

from simulator.core.scenario.checks.library import library_faults
from simulator.core.scenario.validation import scenario_from


@pytest.fixture
def made(document):
    """Make a scenario of the sample, with a person, what they remember and what is asked."""

    def make(scenario_id, persona, left=(), asked=(), name="Amara Okafor"):
        opening = {**document["steps"]["opening"]}
        opening["says_if"] = [{"when": f"remembers({it})", "says": "Again?"} for it in asked]
        stays = {**document["endings"]["stays"], "remember": list(left)}
        customer = {**document["customer"], "persona": persona, "name": name}
        scenario, faults = scenario_from(
            document
            | {"id": scenario_id, "customer": customer}
            | {"steps": document["steps"] | {"opening": opening}}
            | {"endings": document["endings"] | {"stays": stays}}
        )
        assert faults == ()
        return scenario

    return make


def codes(scenarios, *, is_whole=True):
    return [(place, fault.code) for place, fault in library_faults(scenarios, is_whole=is_whole)]


def test_what_one_scenario_leaves_another_with_the_same_person_may_ask_about(made):
    scenarios = [made("a", "amara", left=["kept-word"]), made("b", "amara", asked=["kept-word"])]

    assert codes(scenarios) == []


def test_a_memory_of_another_person_does_not_count(made):
    scenarios = [made("a", "amara", left=["kept-word"]), made("b", "bola", asked=["kept-word"])]

    assert codes(scenarios) == [(0, "RS124"), (1, "RS122")]


def test_in_a_single_file_a_memory_nobody_leaves_is_only_a_hint(made):
    (found,) = library_faults([made("b", "amara", asked=["kept-word"])], is_whole=False)

    assert found[1].code == "RS123"
    assert found[1].path == ("steps", "opening", "says_if", 0, "when")


def test_a_person_keeps_their_name(made):
    scenarios = [made("a", "amara"), made("b", "amara", name="Amara Okofor"), made("c", "amara")]

    ((place, fault),) = library_faults(scenarios, is_whole=True)

    assert (place, fault.code, fault.path) == (1, "RS121", ("customer", "name"))
    assert fault.message == "“amara” has the name “Amara Okafor” in “a”"


def test_people_without_a_persona_may_share_a_name(made):
    assert codes([made("a", None), made("b", None, name="Somebody Else")]) == []
