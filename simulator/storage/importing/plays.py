"""Finds a play for every ending that can be reached by choosing, by trying the choices out."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Rating

MOST_TRIES = 10_000
"""How many replies are tried in one search before it is given up."""

LONGEST_PLAY = 300
"""The most replies of a play."""

_UNRATED = Assessment(rating=Rating(courtesy=None, patience=None, helpfulness=None))


def found_plays(scenario: Scenario, seed: int = 1) -> list[dict[str, Any]]:
    """Give a play for each ending that was reached, in the order of the endings.

    First each step is tried once; if endings are left, once with all values of the variables, then
    with all that was done before.
    """
    found: dict[str, tuple[str, ...]] = {}
    wanted = scenario.endings.keys() - {scenario.gives_up}
    for state_of in (_step, _step_and_values, _whole_state):
        for ending, replies in _reached(scenario, seed, state_of):
            found.setdefault(ending, replies)
        if found.keys() >= wanted:
            break
    return [
        {"name": f"the way to {ending}", "replies": list(found[ending]), "ends": ending}
        for ending in scenario.endings
        if ending in found
    ]


def _reached(
    scenario: Scenario, seed: int, state_of: Callable[[Session], object]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    waiting = deque([Session.begin(scenario, Began(scenario_id=scenario.id, seed=seed))])
    known = {state_of(waiting[0])}
    tries = 0
    while waiting and tries < MOST_TRIES:
        session = waiting.popleft()
        for reply in session.on_offer:
            tries += 1
            after = session.after_reply(reply.says, _UNRATED, reply.id)
            if after.moment.ending_id is not None:
                yield after.moment.ending_id, tuple(turn.chosen or "" for turn in after.turns)
                continue
            key = state_of(after)
            if key not in known and len(after.turns) < LONGEST_PLAY:
                known.add(key)
                waiting.append(after)


def _step(session: Session) -> object:
    return session.moment.step_id


def _step_and_values(session: Session) -> object:
    return session.moment.step_id, _values(session)


def _whole_state(session: Session) -> object:
    state = session.moment.state
    done = frozenset(state.visits), frozenset(state.given)
    return session.moment.step_id, _values(session), *done


def _values(session: Session) -> frozenset[tuple[str, object]]:
    return frozenset(session.moment.state.variables.items())
