"""Writes the faults of a check as text, JSON or SARIF."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from simulator.command_line.sarif import sarif_log
from simulator.core.scenario.faults import Fault, Severity


class FaultInFile(NamedTuple):
    """A fault and the file it is in, or the folder."""

    path: Path
    fault: Fault


class Checked(NamedTuple):
    """What a check found, and how many files it looked at."""

    faults: list[FaultInFile]
    scenarios: int


def _write_text(checked: Checked, out: TextIO) -> None:
    for path, fault in checked.faults:
        place = f"{path}:{fault.line}:{fault.column}"
        told = f"{fault.message.rstrip('.')}. {fault.remedy}"
        line = f"{place}: {fault.severity} {fault.code} {told}"
        print(one_line(line), file=out)
    print(f"{_counted(checked.scenarios, 'file')}: {_summary(checked.faults)}.", file=out)


def _summary(faults: list[FaultInFile]) -> str:
    counts = {
        severity: sum(found.fault.severity is severity for found in faults) for severity in Severity
    }
    told = [_counted(count, severity.value) for severity, count in counts.items() if count]
    return ", ".join(told) or "no faults"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _write_json(checked: Checked, out: TextIO) -> None:
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


def _write_sarif(checked: Checked, out: TextIO) -> None:
    json.dump(sarif_log(checked.faults), out, indent=2)
    out.write("\n")


def one_line(line: str) -> str:
    """Keep a line one line that any terminal can take, whatever a file or its name holds."""
    return "".join(sign if sign.isprintable() else "?" for sign in line)


WRITERS: dict[str, Callable[[Checked, TextIO], None]] = {
    "text": _write_text,
    "json": _write_json,
    "sarif": _write_sarif,
}
"""What writes each format, by its name on the command line."""
