"""What a user can put right. Everything else is a bug and is not caught.

SimulatorError                the text is shown to the user as it is
├── ScenarioError             a scenario file cannot be played as it stands
├── StoryError                another program's story cannot be turned into a scenario
├── ConversationError         an action that does not fit the moment of the conversation
├── ProfileError              a profile, attempt or review could not be read or saved
│   ├── DatabaseDamagedError  the database was damaged; it is kept aside
│   └── DatabaseBusyError     another copy of the program holds the database
├── ModelMissingError         a part of the trained scorer is not where it should be
├── AgreementFileError        the published figures are missing or cannot be read
├── VoiceError                no speech engine or sound device
└── DisplayError              no screen to open a window on
"""

from pathlib import Path


class SimulatorError(Exception):
    """Something the user can put right; the message says what and how."""


class ScenarioError(SimulatorError):
    """A scenario file cannot be played as it stands."""


class StoryError(SimulatorError):
    """Another program's story cannot be turned into a scenario."""


class ConversationError(SimulatorError):
    """An action that does not fit the moment of the conversation."""


class ProfileError(SimulatorError):
    """A profile, attempt or review could not be read or saved."""


class DatabaseDamagedError(ProfileError):
    """The database was damaged; it is kept aside and a backup may be offered.

    ``kept_at`` is where the damaged file is now, None when nothing was moved; ``backup`` the newest
    good copy, None when there is none.
    """

    def __init__(
        self, message: str, kept_at: Path | None = None, backup: Path | None = None
    ) -> None:
        super().__init__(message)
        self.kept_at = kept_at
        self.backup = backup


class DatabaseBusyError(ProfileError):
    """Another copy of the program holds the database."""


class VoiceError(SimulatorError):
    """No speech engine or no sound device; the conversation goes on in text."""


class DisplayError(SimulatorError):
    """There is no screen to open a window on."""
