"""Finds ids that lead nowhere, ids used twice, and lists in an order that hides entries."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import get_args

from simulator.core.scenario.checks.choices import Choices
from simulator.core.scenario.checks.parts import replies, targets
from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Action, Fact, Scenario
from simulator.core.scenario.words import EndingKind

_ASKED_ABOUT = {
    "asks": "fact",
    "told": "fact",
    "met": "need",
    "promised": "promise",
    "gave": "reply",
    "seen": "step",
    "visits": "step",
    "open": "topic",
    "closed": "topic",
    "did": "action",
    "used": "entry of the card with an id",
    "last_ended": "kind of ending",
}
"""What each function asks about; what remembers(…) names may come from another scenario."""


def reference_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of ids: unknown, used twice, or hidden behind an entry that always holds."""
    scenario = found.scenario
    yield from _unknown_targets(found)
    yield from _unknown_arguments(found)
    yield from _repeated_ids(found)
    yield from _steps_that_are_endings(scenario)
    yield from _unknown_facts_of_needs(scenario)
    yield from _facts_nobody_hears(scenario)
    yield from _hidden_entries(scenario)


def _unknown_targets(found: Walked) -> Iterator[Fault]:
    scenario = found.scenario
    if scenario.start not in scenario.steps:
        remedy = Choices(scenario.steps).remedy(scenario.start)
        message = f"there is no step “{scenario.start}”"
        yield Fault("RS301", ("start",), message, remedy)
    known = scenario.steps.keys() | scenario.endings.keys()
    if known >= {scenario.gives_up, *chain.from_iterable(found.routes.values())}:
        return
    choices = Choices(known)
    for path, target in targets(scenario):
        if target not in known and path != ("start",):
            message = f"there is no step or ending “{target}”"
            yield Fault("RS301", path, message, choices.remedy(target))


def _known_ids(found: Walked) -> dict[str, Collection[str]]:
    scenario = found.scenario
    return {
        "fact": {fact.id for fact in scenario.briefing.facts},
        "need": {need.id for step in scenario.steps.values() for need in step.needs},
        "promise": {promise.id for promise in scenario.after.promises},
        "reply": set(found.reply_ids),
        "step": set(scenario.steps),
        "topic": set(scenario.topics),
        "action": set(get_args(Action)),
        "entry of the card with an id": {it.id for it in scenario.customer.history if it.id},
        "kind of ending": set(EndingKind),
    }


def _unknown_arguments(found: Walked) -> Iterator[Fault]:
    known = _known_ids(found)
    asked = [(_ASKED_ABOUT.get(function), argument) for function, argument in found.asked]
    if all(argument in known[kind] for kind, argument in asked if kind):
        return
    choices = {kind: Choices(ids) for kind, ids in known.items()}
    for path, expression in found.expressions():
        for function, argument in expression.calls():
            kind = _ASKED_ABOUT.get(function)
            if kind and argument not in known[kind]:
                message = f"{function}({argument}): there is no {kind} “{argument}”"
                remedy = choices[kind].remedy(argument)
                column = expression.column_of(function, argument)
                yield Fault("RS306", path, message, remedy, character=column)


def _repeated_ids(found: Walked) -> Iterator[Fault]:
    scenario = found.scenario
    facts = enumerate(scenario.briefing.facts)
    yield from _repeated("fact", ((("briefing", "facts", i, "id"), fact.id) for i, fact in facts))
    promises = enumerate(scenario.after.promises)
    places = ((("after", "promises", i, "id"), promise.id) for i, promise in promises)
    yield from _repeated("promise", places)
    if len(set(found.reply_ids)) < len(found.reply_ids):
        yield from _repeated(
            "reply", ((((*path, "id"), reply.id)) for path, reply in replies(scenario))
        )
    for step_id, step in scenario.steps.items():
        if len(step.needs) < 2:
            continue
        needs = enumerate(step.needs)
        yield from _repeated(
            "need", ((("steps", step_id, "needs", i, "id"), need.id) for i, need in needs)
        )


def _repeated(kind: str, ids: Iterable[tuple[Path, str]]) -> Iterator[Fault]:
    first: dict[str, Path] = {}
    for path, found in ids:
        earlier = first.setdefault(found, path)
        if earlier is not path:
            where = f" in the step “{earlier[1]}”" if earlier[0] == "steps" else ""
            message = f"the {kind} “{found}” has the id of another one{where}"
            yield Fault("RS311", path, message, "Give each its own id.")


def _steps_that_are_endings(scenario: Scenario) -> Iterator[Fault]:
    for ending_id in scenario.endings:
        if ending_id in scenario.steps:
            message = f"“{ending_id}” is a step and an ending"
            path = ("endings", ending_id)
            yield Fault("RS312", path, message, "Give one of them another id.", at_name=True)


def _unknown_facts_of_needs(scenario: Scenario) -> Iterator[Fault]:
    known = {fact.id for fact in scenario.briefing.facts}
    choices = Choices(known)
    for step_id, step in scenario.steps.items():
        for place, need in enumerate(step.needs):
            for number, used in enumerate(need.uses):
                if used not in known:
                    path = ("steps", step_id, "needs", place, "uses", number)
                    message = f"there is no fact “{used}”"
                    yield Fault("RS317", path, message, choices.remedy(used))


def _facts_nobody_hears(scenario: Scenario) -> Iterator[Fault]:
    if all(fact.told != "when_asked" for fact in scenario.briefing.facts):
        return
    asked = {
        argument
        for step in scenario.steps.values()
        for entry in step.otherwise
        if entry.when is not None
        for function, argument in entry.when.calls()
        if function == "asks"
    }
    for place, fact in enumerate(scenario.briefing.facts):
        lacks = _lacking(fact, is_asked=fact.id in asked)
        if lacks:
            path = ("briefing", "facts", place)
            message = f"the fact “{fact.id}” is told when asked, but nobody can hear it"
            yield Fault("RS315", path, message, f"Add {lacks} to it.")


def _lacking(fact: Fact, *, is_asked: bool) -> str:
    if fact.told != "when_asked" or is_asked:
        return ""
    return " and ".join(name for name in ("like", "tells") if not getattr(fact, name))


def _hidden_entries(scenario: Scenario) -> Iterator[Fault]:
    for step_id, step in scenario.steps.items():
        last = len(step.otherwise) - 1
        for place, entry in enumerate(step.otherwise):
            if (place == last) is (entry.when is None):
                continue
            path = ("steps", step_id, "otherwise", place)
            if place == last and entry.when is not None:
                message = (
                    "the last entry of “otherwise” has a condition, so some replies lead nowhere"
                )
                remedy = "Take “when” away, or add an entry without one below."
                yield Fault("RS305", (*path, "when"), message, remedy, at_name=True)
            elif place < last and entry.when is None:
                message = "the entries below this one are never taken, as it has no condition"
                yield Fault("RS318", path, message, "Move it to the end, or add “when”.")
