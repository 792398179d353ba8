"""Finds best replies that are told by their place or length in most steps, though not in all."""

from collections.abc import Iterator

from simulator.core.scenario.checks.walked import Walked, longest_of
from simulator.core.scenario.faults import Fault

FEWEST_STEPS = 5
"""A share of steps says something from this many steps with a best reply."""

MOST = 0.8
"""The share of steps from which a habit pays trainees who look for it."""


def habit_faults(found: Walked) -> Iterator[Fault]:
    """Yield hints about where and how long the best replies are."""
    choices = found.choices()
    total = len(choices)
    if total < FEWEST_STEPS:
        return
    first = sum(best is offered[0] for best, offered in choices)
    longest = sum(best is longest_of(offered) for best, offered in choices)
    if MOST <= first / total < 1:
        message = f"the best reply stands first in {first} of {total} steps"
        remedy = "Put it at another place in more of them."
        yield Fault("RS410", ("steps",), message, remedy, at_name=True)
    if MOST <= longest / total < 1:
        message = f"the best reply is the longest in {longest} of {total} steps"
        remedy = "Shorten some of them, or give other replies more words."
        yield Fault("RS411", ("steps",), message, remedy, at_name=True)
