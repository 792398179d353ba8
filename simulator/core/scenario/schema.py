"""The JSON Schema of the scenario format, for editors and for finding misspelt names."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from simulator.core.scenario.faults import Path
from simulator.core.scenario.model import FORMAT, Scenario

Schema = dict[str, Any]


@cache
def scenario_schema() -> Schema:
    """Give the schema (2020-12); shared, so not to be changed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:rapport:scenario:{FORMAT}",
        **Scenario.model_json_schema(by_alias=True),
        "title": "Rapport scenario",
        "description": "A branching conversation with one customer, written by a trainer.",
    }


def known_names(path: Path) -> tuple[str, ...]:
    """Give the names that may stand in the group at ``path``; empty if any may, or none."""
    places = [scenario_schema()]
    for step in path:
        places = [below for place in places for below in _below(place, step)]
    names = (name for place in places for shape in _shapes(place) for name in _properties(shape))
    return tuple(dict.fromkeys(names))


def _properties(shape: Schema) -> Schema:
    properties: Schema = shape.get("properties", {})
    return properties


def _below(place: Schema, step: str | int) -> Iterator[Schema]:
    for shape in _shapes(place):
        if isinstance(step, int):
            choices = [shape.get("items")]
        elif step in _properties(shape):
            choices = [_properties(shape)[step]]
        else:
            named_freely = shape.get("patternProperties", {})
            choices = [shape.get("additionalProperties"), *named_freely.values()]
        yield from (choice for choice in choices if isinstance(choice, dict))


def _shapes(place: Schema) -> Iterator[Schema]:
    """Yield what a value may look like, with references and choices followed."""
    waiting = [place]
    while waiting:
        shape = waiting.pop()
        if reference := shape.get("$ref"):
            waiting.append(scenario_schema()["$defs"][reference.rpartition("/")[2]])
        waiting.extend(shape.get("anyOf", ()))
        waiting.extend(shape.get("oneOf", ()))
        yield shape
