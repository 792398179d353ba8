"""The store of people, attempts and reviews in a database."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select, update

from simulator.core.conversation.events import Event
from simulator.core.errors import ProfileError
from simulator.core.progress.people import PastContact
from simulator.core.progress.profile import AttemptStart, AttemptSummary, Profile, StoredAttempt
from simulator.core.progress.review import Review
from simulator.core.progress.shift.plan import KeptShift
from simulator.core.scoring.scorecard import Scorecard
from simulator.storage import attempt_reading, attempt_writing
from simulator.storage import shifts as kept_shifts
from simulator.storage.backups import backup_if_due
from simulator.storage.connection import Database
from simulator.storage.kept_text import mended, name_key, told_unreadable
from simulator.storage.marker import Marker, write_marker
from simulator.storage.refusals import NAME_TAKEN, NOT_LISTED
from simulator.storage.schema import count_profiles
from simulator.storage.tables import SCHEMA, profiles, settings


class SqlProfileStore:
    """Keeps people, attempts and reviews in a database; a ``ProfileStore``.

    Made by ``open_store`` and its like, and used by the one thread that made it. ``notice`` says
    what the user should know about the data as they were found; empty when all is in order.
    """

    def __init__(self, database: Database, folder: Path | None = None, notice: str = "") -> None:
        self.notice = notice
        self._database = database
        self._folder = folder
        with database.reading() as connection:
            self._people = count_profiles(connection)
        self._note(is_open=True)

    # People

    def profiles(self) -> tuple[Profile, ...]:
        """Give all profiles, the last used first."""
        columns = profiles.c
        query = select(
            columns.id, columns.name, columns.role, columns.created_at, columns.last_used_at
        ).order_by(columns.last_used_at.desc().nulls_last(), columns.created_at.desc())
        with told_unreadable("The list of people"), self._database.reading() as connection:
            rows = connection.execute(query).mappings()
            return tuple(Profile.model_validate(dict(row)) for row in rows)

    def add_profile(self, profile: Profile) -> None:
        """Add a person.

        Raises:
            ProfileError: the name is taken.
        """
        key = name_key(profile.name)
        row = {**profile.model_dump(), "name": mended(profile.name), "name_key": key}
        with self._database.writing() as connection:
            if connection.scalar(select(profiles.c.id).where(profiles.c.name_key == key)):
                raise ProfileError(NAME_TAKEN.format(name=profile.name))
            connection.execute(insert(profiles), row)
            people = count_profiles(connection)
        self._people = people
        self._note(is_open=True)

    def use_profile(self, profile_id: str, at: datetime) -> None:
        """Note that a person uses the program now."""
        person = update(profiles).where(profiles.c.id == profile_id).values(last_used_at=at)
        with self._database.writing() as connection:
            if connection.execute(person).rowcount == 0:
                raise ProfileError(NOT_LISTED)

    # Attempts

    def begin_attempt(self, start: AttemptStart, began: Event) -> None:
        """Keep a contact that begins, with the scenario as it stands and its first event."""
        with self._database.writing() as connection:
            attempt_writing.begin(connection, start, began)

    def append_events(
        self, attempt_id: str, position: int, events: tuple[Event, ...], at: datetime
    ) -> None:
        """Append events to an attempt's log, all or none.

        Raises:
            ProfileError: the log does not have ``position`` events, as when a second window plays
                the same attempt; or the attempt is finished or gone.
        """
        with told_unreadable("This conversation"), self._database.writing() as connection:
            attempt_writing.append(connection, attempt_id, position, events, at)

    def finish_attempt(self, attempt_id: str, scorecard: Scorecard, at: datetime) -> None:
        """Keep the scorecard of an attempt; it counts from now on.

        Raises:
            ProfileError: the attempt has a scorecard already, or is gone.
        """
        with told_unreadable("This conversation"), self._database.writing() as connection:
            attempt_writing.finish(connection, attempt_id, scorecard, at)

    def attempts(self, profile_id: str | None = None) -> tuple[AttemptSummary, ...]:
        """Give the attempts of one person, or of everybody, the newest first.

        Raises:
            ProfileError: one of them cannot be read; the text names it.
        """
        with told_unreadable("The list of conversations"), self._database.reading() as connection:
            return attempt_reading.summaries(connection, profile_id)

    def attempt(self, attempt_id: str) -> StoredAttempt:
        """Give all that is kept of one attempt.

        Raises:
            ProfileError: it is not kept, cannot be read, or was changed by another program.
        """
        with self._database.reading() as connection:
            return attempt_reading.stored_attempt(connection, attempt_id)

    def past_contacts(self, profile_id: str | None = None) -> tuple[PastContact, ...]:
        """Give the finished contacts of one person, or of everybody, the oldest first.

        One that cannot be read is left out; opening it tells what is wrong.
        """
        with told_unreadable("The list of contacts"), self._database.reading() as connection:
            return attempt_reading.past_contacts(connection, profile_id)

    def discard_attempt(self, attempt_id: str) -> None:
        """Forget an unfinished attempt.

        Raises:
            ProfileError: it is finished, or gone already.
        """
        with self._database.writing() as connection:
            attempt_writing.discard(connection, attempt_id)

    # Reviews

    def ask_for_review(self, attempt_id: str, at: datetime) -> None:
        """Note that the trainee asks for a review; the next review answers it.

        Raises:
            ProfileError: the attempt is not finished.
        """
        with told_unreadable("This conversation"), self._database.writing() as connection:
            attempt_writing.ask_for_review(connection, attempt_id, at)

    def save_review(self, attempt_id: str, review: Review) -> None:
        """Keep a trainer's review; the earlier ones stay in the log of reviews.

        Raises:
            ProfileError: the attempt is not finished.
        """
        with told_unreadable("This conversation"), self._database.writing() as connection:
            number = attempt_writing.finished(connection, attempt_id).number
            scorecard = attempt_reading.scorecard_of(connection, number, attempt_id)
            attempt_writing.keep_review(connection, attempt_id, scorecard, review)

    # Shifts

    def begin_shift(self, shift: KeptShift) -> None:
        """Keep a shift that begins; one of the same person that was left open ends with it.

        Raises:
            ProfileError: the person is not listed.
        """
        with self._database.writing() as connection:
            kept_shifts.begin(connection, shift)

    def end_shift(self, shift_id: str, at: datetime) -> None:
        """Note that a shift is over: done, or ended before its time.

        Raises:
            ProfileError: the shift is not kept.
        """
        with self._database.writing() as connection:
            kept_shifts.end(connection, shift_id, at)

    def shifts(self, profile_id: str) -> tuple[KeptShift, ...]:
        """Give the shifts of one person, the newest first.

        Raises:
            ProfileError: one of them cannot be read.
        """
        with told_unreadable("The list of shifts"), self._database.reading() as connection:
            return kept_shifts.of_person(connection, profile_id)

    # Settings

    def setting(self, name: str) -> str | None:
        """Give a setting of this computer, None when it was never set."""
        query = select(settings.c.value).where(settings.c.name == name)
        with told_unreadable(f"The setting {name}"), self._database.reading() as connection:
            value: str | None = connection.scalar(query)
            return value

    def save_setting(self, name: str, value: str) -> None:
        """Keep a setting of this computer."""
        change = update(settings).where(settings.c.name == name).values(value=mended(value))
        with self._database.writing() as connection:
            if connection.execute(change).rowcount == 0:
                connection.execute(insert(settings), {"name": name, "value": mended(value)})

    # Care of the data

    def backup_if_due(self, now: datetime) -> Path | None:
        """Copy the database when the newest copy is older than a day.

        Returns:
            The copy; None when none was due, or the store has no folder.

        Raises:
            ProfileError: the copy could not be written; the data themselves are untouched.
        """
        return backup_if_due(self._folder, now) if self._folder else None

    def close(self) -> None:
        """Let go of the database. Does nothing the second time."""
        if not self._database.was_damaged:
            self._note(is_open=False)
        self._database.close()

    def _note(self, *, is_open: bool) -> None:
        if self._folder:
            marker = Marker(schema_version=SCHEMA, profiles=self._people, is_open=is_open)
            write_marker(self._folder, marker)
