"""Reads scenarios from files and folders; a broken file is told, never raised."""

import gc
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from simulator.core.scenario.checks import checked
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.validation import scenario_from
from simulator.core.scenario.words import Track
from simulator.storage.scenario_formats import upgraded
from simulator.storage.yaml_documents import YamlDocument, yaml_document
from simulator.storage.yaml_grammar import FORBIDDEN

LARGEST_FILE = 100_000_000
"""The most bytes a scenario file may have."""

MOST_VALUES_BESIDE_STEPS = 50_000
"""The most values of a scenario's other parts together."""

MOST_VALUES_OF_A_STEP = 10_000
"""The most values of one step."""

MOST_FAULTS = 2_000
"""The most faults listed for one file."""

ENDINGS = (".yaml", ".yml")
"""How the name of a scenario file ends."""

CHECK_SETTINGS = "rapport-checks.yaml"
"""The file in which a project says how bad each fault is; never a scenario."""


TRANSLATION_NAME = re.compile(r"(?P<scenario>.+)\.(?P<language>[a-z]{2}(?:-[A-Z]{2})?)\.ya?ml")
"""How a file with a translation is named: after its scenario, and the code of the language."""

_USUAL_SIZE = 1_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")

NO_SCENARIOS = "RS117"
"""The fault of a folder without a single scenario."""


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario file as it was read.

    ``sha256`` is the digest of its bytes, empty if they could not be read. ``scenario`` is None if
    the file has faults that keep it from being understood; ``is_playable`` asks for more: no error.
    """

    path: Path
    sha256: str
    scenario: Scenario | None
    faults: tuple[Fault, ...]
    document: YamlDocument | None = field(default=None, repr=False, compare=False)

    @property
    def is_playable(self) -> bool:
        """Whether the scenario can be played: it was understood and has no errors."""
        return self.scenario is not None and not any(fault.is_error for fault in self.faults)

    def with_faults(self, faults: Iterable[Fault]) -> Self:
        """Give the file with more faults, each brought to its line and column."""
        placed = (self._placed(fault) for fault in faults)
        return replace(self, faults=_in_order((*self.faults, *placed)))

    def _placed(self, fault: Fault) -> Fault:
        if fault.line:
            return fault
        return self.document.placed(fault) if self.document else fault.placed(1, 1)


@dataclass(frozen=True)
class Library:
    """All scenario files of a folder, sorted by track folder and name, and the folder's faults."""

    folder: Path
    files: tuple[ScenarioFile, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios that can be played."""
        return tuple(file.scenario for file in self.files if file.scenario and file.is_playable)


class _Unreadable(Exception):  # noqa: N818 - carries a fault from where it shows to the reader
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def read_scenario(path: Path) -> ScenarioFile:
    """Read a scenario file and check it; whatever is wrong becomes a fault with its place."""
    with collector_paused():
        sha256, document, unreadable = read_document(path)
        if document is None:
            return ScenarioFile(path, sha256, None, unreadable)
        scenario, faults = _understood(document)
        file = ScenarioFile(path, sha256, scenario, (), document.without_values())
        return file.with_faults((*document.faults, *faults))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Spare Python's search for circles of objects while many are made that have none.

    Whoever pauses it inside such a pause leaves it to the outer one to let it go on.
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            # What was made counts as old now: there is no need to search it at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def read_document(path: Path) -> tuple[str, YamlDocument | None, tuple[Fault, ...]]:
    """Read the plain values of a file.

    Returns:
        The digest of its bytes, empty if they could not be read; the values, and if there are none
        the fault that tells why.
    """
    try:
        content = _content(path)
    except _Unreadable as error:
        return "", None, (error.fault,)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        return sha256, yaml_document(_without_mark(content)), ()
    except _Unreadable as error:
        return sha256, None, (error.fault,)


def _understood(document: YamlDocument) -> tuple[Scenario | None, tuple[Fault, ...]]:
    if not document.is_whole:
        return None, ()
    if not isinstance(document.value, dict):
        remedy = "Begin with the line “format: 2”; the README of the scenarios has an example."
        return None, (Fault("RS113", (), "the file holds no scenario", remedy),)
    if faults := tuple(_oversized(document)):
        return None, faults
    values, faults = upgraded(document.value)
    if faults:
        return None, faults
    scenario, faults = scenario_from(values)
    return scenario, faults if scenario is None else tuple(checked(scenario))


def _oversized(document: YamlDocument) -> Iterator[Fault]:
    """Yield a fault for what is too large for any part of a scenario but all steps together."""
    remedy = "Cut it into several scenarios."
    parts = document.sizes(())
    steps = parts.pop("steps", 0)
    if sum(parts.values()) > MOST_VALUES_BESIDE_STEPS:
        largest = max(parts, key=lambda name: parts[name])
        message = f"there are more than {MOST_VALUES_BESIDE_STEPS:,} values besides the steps"
        yield Fault("RS115", (largest,), message, remedy, at_name=True)
    if steps > MOST_VALUES_OF_A_STEP:
        for step, size in document.sizes(("steps",)).items():
            if size > MOST_VALUES_OF_A_STEP:
                message = f"the step has more than {MOST_VALUES_OF_A_STEP:,} values"
                yield Fault("RS115", ("steps", step), message, remedy, at_name=True)


def _content(path: Path) -> bytes:
    try:
        if not path.exists():
            raise _unreadable("RS101", "there is no such file", "Check the name and the folder.")
        if not path.is_file():
            raise _unreadable("RS101", "this is not a file", "Give the name of a scenario file.")
        with path.open("rb") as file:
            # In two goes: Python sets aside as many bytes as are asked for.
            content = file.read(_USUAL_SIZE)
            if len(content) == _USUAL_SIZE:
                content += file.read(LARGEST_FILE + 1 - _USUAL_SIZE)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"the file cannot be read: {reason}"
        remedy = "Check that you may read the file."
        raise _unreadable("RS101", message, remedy) from error
    if len(content) > LARGEST_FILE:
        message = f"the file has more than {LARGEST_FILE:,} bytes"
        raise _unreadable("RS102", message, "Cut it into several scenarios.")
    return content


def _without_mark(content: bytes) -> bytes:
    """Give the text without a byte order mark, once it is known to be readable UTF-8."""
    content = content.removeprefix(_BYTE_ORDER_MARK)
    remedy = "Save the file with the encoding UTF-8."
    if content.startswith(_OTHER_ENCODINGS):
        raise _unreadable("RS103", "the file is written in UTF-16, not in UTF-8", remedy)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        message = f"the byte {content[error.start]:02x} is not UTF-8"
        raise _unreadable("RS103", message, remedy, before) from error
    if found := FORBIDDEN.search(text):
        message = f"a character that cannot be shown stands here (U+{ord(found[0]):04X})"
        remedy = "Delete it; it often comes from copying out of another program."
        raise _unreadable("RS104", message, remedy, text[: found.start()])
    return content


def _unreadable(code: str, message: str, remedy: str, before: str = "") -> _Unreadable:
    """Make the fault that follows the text ``before``."""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return _Unreadable(Fault(code, (), message, remedy).placed(line, column))


def _in_order(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Sort faults by place, keep each once, and cut a list nobody could read."""
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: (fault.line, fault.column))
    if len(ordered) <= MOST_FAULTS:
        return tuple(ordered)
    last = ordered[MOST_FAULTS - 1]
    message = f"{len(ordered) - MOST_FAULTS + 1:,} further faults are not listed"
    more = Fault("RS118", (), message, "Put the faults above right first.")
    return (*ordered[: MOST_FAULTS - 1], more.placed(last.line, last.column))


