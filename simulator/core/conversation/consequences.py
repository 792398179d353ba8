"""A session as the teaching model looks at it."""

from simulator.core.conversation.aftermath import Outcome
from simulator.core.conversation.session import Session
from simulator.core.conversation.worst_line import worst_line
from simulator.core.scenario.words import Track
from simulator.core.scoring.consequences import BasicsCard
from simulator.core.scoring.rubric import Skill


def outcome_of(
    session: Session, scores: dict[Skill, int | None], basics: BasicsCard
) -> Outcome | None:
    """Give how the contact went; None while no ending has been reached.

    Args:
        session: the contact.
        scores: its three scores.
        basics: which basics it showed.
    """
    ending = session.ending
    if ending is None:
        return None
    customer, state = session.scenario.customer, session.moment.state
    return Outcome(
        ended=ending.kind,
        solved=ending.solves,
        courtesy=scores[Skill.COURTESY],
        patience=scores[Skill.PATIENCE],
        helpfulness=scores[Skill.HELPFULNESS],
        first_mood=customer.state.mood,
        last_mood=state.mood,
        basics_met=basics.are_met,
        wants=customer.wants,
        audience=customer.audience,
        is_internal=session.scenario.track is Track.INTERNAL,
        firm=ending.firm,
        rep=ending.rep,
        expectation=ending.expectation,
        rival=ending.rival,
        post=ending.post,
        worst=worst_line(session.turns),
        remember=state.remembered,
    )
