"""A line of the customer as a voice is to say it."""

from simulator.core.conversation.moment import CustomerLine

_ENDS = tuple(".!?…:,;")


def spoken_line(line: CustomerLine) -> str:
    """Give the whole line, a stop after each short message so that they do not run together."""
    return " ".join(piece if piece.endswith(_ENDS) else f"{piece}." for piece in line.bubbles)
