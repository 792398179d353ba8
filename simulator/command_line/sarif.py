"""Writes faults as SARIF 2.1.0, the format code hosts show beside the lines of a file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from simulator import __version__
from simulator.core.scenario.faults import RULES, Fault, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_log(faults: Iterable[tuple[Path, Fault]]) -> dict[str, Any]:
    """Give a log of one run with all rules and one result a fault."""
    codes = list(RULES)
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(path, fault, codes.index(fault.code)) for path, fault in faults
                ],
            }
        ],
    }


def _driver() -> dict[str, Any]:
    return {
        "name": "Rapport",
        "version": __version__,
        "rules": [
            {
                "id": code,
                "shortDescription": {"text": rule.title},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for code, rule in RULES.items()
        ],
    }


def _result(path: Path, fault: Fault, rule_index: int) -> dict[str, Any]:
    return {
        "ruleId": fault.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[fault.severity],
        "message": {"text": f"{fault.message}. {fault.remedy}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(path)},
                    "region": {"startLine": fault.line, "startColumn": fault.column},
                }
            }
        ],
    }


def _uri(path: Path) -> str:
    """Give a path as SARIF wants it: forward slashes, and relative where it is."""
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="replace")
