"""Finds names in conditions that nobody knows, and variables that do nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping

from simulator.core.scenario.checks.choices import Choices
from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.conditions import NAMES, Condition, Kind, Mistake
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Scenario

_NUMBER = re.compile(r"\b[0-9]+(?:\.[0-9]+)?\b")
_TAKEN = {*NAMES, "and", "or", "not", "true", "false"}


def variable_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of names and variables."""
    scenario = found.scenario
    kinds = _kinds(scenario)
    choices = Choices(kinds)
    yield from _unfit_names(scenario)
    sound: set[str] = set()
    right: set[str] = set()
    read: set[str] = set()
    for path, condition in found.conditions:
        pattern = _pattern(condition)
        if pattern in sound:
            continue
        without_numbers, can_hold = _NUMBER.sub("0", pattern), condition.can_hold()
        if without_numbers not in right:
            read |= condition.names()
            mistakes = tuple(condition.mistakes(kinds))
            yield from _told(path, mistakes)
            if not mistakes:
                right.add(without_numbers)
        if can_hold and without_numbers in right:
            sound.add(pattern)
        if not can_hold:
            message = f"“{condition.source}” can never hold"
            yield Fault("RS322", path, message, "Scores, mood and trust run from 0 to 100.")
    written: dict[tuple[str, str], tuple[Mistake, ...]] = {}
    for path, name, formula in found.formulas:
        if (name, formula.source) not in written:
            mistakes = tuple(formula.mistakes(kinds, kinds.get(name)))
            written[name, formula.source] = mistakes
            read |= formula.names() - {name}
        yield from _told(path, written[name, formula.source])
        if name not in kinds:
            message = f"“{name}” is set, but it is not among the variables"
            yield Fault("RS308", path, message, choices.remedy(name), at_name=True)
    yield from _idle(scenario, {name for name, _ in written}, read)


def _pattern(condition: Condition) -> str:
    """Give a condition without the ids it asks about, which make it neither right nor wrong."""
    pattern = condition.source
    for function, argument in condition.calls():
        pattern = pattern.replace(f"{function}({argument})", function)
    return pattern


def _kinds(scenario: Scenario) -> Mapping[str, Kind]:
    return {
        name: "yes-no" if isinstance(value, bool) else "number"
        for name, value in scenario.variables.items()
    }


def _unfit_names(scenario: Scenario) -> Iterator[Fault]:
    for name in scenario.variables:
        path = ("variables", name)
        if name in _TAKEN:
            message = f"“{name}” has a meaning of its own in conditions"
            yield Fault("RS316", path, message, "Give it another name.", at_name=True)
        elif not name.isidentifier():
            message = f"“{name}” cannot stand in a condition"
            remedy = "Use letters, digits and underscores, as in asked_twice."
            yield Fault("RS316", path, message, remedy, at_name=True)


def _told(path: Path, mistakes: Iterable[Mistake]) -> Iterator[Fault]:
    for mistake in mistakes:
        message, remedy = mistake.message, mistake.remedy
        yield Fault("RS307", path, message, remedy, character=mistake.column)


def _idle(scenario: Scenario, written: set[str], read: set[str]) -> Iterator[Fault]:
    for name in scenario.variables:
        path = ("variables", name)
        if name not in written:
            message = f"the variable “{name}” is never set"
            yield Fault(
                "RS309", path, message, "Set it in a “then”, or take it away.", at_name=True
            )
        if name not in read:
            message = f"the variable “{name}” is never read"
            yield Fault(
                "RS310", path, message, "Use it in a “when”, or take it away.", at_name=True
            )
