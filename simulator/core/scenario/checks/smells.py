"""Finds what makes a scenario teach the wrong thing: replies told by their place or length."""

from collections.abc import Callable, Iterator

from simulator.core.scenario.checks.walked import Walked, longest_of
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Effects, Ending, Reply, Scenario
from simulator.core.scenario.words import EndingKind

FEWEST_STEPS = 3
"""A habit shows from this many steps with a best reply."""


def smell_faults(found: Walked) -> Iterator[Fault]:
    """Yield warnings about what trainees would learn to see through."""
    scenario = found.scenario
    yield from _told_by_habit(found)
    yield from _twins(scenario)
    for ending_id, ending in scenario.endings.items():
        yield from _contradiction(ending_id, ending)
    yield from _never_moved(found)
    yield from _never_tested(scenario)


def _told_by_habit(found: Walked) -> Iterator[Fault]:
    choices = found.choices()
    if len(choices) < FEWEST_STEPS:
        return
    if all(best is offered[0] for best, offered in choices):
        message = "the best reply stands first in every step"
        remedy = "Put it at another place in some steps."
        yield Fault("RS401", ("steps",), message, remedy, at_name=True)
    if all(best is longest_of(offered) for best, offered in choices):
        message = "the best reply is the longest in every step"
        remedy = "Shorten it in some steps, or give another reply more words."
        yield Fault("RS402", ("steps",), message, remedy, at_name=True)


def _twins(scenario: Scenario) -> Iterator[Fault]:
    for step_id, step in scenario.steps.items():
        # Two with one outcome lead to one place, which most replies of a step do not.
        if len({reply.goes for reply in step.replies}) == len(step.replies):
            continue
        first: dict[tuple[object, ...], Reply] = {}
        for place, reply in enumerate(step.replies):
            twin = first.setdefault(_outcome(reply), reply)
            if twin is not reply:
                path = ("steps", step_id, "replies", place)
                message = f"“{reply.id}” does exactly what “{twin.id}” does"
                remedy = "Give them different effects, or add one as “also” of the other."
                yield Fault("RS403", path, message, remedy)


def _outcome(reply: Reply) -> tuple[object, ...]:
    then = reply.then
    return (
        reply.goes,
        reply.goes_if,
        then.mood or 0,
        then.trust or 0,
        then.bears_with_us or 0,
        frozenset(then.set.items()),
        reply.when,
    )


def _contradiction(ending_id: str, ending: Ending) -> Iterator[Fault]:
    best = max(ending.rep, ending.firm)
    if ending.kind is EndingKind.BAD and best >= 4:
        found = "a bad ending, yet the customer rates it well"
    elif ending.kind is EndingKind.GOOD and best <= 2:
        found = "a good ending, yet the customer rates it badly"
    else:
        return
    remedy = "Change kind, or the ratings firm and rep."
    yield Fault("RS404", ("endings", ending_id, "kind"), f"“{ending_id}” is {found}", remedy)


_QUANTITIES: dict[str, Callable[[Effects], int | None]] = {
    "mood": lambda effect: effect.mood,
    "trust": lambda effect: effect.trust,
}


def _never_moved(found: Walked) -> Iterator[Fault]:
    for name, moved in _QUANTITIES.items():
        if not any(moved(effect) for _, effect in found.effects):
            message = f"no reply changes the customer's {name}"
            yield Fault("RS405", ("steps",), message, f"Add {name} to a “then”.", at_name=True)


def _never_tested(scenario: Scenario) -> Iterator[Fault]:
    tested = {need.about for step in scenario.steps.values() for need in step.needs}
    for place, skill in enumerate(scenario.trains):
        if skill not in tested:
            message = f"{skill} is trained, but no step has a need about it"
            remedy = f"Add a need with “about: {skill}” to a step, or take it away here."
            yield Fault("RS406", ("trains", place), message, remedy)
