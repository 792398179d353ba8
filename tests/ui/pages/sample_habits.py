"""Habits the page tests look at."""

from datetime import timedelta

from simulator.core.progress.habits import Change, Habit, HabitKind, HabitQuote
from tests.ui.pages.sample_library import NOW


def quote(text: str, number: int = 0) -> HabitQuote:
    return HabitQuote(
        text=text,
        attempt_id=f"attempt-{number}",
        turn=2,
        title="The engineer who never came",
        customer="Amara Okafor",
        at=NOW - timedelta(days=number),
    )


def habit(kind: HabitKind = HabitKind.UNDERSTAND_BUT, **changes: object) -> Habit:
    """Give a habit that showed in three of twelve replies, with some of its fields replaced."""
    whole: dict[str, object] = {
        "kind": kind,
        "times": 3,
        "places": (("attempt-2", 1), ("attempt-0", 2), ("attempt-0", 4)),
        "of_replies": 12,
        "of_contacts": 5,
        "quotes": (
            quote("I understand, but the next slot is Thursday.", 0),
            quote("I understand, but that is what the system says.", 2),
        ),
        "since": NOW - timedelta(days=9),
        "change": Change.NONE,
    }
    return Habit(**(whole | changes))


def all_habits() -> tuple[Habit, ...]:
    """Give one of each kind."""
    return tuple(habit(kind) for kind in HabitKind)
