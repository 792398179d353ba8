"""Draws that depend on nothing but the seed of the play and what is drawn."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def _number(seed: int, purpose: str) -> int:
    digest = hashlib.sha256(f"{seed}/{purpose}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def drawn(items: Sequence[Item], seed: int, purpose: str) -> Item:
    """Pick one of the items; the same seed and purpose always pick the same."""
    return items[_number(seed, purpose) % len(items)]


def shuffled(items: Sequence[Item], seed: int, purpose: str) -> tuple[Item, ...]:
    """Give the items in an order that depends on the seed and the purpose alone."""
    numbered = enumerate(items)
    ordered = sorted(numbered, key=lambda pair: _number(seed, f"{purpose}/{pair[0]}"))
    return tuple(item for _, item in ordered)
