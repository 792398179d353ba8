"""Contacts as the teaching model looks at them, good, medium and bad."""

from simulator.core.conversation.aftermath import Outcome, WorstLine
from simulator.core.scenario.words import EndingKind

RUDE = "That is not my problem."


def good(**changes: object) -> Outcome:
    """Give a contact that ended well, kindly and with help."""
    whole = Outcome(EndingKind.GOOD, True, 80, 80, 75, first_mood=50, last_mood=70)
    return whole._replace(**changes)


def medium(**changes: object) -> Outcome:
    """Give a contact that ended halfway."""
    return Outcome(EndingKind.MEDIUM, False, 55, 55, 50)._replace(**changes)


def bad(**changes: object) -> Outcome:
    """Give a contact that ended badly, with a rude line in its second turn."""
    whole = Outcome(EndingKind.BAD, False, 20, 20, 20, worst=WorstLine(RUDE, 2))
    return whole._replace(**changes)
