"""The sentences of a scorecard."""

from collections.abc import Sequence
from datetime import datetime

from simulator.core.conversation.customer import mood_step
from simulator.core.conversation.reading import Reading
from simulator.core.progress.review import Override, Review
from simulator.core.scenario.pronouns import Pronouns, pronouns_of
from simulator.core.scenario.words import Cause, Feeling
from simulator.core.scoring.evidence import Flag
from simulator.core.scoring.rubric import Skill, band_of
from simulator.core.scoring.scorecard import PromiseCard, ReadCard, Scorecard, TurnCard
from simulator.ui.pages.action_words import WILL_DO, done

SMALLEST_CHANGE = 5
"""Points below which a change is not told apart from chance: about the scorer's own error."""

SKILL_ROLES = {Skill.COURTESY: "courtesy", Skill.PATIENCE: "patience", Skill.HELPFULNESS: "helpful"}
"""The icon of each skill, which is also the name of its colour role."""

FLAG_WORDS = {
    Flag.UNSAFE: "gave advice that could put somebody at risk",
    Flag.PRIVACY: "touched private details that must not be shared",
    Flag.UNAUTHORISED: "promised more than you may decide",
    Flag.INSULT: "held words that read as an insult",
}

FIT_WORDS = {
    "best": "It fits best.",
    "fair": "It is a fair choice.",
    "wrong": "It does not fit.",
    "none": "{who} chose none.",
}


def first_name(name: str) -> str:
    """Give the first word of a name."""
    return name.split(maxsplit=1)[0]


def skill_words(skill: Skill) -> str:
    """Give the name of a skill as it is shown."""
    return skill.value.capitalize()


def moment_words(when: datetime) -> str:
    """Give a local day and time, such as "21 March 09:50"."""
    local = when.astimezone()
    return f"{local.day} {local:%B %H:%M}"


def change_words(change: int | None) -> tuple[str, str]:
    """Give the change since the last time as arrow with number, and the words that go with it."""
    if change is None:
        return "", ""
    if abs(change) < SMALLEST_CHANGE:
        return "", "About the same as last time"
    return f"{'↑' if change > 0 else '↓'} {abs(change)}", "since last time"


def band_words(score: int | None) -> str:
    """Give the word a score stands with."""
    return "Not rated" if score is None else band_of(score).value.capitalize()


def score_words(score: int | None) -> str:
    """Give a score as text."""
    return "not rated" if score is None else str(score)


def both_scores(override: Override, review: Review) -> str:
    """Say the machine's score, the trainer's and why they differ."""
    trainer = first_name(review.trainer_name)
    app = score_words(override.machine)
    return f"App {app}, {trainer} {override.score}: {override.reason}"


def flag_sentence(card: Scorecard, flag: Flag) -> str:
    """Say in words which reply had a critical fault, and that no score hides it."""
    turns = [str(turn.number) for turn in card.turns if flag in turn.rating.flags]
    if not turns:
        return f"A reply {FLAG_WORDS[flag]}. This stands beside your scores."
    replies = f"Your reply at turn {' and '.join(turns)}"
    return f"{replies} {FLAG_WORDS[flag]}. This stands beside your scores."


def mood_tag(turns: Sequence[TurnCard], turn: TurnCard) -> tuple[str, str, str]:
    """Give words, status and icon for how the mood moved in a turn."""
    before, after = mood_step(turn.mood_before), mood_step(turn.mood_after)
    if after == before:
        return f"Still {after.label.lower()}", "neutral", ""
    earlier = {mood_step(t.mood_before) for t in turns if t.number <= turn.number}
    word = f"{after.label} again" if after in earlier else after.label
    return (word, "positive", "arrowup") if after > before else (word, "negative", "arrowdown")


def action_words(turns: Sequence[TurnCard], turn: TurnCard) -> tuple[str, str] | None:
    """Give words and icon for what a reply did beside its words; None where it did nothing."""
    if turn.does not in WILL_DO:
        return None
    return done([each.does for each in turns if each.number <= turn.number and each.does])


