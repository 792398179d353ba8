"""Finds memories of earlier contacts that nothing in the scenario asks about."""

from collections.abc import Iterator

from simulator.core.scenario.checks.parts import conditions, effects, formulas, nearest_or_all
from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Scenario

_NAMES = frozenset({"contacts", "relationship"})
_FUNCTIONS = frozenset({"remembers", "last_ended"})


def memory_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of test plays with a customer who comes back."""
    scenario = found.scenario
    if all(play.memory is None for play in scenario.plays):
        return
    asked = {memory for _, memory, _ in asked_memories(scenario)}
    is_asked = _asks_about_earlier_contacts(scenario)
    for place, play in enumerate(scenario.plays):
        if play.memory is None:
            continue
        path = ("plays", place, "memory")
        if not is_asked:
            message = "the play has earlier contacts, but nothing in the scenario asks about them"
            remedy = "Use contacts, relationship, remembers(…) or last_ended(…) in a condition."
            yield Fault("RS339", path, message, remedy, at_name=True)
            continue
        for number, memory in enumerate(play.memory.remembers):
            if memory not in asked:
                message = f"no condition asks remembers({memory})"
                where = (*path, "remembers", number)
                yield Fault("RS334", where, message, nearest_or_all(memory, asked))


def asked_memories(scenario: Scenario) -> Iterator[tuple[Path, str, int]]:
    """Yield every memory a condition or formula asks about, with its place in the text."""
    for path, condition in conditions(scenario):
        for function, argument in condition.calls():
            if function == "remembers":
                yield path, argument, condition.column_of(function, argument)
    for path, _, formula in formulas(scenario):
        for function, argument in formula.calls():
            if function == "remembers":
                yield path, argument, formula.column_of(function, argument)


def left_memories(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield everything the customer is to remember next time."""
    for path, effect in effects(scenario):
        for place, memory in enumerate(effect.remember):
            yield (*path, "remember", place), memory
    for ending_id, ending in scenario.endings.items():
        for place, memory in enumerate(ending.remember):
            yield ("endings", ending_id, "remember", place), memory


def _asks_about_earlier_contacts(scenario: Scenario) -> bool:
    expressions = [expression for _, expression in conditions(scenario)]
    formulas_set = [formula for _, _, formula in formulas(scenario)]
    return any(
        not _NAMES.isdisjoint(it.names()) or any(call in _FUNCTIONS for call, _ in it.calls())
        for it in (*expressions, *formulas_set)
    )
