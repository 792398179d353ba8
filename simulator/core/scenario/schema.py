"""The JSON Schema of the scenario format, for editors and for finding misspelt names."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any

from simulator.core.scenario import appearance
from simulator.core.scenario.faults import Path
from simulator.core.scenario.model import (
    FORMAT,
    Scenario,
    briefing,
    customer,
    endings,
    plays,
    scenario,
    steps,
)

Schema = dict[str, Any]

_MODULES = (appearance, briefing, customer, endings, plays, scenario, steps)


@cache
def scenario_schema() -> Schema:
    """Give the schema (2020-12); shared, so not to be changed."""
    schema = Scenario.model_json_schema(by_alias=True)
    _explain(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:rapport:scenario:{FORMAT}",
        **schema,
        "title": "Rapport scenario",
        "description": "A branching conversation with one customer, written by a trainer.",
    }


def _explain(schema: Schema) -> None:
    """Put the text below each name of the model beside it, for editors to show."""
    told = {name: texts for module in _MODULES for name, texts in _texts_below_names(module)}
    for title, shape in ((Scenario.__name__, schema), *schema.get("$defs", {}).items()):
        for name, below in _properties(shape).items():
            text = told.get(title, {}).get(name)
            if text:
                below["description"] = text


def _texts_below_names(module: ModuleType) -> Iterator[tuple[str, dict[str, str]]]:
    # Read from the source only when a schema is asked for: at import it would cost every start.
    for found in ast.parse(inspect.getsource(module)).body:
        if isinstance(found, ast.ClassDef):
            yield found.name, dict(_texts_of(found))


def _texts_of(group: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for name, text in pairwise(group.body):
        if (
            isinstance(name, ast.AnnAssign)
            and isinstance(name.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            yield name.target.id.rstrip("_"), inspect.cleandoc(str(text.value.value))


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
