"""Lists every fault of every scenario, and mends what can be mended without asking."""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, TextIO

from simulator.command_line.add_ons import AddOns, installed_add_ons
from simulator.command_line.check_settings import CheckSettings, nearest_settings, read_settings
from simulator.command_line.fault_lists import WRITERS, Checked, FaultInFile, one_line
from simulator.core.scenario.checks.library import library_faults
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario
from simulator.storage.scenario_files import (
    CHECK_SETTINGS,
    ScenarioFile,
    read_library,
    read_scenario,
)
from simulator.storage.scenario_fixes import fix_scenario
from simulator.storage.translations import (
    TranslationFile,
    is_translation,
    read_translation,
    read_translations,
)

PlayChecker = Callable[[Scenario], Iterable[Fault]]
"""Plays a scenario's own tests and gives what went wrong, with paths into the scenario."""


class CheckOptions(NamedTuple):
    """How to check: with which settings, whether to mend, and what else finds faults.

    ``config`` is a settings file for all paths; without it the nearest one above each file counts.
    ``add_ons`` left out stands for all that are installed.
    """

    config: Path | None = None
    fix: bool = False
    add_ons: AddOns | None = None


AS_USUAL = CheckOptions()
"""The nearest settings, nothing mended, and all add-ons that are installed."""


class _Read(NamedTuple):
    files: list[ScenarioFile]
    faults: list[FaultInFile]
    has_folder: bool


def run_check(
    paths: Iterable[Path],
    output_format: str,
    out: TextIO,
    play_checker: PlayChecker | None = None,
    options: CheckOptions = AS_USUAL,
) -> int:
    """Check files and folders, and write what is wrong with them.

    Args:
        paths: files, or folders whose scenarios are all checked.
        output_format: ``text``, ``json`` or ``sarif``.
        out: where the faults are written; what was mended too, if as text, else to stderr.
        play_checker: plays the tests of each scenario without errors.
        options: settings, mending and add-ons.

    Returns:
        1 if there is an error, else 0; warnings and hints do not count.
    """
    given = list(map(Path, paths))
    if options.fix:
        _mend(_read(given).files, out if output_format == "text" else sys.stderr)
    checked = _checked(given, play_checker, options)
    WRITERS[output_format](checked, out)
    return 1 if any(found.fault.is_error for found in checked.faults) else 0


def _mend(files: list[ScenarioFile], told: TextIO) -> None:
    for file in files:
        try:
            changes = fix_scenario(file.path)
        except OSError as error:
            reason = error.strerror or str(error)
            print(one_line(f"{file.path}: nothing is changed: {reason}"), file=told)
            continue
        for change in changes:
            print(one_line(f"{file.path}:{change.line}: fixed: {change.what}."), file=told)


def _checked(paths: list[Path], play_checker: PlayChecker | None, options: CheckOptions) -> Checked:
    read = _read(paths)
    add_ons = installed_add_ons() if options.add_ons is None else options.add_ons
    files = [_with_plays(file, play_checker) for file in read.files]
    files = [_with_add_ons(file, add_ons) for file in files]
    files = _beside_each_other(files, is_whole=read.has_folder)
    found = [*read.faults, *_of_add_ons(paths, add_ons)]
    found += [FaultInFile(file.path, fault) for file in files for fault in file.faults]
    settled = _Settled(options.config, add_ons)
    of_settings = settled.faults([*paths, *(file.path for file in files)])
    return Checked([*of_settings, *settled.applied(found)], len(files))


def _read(paths: list[Path]) -> _Read:
    files: dict[Path, ScenarioFile] = {}
    faults: list[FaultInFile] = []
    has_folder = False
    for path in paths:
        if path.name == CHECK_SETTINGS:
            continue
        has_folder = has_folder or path.is_dir()
        below, of_folder = _below(path)
        faults.extend(FaultInFile(path, fault) for fault in of_folder)
        for file in below:
            files.setdefault(file.path.absolute(), file)
    return _Read(list(files.values()), faults, has_folder)


def _below(path: Path) -> tuple[tuple[ScenarioFile, ...], tuple[Fault, ...]]:
    if path.is_dir():
        library = read_library(path)
        return (*library.files, *read_translations(library)), library.faults
    return (read_translation(path) if is_translation(path) else read_scenario(path),), ()


def _with_plays(file: ScenarioFile, play_checker: PlayChecker | None) -> ScenarioFile:
    # The replies of a scenario's plays are in its own language.
    is_other = isinstance(file, TranslationFile)
    if play_checker is None or is_other or file.scenario is None or not file.is_playable:
        return file
    return file.with_faults(play_checker(file.scenario))


def _with_add_ons(file: ScenarioFile, add_ons: AddOns) -> ScenarioFile:
    if file.scenario is None or not add_ons.loaded:
        return file
    return file.with_faults(add_ons.faults_of(file.scenario))


def _beside_each_other(files: list[ScenarioFile], *, is_whole: bool) -> list[ScenarioFile]:
    """Give the files with the faults that show only between scenarios."""
    places = [place for place, file in enumerate(files) if file.scenario is not None]
    scenarios = [file.scenario for file in files if file.scenario is not None]
    found: dict[int, list[Fault]] = {}
    for number, fault in library_faults(scenarios, is_whole=is_whole):
        found.setdefault(places[number], []).append(fault)
    return [
        file.with_faults(found[place]) if place in found else file
        for place, file in enumerate(files)
    ]


def _of_add_ons(paths: list[Path], add_ons: AddOns) -> Iterator[FaultInFile]:
    """Yield the add-ons that could not be loaded, told of the first path, as they have no own."""
    for fault in add_ons.faults:
        yield FaultInFile(paths[0], fault.placed(1, 1))


class _Settled:
    """The settings that count for each file: those given for all, or the nearest above it."""

    def __init__(self, config: Path | None, add_ons: AddOns) -> None:
        self._nearest = cache(lambda folder: config or nearest_settings(folder))
        self._read = cache(lambda path: read_settings(path, add_ons.prefixes))

    def of(self, path: Path) -> CheckSettings | None:
        """Give the settings for a file or folder; None if there are none."""
        file = self._nearest(path if path.is_dir() else path.absolute().parent)
        return self._read(file) if file else None

    def faults(self, paths: Iterable[Path]) -> Iterator[FaultInFile]:
        """Yield what is wrong with the settings that count for any of these, once each."""
        for settings in {found.path: found for path in paths if (found := self.of(path))}.values():
            yield from (FaultInFile(settings.path, fault) for fault in settings.faults)

    def applied(self, found: Iterable[FaultInFile]) -> Iterator[FaultInFile]:
        """Yield faults as bad as the project finds them, without those that are off."""
        for path, fault in found:
            settings = self.of(path)
            if settings is None:
                yield FaultInFile(path, fault)
            else:
                yield from (FaultInFile(path, each) for each in settings.applied((fault,)))
