"""Finds what shows only beside other scenarios: people with two names, memories nobody leaves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from simulator.core.scenario.checks.memories import asked_memories, left_memories
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario


def library_faults(scenarios: Sequence[Scenario], *, is_whole: bool) -> Iterator[tuple[int, Fault]]:
    """Yield faults that show between scenarios, each with the place of its scenario in the list.

    Args:
        scenarios: the scenarios that were checked together.
        is_whole: whether they are a whole library; a single file may remember what another leaves.
    """
    yield from _changed_people(scenarios)
    yield from _memories(scenarios, is_whole=is_whole)


def _changed_people(scenarios: Sequence[Scenario]) -> Iterator[tuple[int, Fault]]:
    first: dict[str, Scenario] = {}
    for place, scenario in enumerate(scenarios):
        if scenario.customer.persona is None:
            continue
        known = first.setdefault(scenario.persona, scenario)
        for name in ("name", "pronoun"):
            here, there = getattr(scenario.customer, name), getattr(known.customer, name)
            if here != there:
                message = f"“{scenario.persona}” has the {name} “{there}” in “{known.id}”"
                remedy = f"Write the same {name} in both, or give this person another “persona”."
                yield place, Fault("RS121", ("customer", name), message, remedy)


def _by_persona(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for persona, memory in pairs:
        found[persona].add(memory)
    return found


def _memories(scenarios: Sequence[Scenario], *, is_whole: bool) -> Iterator[tuple[int, Fault]]:
    left = _by_persona((it.persona, memory) for it in scenarios for _, memory in left_memories(it))
    asked = _by_persona(
        (it.persona, memory) for it in scenarios for _, memory, _ in asked_memories(it)
    )
    for place, scenario in enumerate(scenarios):
        for path, memory, column in asked_memories(scenario):
            if memory not in left.get(scenario.persona, ()):
                code, message, remedy = _not_left(scenario.persona, memory, is_whole=is_whole)
                yield place, Fault(code, path, message, remedy, character=column)
        for where, memory in left_memories(scenario):
            if memory not in asked.get(scenario.persona, ()):
                message = f"“{memory}” is remembered, but nothing asks remembers({memory})"
                remedy = "Ask for it in a scenario with the same person, or take it away."
                yield place, Fault("RS124", where, message, remedy)


def _not_left(persona: str, memory: str, *, is_whole: bool) -> tuple[str, str, str]:
    if is_whole:
        message = f"no scenario with “{persona}” leaves the memory “{memory}”"
        return "RS122", message, f"Add “remember: [{memory}]” to a reply or ending of theirs."
    message = f"nothing in this file leaves the memory “{memory}”"
    return "RS123", message, "Check the whole folder to see whether another scenario does."
