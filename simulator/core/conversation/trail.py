"""A list that only grows, shared by all its earlier states: adding one thing copies nothing."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar, overload

from msgspec import Struct

Item = TypeVar("Item")


class Trail(Struct, Generic[Item], frozen=True, gc=False, eq=False):
    """The things that came so far, in order. Never changed; ``with_one`` gives a longer one.

    All states of a trail share one list and differ in how much of it they see, so that a long
    conversation costs no more a turn than a short one, and going back costs nothing.
    """

    shared: list[Item]
    length: int

    @staticmethod
    def of(items: Iterable[Item] = ()) -> "Trail[Item]":
        """Make a trail of things that came already."""
        shared = list(items)
        return Trail(shared, len(shared))

    def with_one(self, item: Item) -> "Trail[Item]":
        """Give the trail with one thing more."""
        shared, length = self.shared, self.length
        if len(shared) != length:
            # Somebody else went on from here already: this branch gets a list of its own.
            shared = shared[:length]
        shared.append(item)
        return Trail(shared, length + 1)

    def first(self, count: int) -> "Trail[Item]":
        """Give the beginning of the trail."""
        return Trail(self.shared, max(0, min(count, self.length)))

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(place, slice):
            return tuple(self.shared[at] for at in range(*place.indices(self.length)))
        if not -self.length <= place < self.length:
            raise IndexError("there is no such place in the trail")
        return self.shared[place if place >= 0 else place + self.length]

    def __iter__(self) -> Iterator[Item]:
        shared = self.shared
        return (shared[at] for at in range(self.length))

    def __reversed__(self) -> Iterator[Item]:
        shared = self.shared
        return (shared[at] for at in reversed(range(self.length)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Trail | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))
