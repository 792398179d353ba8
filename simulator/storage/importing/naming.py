"""Gives the nodes, choices and variables of a story names that a scenario can use."""

import re
import unicodedata
from collections.abc import Iterable

from simulator.core.scenario.conditions import FUNCTIONS, NAMES

LONGEST_ID = 48
"""The most characters of an id made here, short of a number that tells it from others."""

_NO_ID = re.compile(r"[^a-z0-9]+")
_NO_NAME = re.compile(r"\W+")
_TAKEN = {*NAMES, *FUNCTIONS, "and", "or", "not", "true", "false"}


class Ids:
    """Makes ids, each given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def made(self, text: str, instead: str) -> str:
        """Make an id of a text; ``instead`` stands in where the text has no letters we can use."""
        stem = slug(text) or instead
        made, number = stem, self._numbers.get(stem, 1)
        while made in self._taken:
            number += 1
            made = f"{stem}-{number}"
        self._numbers[stem] = number
        self._taken.add(made)
        return made


def slug(text: str) -> str:
    """Give a text in small letters, digits and hyphens, cut after a word; empty if none is left."""
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode().lower()
    full = _NO_ID.sub("-", plain.replace("'", "")).strip("-")
    if len(full) <= LONGEST_ID:
        return full
    cut = full[:LONGEST_ID]
    return (cut.rpartition("-")[0] or cut).strip("-")


def variable_names(names: Iterable[str]) -> dict[str, str]:
    """Give each variable a name that can stand in a condition."""
    found: dict[str, str] = {}
    for name in names:
        stem = _NO_NAME.sub("_", name)[:40]
        if not stem.isidentifier() or stem in _TAKEN:
            stem = f"own_{stem}"
        made, number = stem, 1
        while made in found.values():
            number += 1
            made = f"{stem}_{number}"
        found[name] = made
    return found
