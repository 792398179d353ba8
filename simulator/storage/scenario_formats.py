"""Brings scenario files of older formats up to the format this version reads.

Today there is one format. When a second comes, a function that turns a document of format 1 into
one of format 2 is entered in ``_UPGRADES``, and a sample of format 1 stays in ``tests/samples``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.core.scenario.faults import Fault, shown
from simulator.core.scenario.model import FORMAT

_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def upgraded(document: Mapping[str, Any]) -> tuple[Mapping[str, Any], tuple[Fault, ...]]:
    """Give the document in today's format, and a fault if its format cannot be read.

    A document without a format is left for the scenario's own checks to complain about.
    """
    found = document.get("format", FORMAT)
    if isinstance(found, bool) or not isinstance(found, int) or not 1 <= found <= FORMAT:
        return document, (_unknown_format(found),)
    for older in range(found, FORMAT):
        document = _UPGRADES[older](dict(document))
    return document, ()


def _unknown_format(found: object) -> Fault:
    if isinstance(found, int) and found > FORMAT:
        message = f"format {shown(found)} is newer than this version of Rapport"
        return Fault("RS114", ("format",), message, "Update Rapport to read this scenario.")
    message = f"{shown(found)} is not a format of scenarios"
    return Fault("RS114", ("format",), message, f"Write format: {FORMAT}.")
