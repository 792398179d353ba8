"""Protocols for the outside world: text models, storage and sound."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from simulator.core.conversation.events import Event
from simulator.core.progress.people import PastContact
from simulator.core.progress.profile import (
    AttemptStart,
    AttemptSummary,
    Profile,
    StoredAttempt,
)
from simulator.core.progress.review import Review
from simulator.core.progress.shift.plan import KeptShift
from simulator.core.scoring.context import Assessment, Question
from simulator.core.scoring.scorecard import Scorecard


class ReplyModel(Protocol):
    """Reads replies. Same reply and question, same answer: no clock, no chance, no memory."""

    def assess(self, reply: str, question: Question) -> Assessment:
        """Rate a reply in its context and say which foreseen reply, needs and facts it touches."""
        ...

    def assess_all(self, asked: Sequence[tuple[str, Question]]) -> list[Assessment]:
        """Assess several replies, each with its question, and give the same as one by one.

        A model that reads many replies faster together than apart does so here.
        """
        ...

    def nearness(self, text: str, wordings: tuple[str, ...]) -> float:
        """Say how near a text comes to the nearest of some wordings: 0, nothing alike, to 1."""
        ...


class Voice(Protocol):
    """Speaks the customer's lines. Never blocks, never raises into the conversation."""

    def speak(self, text: str, pitch: str = "middle", pace: str = "even") -> None:
        """Speak a line; a line still being spoken is stopped first."""
        ...

    def stop(self) -> None:
        """Fall silent at once."""
        ...

    def close(self) -> None:
        """End the worker and remove its files."""
        ...


class ProfileStore(Protocol):
    """Keeps people, attempts and reviews. Each call is committed, to the disk, when it returns.

    Every call may raise ``ProfileError`` (or a kind of it) with a text for the user; nothing is
    half-saved then. Calls may come from one thread only: the one that opened the store.
    """

    def profiles(self) -> tuple[Profile, ...]:
        """Give all profiles, the last used first."""
        ...

    def add_profile(self, profile: Profile) -> None:
        """Add a person.

        Raises:
            ProfileError: the name is taken.
        """
        ...

    def use_profile(self, profile_id: str, at: datetime) -> None:
        """Note that a person uses the program now."""
        ...

    def begin_attempt(self, start: AttemptStart, began: Event) -> None:
        """Keep a contact that begins, with the scenario as it stands and its first event."""
        ...

    def append_events(
        self, attempt_id: str, position: int, events: tuple[Event, ...], at: datetime
    ) -> None:
        """Append events to an attempt's log.

        Args:
            attempt_id: the attempt.
            position: how many events the caller believes are there already.
            events: what came since, in order; all are kept or none.
            at: when they came, UTC.

        Raises:
            ProfileError: the log has another length: a second window plays the same attempt.
        """
        ...

    def finish_attempt(self, attempt_id: str, scorecard: Scorecard, at: datetime) -> None:
        """Keep the scorecard of an attempt; it counts from now on."""
        ...

    def attempts(self, profile_id: str | None = None) -> tuple[AttemptSummary, ...]:
        """Give the attempts of one person, or of everybody, the newest first."""
        ...

    def attempt(self, attempt_id: str) -> StoredAttempt:
        """Give all that is kept of one attempt."""
        ...

    def past_contacts(self, profile_id: str | None = None) -> tuple[PastContact, ...]:
        """Give the finished contacts of one person, or of everybody, the oldest first.

        One that cannot be read is left out, so that a damaged scorecard keeps nobody from
        practising; opening it tells what is wrong.
        """
        ...

    def discard_attempt(self, attempt_id: str) -> None:
        """Forget an unfinished attempt."""
        ...

    def ask_for_review(self, attempt_id: str, at: datetime) -> None:
        """Note that the trainee asks a trainer to look at the attempt."""
        ...

    def save_review(self, attempt_id: str, review: Review) -> None:
        """Keep a trainer's review; the earlier ones stay in the log of reviews."""
        ...

    def begin_shift(self, shift: KeptShift) -> None:
        """Keep a shift that begins; one of the same person that was left open ends with it."""
        ...

    def end_shift(self, shift_id: str, at: datetime) -> None:
        """Note that a shift is over: done, or ended before its time."""
        ...

    def shifts(self, profile_id: str) -> tuple[KeptShift, ...]:
        """Give the shifts of one person, the newest first."""
        ...

    def setting(self, name: str) -> str | None:
        """Give a setting of this computer, None when it was never set."""
        ...

    def save_setting(self, name: str, value: str) -> None:
        """Keep a setting of this computer."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
