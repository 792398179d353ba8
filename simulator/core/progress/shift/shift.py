"""A shift as far as it has come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from simulator.core.errors import ConversationError
from simulator.core.progress.profile import AttemptSummary
from simulator.core.progress.shift.plan import PlannedContact, ShiftPlan
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import Scorecard


class ContactResult(NamedTuple):
    """What one contact of a shift came to.

    ``number`` counts from 1; ``attempt_id`` is empty for a guest, of whom nothing is kept.
    """

    number: int
    attempt_id: str
    title: str
    customer_name: str
    face: dict[str, str | int | None]
    scores: dict[Skill, int | None]
    ending_kind: str | None


@dataclass(frozen=True)
class Shift:
    """A plan and what its contacts came to, in their order.

    ``left_out`` are the numbers of contacts that could not be played: their scenario is gone.
    """

    plan: ShiftPlan
    results: tuple[ContactResult, ...] = ()
    left_out: frozenset[int] = frozenset()

    @property
    def length(self) -> int:
        """How many contacts are planned."""
        return len(self.plan.contacts)

    @property
    def number(self) -> int | None:
        """The number of the contact that comes next, from 1; None when all are done."""
        done = {result.number for result in self.results} | self.left_out
        return next((n for n in range(1, self.length + 1) if n not in done), None)

    @property
    def is_over(self) -> bool:
        """Whether every contact is done."""
        return self.number is None

    @property
    def next_contact(self) -> PlannedContact | None:
        """The contact that comes next; None when all are done."""
        return None if self.number is None else self.plan.contacts[self.number - 1]

    def after_contact(self, result: ContactResult) -> "Shift":
        """Give the shift after one more contact.

        Raises:
            ConversationError: this contact is not part of the shift, or is done already.
        """
        if not 1 <= result.number <= self.length:
            raise ConversationError(f"This shift has no contact {result.number}.")
        if any(done.number == result.number for done in self.results):
            raise ConversationError(f"Contact {result.number} of this shift is done already.")
        results = sorted((*self.results, result), key=lambda it: it.number)
        return replace(self, results=tuple(results))

    def without_next(self) -> "Shift":
        """Give the shift without the contact that comes next, which cannot be played."""
        if self.number is None:
            return self
        return replace(self, left_out=self.left_out | {self.number})


def result_of(number: int, attempt_id: str, card: Scorecard) -> ContactResult:
    """Give what a contact came to, by its scorecard."""
    return ContactResult(
        number=number,
        attempt_id=attempt_id,
        title=card.title,
        customer_name=card.customer.name,
        face=card.customer.face,
        scores=card.scores,
        ending_kind=card.ending_kind,
    )


def taken_up(plan: ShiftPlan, attempts: Iterable[AttemptSummary]) -> Shift:
    """Give a shift as its attempts left it; of a contact finished twice, the later one counts.

    Args:
        plan: the shift.
        attempts: any attempts; those of other shifts and unfinished ones are passed over.
    """
    done: dict[int, ContactResult] = {}
    for attempt in sorted(attempts, key=lambda it: it.began_at):
        number = attempt.shift_number
        if attempt.shift_id == plan.id and number is not None and attempt.is_finished:
            done[number] = _of_summary(number, attempt)
    return Shift(plan, tuple(done[number] for number in sorted(done)))


def _of_summary(number: int, attempt: AttemptSummary) -> ContactResult:
    return ContactResult(
        number=number,
        attempt_id=attempt.id,
        title=attempt.title,
        customer_name=attempt.customer_name,
        face=attempt.face,
        scores=attempt.scores,
        ending_kind=attempt.ending_kind,
    )
