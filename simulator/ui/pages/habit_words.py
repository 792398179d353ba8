"""What is said about habits, on the progress page and on a scorecard."""

from collections.abc import Sequence
from datetime import date

from simulator.core.progress.habits import Habit, HabitQuote
from simulator.ui.pages.days_ago import day_words


def count_words(habit: Habit, today: date) -> str:
    """Say how often a habit showed and since when."""
    replies = f"in {habit.replies} of {habit.of_replies} replies"
    first = day_words(habit.since.astimezone().date(), today)
    since = f"since {first.lower() if first in ('Today', 'Yesterday') else first}"
    if habit.times > habit.replies:
        return f"{habit.times} times, {replies}, {since}."
    return f"{replies.capitalize()}, {since}."


def where_words(quote: HabitQuote, today: date) -> str:
    """Say where words were said."""
    day = day_words(quote.at.astimezone().date(), today)
    return f"{quote.customer}, turn {quote.turn}, {day}"


def habit_line(habits: Sequence[Habit], attempt_id: str) -> str:
    """Tell of the weightiest habit that showed in an attempt; empty if none did."""
    habit = next((habit for habit in habits if habit.turns_in(attempt_id)), None)
    if habit is None:
        return ""
    name = habit.kind.label
    return f"A habit showed {_turns(habit.turns_in(attempt_id))}: {_small(name)}. " + (
        habit.kind.advice
    )


def _turns(turns: Sequence[int]) -> str:
    if len(turns) == 1:
        return f"at turn {turns[0]}"
    *first, last = (str(turn) for turn in turns)
    return f"at turns {', '.join(first)} and {last}"


def _small(name: str) -> str:
    return name if name.startswith("“") else name[:1].lower() + name[1:]
