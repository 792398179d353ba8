"""Counts that only grow, shared by all their earlier states: counting one thing copies nothing."""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct


class Tally(Struct, frozen=True, gc=False, eq=False):
    """How often each thing came so far. Never changed; ``with_one`` gives the next state.

    All states share the places at which each thing came and differ in how many they see, so that
    counting costs the same however much was counted, and going back costs nothing. ``came`` lists
    the things in order, ``places`` where each came; the first ``length`` of them count.
    """

    came: list[str]
    places: dict[str, list[int]]
    length: int

    @staticmethod
    def of(*things: str) -> "Tally":
        """Make a tally of things that came already."""
        tally = Tally([], {}, 0)
        for thing in things:
            tally = tally.with_one(thing)
        return tally

    def with_one(self, thing: str) -> "Tally":
        """Count one thing once more."""
        came, length = self.came, self.length
        if len(came) != length:
            # Somebody else went on from here already: this branch counts for itself.
            return Tally.of(*came[:length]).with_one(thing)
        came.append(thing)
        places = self.places.get(thing)
        if places is None:
            self.places[thing] = [length]
        else:
            places.append(length)
        return Tally(came, self.places, length + 1)

    def get(self, thing: str, default: int = 0) -> int:
        """Give how often a thing came; the default if it never did."""
        places = self.places.get(thing)
        if places is None:
            return default
        if len(self.came) == self.length:
            return len(places)
        return bisect_left(places, self.length) or default

    def __contains__(self, thing: object) -> bool:
        places = self.places.get(thing)  # type: ignore[call-overload]  # what is no text never came
        return places is not None and places[0] < self.length

    def __iter__(self) -> Iterator[str]:
        """Yield each thing that came once, in the order in which they first came."""
        return iter(dict.fromkeys(self.came[: self.length]))

    def __len__(self) -> int:
        return sum(places[0] < self.length for places in self.places.values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tally):
            return NotImplemented
        return self.came[: self.length] == other.came[: other.length]

    def __hash__(self) -> int:
        return hash(tuple(self.came[: self.length]))
