"""The small contact with faults in it, and a reply model that knows its replies."""

from typing import Any

from simulator.core.conversation.plays import Assess
from simulator.core.conversation.simulation.typed_lines import RUDE
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment, Question
from tests.core.conversation.small_contact import SMALL, rated

GOOD, BAD, PLAIN = rated(90, 90, 90), rated(20, 15, 10), rated(60, 60, 60)
SCORES = {
    "That is our mistake.": GOOD,
    "Please wait.": BAD,
    "A courier brings it tomorrow.": GOOD,
    **dict.fromkeys(RUDE, BAD),
}


def changed(**steps: dict[str, Any]) -> Scenario:
    """Give the small scenario with some keys of its steps changed."""
    document = SMALL.model_dump(mode="json", by_alias=True, exclude_none=True)
    for step_id, keys in steps.items():
        document["steps"].setdefault(step_id.replace("_", "-"), {}).update(keys)
    return Scenario.model_validate(document)


def reply(reply_id: str, goes: str, **more: Any) -> dict[str, Any]:
    """Give a reply as a file holds it; its effects are small and its words its id."""
    then = {"mood": 0, "trust": 0, "bears_with_us": 0}
    return {"id": reply_id, "says": reply_id, "goes": goes, "then": then, **more}


class Counting:
    """Assesses by a table, and counts how often it was asked for what."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Question]] = []

    def __call__(self, text: str, question: Question) -> Assessment:
        self.asked.append((text, question))
        return SCORES.get(text, PLAIN)


def by_table() -> Assess:
    """Give a reply model that reads by the table."""
    return Counting()
