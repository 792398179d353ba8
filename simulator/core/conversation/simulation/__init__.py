"""Simulated trainees: many seeded plays of a scenario, and a walk over all its paths.

``simulated`` plays it; ``readable`` writes what was found for a trainer.
"""

from collections.abc import Sequence

from simulator.core.conversation.plays import Assess
from simulator.core.conversation.simulation.assessments import StepAssessments
from simulator.core.conversation.simulation.paths import MOST_STATES, all_paths
from simulator.core.conversation.simulation.players import PLAYERS, Player
from simulator.core.conversation.simulation.readable import readable
from simulator.core.conversation.simulation.report import Report, report_of
from simulator.core.conversation.simulation.walks import walks
from simulator.core.scenario.model import Scenario

__all__ = ["PLAYERS", "Player", "Report", "readable", "simulated"]


def simulated(
    scenario: Scenario,
    assess: Assess,
    plays: int,
    *,
    seed: int = 1,
    players: Sequence[Player] = tuple(PLAYERS.values()),
    most_states: int = MOST_STATES,
) -> Report:
    """Play a scenario many times, walk all its paths, and report what was found.

    Each text is assessed once at each step, since what authors wrote is fixed; see
    ``StepAssessments`` for what that leaves out.

    Args:
        scenario: the scenario, without errors.
        assess: reads one reply, as a reply model does.
        plays: how many plays, shared out among the players.
        seed: the seed of the first play; each further play has the next.
        players: who plays.
        most_states: moments looked at before the walk over all paths is cut short.
    """
    known = StepAssessments(scenario, assess)
    played = tuple(walks(scenario, players, plays, seed, known))
    return report_of(scenario, played, all_paths(scenario, known, seed, most_states), seed)