def always() -> bool:
    """Say that what is being read is wanted to its end."""
    return True


def read_library(folder: Path, is_wanted: Callable[[], bool] = always) -> Library:
    """Read every scenario file below a folder, broken ones with their faults.

    Files whose id was used by an earlier file are told as faults of the later one. Folders are not
    followed through links, so that links in a circle do no harm. Before each file it is asked
    whether the library ``is_wanted`` still; if not, what was read by then is given.
    """
    unreadable: list[Fault] = []
    paths = _paths(folder, unreadable)
    scenarios = [path for path in paths if not TRANSLATION_NAME.fullmatch(path.name)]
    files = tuple(_compared(read_scenario(path) for path in scenarios if is_wanted()))
    if not folder.is_dir():
        unreadable = [_folder_fault("RS101", "there is no such folder", "Check its name.")]
    elif not files and not unreadable:
        remedy = "Put scenario files, which end in .yaml, into a folder for each track."
        unreadable = [_folder_fault(NO_SCENARIOS, "the folder holds no scenarios", remedy)]
    return Library(folder, files, tuple(unreadable))


def _folder_fault(code: str, message: str, remedy: str) -> Fault:
    return Fault(code, (), message, remedy).placed(1, 1)


def translation_paths(folder: Path) -> list[Path]:
    """Give every file below a folder that is named like a translation."""
    return [path for path in _paths(folder, []) if TRANSLATION_NAME.fullmatch(path.name)]


def _paths(folder: Path, unreadable: list[Fault]) -> list[Path]:
    def tell(error: OSError) -> None:
        message = f"the folder {error.filename} cannot be read: {error.strerror}"
        unreadable.append(_folder_fault("RS101", message, "Check that you may read it."))

    found: list[Path] = []
    for place, below, names in os.walk(folder, onerror=tell):
        below[:] = sorted(name for name in below if not name.startswith("."))
        found.extend(Path(place, name) for name in names if _is_scenario_name(name))
    return sorted(found)


def _is_scenario_name(name: str) -> bool:
    if name.startswith(".") or name == CHECK_SETTINGS:
        return False
    return name.lower().endswith(ENDINGS)


def _compared(files: Iterable[ScenarioFile]) -> Iterator[ScenarioFile]:
    """Yield each file with the faults that show only beside the others and the folders."""
    first: dict[str, Path] = {}
    for file in files:
        if file.scenario is None:
            yield file
            continue
        earlier = first.setdefault(file.scenario.id, file.path)
        repeated = _repeated_id(file.scenario, file.path, earlier)
        yield file.with_faults([*repeated, *_misplaced(file.scenario, file.path)])


def _repeated_id(scenario: Scenario, path: Path, earlier: Path) -> Iterator[Fault]:
    if earlier != path:
        message = f"the id “{scenario.id}” is used already by {earlier}"
        yield Fault("RS116", ("id",), message, "Give this one another id.")


def _misplaced(scenario: Scenario, path: Path) -> Iterator[Fault]:
    folder, track = path.parent.name, scenario.track
    if folder in set(Track) and folder != track:
        message = f"the track is “{track}”, but the file lies in the folder “{folder}”"
        yield Fault("RS119", ("track",), message, "Move the file, or change its track.")
