"""Walks over the parts of a scenario, each with the path by which its author finds it."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache

from pydantic import BaseModel

from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.faults import Path
from simulator.core.scenario.model import Effects, Otherwise, Reply, Scenario


def replies(scenario: Scenario) -> Iterator[tuple[Path, Reply]]:
    """Yield every reply of every step."""
    for step_id, step in scenario.steps.items():
        for place, reply in enumerate(step.replies):
            yield ("steps", step_id, "replies", place), reply


def ways(scenario: Scenario) -> Iterator[tuple[Path, Reply | Otherwise]]:
    """Yield every reply and every entry of ``otherwise`` of every step."""
    yield from replies(scenario)
    for step_id, step in scenario.steps.items():
        for place, entry in enumerate(step.otherwise):
            yield ("steps", step_id, "otherwise", place), entry


def targets(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield every id of a step or ending that something leads to."""
    yield ("start",), scenario.start
    yield ("gives_up",), scenario.gives_up
    for path, way in ways(scenario):
        yield (*path, "goes"), way.goes
    for path, reply in replies(scenario):
        for place, further in enumerate(reply.goes_if):
            yield (*path, "goes_if", place, "goes"), further.goes
    for step_id, step in scenario.steps.items():
        if step.silence is not None and step.silence.goes is not None:
            yield ("steps", step_id, "silence", "goes"), step.silence.goes
        if step.at_most is not None:
            yield ("steps", step_id, "at_most", "goes"), step.at_most.goes


def effects(scenario: Scenario) -> Iterator[tuple[Path, Effects]]:
    """Yield what every step, reply, other way and silence does."""
    for step_id, step in scenario.steps.items():
        yield ("steps", step_id, "then"), step.then
        if step.silence is not None:
            yield ("steps", step_id, "silence", "then"), step.silence.then
    for path, way in ways(scenario):
        yield (*path, "then"), way.then


def conditions(scenario: Scenario) -> Iterator[tuple[Path, Condition]]:
    """Yield every condition."""
    for step_id, step in scenario.steps.items():
        for place, wording in enumerate(step.says_if):
            yield ("steps", step_id, "says_if", place, "when"), wording.when
    for path, way in ways(scenario):
        if way.when is not None:
            yield (*path, "when"), way.when
    for path, reply in replies(scenario):
        for place, further in enumerate(reply.goes_if):
            yield (*path, "goes_if", place, "when"), further.when


def formulas(scenario: Scenario) -> Iterator[tuple[Path, str, Formula]]:
    """Yield every formula with the name of the variable it sets."""
    for path, effect in effects(scenario):
        for name, formula in effect.set.items():
            yield (*path, "set", name), name, formula


def texts(part: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text below a part of a scenario in its order, ids among them."""
    waiting = [(path, part)]
    while waiting:
        path, part = waiting.pop()
        if isinstance(part, str):
            yield path, part
        else:
            waiting.extend(((*path, name), below) for name, below in reversed(_below(part)))


def _below(part: object) -> Sequence[tuple[str | int, object]]:
    if isinstance(part, tuple):
        return list(enumerate(part))
    if isinstance(part, dict):
        return list(part.items())
    if isinstance(part, BaseModel):
        names = _names_in_file(type(part))
        return [(name_in_file, getattr(part, name)) for name, name_in_file in names]
    return ()


@cache
def _names_in_file(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, known.alias or name) for name, known in model.model_fields.items())


def nearest_or_all(word: str, known: Iterable[str]) -> str:
    """Give the remedy for an unknown id: the nearest known one, or all there are."""
    choices = sorted(known)
    if nearest := get_close_matches(word, choices, n=1):
        return f"Did you mean “{nearest[0]}”?"
    return f"There are: {', '.join(choices)}." if choices else "There are none in this scenario."
