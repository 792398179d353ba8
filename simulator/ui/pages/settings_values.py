"""What the settings page shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SettingsValues:
    """The settings in force.

    Attributes:
        scheme: ``light``, ``dark`` or ``system``.
        text_scale: 1.0 to 2.0.
        language: in which scenarios are shown where translated; empty as they were written.
        languages: the codes of all languages there are.
        less_motion, stronger_contrast, voice_on: the switches.
        data_folder: where profiles and attempts are kept.
        scenario_folder: where trainers put scenario files.
        version: of the program.
    """

    scheme: str
    text_scale: float
    less_motion: bool
    stronger_contrast: bool
    voice_on: bool
    data_folder: str
    scenario_folder: str
    version: str
    language: str = ""
    languages: tuple[str, ...] = ()
