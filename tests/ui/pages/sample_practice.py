"""Finished practice as the reports look at it: kind and rude contacts, made from real plays."""

from itertools import count

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.session import Session
from simulator.core.progress.people import PastContact
from tests.core.conversation.small_contact import chosen, rated
from tests.core.conversation.varied import begin, noted, varied
from tests.core.progress.past import past

RUDE = "That is not <b>my</b> problem & never was."


def kind_session(*, seed: int = 1, causes: tuple[str, ...] = ("silence",)) -> Session:
    """Play to the good ending; the cause is noted."""
    session = begin(varied({"after.causes": list(causes)}), seed=seed)
    for reply in ("own", "courier-tomorrow"):
        session = chosen(session, reply, rated(80, 70, 60))
    return noted(session, causes=list(causes))


def public_session(nth: int = 0, *, audience: int = 5_000) -> Session:
    """Be rude to somebody who then writes about it, the first of whom has the number 0."""
    scenario = varied({"customer.audience": audience})
    for seed in count(1):
        session = noted(begin(scenario, seed=seed).after_reply(RUDE, rated(10, 30, 20)))
        if _is_public(session):
            if nth == 0:
                return session
            nth -= 1
    raise AssertionError("unreachable")


def _is_public(session: Session) -> bool:
    follows = scorecard_of(session).next
    return follows is not None and follows.post is not None


def kind(day: int = 0, trainee: str = "Ana", **changes: object) -> PastContact:
    """Give a contact that ended well."""
    return past(kind_session(seed=day + 1, **changes), day, trainee)


def public(nth: int = 0, trainee: str = "Ana", **changes: object) -> PastContact:
    """Give a contact that went public, that many days after Monday."""
    return past(public_session(nth, **changes), nth, trainee)
