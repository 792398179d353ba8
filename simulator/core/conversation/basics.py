"""The basics of a contact, from the evidence of its replies.

Greeted, acknowledged, acted, told what comes next: simple, and expected by everybody.
"""

import re
from collections.abc import Collection, Sequence

from simulator.core.conversation.moment import Turn
from simulator.core.scenario.words import PLEASANT
from simulator.core.scoring.consequences import BasicsCard

GREETING_CUES = frozenset({"name-use", "thanks", "respect"})
"""Cues that greet a customer in the first reply as well as a hello does."""

ACKNOWLEDGING_CUES = frozenset(
    {"names-feeling", "owns-fault", "face-saving", "matches-mood", "names-situation", "apology",
     "heard-and-acted", "calm-boundary"}
)  # fmt: skip
"""Cues that tell customers that they were heard."""

ACTING_CUES = frozenset(
    {"concrete-step", "owned-step", "own-action", "alternative", "safety-first", "correct-fact",
     "heard-and-acted", "direct-answer"}
)  # fmt: skip
"""Cues that move what the customer needs forward."""

NEXT_STEP_CUES = frozenset({"timed-promise", "sets-expectation", "closes-well", "anticipates"})
"""Cues that tell the customer what comes next."""

_GREETING = re.compile(
    r"\W*(?:hello|hi|hey|welcome|dear|good (?:morning|afternoon|evening|day))\b", re.IGNORECASE
)


def basics_of(turns: Sequence[Turn]) -> BasicsCard:
    """Say which basics a contact showed.

    Acknowledging has no occasion with a customer who was at ease throughout; without a reply,
    nothing has. A greeting in words is known in English; in any language, using the name, thanking
    or showing respect in the first reply counts as one.
    """
    if not turns:
        return BasicsCard()
    was_upset = any(turn.before.line.feeling not in PLEASANT for turn in turns)
    first = turns[0]
    return BasicsCard(
        greeted=bool(_GREETING.match(first.text)) or _shows([first], GREETING_CUES),
        acknowledged=_shows(turns, ACKNOWLEDGING_CUES) if was_upset else None,
        acted=_shows(turns, ACTING_CUES),
        next_step=_shows(turns, NEXT_STEP_CUES) or any(it.assessment.promised for it in turns),
    )


def _shows(turns: Sequence[Turn], cues: Collection[str]) -> bool:
    return any(
        evidence.effect == "+" and evidence.cue in cues
        for turn in turns
        for evidence in turn.assessment.rating.evidence
    )
