"""Reads how bad a project finds each fault, from ``rapport-checks.yaml``."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from simulator.core.scenario.faults import RULES, Fault, Severity, shown
from simulator.storage.scenario_files import CHECK_SETTINGS
from simulator.storage.yaml_documents import yaml_document

OFF = "off"
"""The word for a fault that is not told."""

_CODE_OF_AN_ADD_ON = re.compile(r"([A-Z]+)\d{3}")
_LARGEST_FILE = 100_000


@dataclass(frozen=True)
class CheckSettings:
    """What one file says: how bad each code is, and what is wrong with the file itself.

    ``severities`` holds None for a code that is off.
    """

    path: Path
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def applied(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """Yield faults as bad as the project finds them, without those that are off."""
        for fault in faults:
            if fault.code not in self.severities:
                yield fault
            elif severity := self.severities[fault.code]:
                yield replace(fault, told_as=severity)


def nearest_settings(path: Path) -> Path | None:
    """Give the settings file in the folder of a file, or in the nearest folder above."""
    place = path.absolute()
    return next(
        (above / CHECK_SETTINGS for above in (place, *place.parents) if _is_there(above)), None
    )


def _is_there(folder: Path) -> bool:
    return (folder / CHECK_SETTINGS).is_file()


def read_settings(path: Path, prefixes: Collection[str] = ()) -> CheckSettings:
    """Read a settings file; whatever is wrong with it becomes a fault, and the rest counts.

    Args:
        path: the file.
        prefixes: the letters with which the codes of add-ons begin.
    """
    try:
        content = path.read_bytes()[:_LARGEST_FILE]
        content.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not written in UTF-8"
        message = f"the settings cannot be read: {reason}"
        fault = Fault("RS120", (), message, "Check the name and the encoding of the file.")
        return CheckSettings(path, faults=(fault.placed(1, 1),))
    document = yaml_document(content)
    if not document.is_whole or document.faults:
        return CheckSettings(path, faults=document.faults)
    severities: dict[str, Severity | None] = {}
    faults = [document.placed(it) for it in _taken(document.value, severities, prefixes)]
    return CheckSettings(path, severities, tuple(faults))


def _taken(
    value: object, severities: dict[str, Severity | None], prefixes: Collection[str]
) -> Iterator[Fault]:
    """Put what can be used into ``severities``; yield a fault for what cannot."""
    if value is None:
        return
    groups = value if isinstance(value, dict) else {}
    if not isinstance(value, dict) or not isinstance(groups.get("severity", {}), dict):
        message = "the settings are no group of codes"
        path = ("severity",) if groups else ()
        yield Fault("RS120", path, message, "Write severity: and a line for each code below it.")
        return
    for name in groups:
        if name != "severity":
            message = f"{shown(name)} is not a setting"
            yield Fault("RS120", (name,), message, "There is only “severity”.", at_name=True)
    for code, wanted in groups.get("severity", {}).items():
        fault = _wrong(str(code), wanted, prefixes)
        if fault is not None:
            yield fault
        else:
            severities[code] = None if wanted == OFF else Severity(wanted)


def _wrong(code: str, wanted: object, prefixes: Collection[str]) -> Fault | None:
    path = ("severity", code)
    if code not in RULES and not _is_of_an_add_on(code, prefixes):
        nearest = get_close_matches(code, RULES, n=1)
        remedy = f"Did you mean “{nearest[0]}”?" if nearest else "Codes look like RS505."
        return Fault("RS120", path, f"there is no code {shown(code)}", remedy, at_name=True)
    if wanted not in (OFF, *Severity):
        remedy = f"Choose from: {OFF}, {', '.join(reversed(Severity))}."
        return Fault("RS120", path, f"{shown(wanted)} is not a severity", remedy)
    is_lowered = code in RULES and RULES[code].severity is Severity.ERROR
    if is_lowered and wanted != Severity.ERROR:
        message = f"{code} keeps a scenario from being played, so it stays an error"
        return Fault("RS120", path, message, "Take the line away, and mend the fault.")
    return None


def _is_of_an_add_on(code: str, prefixes: Collection[str]) -> bool:
    found = _CODE_OF_AN_ADD_ON.fullmatch(code)
    return found is not None and found[1] in prefixes
