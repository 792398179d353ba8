"""The checks that need the whole scenario, in three layers: structure, scoring, content."""

from collections.abc import Iterator

from simulator.core.scenario.checks.answers import answer_faults
from simulator.core.scenario.checks.card import card_faults
from simulator.core.scenario.checks.content import content_faults
from simulator.core.scenario.checks.habits import habit_faults
from simulator.core.scenario.checks.limits import limit_faults
from simulator.core.scenario.checks.memories import memory_faults
from simulator.core.scenario.checks.met_needs import need_faults
from simulator.core.scenario.checks.moments import moment_faults
from simulator.core.scenario.checks.outcomes import outcome_faults
from simulator.core.scenario.checks.plays import play_faults
from simulator.core.scenario.checks.readability import readability_faults
from simulator.core.scenario.checks.references import reference_faults
from simulator.core.scenario.checks.routes import route_faults
from simulator.core.scenario.checks.signs import sign_faults
from simulator.core.scenario.checks.smells import smell_faults
from simulator.core.scenario.checks.topics import topic_faults
from simulator.core.scenario.checks.variables import variable_faults
from simulator.core.scenario.checks.walked import walked
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario

__all__ = ["checked"]

_LAYERS = (
    reference_faults,
    route_faults,
    variable_faults,
    topic_faults,
    card_faults,
    limit_faults,
    moment_faults,
    memory_faults,
    play_faults,
    smell_faults,
    outcome_faults,
    answer_faults,
    habit_faults,
    need_faults,
    content_faults,
    readability_faults,
    sign_faults,
)


def checked(scenario: Scenario) -> Iterator[Fault]:
    """Yield everything that is wrong with a scenario as a whole, each with its path."""
    found = walked(scenario)
    for layer in _LAYERS:
        yield from layer(found)
