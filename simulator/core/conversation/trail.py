"""A list that only grows, shared by all its earlier states: adding one thing copies nothing."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, overload

Item = TypeVar("Item")


class Trail(Sequence[Item], Generic[Item]):
    """The things that came so far, in order. Never changed; ``with_one`` gives a longer one.

    All states of a trail share one list and differ in how much of it they see, so that a long
    conversation costs no more a turn than a short one, and going back costs nothing.
    """

    __slots__ = ("_all", "_length")

    def __init__(self, items: Sequence[Item] = ()) -> None:
        self._all = list(items)
        self._length = len(self._all)

    @classmethod
    def _seeing(cls, shared: list[Item], length: int) -> "Trail[Item]":
        trail: Trail[Item] = cls.__new__(cls)
        trail._all = shared
        trail._length = length
        return trail

    def with_one(self, item: Item) -> "Trail[Item]":
        """Give the trail with one thing more."""
        shared = self._all
        if len(shared) != self._length:
            # Somebody else went on from here already: this branch gets a list of its own.
            shared = shared[: self._length]
        shared.append(item)
        return self._seeing(shared, self._length + 1)

    def first(self, count: int) -> "Trail[Item]":
        """Give the beginning of the trail."""
        return self._seeing(self._all, max(0, min(count, self._length)))

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(place, slice):
            return tuple(self._all[at] for at in range(*place.indices(self._length)))
        if not -self._length <= place < self._length:
            raise IndexError("there is no such place in the trail")
        return self._all[place if place >= 0 else place + self._length]

    def __iter__(self) -> Iterator[Item]:
        shared = self._all
        return (shared[at] for at in range(self._length))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Trail | tuple):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Trail({list(self)!r})"
