"""How a trainee wants a shift."""

from dataclasses import dataclass

from simulator.core.conversation.events import AnswerBy, Mode


@dataclass(frozen=True)
class ShiftChoice:
    """What was chosen before a shift: how many contacts, the mode, and how to answer."""

    length: int
    mode: Mode = "coach"
    answer_by: AnswerBy = "type"
