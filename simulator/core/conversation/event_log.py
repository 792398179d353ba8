"""The event log of a session, read from what the session keeps."""

from collections.abc import Iterator
from typing import overload

from msgspec import Struct

from simulator.core.conversation.events import Event, Replied
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.trail import Trail


class EventLog(Struct, frozen=True, gc=False, eq=False):
    """What the trainee did, in order. A turn stands for its reply until the event is asked for.

    Most events of a long walk are never looked at; making each of them would take as long as
    everything else that a turn does.
    """

    kept: Trail[Event | Turn]

    def __len__(self) -> int:
        return self.kept.length

    @overload
    def __getitem__(self, place: int) -> Event: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Event, ...]: ...

    def __getitem__(self, place: int | slice) -> Event | tuple[Event, ...]:
        if isinstance(place, slice):
            return tuple(map(_event, self.kept[place]))
        return _event(self.kept[place])

    def __iter__(self) -> Iterator[Event]:
        return map(_event, self.kept)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EventLog | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def _event(kept: Event | Turn) -> Event:
    if isinstance(kept, Turn):
        return Replied(text=kept.text, chosen=kept.chosen, assessment=kept.assessment)
    return kept
