"""Finds a play for every ending that can be reached by choosing, by trying the choices out."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Rating

MOST_TRIES = 4_000
"""How many replies are tried before the search is given up."""

LONGEST_PLAY = 300
"""The most replies of a play."""

_UNRATED = Assessment(rating=Rating(courtesy=None, patience=None, helpfulness=None))


def found_plays(scenario: Scenario, seed: int = 1) -> list[dict[str, Any]]:
    """Give a play for each ending that was reached, in the order of the endings.

    First each step is tried once; if endings are left, again with every state of the story.
    """
    found: dict[str, tuple[str, ...]] = {}
    for is_thorough in (False, True):
        for ending, replies in _reached(scenario, seed, is_thorough=is_thorough):
            found.setdefault(ending, replies)
            if len(found) == len(scenario.endings):
                break
        if len(found) >= len(scenario.endings) - 1:
            break
    return [
        {"name": f"the way to {ending}", "replies": list(found[ending]), "ends": ending}
        for ending in scenario.endings
        if ending in found
    ]


def _reached(
    scenario: Scenario, seed: int, *, is_thorough: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    waiting = deque([Session.begin(scenario, Began(scenario_id=scenario.id, seed=seed))])
    known = {_key(waiting[0], is_thorough=is_thorough)}
    tries = 0
    while waiting and tries < MOST_TRIES:
        session = waiting.popleft()
        for reply in session.on_offer:
            tries += 1
            after = session.after_reply(reply.says, _UNRATED, reply.id)
            if after.moment.ending_id is not None:
                yield after.moment.ending_id, tuple(turn.chosen or "" for turn in after.turns)
                continue
            key = _key(after, is_thorough=is_thorough)
            if key not in known and len(after.turns) < LONGEST_PLAY:
                known.add(key)
                waiting.append(after)


def _key(session: Session, *, is_thorough: bool) -> object:
    state = session.moment.state
    if not is_thorough:
        return session.moment.step_id
    seen = frozenset(state.visits)
    return session.moment.step_id, state.variables, seen, frozenset(state.given)
