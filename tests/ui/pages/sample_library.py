"""People, libraries, attempts and faulty files the page tests look at."""

from datetime import UTC, datetime, timedelta

from simulator.core.progress.library import LibraryEntry
from simulator.core.progress.profile import AttemptSummary, Profile
from simulator.ui.pages.broken import BrokenFault, BrokenScenario
from tests.ui.pages.sample_plays import scenario

NOW = datetime(2026, 3, 19, 10, 0, tzinfo=UTC)


def profile(name: str, days_ago: int | None = None, role: str = "trainee") -> Profile:
    used = None if days_ago is None else NOW - timedelta(days=days_ago)
    return Profile.model_validate(
        {
            "id": name.split(maxsplit=1)[0].lower(),
            "name": name,
            "role": role,
            "created_at": NOW - timedelta(days=90),
            "last_used_at": used,
        }
    )


def entry(title: str, **changes: object) -> LibraryEntry:
    """Give a library entry; what is no field of an entry changes its scenario."""
    own = ("best", "is_mastered", "resume_id", "resume_turn", "is_recommended")
    standing = {key: changes.pop(key) for key in own if key in changes}
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in title.lower()).split()
    played = scenario(id="-".join(words)[:60].strip("-"), **changes)
    # Not validated again, so that a title may be as odd as a test needs.
    return LibraryEntry(scenario=played.model_copy(update={"title": title}), **standing)


def six_entries() -> tuple[LibraryEntry, ...]:
    return (
        entry("Engineer never came", level=3, channel="phone", minutes=8, is_recommended=True),
        entry("Prescription", level=1, channel="counter", minutes=6, resume_id="r1", resume_turn=3),
        entry("Fourth transfer", level=4, channel="phone", minutes=9, best=63),
        entry("Refund processing", level=2, channel="chat", minutes=7, best=88, is_mastered=True),
        entry("Which form", level=1, channel="chat", minutes=5),
        entry("Access note", level=5, channel="email", minutes=12),
    )


ROOM = BrokenScenario(
    path="scenarios/travel/room-given-away.yaml",
    title="They gave our room away",
    faults=(
        BrokenFault(
            6, 14, "error", "RS105", "“offers room” is a name with no value", "Write a colon."
        ),
        BrokenFault(9, 7, "warning", "RS301", "“cold” is not a step", "Use lobby."),
        BrokenFault(0, 0, "hint", "RS501", "there are no test plays", ""),
    ),
    source_lines=(
        "title: They gave our room away",
        "steps:",
        "  lobby:",
        "    feels: angry",
        "    next:",
        "    - when: offers room",
        "      goes: manager",
        "    - when: true",
        "      goes: cold",
    ),
)


def attempt(place: int, **changes: object) -> AttemptSummary:
    """Give a finished attempt; a higher place is longer ago."""
    ended = NOW - timedelta(days=1 + 2 * place)
    return AttemptSummary.model_validate(
        {
            "id": f"attempt-{place}",
            "profile_id": "leila",
            "profile_name": "Leila Haddad",
            "scenario_id": "engineer",
            "title": f"Conversation {place}",
            "trade": ("broadband", "health", "retail")[place % 3],
            "track": "complaint",
            "customer_name": "Amara Okafor",
            "face": {"like": "amara", "hair": None, "skin": 3},
            "mode": "coach",
            "turns": 6,
            "began_at": ended - timedelta(minutes=8),
            "finished_at": ended,
            "courtesy": 82,
            "patience": 58,
            "helpfulness": 74,
            "reading": 70,
        }
        | changes
    )


def attempts(count: int) -> tuple[AttemptSummary, ...]:
    return tuple(attempt(place) for place in range(count))
