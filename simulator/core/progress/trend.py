"""How a person's scores move over time, by week and by track."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from simulator.core.progress.profile import AttemptSummary
from simulator.core.scoring.rubric import SKILLS, Skill

FEWEST_FOR_A_TREND = 3
"""Finished attempts below which no trend is shown."""


@dataclass(frozen=True)
class Week:
    """The mean scores of one week's attempts; a skill not rated that week is None."""

    monday: date
    attempts: int
    means: dict[Skill, float | None]


@dataclass(frozen=True)
class TrackMeans:
    """The mean scores on one track or trade."""

    name: str
    attempts: int
    means: dict[Skill, float | None]


def finished(attempts: Iterable[AttemptSummary]) -> tuple[AttemptSummary, ...]:
    """Give the finished attempts, oldest first."""
    done = [attempt for attempt in attempts if attempt.finished_at is not None]
    return tuple(sorted(done, key=_finished_at))


def _finished_at(attempt: AttemptSummary) -> datetime:
    return attempt.finished_at or attempt.began_at


def means(attempts: Sequence[AttemptSummary]) -> dict[Skill, float | None]:
    """Give the mean of each skill over the attempts in which it was rated."""
    result: dict[Skill, float | None] = {}
    for skill in SKILLS:
        scores = [s for attempt in attempts if (s := attempt.of(skill)) is not None]
        result[skill] = sum(scores) / len(scores) if scores else None
    return result


def by_week(attempts: Iterable[AttemptSummary]) -> tuple[Week, ...]:
    """Group finished attempts by the week they were finished in (UTC), oldest first."""
    weeks: dict[date, list[AttemptSummary]] = {}
    for attempt in finished(attempts):
        day = _finished_at(attempt).date()
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(attempt)
    return tuple(Week(monday, len(those), means(those)) for monday, those in sorted(weeks.items()))


def by_track(attempts: Iterable[AttemptSummary]) -> tuple[TrackMeans, ...]:
    """Group finished attempts by trade, the most practised first."""
    trades: dict[str, list[AttemptSummary]] = {}
    for attempt in finished(attempts):
        trades.setdefault(attempt.trade, []).append(attempt)
    ordered = sorted(trades.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(TrackMeans(name, len(those), means(those)) for name, those in ordered)


def since_last_time(attempts: Iterable[AttemptSummary], attempt_id: str) -> dict[Skill, int | None]:
    """Give the change of each skill since the attempt before; None where there is none."""
    done = finished(attempts)
    index = next((i for i, attempt in enumerate(done) if attempt.id == attempt_id), None)
    if not index:
        return dict.fromkeys(SKILLS)
    now, before = done[index], done[index - 1]
    changes: dict[Skill, int | None] = {}
    for skill in SKILLS:
        current, earlier = now.of(skill), before.of(skill)
        changes[skill] = None if current is None or earlier is None else current - earlier
    return changes
