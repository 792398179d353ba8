"""What is said to a trainee whom a customer has just insulted."""

from typing import NamedTuple

from simulator.core.conversation.recovery import DoneRight
from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import PLEASANT
from simulator.ui.pages.channel_words import CHANNELS

TITLE = "That was hard to hear"
CLOSING = "Nothing here is scored, and you need not play this contact again."


class Advice(NamedTuple):
    """Something that may help: an icon, the sentence, and why."""

    icon: str
    says: str
    why: str


ADVICE = (
    Advice(
        "pause",
        "Take a short break before you go on.",
        "People who have been attacked tend to close up, and it shows in how they serve.",
    ),
    Advice(
        "people",
        "Tell somebody about it.",
        "Support from colleagues and from whoever leads you takes away some of the weight.",
    ),
    Advice(
        "team",
        "You are not the only one.",
        "In one study, staff in call centres reported about ten such calls a day.",
    ),
)
"""What may help after an attack.

Sources: Frontiers in Psychology 2015, 01454 (closing up, seen in mystery calls); Molino and others
2016, PMC4964799 (support of supervisors and colleagues); Grandey and others 2004,
doi 10.1002/job.252 (about ten verbally aggressive calls a day).
"""


def lead(session: Session) -> str:
    """Say that it is hard, and that it was not about the trainee."""
    scenario = session.scenario
    they = pronouns_of(scenario.customer.pronoun)
    is_heard = CHANNELS[scenario.channel].is_spoken
    hard = f"Being {'shouted at' if is_heard else 'insulted'} is hard, in practice as well."
    name, feeling = scenario.customer.first_name, scenario.customer.feels.is_
    if feeling in PLEASANT:
        return f"{hard} What {name} said to you was not about you."
    came = f"{they.subject} {they.was} {feeling.label.lower()} before you said a word"
    return f"{hard} What {name} said to you was not about you: {came}."


def done_words(session: Session, done: DoneRight) -> str:
    """Say one thing that was right."""
    they = pronouns_of(session.scenario.customer.pronoun)
    noun = CHANNELS[session.scenario.channel].noun
    return {
        DoneRight.LIMIT: "You said what has to stop.",
        DoneRight.CALM: "You answered no insult with an insult.",
        DoneRight.TASK: f"You went on with what {they.subject} needed.",
        DoneRight.ENDED: f"You ended the {noun} only after a warning.",
    }[done]
