"""Offering something more after the contact: what fits, what does not, and what comes too early."""

from typing import Literal, NamedTuple

from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Track

OfferFits = Literal["fits", "unfit", "too_early", "none"]

COST_OF_AN_UNFIT_OFFER = 2
"""Points of helpfulness for an offer that does not fit this customer."""

COST_OF_AN_EARLY_OFFER = 4
"""Points of helpfulness for an offer while the trouble is not settled, as for a lost promise."""


class OfferJudged(NamedTuple):
    """How an offer fits, what it costs in points of helpfulness, and the note that says so."""

    fits: OfferFits = "none"
    cost: int = 0
    note: str = ""


def offer_judged(session: Session, offer: str) -> OfferJudged:
    """Compare an offer with the author's, and with how the contact ended.

    While a customer's trouble is not settled, nothing fits; a purchase brings no trouble along.
    """
    if not offer.strip():
        return OfferJudged()
    ending, key = session.ending, session.scenario.after.offer
    name = session.scenario.customer.first_name
    settled = session.scenario.track is Track.PURCHASE or (ending is not None and ending.solves)
    if not settled:
        note = (
            f"Nothing fits yet: {name}’s trouble is not settled. "
            f"This offer costs {COST_OF_AN_EARLY_OFFER} points of helpfulness."
        )
        return OfferJudged("too_early", COST_OF_AN_EARLY_OFFER, note)
    if key is not None and offer != key.fits:
        note = (
            f"This does not fit what {name} buys and needs. "
            f"It costs {COST_OF_AN_UNFIT_OFFER} points of helpfulness."
        )
        return OfferJudged("unfit", COST_OF_AN_UNFIT_OFFER, note)
    return OfferJudged("fits")
