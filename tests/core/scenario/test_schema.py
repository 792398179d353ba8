"""The JSON Schema agrees with the reader about what a scenario may hold."""

from pathlib import Path

import pytest

from simulator.core.scenario.schema import known_names, scenario_schema
from simulator.storage.scenario_files import TRANSLATION_NAME
from simulator.storage.yaml_documents import yaml_document

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(
    path
    for path in (ROOT / "scenarios").rglob("*.yaml")
    if not TRANSLATION_NAME.fullmatch(path.name)
)


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(scenario_schema())
    return jsonschema.Draft202012Validator(scenario_schema())


def test_the_sample_is_valid(validator, document):
    assert list(validator.iter_errors(document)) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_is_valid(validator, path):
    document = yaml_document(path.read_bytes()).value

    assert list(validator.iter_errors(document)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("level", 9),
        ("level", "2"),
        ("channel", "telephone"),
        ("unknown", 1),
        ("id", "Not An Id"),
        ("plays", [{"name": "x", "replies": ["y"], "courtesy": "60-100"}]),
    ],
)
def test_what_the_reader_refuses_is_not_valid(validator, document, faults_of, name, value):
    document[name] = value

    assert list(validator.iter_errors(document))
    assert faults_of(document)


def test_the_schema_names_no_host():
    assert scenario_schema()["$id"].startswith("urn:")
    assert scenario_schema()["title"]
    assert scenario_schema()["description"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "briefing"),
        (("customer", "feels"), "is"),
        (("customer", "temperament"), "any_of"),
        (("customer", "temperament", "any_of", 1), "forgives"),
        (("steps", "any-step", "replies", 3, "then"), "bears_with_us"),
        (("endings", "any-ending"), "headline"),
        (("plays", 0, "replies", 0), "say"),
    ],
)
def test_the_names_that_may_stand_at_a_place_are_known(path, name):
    assert name in known_names(path)


def test_a_text_has_no_names():
    assert known_names(("title",)) == ()
