"""Mr Grant, who insults whoever answers: the contact that a moment to recover follows."""

from functools import cache
from pathlib import Path

from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Rating
from simulator.storage.scenario_files import read_scenario

FILE = Path(__file__).parents[3] / "scenarios" / "safety" / "one-warning.yaml"

WON = (
    "not-you-us", "once-and-kindly", "who-is-waiting", "typed-it-wrong", "friday-built", "carried",
    "ring-at-four",
)  # fmt: skip
"""The way on which he says that he is sorry."""

ENDED = ("language-please", "last-warning-only", "end-by-the-rule")
"""The way on which the call is ended by the rules."""


@cache
def grant() -> Scenario:
    """Give the scenario."""
    scenario = read_scenario(FILE).scenario
    assert scenario is not None
    return scenario


def begun(mode: str = "coach") -> Session:
    """Give a call in which he has just begun, and has insulted nobody yet."""
    return Session.begin(grant(), Began.model_validate({"scenario_id": grant().id, "mode": mode}))


def after(session: Session, *reply_ids: str, score: int = 70, **found: object) -> Session:
    """Give the session after these replies, each rated alike; ``found`` is what else was found."""
    scores = dict.fromkeys(("courtesy", "patience", "helpfulness"), score)
    for reply_id in reply_ids:
        says = next(reply.says for reply in session.on_offer if reply.id == reply_id)
        rating = Rating.model_validate({**scores, **found})
        asked = ("son",) if reply_id == "who-is-waiting" else ()
        assessment = Assessment(rating=rating, asked=asked)
        session = session.after_reply(says, assessment, reply_id)
    return session
