"""Brings scenario files of older formats up to the format this version reads.

Each format has one function that turns a document of it into one of the next; samples of every
format stay in ``tests/samples``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.core.scenario.faults import Fault, shown
from simulator.core.scenario.model import FORMAT

Document = dict[str, Any]

COMPUTED_SINCE_2 = ("stays_in_10", "tells")
"""What an author wrote of an ending in format 1 and the printed teaching model now works out."""


def _from_1(document: Document) -> Document:
    endings = document.get("endings")
    if isinstance(endings, Mapping):
        kept = {name: _without_computed(ending) for name, ending in endings.items()}
        document["endings"] = kept
    document["format"] = 2
    return document


def _without_computed(ending: object) -> object:
    if not isinstance(ending, dict):
        return ending
    return {name: value for name, value in ending.items() if name not in COMPUTED_SINCE_2}


_UPGRADES: dict[int, Callable[[Document], Document]] = {1: _from_1}


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
