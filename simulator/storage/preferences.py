"""How the program looks and sounds on this computer: a small file read before the first frame.

Not in the database: opening that takes longer than the first frame may wait.
"""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator.core.errors import ProfileError

FILE_NAME = "preferences.json"


class Preferences(BaseModel):
    """The switches of the settings page. ``text_scale`` is 1.0 to 2.0."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    scheme: str = Field(default="system", pattern="^(light|dark|system)$")
    text_scale: float = Field(default=1.0, ge=1.0, le=2.0)
    less_motion: bool = False
    stronger_contrast: bool = False
    voice_on: bool = True


def read_preferences(folder: Path) -> Preferences:
    """Read the preferences; a missing or unreadable file gives the usual ones."""
    try:
        return Preferences.model_validate_json((folder / FILE_NAME).read_bytes())
    except (OSError, ValidationError):
        return Preferences()


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Save the preferences: a draft is written, then put in place, so a crash leaves the old ones.

    Raises:
        ProfileError: the folder cannot be written to.
    """
    draft = folder / f"{FILE_NAME}.draft"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(preferences.model_dump(), indent=2), encoding="utf-8")
        draft.replace(folder / FILE_NAME)
    except OSError as error:
        raise ProfileError(f"The settings could not be saved in {folder}.") from error
