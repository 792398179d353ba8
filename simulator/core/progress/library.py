"""The library as one person sees it: each scenario with what they have done with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.core.progress.profile import AttemptSummary
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import SKILLS

MASTERED = 85
"""The lowest of the three scores from which a scenario counts as mastered."""

TOUGH_LEVEL = 4
EASY_LEVEL = 1


@dataclass(frozen=True)
class LibraryEntry:
    """A scenario and how this person stands with it.

    ``best`` is the mean of the three scores of the best attempt, None when there is none;
    ``resume_id`` is the id of the newest unfinished attempt and ``resume_turn`` the turn it shows.
    """

    scenario: Scenario
    best: int | None = None
    is_mastered: bool = False
    resume_id: str | None = None
    resume_turn: int | None = None
    is_recommended: bool = False

    @property
    def difficulty(self) -> tuple[int, str]:
        """How hard it is: 1 to 3 and the word for it."""
        level = self.scenario.level
        if level <= EASY_LEVEL:
            return 1, "Gentle"
        return (3, "Tough") if level >= TOUGH_LEVEL else (2, "Steady")


def _mean(attempt: AttemptSummary) -> int | None:
    rated = [score for score in attempt.scores.values() if score is not None]
    return round(sum(rated) / len(rated)) if rated else None


def _entry(scenario: Scenario, own: Sequence[AttemptSummary]) -> LibraryEntry:
    done = [attempt for attempt in own if attempt.is_finished]
    open_ones = sorted((a for a in own if not a.is_finished), key=lambda attempt: attempt.began_at)
    means = [mean for attempt in done if (mean := _mean(attempt)) is not None]
    lowest = [min(a.of(skill) or 0 for skill in SKILLS) for a in done]
    newest = open_ones[-1] if open_ones else None
    return LibraryEntry(
        scenario=scenario,
        best=max(means, default=None),
        is_mastered=max(lowest, default=0) >= MASTERED,
        resume_id=newest.id if newest else None,
        resume_turn=newest.turns + 1 if newest else None,
    )


def library_of(
    scenarios: Iterable[Scenario], attempts: Iterable[AttemptSummary]
) -> tuple[LibraryEntry, ...]:
    """Give the library of one person: the recommended scenario first, then by level and title.

    Recommended is the easiest scenario not finished yet; after that, the one with the lowest best.
    """
    own: dict[str, list[AttemptSummary]] = {}
    for attempt in attempts:
        own.setdefault(attempt.scenario_id, []).append(attempt)
    entries = [_entry(scenario, own.get(scenario.id, [])) for scenario in scenarios]
    entries.sort(key=lambda entry: (entry.scenario.level, entry.scenario.title))
    if not entries:
        return ()
    best_next = min(entries, key=lambda entry: entry.best or 0)
    recommended = LibraryEntry(
        scenario=best_next.scenario,
        best=best_next.best,
        is_mastered=best_next.is_mastered,
        resume_id=best_next.resume_id,
        resume_turn=best_next.resume_turn,
        is_recommended=True,
    )
    return (recommended, *(entry for entry in entries if entry is not best_next))
