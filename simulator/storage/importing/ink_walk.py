"""Where a course through an ink story stands: its place, its open calls and what it has said."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from simulator.storage.importing.ink_containers import Container
from simulator.storage.importing.saying import Saying, literal
from simulator.storage.importing.story import Link


class Target(NamedTuple):
    """A place of the story as a value."""

    path: str


class Repeats(NamedTuple):
    """How often this stretch was entered before; ``most`` is where the counting stops."""

    most: int | None = None


StackValue = Saying | Target | Repeats | None
"""A value of the story; None if it cannot be said."""


class Frame(NamedTuple):
    """An open call: where to go on afterwards, and the values that belong to the caller."""

    kind: str
    container: Container
    place: int

    @property
    def name(self) -> str:
        """A name for where the call returns to."""
        return f"{self.container.path}.{self.place}"


@dataclass
class Walk:
    """One course through a stretch of the story."""

    name: str
    container: Container
    index: int
    frames: tuple[Frame, ...] = ()
    stack: list[StackValue] = field(default_factory=list)
    temps: dict[str, StackValue] = field(default_factory=dict)
    captures: list[list[str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    when: list[Saying] = field(default_factory=list)
    sets: dict[str, Saying] = field(default_factory=dict)
    outer_temps: list[dict[str, StackValue]] = field(default_factory=list)
    is_forking_thread: bool = False
    is_in_tag: bool = False

    @property
    def is_inside_call(self) -> bool:
        """Whether a function or thread is running, which goes on where it was called."""
        return bool(self.frames) and self.frames[-1].kind != "tunnel"

    @property
    def has_said_anything(self) -> bool:
        """Whether there are words already."""
        return any(part.strip() for part in self.parts)

    def copied(self, case: Saying) -> "Walk":
        """Give a walk of its own for one case."""
        return replace(
            self,
            stack=list(self.stack),
            temps=dict(self.temps),
            captures=[list(parts) for parts in self.captures],
            parts=list(self.parts),
            links=list(self.links),
            when=[*self.when, case],
            sets=dict(self.sets),
            outer_temps=list(self.outer_temps),
        )

    def write(self, text: str) -> None:
        """Say something, or keep it for the text that is being put together."""
        if not self.is_in_tag:
            (self.captures[-1] if self.captures else self.parts).append(text)

    def pop(self) -> StackValue:
        """Take the last value; None where there is none."""
        return self.stack.pop() if self.stack else None

    def popped_text(self) -> str:
        """Take the last value if it is a text."""
        value = self.pop()
        if isinstance(value, Saying) and isinstance(value.value, str):
            return value.value
        return ""

    def enter(self, kind: str) -> None:
        """Open a call; reading goes on after it when it returns."""
        self.frames = (*self.frames, Frame(kind, self.container, self.index))
        self.outer_temps.append(self.temps)
        self.temps = {}

    def returned(self, value: StackValue = None) -> bool:
        """Close the last call and give its value; False if none is open."""
        if not self.frames:
            return False
        frame = self.frames[-1]
        self.frames = self.frames[:-1]
        self.temps = self.outer_temps.pop() if self.outer_temps else {}
        self.container, self.index = frame.container, frame.place
        if frame.kind == "function":
            self.stack.append(literal("") if value is None else value)
        return True

    def returned_from_thread(self) -> bool:
        """Close the last call if it is a thread's; False otherwise."""
        return bool(self.frames) and self.frames[-1].kind == "thread" and self.returned()
