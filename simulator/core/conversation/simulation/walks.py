"""Many plays of one scenario by simulated players, each with a seed of its own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.core.conversation.chance import drawn
from simulator.core.conversation.customer import CustomerState
from simulator.core.conversation.events import Began
from simulator.core.conversation.memory import Memory
from simulator.core.conversation.plays import memory_before
from simulator.core.conversation.session import Session
from simulator.core.conversation.simulation.assessments import StepAssessments
from simulator.core.conversation.simulation.players import (
    Player,
    next_reply,
    reading_by,
    waits,
)
from simulator.core.conversation.simulation.ways import way_of_turn
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import SKILLS

MOST_TURNS = 60
"""Turns after which a play is given up as unfinished."""


class Walk(NamedTuple):
    """What one play came to.

    ``ending_id`` is None for a play that did not end within ``MOST_TURNS``; ``gave_up`` tells that
    the customer would bear with us no longer. ``means`` are the means of the three scores over the
    turns, in the order of ``SKILLS``, None where a skill was never rated.
    """

    player: str
    seed: int
    ending_id: str | None
    gave_up: bool
    turns: int
    means: tuple[int | None, ...]
    state: CustomerState
    ways: frozenset[str]


def memories(scenario: Scenario) -> tuple[Memory | None, ...]:
    """Give who may come: somebody new, and each returning customer that a test play tells of."""
    return tuple(dict.fromkeys((None, *(memory_before(play) for play in scenario.plays))))


def walks(
    scenario: Scenario,
    players: Sequence[Player],
    plays: int,
    seed: int,
    known: StepAssessments,
) -> Iterator[Walk]:
    """Yield plays of a scenario; the players take turns, and the seed goes up by one each time."""
    who_comes = memories(scenario)
    for number in range(plays):
        player = players[number % len(players)]
        own_seed = seed + number
        memory = drawn(who_comes, own_seed, "player/memory")
        began = Began(scenario_id=scenario.id, seed=own_seed, memory=memory)
        yield _walk(player, _played(player, Session.begin(scenario, began), known))


def _played(player: Player, session: Session, known: StepAssessments) -> Session:
    while not session.is_over and len(session.turns) < MOST_TURNS:
        if waits(player, session):
            session = session.after_silence()
            continue
        if session.must_read:
            session = session.after_reading(reading_by(player, session))
        text, chosen, assessment = next_reply(player, session, known)
        session = session.after_reply(text, assessment, chosen)
    return session


def _walk(player: Player, session: Session) -> Walk:
    moment = session.moment
    gave_up = moment.ending_id == session.scenario.gives_up and moment.state.bears_with_us == 0
    return Walk(
        player.name,
        session.began.seed,
        moment.ending_id,
        gave_up,
        len(session.turns),
        _means(session),
        moment.state,
        frozenset(way_of_turn(session.contact, turn) for turn in session.turns),
    )


def _means(session: Session) -> tuple[int | None, ...]:
    ratings = [turn.assessment.rating for turn in session.turns]
    means: list[int | None] = []
    for skill in SKILLS:
        rated = [score for rating in ratings if (score := rating.of(skill)) is not None]
        means.append(round(sum(rated) / len(rated)) if rated else None)
    return tuple(means)
