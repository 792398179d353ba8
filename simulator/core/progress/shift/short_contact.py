"""A contact of a shift is short: it ends at its own ending, or after a few replies."""

from simulator.core.conversation.events import AfterRecord
from simulator.core.conversation.promises import promises_made
from simulator.core.conversation.session import Session
from simulator.core.scoring.scorecard import Scorecard, TurnCard
from simulator.core.scoring.shown import shown

LOW = 60
"""Below this mean a reply is worth a hint rather than praise: the good band begins here."""


def is_played_out(session: Session, most_turns: int) -> bool:
    """Tell whether a contact that goes on has had all its replies and is to be stopped."""
    return not session.is_over and len(session.turns) >= most_turns


def short_record(session: Session) -> AfterRecord:
    """Give the record of a contact of a shift.

    There is no time to write one between two contacts, so no promise counts as lost.
    """
    return AfterRecord(promises=promises_made(session))


def one_line(card: Scorecard) -> str:
    """Give the one thing worth knowing before the next contact; empty without a reply.

    What was missed in the weakest reply if it was a weak one, else the words that did most good.
    """
    weakest = next((turn for turn in card.turns if turn.number == card.weakest_turn), None)
    if weakest is None:
        return ""
    if _mean(weakest) < LOW and weakest.missed:
        return weakest.missed[0].text
    praised = [point.evidence for turn in card.turns for point in shown(turn.rating)]
    praised = [evidence for evidence in praised if evidence.effect == "+"]
    if praised:
        best = max(praised, key=lambda evidence: abs(evidence.points))
        return f"“{best.span}” did most good."
    return weakest.missed[0].text if weakest.missed else ""


def _mean(turn: TurnCard) -> float:
    rated = [score for score in turn.rating.scores.values() if score is not None]
    return sum(rated) / len(rated) if rated else 100.0