def said_words(turn: TurnCard, name: str) -> str:
    """Give what the customer said, each short message on a line of its own."""
    pieces = turn.customer_lines or (turn.customer_said,)
    return f"{name}: " + "\n".join(f"“{piece}”" for piece in pieces)


def worse_words(turn: TurnCard) -> str:
    """Say what not to answer, and why."""
    because = f", because {turn.worse_because.rstrip('.')}" if turn.worse_because else ""
    return f"Not this: “{turn.worse}”{because}."


def how_read(read: ReadCard | None) -> str:
    """Say how near a reading came: right, near, other, or nothing without one."""
    if read is None:
        return ""
    reading = Reading(feeling=Feeling(read.feeling), feeling_points=read.points)
    return "right" if reading.fits else "near" if reading.is_near else "other"


def read_sentence(read: ReadCard, pronouns: Pronouns) -> str:
    """Compare what the trainee read with the author's key."""
    yours = f"You read {Feeling(read.feeling).label.lower()}"
    if read.because:
        yours += f", because “{read.because}”"
    fit = {"right": "That fits", "near": "That is near", "other": "It was something else"}
    key = f"{Feeling(read.key_feeling).label.lower()}, because {read.key_cause}"
    told = f"{yours}. {fit[how_read(read)]}: {pronouns.subject} {pronouns.was} {key}."
    return " ".join(part for part in (told, _guess(read, pronouns), _strength(read)) if part)


def _guess(read: ReadCard, pronouns: Pronouns) -> str:
    if not read.is_guessed:
        return ""
    return f"You guessed the reason; {pronouns.subject} had not said it yet. It counts half."


def _strength(read: ReadCard) -> str:
    if read.strength is None or read.key_strength is None:
        return ""
    if read.strength == read.key_strength:
        return f"You read how strong it was: {read.strength} of 5."
    return f"You read a strength of {read.strength}; it was {read.key_strength} of 5."


def first_read_sentence(card: Scorecard) -> str:
    """Compare the guess before the contact with how the customer came."""
    pronouns = pronouns_of(card.customer.pronoun)
    feeling = Feeling(card.first_feeling).label.lower()
    came = f"{pronouns.subject} {pronouns.was} {feeling}, because {card.first_cause}."
    if not card.predicted:
        return came[:1].upper() + came[1:]
    guessed = ", ".join(Feeling(feeling).label for feeling in card.predicted)
    return f"Beforehand you guessed {guessed}; {came}"


def reading_sentence(card: Scorecard) -> str:
    """Say how near all readings came."""
    count = sum(turn.read is not None for turn in card.turns)
    times = "once" if count == 1 else f"{count} times"
    return f"You read {card.customer.first_name} {times}, {card.reading} of 100 on average."


def stays_words(pronouns: Pronouns) -> str:
    """Say what the chance is of."""
    return f"chance {pronouns.subject} {pronouns.verb('stays', 'stay')}"


def tells_words(count: int) -> tuple[str, str, str]:
    """Give the sentence about word of mouth in three pieces, its number in the middle."""
    if count == 0:
        return "’ll keep this to ", "nobody else", "."
    people = "1 person" if count == 1 else f"{count} people"
    return "’ll tell about ", people, "."


def causes_words(causes: Sequence[str]) -> str:
    """List causes in words."""
    return "; ".join(Cause(cause).label for cause in causes)


def logged_words(promise: PromiseCard) -> str:
    """Say how a promise stands in the record."""
    if promise.logged_as is None:
        return "Not in the record"
    by = f", {promise.by}" if promise.by else ""
    return f"Logged: {promise.logged_as}{by}"


def cost_sentence(card: Scorecard) -> str:
    """Say what promises that were not logged took off helpfulness; empty if nothing."""
    if not card.not_logged_cost:
        return ""
    points = "1 point" if card.not_logged_cost == 1 else f"{card.not_logged_cost} points"
    return f"What is not in the record took {points} off Helpfulness."
