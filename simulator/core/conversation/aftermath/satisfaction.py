"""Whether the person is satisfied with this contact, what they expected, and whether they buy."""

from simulator.core.conversation.aftermath.assumptions import Assumptions
from simulator.core.conversation.aftermath.outcome import Outcome
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import Expectation


def satisfaction(outcome: Outcome, wants: str, numbers: Assumptions) -> float:
    """Give how satisfied somebody would be with this contact, 0 to 100.

    Half of the result is whether the problem was solved, half how helpful the replies were. Who
    wants to be treated well first gives most weight to treatment, anybody else to the result.
    """
    solved = 100.0 if outcome.solved else 0.0
    result = solved if outcome.helpfulness is None else (solved + outcome.helpfulness) / 2
    treatment = numbers.usual_treatment if outcome.treatment is None else outcome.treatment
    weight = numbers.weight_of_treatment
    if wants != "treatment_first":
        weight = 1 - weight
    return weight * treatment + (1 - weight) * result


def is_satisfied(outcome: Outcome, wants: str, numbers: Assumptions) -> bool:
    """Tell whether somebody who wants this first would be satisfied."""
    return satisfaction(outcome, wants, numbers) >= numbers.satisfied_from


def satisfied_in_10(outcome: Outcome, numbers: Assumptions) -> int:
    """Give how many of ten customers would be satisfied; some of them want good treatment first."""
    share = numbers.treatment_first * is_satisfied(outcome, "treatment_first", numbers)
    share += (1 - numbers.treatment_first) * is_satisfied(outcome, "resolution_first", numbers)
    return round(10 * share)


def expectation_of(outcome: Outcome, numbers: Assumptions) -> Expectation:
    """Say how a contact compares with what the customer expected.

    The author's word counts where there is one. The extra mile counts only once the basics are met.
    """
    found = outcome.expectation or _worked_out(outcome, numbers)
    return "met" if found == "exceeded" and not outcome.basics_met else found


def _worked_out(outcome: Outcome, numbers: Assumptions) -> Expectation:
    if not outcome.solved or outcome.ended is EndingKind.BAD:
        return "below"
    is_more = (outcome.helpfulness or 0) >= numbers.exceeds_from
    return "exceeded" if is_more and outcome.ended is EndingKind.GOOD else "met"


def chance_to_buy_again(expectation: Expectation, numbers: Assumptions) -> float:
    """Give the chance that a customer who stays buys again."""
    return {
        "below": numbers.buys_again_below,
        "met": numbers.buys_again_met,
        "exceeded": numbers.buys_again_exceeded,
    }[expectation]
