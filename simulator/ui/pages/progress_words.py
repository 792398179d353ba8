"""The sentences of the progress page."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from simulator.core.progress.profile import AttemptSummary
from simulator.core.progress.trend import finished
from simulator.core.scoring.rubric import Skill
from simulator.ui.pages.days_ago import month_name

RANGE_WEEKS = {"4": 4, "8": 8}
"""How many weeks each range covers; a key that is not here covers everything."""

_SMALL_NUMBERS = {0: "No", 1: "One", 2: "Two"}


def in_range(
    attempts: Sequence[AttemptSummary], key: str, today: date
) -> tuple[AttemptSummary, ...]:
    """Give the finished attempts of the last weeks, oldest first; the running week counts whole."""
    done = finished(attempts)
    if key not in RANGE_WEEKS:
        return done
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=RANGE_WEEKS[key] - 1)
    return tuple(attempt for attempt in done if finish_of(attempt).date() >= first)


def finish_of(attempt: AttemptSummary) -> datetime:
    """Give when the attempt ended, or began if it has not ended."""
    return attempt.finished_at or attempt.began_at


def conversations(count: int) -> str:
    """Count conversations in words: "One conversation", "34 conversations"."""
    noun = "conversation" if count == 1 else "conversations"
    return f"{_SMALL_NUMBERS.get(count, count)} {noun}"


def header_sentence(attempts: Sequence[AttemptSummary], today: date) -> str:
    """Say how much was practised since when, and how often the feeling was read right."""
    done = finished(attempts)
    if not done:
        return "What you practise is kept here, week by week."
    first = finish_of(done[0]).date()
    since = month_name(first) if first.year == today.year else f"{month_name(first)} {first.year}"
    sentence = f"{conversations(len(done))} since {since}."
    reads = [attempt.reading for attempt in done if attempt.reading is not None]
    if not reads:
        return sentence
    tenths = round(sum(reads) / len(reads) / 10)
    return f"{sentence} You read the customer’s feeling right {tenths} times in 10."


def practice_sentence(means: dict[Skill, float | None]) -> tuple[Skill, str] | None:
    """Name the skill where practice pays most; None while fewer than two are rated."""
    rated = {skill: mean for skill, mean in means.items() if mean is not None}
    if len(rated) < 2:
        return None
    lowest = min(rated, key=lambda skill: rated[skill])
    words = (
        f"{lowest.value.capitalize()} is where practice pays most: {rated[lowest]:.0f} on average."
    )
    return lowest, words


def score_words(score: float | None) -> str:
    """Give a score as a whole number, or a dash where there is none."""
    return "–" if score is None else f"{score:.0f}"


def mode_words(mode: str) -> str:
    """Give the mode as its button calls it."""
    return mode[:1].upper() + mode[1:]
