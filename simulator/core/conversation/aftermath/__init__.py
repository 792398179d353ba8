"""What happens after a contact: a teaching model, not a forecast."""

from simulator.core.conversation.aftermath.assumptions import SHIPPED, Assumptions, Venue
from simulator.core.conversation.aftermath.model import Aftermath, aftermath
from simulator.core.conversation.aftermath.outcome import Outcome, WorstLine
from simulator.core.conversation.aftermath.printed import (
    KIND_WORDS,
    NOTE,
    SETTING,
    VENUE_WORDS,
    Assumption,
    assumptions_of,
    listed,
    setting_of,
    with_numbers,
)

__all__ = [
    "KIND_WORDS",
    "NOTE",
    "SETTING",
    "SHIPPED",
    "VENUE_WORDS",
    "Aftermath",
    "Assumption",
    "Assumptions",
    "Outcome",
    "Venue",
    "WorstLine",
    "aftermath",
    "assumptions_of",
    "listed",
    "setting_of",
    "with_numbers",
]
