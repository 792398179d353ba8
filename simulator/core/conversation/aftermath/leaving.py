"""Whether a person stays: the chance, by how this contact and the earlier ones went."""

from simulator.core.conversation.aftermath.assumptions import Assumptions
from simulator.core.conversation.aftermath.outcome import Outcome
from simulator.core.scenario.words import EndingKind


def chance_to_leave(outcome: Outcome, earlier_bad: int, numbers: Assumptions) -> float:
    """Give the chance that a customer who is still there leaves after this contact.

    Only how it ended counts, and for a bad ending how many bad ones came before.
    """
    if outcome.is_internal:
        return leave_risk(outcome, numbers)
    if outcome.ended is EndingKind.BAD:
        return _after_bad(earlier_bad, numbers)
    is_good = outcome.ended is EndingKind.GOOD
    return numbers.leaves_after_good if is_good else numbers.leaves_after_medium


def _after_bad(earlier_bad: int, numbers: Assumptions) -> float:
    """The share of those still there who leave now, from the shares who have left by then."""
    left = (
        0.0,
        numbers.leaves_after_first_bad,
        numbers.leaves_by_second_bad,
        numbers.leaves_by_third_bad,
    )
    # Nothing is known of a fourth bad contact: it is taken to be like the third.
    number = min(earlier_bad, 2)
    before, after = left[number], left[number + 1]
    return 1.0 if before >= 1 else 1 - (1 - after) / (1 - before)


def leave_risk(outcome: Outcome, numbers: Assumptions) -> float:
    """Give the chance that a colleague begins to look for work elsewhere.

    It falls with courtesy and with patience, whatever the ending.
    """
    by_ending = {
        EndingKind.GOOD: numbers.risk_after_good,
        EndingKind.MEDIUM: numbers.risk_after_medium,
        EndingKind.BAD: numbers.risk_after_bad,
    }
    treatment = numbers.usual_treatment if outcome.treatment is None else outcome.treatment
    moved = (numbers.usual_treatment - treatment) * numbers.risk_per_point
    return max(0.0, min(1.0, by_ending[outcome.ended] + moved))
