"""Draws that depend on nothing but the seed of the play and what is drawn."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def number_drawn(seed: int, purpose: str) -> int:
    """Give a large number that depends on the seed and the purpose alone."""
    digest = hashlib.sha256(f"{seed}/{purpose}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def share_drawn(seed: int, purpose: str) -> float:
    """Give a share, from 0 up to but not including 1, that depends on seed and purpose alone."""
    return (number_drawn(seed, purpose) >> 11) / 2**53


def drawn(items: Sequence[Item], seed: int, purpose: str) -> Item:
    """Pick one of the items; the same seed and purpose always pick the same."""
    if len(items) == 1:
        return items[0]
    return items[number_drawn(seed, purpose) % len(items)]


def shuffled(items: Sequence[Item], seed: int, purpose: str) -> tuple[Item, ...]:
    """Give the items in an order that depends on the seed and the purpose alone."""
    numbered = enumerate(items)
    ordered = sorted(numbered, key=lambda pair: number_drawn(seed, f"{purpose}/{pair[0]}"))
    return tuple(item for _, item in ordered)
