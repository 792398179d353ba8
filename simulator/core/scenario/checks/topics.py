"""Finds topics that are opened or closed to no purpose."""

from collections.abc import Iterator

from simulator.core.scenario.checks.parts import nearest_or_all
from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Scenario


def topic_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of topics: unknown, never opened, never closed."""
    scenario = found.scenario
    opened: set[str] = set()
    closed: set[str] = set()
    for path, effect in found.effects:
        if not effect.opens and not effect.closes:
            continue
        opened.update(effect.opens)
        closed.update(effect.closes)
        yield from _unknown(scenario, (*path, "opens"), effect.opens)
        yield from _unknown(scenario, (*path, "closes"), effect.closes)
    for topic in scenario.topics:
        if topic not in opened:
            message = f"the topic “{topic}” is never opened"
            remedy = "Open it in a “then”, or take it away."
            yield Fault("RS326", ("topics", topic), message, remedy, at_name=True)
        elif topic not in closed:
            message = f"the topic “{topic}” is opened and never closed"
            remedy = "Close it in the “then” of a reply that settles it."
            yield Fault("RS325", ("topics", topic), message, remedy, at_name=True)


def _unknown(scenario: Scenario, path: Path, named: tuple[str, ...]) -> Iterator[Fault]:
    for place, topic in enumerate(named):
        if topic not in scenario.topics:
            message = f"there is no topic “{topic}”"
            yield Fault("RS324", (*path, place), message, nearest_or_all(topic, scenario.topics))
