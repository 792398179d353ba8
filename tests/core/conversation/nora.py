"""Nora, who got the wrong sofa twice: a contact that uses what a screen has to show."""

from pathlib import Path

from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Rating
from simulator.storage.scenario_files import read_scenario

SAMPLE = Path(__file__).parents[2] / "samples" / "every-ability.yaml"
RATING = Rating(courtesy=60, patience=60, helpfulness=60)


def nora() -> Scenario:
    """Give the scenario."""
    scenario = read_scenario(SAMPLE).scenario
    assert scenario is not None
    return scenario


def begun(mode: str = "coach", **began: object) -> Session:
    """Give a contact with Nora that has just begun."""
    scenario = nora()
    given = {"scenario_id": scenario.id, "mode": mode, "seed": 3, **began}
    return Session.begin(scenario, Began.model_validate(given))


def after(session: Session, reply_id: str, **found: object) -> Session:
    """Give the session after a reply was chosen; ``found`` is what else the model found in it."""
    says = next(reply.says for reply in session.on_offer if reply.id == reply_id)
    assessment = Assessment.model_validate({"rating": RATING, **found})
    return session.after_reply(says, assessment, reply_id)


def ended() -> Session:
    """Give the contact after its last word."""
    session = after(begun(card_read=False), "number-please", asked=("order",))
    session = after(after(session, "stay-civil"), "friday", needs_met=("green",))
    return after(session, "bye")
