"""The shifts of the person who is in, as the store keeps them."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from simulator.core.progress.profile import AttemptSummary, Profile
from simulator.core.progress.shift import KeptShift, Shift, ShiftPlan, taken_up
from simulator.core.services import ProfileStore
from simulator.ui.practice_controller import Surroundings
from simulator.ui.store_access import StoreAccess


class Standing(NamedTuple):
    """What there is to go on with, and to look back on.

    ``left`` is the shift that was left before its end, ``attempt_id`` the contact of it that is
    unfinished, empty if the next one has not begun. ``ended`` is the last shift that is over.
    """

    left: Shift | None = None
    attempt_id: str = ""
    ended: Shift | None = None


class ShiftRecords(QObject):
    """Reads and keeps shifts off the window's thread. A guest's are not kept at all.

    Signals:
        failed(SimulatorError): something could not be read or kept.
    """

    failed = Signal(object)

    def __init__(
        self, store: StoreAccess, around: Surroundings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._now = store, around.now
        self._profile: Profile | None = None
        self._asked = 0

    @property
    def are_kept(self) -> bool:
        """Whether somebody is in whose shifts are kept."""
        return self._profile is not None

    def set_profile(self, profile: Profile | None) -> None:
        """Keep the shifts of this person; what was asked for another one is not told any more."""
        self._profile = profile
        self._asked += 1

    def read(
        self,
        done: Callable[[Standing], None],
        attempts: tuple[AttemptSummary, ...] | None = None,
    ) -> None:
        """Find out how the person stands; not told once a shift has begun or gone on.

        Args:
            done: gets what was found.
            attempts: those of the person, if they have been read already.
        """
        if self._profile is None:
            return
        person, asked = self._profile.id, self._asked

        def find(store: ProfileStore) -> Standing:
            known = store.attempts(person) if attempts is None else attempts
            return _standing(store.shifts(person), known)

        def tell(standing: Standing) -> None:
            if asked == self._asked:
                done(standing)

        self._store.run(find, tell, self.failed.emit)

    def drop_questions(self) -> None:
        """Tell no answer to what was asked before: it would be out of date."""
        self._asked += 1

    def begin(self, plan: ShiftPlan, done: Callable[[], None]) -> None:
        """Keep a shift that begins; a guest's begins without being kept."""
        self.drop_questions()
        if self._profile is None:
            done()
            return
        kept = KeptShift(plan=plan, profile_id=self._profile.id, began_at=self._now())
        self._store.run(lambda store: store.begin_shift(kept), lambda _: done(), self.failed.emit)

    def end(self, shift: Shift) -> None:
        """Note that a shift is over."""
        if self._profile is not None:
            shift_id, now = shift.plan.id, self._now()
            self._store.run(
                lambda store: store.end_shift(shift_id, now), _nothing_more, self.failed.emit
            )


def _nothing_more(_: object) -> None:
    """What was kept needs no answer."""


def _standing(shifts: tuple[KeptShift, ...], attempts: tuple[AttemptSummary, ...]) -> Standing:
    left, ended = None, None
    for kept in shifts:
        shift = taken_up(kept.plan, attempts)
        if kept.ended_at is None and not shift.is_over:
            left = left or shift
        elif shift.results:
            ended = ended or shift
    return Standing(left, _unfinished(left, attempts) if left else "", ended)


def _unfinished(shift: Shift, attempts: tuple[AttemptSummary, ...]) -> str:
    return next(
        (
            attempt.id
            for attempt in attempts
            if attempt.shift_id == shift.plan.id
            and attempt.shift_number == shift.number
            and not attempt.is_finished
        ),
        "",
    )
