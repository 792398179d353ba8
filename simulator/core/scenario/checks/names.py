"""Finds the customer's name misspelt: a word close to it, but not equal."""

import re
from collections.abc import Iterable, Iterator

from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario

SHORTEST_NAME = 4
"""Names of fewer letters are too close to too many words."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITAL = re.compile("[A-Z][A-Za-z]*(?:-[A-Za-z]+)*")
"""What may be a name in a text of plain letters, and quick to look for."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\"“‘(]\s*)$")


def misspelt_names(walked: Walked) -> Iterator[Fault]:
    """Yield a warning for each capitalised word one slip away from a name of the customer."""
    simple, others, in_one = walked.texts
    names = _names(walked.scenario)
    capitals = {*_CAPITAL.findall(in_one), *_WORD.findall("\n".join(others))}
    if not any(_is_slip(word, name) for name in names for word in capitals):
        return
    lines = [*simple, *(text for text in others if " " in text)]
    parts = {*in_one.split(), *(part for text in lines[len(simple) :] for part in text.split())}
    words = set(_WORD.findall("\n".join(parts)))
    slips = _slips(names, words)
    suspects = {text for text in lines if any(slip in text for slip in slips)} if slips else ()
    for path, text in walked.places_of(suspects):
        for found in _WORD.finditer(text):
            meant = slips.get(found[0])
            if meant and not _could_be_another_word(meant, text[: found.start()]):
                message = f"“{found[0]}” is almost the name “{meant}”"
                remedy = f"Write “{meant}” if the customer is meant."
                yield Fault("RS501", path, message, remedy, character=found.start() + 1)


def _slips(names: Iterable[str], words: set[str]) -> dict[str, str]:
    """Give the capitalised words that are a slip of a name, each with the name meant.

    A word that the scenario also writes in small letters is a word of its own.
    """
    return {
        word: name
        for name in sorted(names)
        for word in words
        if word[0].isupper() and word.lower() not in words and _is_slip(word, name)
    }


def _names(scenario: Scenario) -> set[str]:
    customer = scenario.customer
    words = _WORD.findall(f"{customer.name} {customer.address_as}")
    return {word for word in words if len(word) >= SHORTEST_NAME and word[0].isupper()}


def _could_be_another_word(name: str, before: str) -> bool:
    """Tell whether a capital letter proves little: a short word that begins a sentence."""
    return len(name) < 6 and _SENTENCE_START.search(before) is not None


def _is_slip(word: str, name: str) -> bool:
    """Tell whether one letter is wrong, missing, too many, or swapped with the next."""
    if abs(len(word) - len(name)) > 1 or word.lower() == name.lower():
        return False
    if word in (f"{name}s", f"{name}es"):
        return False
    place = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if place is None:
        return True
    left, right = word[place:], name[place:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped
