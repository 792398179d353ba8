"""How the program looks and sounds on this computer: a small file read before the first frame.

Not in the database, and not a pydantic model: loading either takes longer than the first frame may.
"""

import json
from pathlib import Path
from typing import NamedTuple

from simulator.core.errors import ProfileError

FILE_NAME = "preferences.json"
LONGEST_CODE = 5
"""The most characters of a language's code, as in en-GB."""

SCHEMES = ("light", "dark", "system")


class Preferences(NamedTuple):
    """The switches of the settings page.

    ``text_scale`` is 1.0 to 2.0; ``language`` the code of the language in which scenarios are
    shown where they are translated, empty to show each as it was written.
    """

    scheme: str = "system"
    text_scale: float = 1.0
    less_motion: bool = False
    stronger_contrast: bool = False
    voice_on: bool = True
    language: str = ""


def read_preferences(folder: Path) -> Preferences:
    """Read the preferences; what is missing or makes no sense is as it usually is."""
    try:
        kept = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    usable = {name: kept[name] for name in Preferences._fields if _fits(name, kept.get(name))}
    return Preferences(**usable)


def _fits(name: str, value: object) -> bool:
    if name == "scheme":
        return value in SCHEMES
    if name == "text_scale":
        return isinstance(value, int | float) and 1.0 <= value <= 2.0 and value is not True
    if name == "language":
        return isinstance(value, str) and len(value) <= LONGEST_CODE
    return isinstance(value, bool)


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Save the preferences: a draft is written, then put in place, so a crash leaves the old ones.

    Raises:
        ProfileError: the folder cannot be written to.
    """
    draft = folder / f"{FILE_NAME}.draft"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(preferences._asdict(), indent=2), encoding="utf-8")
        draft.replace(folder / FILE_NAME)
    except OSError as error:
        raise ProfileError(f"The settings could not be saved in {folder}.") from error
