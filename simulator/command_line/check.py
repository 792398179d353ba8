"""Lists every fault of every scenario, as text, JSON or SARIF."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from simulator.command_line.sarif import sarif_log
from simulator.core.scenario.faults import Fault, Severity
from simulator.core.scenario.model import Scenario
from simulator.storage.scenario_files import ScenarioFile, read_library, read_scenario
from simulator.storage.translations import (
    TranslationFile,
    is_translation,
    read_translation,
    read_translations,
)

PlayChecker = Callable[[Scenario], Iterable[Fault]]
"""Plays a scenario's own tests and gives what went wrong, with paths into the scenario."""


class FaultInFile(NamedTuple):
    """A fault and the file it is in, or the folder."""

    path: Path
    fault: Fault


class _Checked(NamedTuple):
    faults: list[FaultInFile]
    scenarios: int


def run_check(
    paths: Iterable[Path],
    output_format: str,
    out: TextIO,
    play_checker: PlayChecker | None = None,
) -> int:
    """Check files and folders, and write what is wrong with them.

    Args:
        paths: files, or folders whose scenarios are all checked.
        output_format: ``text``, ``json`` or ``sarif``.
        out: where the faults are written.
        play_checker: plays the tests of each scenario without errors.

    Returns:
        1 if there is an error, else 0; warnings and hints do not count.
    """
    checked = _checked(paths, play_checker)
    _WRITERS[output_format](checked, out)
    return 1 if any(found.fault.is_error for found in checked.faults) else 0


def _checked(paths: Iterable[Path], play_checker: PlayChecker | None) -> _Checked:
    faults: list[FaultInFile] = []
    seen: set[Path] = set()
    for path in map(Path, paths):
        files, of_folder = _read(path)
        faults.extend(FaultInFile(path, fault) for fault in of_folder)
        for file in files:
            if file.path.absolute() in seen:
                continue
            seen.add(file.path.absolute())
            played = _with_plays(file, play_checker)
            faults.extend(FaultInFile(file.path, fault) for fault in played.faults)
    return _Checked(faults, len(seen))


def _read(path: Path) -> tuple[tuple[ScenarioFile, ...], tuple[Fault, ...]]:
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


def _write_text(checked: _Checked, out: TextIO) -> None:
    for path, fault in checked.faults:
        place = f"{path}:{fault.line}:{fault.column}"
        told = f"{fault.message.rstrip('.')}. {fault.remedy}"
        line = f"{place}: {fault.severity} {fault.code} {told}"
        print(_printable(line), file=out)
    print(f"{_counted(checked.scenarios, 'file')}: {_summary(checked.faults)}.", file=out)


def _summary(faults: list[FaultInFile]) -> str:
    counts = {
        severity: sum(found.fault.severity is severity for found in faults) for severity in Severity
    }
    told = [_counted(count, severity.value) for severity, count in counts.items() if count]
    return ", ".join(told) or "no faults"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _write_json(checked: _Checked, out: TextIO) -> None:
    listed = list(_as_json(checked.faults))
    json.dump({"files": checked.scenarios, "faults": listed}, out, indent=2)
    out.write("\n")


def _as_json(faults: list[FaultInFile]) -> Iterator[dict[str, object]]:
    for path, fault in faults:
        yield {
            "file": str(path),
            "line": fault.line,
            "column": fault.column,
            "severity": fault.severity.value,
            "code": fault.code,
            "message": fault.message,
            "remedy": fault.remedy,
            "path": list(fault.path),
        }


def _write_sarif(checked: _Checked, out: TextIO) -> None:
    json.dump(sarif_log(checked.faults), out, indent=2)
    out.write("\n")


def _printable(line: str) -> str:
    """Keep a line one line that any terminal can take, whatever a file or its name holds."""
    return "".join(sign if sign.isprintable() else "?" for sign in line)


_WRITERS: dict[str, Callable[[_Checked, TextIO], None]] = {
    "text": _write_text,
    "json": _write_json,
    "sarif": _write_sarif,
}
