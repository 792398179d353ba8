"""The checks that need the whole scenario, in three layers: structure, scoring, content."""

from collections.abc import Iterator

from simulator.core.scenario.checks.content import content_faults
from simulator.core.scenario.checks.plays import play_faults
from simulator.core.scenario.checks.references import reference_faults
from simulator.core.scenario.checks.routes import route_faults
from simulator.core.scenario.checks.smells import smell_faults
from simulator.core.scenario.checks.variables import variable_faults
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario

__all__ = ["checked"]

_LAYERS = (
    reference_faults,
    route_faults,
    variable_faults,
    play_faults,
    smell_faults,
    content_faults,
)


def checked(scenario: Scenario) -> Iterator[Fault]:
    """Yield everything that is wrong with a scenario as a whole, each with its path."""
    for layer in _LAYERS:
        yield from layer(scenario)
