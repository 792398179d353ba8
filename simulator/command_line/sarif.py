"""Writes faults as SARIF 2.1.0, the format code hosts show beside the lines of a file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from simulator import __version__
from simulator.command_line.check_pages import page_of
from simulator.core.scenario.faults import RULES, Fault, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_log(faults: Iterable[tuple[Path, Fault]]) -> dict[str, Any]:
    """Give a log of one run with all rules and one result a fault."""
    found = list(faults)
    of_add_ons = sorted({fault.code for _, fault in found} - RULES.keys())
    rules = [_rule(code, rule.severity, rule.title) for code, rule in RULES.items()]
    rules += [_rule(code, Severity.WARNING, "a rule of an add-on") for code in of_add_ons]
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "Rapport", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(path, fault, places[fault.code]) for path, fault in found],
            }
        ],
    }


def _rule(code: str, severity: Severity, title: str) -> dict[str, Any]:
    """Describe a rule, with its page where the documentation is there."""
    described: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": _sentence(title)},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }
    if page := page_of(code):
        described["fullDescription"] = {"text": page.what}
        described["help"] = {"text": page.text, "markdown": page.text}
        described["helpUri"] = page.address
    return described


def _sentence(title: str) -> str:
    return f"{title[:1].upper()}{title[1:]}."


def _result(path: Path, fault: Fault, rule_index: int) -> dict[str, Any]:
    return {
        "ruleId": fault.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[fault.severity],
        "message": {"text": f"{fault.message.rstrip('.')}. {fault.remedy}"},
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
