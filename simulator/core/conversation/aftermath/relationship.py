"""What a contact does to the relationship, and the step of loyalty it leads to."""

from simulator.core.conversation.aftermath.assumptions import Assumptions
from simulator.core.conversation.aftermath.outcome import Outcome
from simulator.core.conversation.memory import Memory
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import Loyalty


def is_turned_round(outcome: Outcome, memory: Memory, numbers: Assumptions) -> bool:
    """Tell whether a bad start was made good, for the first time with this person.

    Source: studies of service recovery find that a recovery can please more than no failure would,
    but not a second time (as summed up in the project's research).
    """
    return (
        outcome.ended is EndingKind.GOOD
        and outcome.first_mood < numbers.bad_start_below
        and outcome.recovery >= numbers.turned_by
        and not memory.was_turned_round
    )


def shift_of(outcome: Outcome, numbers: Assumptions, *, turned_round: bool) -> int:
    """Give how far a contact moves the relationship, in points.

    How it ends moves it less than how the person was treated: fairness of treatment drives loyalty
    over time, the remedy drives satisfaction with this contact.

    Source: meta-analyses of complaint handling (Orsingher and others 2010; Gelbrich and Roschk
    2011), as summed up in the project's research.
    """
    of_ending = {
        EndingKind.GOOD: numbers.shift_after_good,
        EndingKind.MEDIUM: numbers.shift_after_medium,
        EndingKind.BAD: numbers.shift_after_bad,
    }
    treatment = numbers.usual_treatment if outcome.treatment is None else outcome.treatment
    shift = (treatment - numbers.usual_treatment) * numbers.shift_per_point
    shift += of_ending[outcome.ended] + (numbers.turned_gives if turned_round else 0)
    return max(-numbers.largest_shift, min(numbers.largest_shift, round(shift)))


def loyalty_of(
    outcome: Outcome, relationship: int, numbers: Assumptions, *, stays: bool
) -> Loyalty:
    """Give the step of loyalty on which a contact leaves a person.

    An advocate was treated well in this very contact; a fix alone makes none.
    """
    if not stays:
        return "lost"
    if outcome.ended is EndingKind.BAD or relationship < numbers.at_risk_below:
        return "at_risk"
    if relationship < numbers.loyal_from:
        return "neutral"
    treated_well = min(outcome.courtesy or 0, outcome.patience or 0) >= numbers.advocate_treatment
    is_advocate = (
        treated_well and outcome.ended is EndingKind.GOOD and relationship >= numbers.advocate_from
    )
    return "advocate" if is_advocate else "loyal"


def stays_at_rival_price(loyalty: Loyalty, numbers: Assumptions) -> bool:
    """Tell whether a person on this step stays when a rival is cheaper."""
    bears = {
        "lost": -1,
        "at_risk": 0,
        "neutral": numbers.neutral_bears,
        "loyal": numbers.loyal_bears,
        "advocate": numbers.advocate_bears,
    }
    return numbers.rival_cheaper_by <= bears[loyalty]
