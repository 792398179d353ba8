"""A store in memory, which can be told to fail as a disk or another program would make it fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from simulator.core.conversation.events import Began, Event, Replied, Rewound
from simulator.core.errors import DatabaseBusyError, DatabaseDamagedError, ProfileError
from simulator.core.progress.people import ContactCard, PastContact
from simulator.core.progress.profile import AttemptStart, AttemptSummary, Profile, StoredAttempt
from simulator.core.progress.review import Review
from simulator.core.progress.shift.plan import KeptShift
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.scorecard import Scorecard
from simulator.core.services import ProfileStore
from simulator.storage import faults, refusals

PLACE = "the data folder"


@dataclass(frozen=True)
class _Kept:
    start: AttemptStart
    events: tuple[Event, ...] = ()
    times: tuple[datetime, ...] = ()
    finished_at: datetime | None = None
    scorecard: Scorecard | None = None
    reviews: tuple[Review, ...] = ()
    review_asked_at: datetime | None = None

    @property
    def mode(self) -> str:
        first = self.events[0]
        return first.mode if isinstance(first, Began) else "coach"

    @property
    def turns(self) -> int:
        if self.scorecard:
            return len(self.scorecard.turns)
        turns = 0
        for event in self.events:
            if isinstance(event, Replied):
                turns += 1
            elif isinstance(event, Rewound):
                turns = event.to_turn - 1
        return turns

    @property
    def scores(self) -> Mapping[str, int | None]:
        if self.scorecard is None:
            return {}
        review = self.reviews[-1] if self.reviews else None
        machine = self.scorecard.scores
        return {s.value: review.score(s, machine[s]) if review else machine[s] for s in SKILLS}


@dataclass
class FakeProfileStore:
    """Keeps everything until it is closed.

    While ``disk_full``, ``read_only`` or ``locked`` is true, every change fails as it would then
    and nothing is kept; ``damaged`` makes reading fail as well. ``calls`` names the changes asked
    for, also those refused.
    """

    disk_full: bool = False
    read_only: bool = False
    locked: bool = False
    damaged: bool = False
    is_closed: bool = False
    calls: list[str] = field(default_factory=list)
    _profiles: dict[str, Profile] = field(default_factory=dict)
    _attempts: dict[str, _Kept] = field(default_factory=dict)
    _settings: dict[str, str] = field(default_factory=dict)
    _shifts: dict[str, KeptShift] = field(default_factory=dict)

    def profiles(self) -> tuple[Profile, ...]:
        self._refuse_reading()
        by_age = sorted(self._profiles.values(), key=lambda p: p.created_at, reverse=True)
        used = [person for person in by_age if person.last_used_at]
        used.sort(key=lambda p: p.last_used_at or p.created_at, reverse=True)
        return (*used, *(person for person in by_age if not person.last_used_at))

    def add_profile(self, profile: Profile) -> None:
        self._refuse_writing("add_profile")
        if profile.name.casefold() in {p.name.casefold() for p in self._profiles.values()}:
            raise ProfileError(refusals.NAME_TAKEN.format(name=profile.name))
        self._profiles[profile.id] = profile

    def use_profile(self, profile_id: str, at: datetime) -> None:
        self._refuse_writing("use_profile")
        person = self._person(profile_id)
        self._profiles[profile_id] = person.model_copy(update={"last_used_at": at})

    def begin_attempt(self, start: AttemptStart, began: Event) -> None:
        self._refuse_writing("begin_attempt")
        self._person(start.profile_id)
        if start.id in self._attempts:
            raise ProfileError(refusals.BEGUN_ALREADY)
        self._attempts[start.id] = _Kept(start, (began,), (start.began_at,))

    def append_events(
        self, attempt_id: str, position: int, events: tuple[Event, ...], at: datetime
    ) -> None:
        self._refuse_writing("append_events")
        kept = self._unfinished(attempt_id)
        if len(kept.events) != position:
            raise ProfileError(refusals.PLAYED_ELSEWHERE)
        times = (*kept.times, *(at for _ in events))
        self._attempts[attempt_id] = replace(kept, events=(*kept.events, *events), times=times)

    def finish_attempt(self, attempt_id: str, scorecard: Scorecard, at: datetime) -> None:
        self._refuse_writing("finish_attempt")
        kept = self._unfinished(attempt_id)
        self._attempts[attempt_id] = replace(kept, scorecard=scorecard, finished_at=at)

    def attempts(self, profile_id: str | None = None) -> tuple[AttemptSummary, ...]:
        self._refuse_reading()
        newest_first = reversed(self._attempts.values())
        ordered = sorted(newest_first, key=lambda kept: kept.start.began_at, reverse=True)
        wanted = (k for k in ordered if profile_id in (None, k.start.profile_id))
        return tuple(self._summary(kept) for kept in wanted)

    def attempt(self, attempt_id: str) -> StoredAttempt:
        self._refuse_reading()
        kept = self._kept(attempt_id)
        return StoredAttempt(
            summary=self._summary(kept),
            scenario=kept.start.scenario,
            events=kept.events,
            event_times=kept.times,
            scorecard=kept.scorecard,
            review=kept.reviews[-1] if kept.reviews else None,
        )

    def past_contacts(self, profile_id: str | None = None) -> tuple[PastContact, ...]:
        self._refuse_reading()
        done = [k for k in self._attempts.values() if profile_id in (None, k.start.profile_id)]
        contacts = [self._past(k.scorecard, k.finished_at, k) for k in done]
        return tuple(sorted((it for it in contacts if it), key=lambda it: it.finished_at))

    def discard_attempt(self, attempt_id: str) -> None:
        self._refuse_writing("discard_attempt")
        self._unfinished(attempt_id)
        del self._attempts[attempt_id]

    def ask_for_review(self, attempt_id: str, at: datetime) -> None:
        self._refuse_writing("ask_for_review")
        self._attempts[attempt_id] = replace(self._finished(attempt_id), review_asked_at=at)

    def save_review(self, attempt_id: str, review: Review) -> None:
        self._refuse_writing("save_review")
        kept = self._finished(attempt_id)
        reviews = (*kept.reviews, review)
        self._attempts[attempt_id] = replace(kept, reviews=reviews, review_asked_at=None)

    def begin_shift(self, shift: KeptShift) -> None:
        self._refuse_writing("begin_shift")
        self._person(shift.profile_id)
        for shift_id, kept in self._shifts.items():
            if kept.profile_id == shift.profile_id and kept.ended_at is None:
                self._shifts[shift_id] = kept.model_copy(update={"ended_at": shift.began_at})
        self._shifts[shift.plan.id] = shift

    def end_shift(self, shift_id: str, at: datetime) -> None:
        self._refuse_writing("end_shift")
        if shift_id not in self._shifts:
            raise ProfileError(refusals.GONE)
        kept = self._shifts[shift_id]
        if kept.ended_at is None:
            self._shifts[shift_id] = kept.model_copy(update={"ended_at": at})

    def shifts(self, profile_id: str) -> tuple[KeptShift, ...]:
        self._refuse_reading()
        own = (kept for kept in self._shifts.values() if kept.profile_id == profile_id)
        return tuple(sorted(own, key=lambda kept: kept.began_at, reverse=True))

    def setting(self, name: str) -> str | None:
        self._refuse_reading()
        return self._settings.get(name)

    def save_setting(self, name: str, value: str) -> None:
        self._refuse_writing("save_setting")
        self._settings[name] = value

    def close(self) -> None:
        self.is_closed = True

    def _refuse_reading(self) -> None:
        if self.is_closed:
            raise RuntimeError("the store is closed")
        if self.damaged:
            raise DatabaseDamagedError(faults.DAMAGED.format(place=PLACE), backup=Path("a.db"))

    def _refuse_writing(self, call: str) -> None:
        self.calls.append(call)
        self._refuse_reading()
        if self.disk_full:
            raise ProfileError(faults.DISK_FULL)
        if self.read_only:
            raise ProfileError(faults.READ_ONLY.format(place=PLACE))
        if self.locked:
            raise DatabaseBusyError(faults.BUSY)

    def _person(self, profile_id: str) -> Profile:
        if profile_id not in self._profiles:
            raise ProfileError(refusals.NOT_LISTED)
        return self._profiles[profile_id]

    def _kept(self, attempt_id: str) -> _Kept:
        if attempt_id not in self._attempts:
            raise ProfileError(refusals.GONE)
        return self._attempts[attempt_id]

    def _unfinished(self, attempt_id: str) -> _Kept:
        kept = self._kept(attempt_id)
        if kept.scorecard:
            raise ProfileError(refusals.FINISHED)
        return kept

    def _finished(self, attempt_id: str) -> _Kept:
        kept = self._kept(attempt_id)
        if not kept.scorecard:
            raise ProfileError(refusals.NOT_FINISHED)
        return kept

    def _past(self, card: Scorecard | None, at: datetime | None, kept: _Kept) -> PastContact | None:
        if card is None or at is None:
            return None
        person = self._profiles[kept.start.profile_id]
        return PastContact(kept.start.id, person.id, person.name, at, ContactCard.of(card))

    def _summary(self, kept: _Kept) -> AttemptSummary:
        scenario: Scenario = kept.start.scenario
        return AttemptSummary(
            id=kept.start.id,
            profile_id=kept.start.profile_id,
            profile_name=self._profiles[kept.start.profile_id].name,
            scenario_id=scenario.id,
            title=scenario.title,
            trade=scenario.trade,
            track=scenario.track.value,
            customer_name=scenario.customer.name,
            face=scenario.customer.face.model_dump(),
            mode=kept.mode,
            turns=kept.turns,
            began_at=kept.start.began_at,
            finished_at=kept.finished_at,
            reading=kept.scorecard.reading if kept.scorecard else None,
            ending_kind=kept.scorecard.ending_kind if kept.scorecard else None,
            is_reviewed=bool(kept.reviews),
            review_asked=kept.review_asked_at is not None,
            courtesy=kept.scores.get("courtesy"),
            patience=kept.scores.get("patience"),
            helpfulness=kept.scores.get("helpfulness"),
            shift_id=kept.start.shift_id,
            shift_number=kept.start.shift_number,
        )


_: type[ProfileStore] = FakeProfileStore
