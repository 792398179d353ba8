"""The sentences of the reports."""

from collections.abc import Sequence
from datetime import date

from simulator.core.progress.causes import CauseLine
from simulator.core.progress.exposure import Exposure
from simulator.core.progress.trend import FEWEST_FOR_A_TREND
from simulator.core.scenario.words import Cause, EndingKind
from simulator.core.scoring.consequences import LABEL
from simulator.ui.pages.days_ago import day_words
from simulator.ui.pages.progress_words import conversations, score_words
from simulator.ui.pages.scorecard.consequence_lines import place_words, reach_sentence
from simulator.ui.pages.scorecard.words import first_name, skill_words
from simulator.ui.pages.team.attempt_table import ENDING_WORDS

MODEL_NOTE = f"{LABEL} Nothing was posted."

CAUSES_NOTE = (
    "A conversation with several causes counts for each of them. In a shift nobody notes a cause."
)

CAUSE_NAMES = {
    Cause.TREATMENT: "Treatment",
    Cause.QUALITY: "Quality",
    Cause.SILENCE: "Silence",
    Cause.JOURNEY: "Journey",
    Cause.INFORMATION: "Information",
}

_ENDINGS = (EndingKind.GOOD, EndingKind.MEDIUM, EndingKind.BAD, None)


def exposure_sentence(rows: Sequence[Exposure], finished: int) -> str:
    """Say how many conversations would have gone public, and what that would have cost."""
    noun = "conversation" if finished == 1 else "conversations"
    went = f"{len(rows) or 'None'} of {finished} finished {noun} would have gone public."
    lost = sum(row.contacts_lost for row in rows)
    if not lost:
        return went
    readers = "1 reader" if lost == 1 else f"{lost:,} readers"
    return f"{went} About {readers} would then not have got in touch."


def where_words(row: Exposure, today: date) -> str:
    """Say with which scenario and customer it was, and on which day."""
    day = day_words(row.at.astimezone().date(), today)
    return f"{row.title}, {row.customer}, {day}"


def whose_words(row: Exposure) -> str:
    """Say whose words stand in the post, and where they were said."""
    if row.post.turn is None:
        return "Nobody had replied."
    return f"In bold: {first_name(row.trainee)}’s own words, turn {row.post.turn}."


def why_sentence(row: Exposure) -> str:
    """Give the reasons, the strongest first."""
    return f"Why: {'; '.join(row.why)}."


def spoken_exposure(row: Exposure, today: date) -> str:
    """Say all that stands in a row."""
    return " ".join(
        (
            f"{row.trainee}: {where_words(row, today)}.",
            f"{place_words(row.post)}: {row.post.text}",
            reach_sentence(row.post, row.contacts_lost),
            why_sentence(row),
            row.label,
            "Opens the review.",
        )
    )


def causes_sentence(lines: Sequence[CauseLine], finished: int) -> str:
    """Say how much was practised, and which skill was lowest with which cause."""
    done = f"{finished} finished {'conversation' if finished == 1 else 'conversations'}."
    lowest = min(
        (
            (mean, line, skill)
            for line in lines
            if line.contacts >= FEWEST_FOR_A_TREND
            for skill, mean in line.means.items()
            if mean is not None
        ),
        key=lambda found: found[0],
        default=None,
    )
    if lowest is None:
        return done
    mean, line, skill = lowest
    cause = CAUSE_NAMES[line.cause].lower()
    return f"{done} Lowest: {skill_words(skill)} where the cause was {cause}, {score_words(mean)}."


def about_cause(line: CauseLine) -> str:
    """Say what a cause is and how many conversations had it."""
    return f"{line.cause.label}. {conversations(line.contacts)}."


def noted_sentence(line: CauseLine) -> str:
    """Say how often the trainee noted the cause, and how often where it was another."""
    return " ".join(filter(None, (_noted(line), _noted_elsewhere(line.noted_elsewhere))))


def _noted(line: CauseLine) -> str:
    if line.asked == 0:
        return ""
    if line.asked == 1:
        return "Noted rightly the one time." if line.noted else "Not noted the one time."
    return f"Noted rightly {line.noted} of {line.asked} times."


def _noted_elsewhere(count: int) -> str:
    if count == 0:
        return ""
    times = "Once" if count == 1 else f"{count} times"
    return f"{times} noted where it was something else."


def endings_sentence(line: CauseLine) -> str:
    """Count the conversations by how they ended."""
    counts = [(line.endings.get(kind, 0), ENDING_WORDS[kind].lower()) for kind in _ENDINGS]
    told = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def spoken_cause(line: CauseLine) -> str:
    """Say all that stands of a cause."""
    scores = ", ".join(f"{skill_words(skill)} {score_words(m)}" for skill, m in line.means.items())
    averages = f"On average {scores}." if line.contacts else ""
    told = (f"{CAUSE_NAMES[line.cause]}.", about_cause(line), averages)
    return " ".join(filter(None, (*told, noted_sentence(line), endings_sentence(line))))
