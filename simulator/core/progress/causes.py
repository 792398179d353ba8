"""Where customers' trouble came from: how contacts went by cause, and how often it was noted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.core.progress.people import CausesNoted, PastContact
from simulator.core.progress.profile import AttemptSummary
from simulator.core.progress.trend import means
from simulator.core.scenario.words import Cause, EndingKind
from simulator.core.scoring.rubric import Skill


@dataclass(frozen=True)
class CauseLine:
    """How the contacts went in which the trouble had one cause.

    ``means`` are of the scores that count: a trainer's where one was given. ``noted`` counts the
    contacts after which the trainee named the cause, of ``asked`` after which they could.
    ``noted_elsewhere`` counts contacts with other causes after which this one was named.
    ``endings`` counts the contacts by how they ended; None is stopped early.
    """

    cause: Cause
    contacts: int
    means: Mapping[Skill, float | None]
    asked: int
    noted: int
    noted_elsewhere: int
    endings: Mapping[EndingKind | None, int]


class _Contact(NamedTuple):
    attempt: AttemptSummary
    after: CausesNoted

    @property
    def is_asked(self) -> bool:
        """In a shift there is no time to note a cause."""
        return self.attempt.shift_id is None


def cause_report(
    contacts: Iterable[PastContact], attempts: Iterable[AttemptSummary]
) -> tuple[CauseLine, ...]:
    """Give a line for every cause, in the order in which trainees choose from them.

    A contact with several causes counts for each of them; one whose scorecard does not keep the
    author's key, as of an earlier version, for none.

    Args:
        contacts: finished contacts, whose scorecards tell the causes.
        attempts: the same contacts with the scores that count; those without a contact are left
            out.
    """
    by_id = {attempt.id: attempt for attempt in attempts}
    known = [
        _Contact(by_id[contact.attempt_id], contact.card.after)
        for contact in contacts
        if contact.attempt_id in by_id and contact.card.after.key_causes
    ]
    return tuple(_line(cause, known) for cause in Cause)


def _line(cause: Cause, known: Sequence[_Contact]) -> CauseLine:
    own = [it for it in known if cause in it.after.key_causes]
    asked = [it for it in own if it.is_asked]
    attempts = [it.attempt for it in own]
    return CauseLine(
        cause=cause,
        contacts=len(own),
        means=means(attempts),
        asked=len(asked),
        noted=sum(cause in it.after.causes for it in asked),
        noted_elsewhere=sum(
            cause in it.after.causes and cause not in it.after.key_causes for it in known
        ),
        endings=Counter(
            EndingKind(attempt.ending_kind) if attempt.ending_kind else None for attempt in attempts
        ),
    )
