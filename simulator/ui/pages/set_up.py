"""How a trainee wants to practise, as chosen in the briefing."""

from dataclasses import dataclass

from simulator.core.conversation.events import AnswerBy, Mode
from simulator.core.scenario.words import Feeling


@dataclass(frozen=True)
class SetUp:
    """What was chosen before the contact; the prediction is a guess and never scored.

    ``speaks_up`` tells whether the customer may say something when the trainee is silent for long;
    ``card_read`` whether the customer card was looked at, None where there was nothing on it.
    """

    mode: Mode = "coach"
    answer_by: AnswerBy = "type"
    predicted: tuple[Feeling, ...] = ()
    predicted_because: str = ""
    reads_aloud: bool = False
    speaks_up: bool = False
    card_read: bool | None = None
