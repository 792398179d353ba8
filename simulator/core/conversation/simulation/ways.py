"""Names of the ways through a scenario: each reply and each entry of ``otherwise``."""

from collections.abc import Iterator

from simulator.core.conversation.contact import Contact
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.next_moment import way_taken
from simulator.core.scenario.model import Otherwise, Reply, Scenario


def reply_ways(scenario: Scenario) -> Iterator[str]:
    """Yield the name of every reply: its step and its id, as in ``opening/own``."""
    for step_id, step in scenario.steps.items():
        yield from (f"{step_id}/{reply.id}" for reply in step.replies)


def other_ways(scenario: Scenario) -> Iterator[str]:
    """Yield the name of every entry of ``otherwise``: its step and number from 1."""
    for step_id, step in scenario.steps.items():
        yield from (other_way(step_id, place) for place in range(len(step.otherwise)))


def other_way(step_id: str, place: int) -> str:
    """Give the name of an entry of ``otherwise``, as in ``opening/otherwise 2``."""
    return f"{step_id}/otherwise {place + 1}"


def way_name(scenario: Scenario, step_id: str, way: Reply | Otherwise) -> str:
    """Give the name of a way on from a step."""
    if isinstance(way, Reply):
        return f"{step_id}/{way.id}"
    entries = scenario.steps[step_id].otherwise
    return other_way(step_id, next(at for at, entry in enumerate(entries) if entry is way))


def way_of_turn(contact: Contact, turn: Turn) -> str:
    """Give the name of the way that a turn took."""
    if turn.reply_id is not None:
        return f"{turn.step_id}/{turn.reply_id}"
    typed = (turn.text, None, turn.assessment)
    way = way_taken(contact, turn.before, turn.number, typed, ())
    return way_name(contact.scenario, turn.step_id, way)
