"""Walks over the parts of a scenario, each with the path by which its author finds it."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from simulator.core.scenario.checks.choices import Choices
from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.faults import Path
from simulator.core.scenario.model import NO_EFFECTS, Effects, Otherwise, Reply, SaysIf, Scenario


def replies(scenario: Scenario) -> Iterator[tuple[Path, Reply]]:
    """Yield every reply of every step."""
    for step_id, step in scenario.steps.items():
        for place, reply in enumerate(step.replies):
            yield ("steps", step_id, "replies", place), reply


def ways(scenario: Scenario) -> Iterator[tuple[Path, Reply | Otherwise]]:
    """Yield every reply and every entry of ``otherwise`` of every step."""
    for step_id, step in scenario.steps.items():
        for place, reply in enumerate(step.replies):
            yield ("steps", step_id, "replies", place), reply
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
    """Yield what every step, reply, other way and silence does, where it does something."""
    for step_id, step in scenario.steps.items():
        if step.then is not NO_EFFECTS:
            yield ("steps", step_id, "then"), step.then
        if step.silence is not None:
            yield ("steps", step_id, "silence", "then"), step.silence.then
    for step_id, step in scenario.steps.items():
        for place, reply in enumerate(step.replies):
            if reply.then is not NO_EFFECTS:
                yield ("steps", step_id, "replies", place, "then"), reply.then
        for place, entry in enumerate(step.otherwise):
            if entry.then is not NO_EFFECTS:
                yield ("steps", step_id, "otherwise", place, "then"), entry.then


def conditions(scenario: Scenario) -> Iterator[tuple[Path, Condition]]:
    """Yield every condition."""
    for step_id, step in scenario.steps.items():
        groups: tuple[tuple[str, tuple[SaysIf | Reply | Otherwise, ...]], ...] = (
            ("says_if", step.says_if),
            ("replies", step.replies),
            ("otherwise", step.otherwise),
        )
        for name, parts in groups:
            for place, part in enumerate(parts):
                if part.when is not None:
                    yield ("steps", step_id, name, place, "when"), part.when
    for step_id, step in scenario.steps.items():
        for number, reply in enumerate(step.replies):
            for place, further in enumerate(reply.goes_if):
                path = ("steps", step_id, "replies", number, "goes_if", place, "when")
                yield path, further.when


def formulas(scenario: Scenario) -> Iterator[tuple[Path, str, Formula]]:
    """Yield every formula with the name of the variable it sets."""
    for path, effect in effects(scenario):
        if effect.set:
            for name, formula in effect.set.items():
                yield (*path, "set", name), name, formula


def texts(part: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text below a part of a scenario in its order, ids too but not of effects."""
    if isinstance(part, str):
        yield path, part
        return
    for name, entry in below(part):
        # One entry of a large group at a time, so that not all texts are listed at once.
        if isinstance(entry, dict):
            yield from texts(entry, (*path, name))
        elif entry:
            found: list[tuple[Path, str]] = []
            _gather(entry, (*path, name), found)
            yield from found


def _gather(part: object, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(part, str):
        found.append((path, part))
        return
    for name, entry in below(part):
        kind = entry.__class__
        if kind is str:
            found.append(((*path, name), entry))
        elif entry and kind not in WITHOUT_TEXT:
            _gather(entry, (*path, name), found)


def below(part: object) -> Iterable[tuple[str | int, Any]]:
    """Give what a part of a scenario holds, each under its name in the file or its place."""
    kind = part.__class__
    if kind is tuple:
        return enumerate(part)  # type: ignore[arg-type]  # as its class is tuple
    if isinstance(part, BaseModel):
        # Not by the model's own look-up, which costs more than all else here.
        return zip(_names_in_file(type(part)), part.__dict__.values(), strict=False)
    return part.items() if isinstance(part, dict) else ()


WITHOUT_TEXT = frozenset({type(None), int, float, bool, Condition, Formula, Effects})
"""The kinds of value below which no text stands that somebody reads."""


@cache
def _names_in_file(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(known.alias or name for name, known in model.model_fields.items())


def nearest_or_all(word: str, known: Collection[str]) -> str:
    """Give the remedy for one unknown id: the nearest known one, or all there are."""
    return Choices(known).remedy(word)
