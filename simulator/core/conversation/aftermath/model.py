"""What happens next: the teaching model as one pure function."""

from typing import NamedTuple

from simulator.core.conversation.aftermath.assumptions import SHIPPED, Assumptions
from simulator.core.conversation.aftermath.leaving import chance_to_leave
from simulator.core.conversation.aftermath.outcome import Outcome
from simulator.core.conversation.aftermath.relationship import (
    is_turned_round,
    loyalty_of,
    shift_of,
    stays_at_rival_price,
)
from simulator.core.conversation.aftermath.satisfaction import (
    chance_to_buy_again,
    expectation_of,
    is_satisfied,
    satisfied_in_10,
)
from simulator.core.conversation.aftermath.word_of_mouth import friends_told, posted
from simulator.core.conversation.chance import share_drawn
from simulator.core.conversation.memory import Memory, moved_relationship
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import (
    Expectation,
    Impression,
    InternalCard,
    Loyalty,
    NextCard,
)


class Aftermath(NamedTuple):
    """What a contact leads to, as the scorecard shows it, and what the person remembers of it."""

    next: NextCard
    impression: Impression


class _Bearing(NamedTuple):
    """Where the person stands after the contact."""

    leave: float
    stays: bool
    relationship: int
    loyalty: Loyalty
    expectation: Expectation


def aftermath(
    outcome: Outcome, memory: Memory, assumptions: Assumptions = SHIPPED, seed: int = 1
) -> Aftermath:
    """Work out what a finished contact leads to.

    The same arguments always give the same result. Helpfulness bears on how satisfied the person is
    with this contact, courtesy and patience on the relationship that is carried over.

    Args:
        outcome: how the contact went.
        memory: what the person remembered when it began.
        assumptions: the numbers of the model.
        seed: the seed of the play, which decides what is left to chance.
    """
    purpose = f"next/{memory.contacts}"
    turned = is_turned_round(outcome, memory, assumptions)
    shift = shift_of(outcome, assumptions, turned_round=turned)
    leave = chance_to_leave(outcome, memory.bad_contacts, assumptions)
    stays = share_drawn(seed, f"{purpose}/stays") >= leave
    relationship = moved_relationship(memory, shift)
    loyalty = loyalty_of(outcome, relationship, assumptions, stays=stays)
    bearing = _Bearing(leave, stays, relationship, loyalty, expectation_of(outcome, assumptions))
    impression = Impression(
        ended=outcome.ended,
        shift=shift,
        remember=outcome.remember,
        leaves=not stays,
        advocates=loyalty == "advocate",
        turned_round=turned,
    )
    shown = _common(outcome, bearing, assumptions)
    if outcome.is_internal:
        return Aftermath(_of_a_colleague(shown, bearing), impression)
    return Aftermath(
        _of_a_customer(shown, outcome, bearing, assumptions, seed, purpose), impression
    )


def _common(outcome: Outcome, bearing: _Bearing, numbers: Assumptions) -> NextCard:
    """What is shown of customers and colleagues alike."""
    return NextCard(
        stays_in_10=round(10 * (1 - bearing.leave)),
        chance_to_stay=1 - bearing.leave,
        stays=bearing.stays,
        tells=friends_told(outcome, numbers),
        tells_kindly=outcome.ended is EndingKind.GOOD,
        firm=outcome.firm,
        rep=outcome.rep,
        loyalty=bearing.loyalty,
        satisfied=is_satisfied(outcome, outcome.wants, numbers),
        satisfied_in_10=satisfied_in_10(outcome, numbers),
        expectation=bearing.expectation,
        rival=outcome.rival,
    )


def _of_a_colleague(shown: NextCard, bearing: _Bearing) -> NextCard:
    internal = InternalCard(trust=bearing.relationship, leave_risk=bearing.leave)
    return shown.model_copy(update={"internal": internal})


def _of_a_customer(
    shown: NextCard,
    outcome: Outcome,
    bearing: _Bearing,
    numbers: Assumptions,
    seed: int,
    purpose: str,
) -> NextCard:
    buys = chance_to_buy_again(bearing.expectation, numbers)
    public = posted(outcome, numbers, seed, purpose)
    is_advocate = bearing.loyalty == "advocate"
    more = {
        "recommends": numbers.advocate_recommends if is_advocate else 0,
        "post": public.post if public else None,
        "contacts_lost": public.contacts_lost if public else 0,
        "buys_again": bearing.stays and share_drawn(seed, f"{purpose}/buys") < buys,
        "buys_again_in_10": round(10 * buys) if bearing.stays else 0,
        "rival_cheaper_by": numbers.rival_cheaper_by,
        "stays_at_rival_price": stays_at_rival_price(bearing.loyalty, numbers),
    }
    return shown.model_copy(update=more)
