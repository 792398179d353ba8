"""A player without a sound device, which remembers what it was given."""

import threading
from collections.abc import Callable
from pathlib import Path

from simulator.core.errors import VoiceError
from simulator.speech.player import Player


class FakePlayer:
    """Plays nothing. Every sound lasts until the test ends it or the speaker stops it."""

    def __init__(self, has_device: bool = True) -> None:
        self.has_device = has_device
        self.played: list[bytes] = []
        """The files' contents, in order."""
        self._on_end: Callable[[], None] | None = None
        self._changed = threading.Condition()

    def play(self, file: Path, on_end: Callable[[], None]) -> None:
        if not self.has_device:
            raise VoiceError("There is no sound device.")
        with self._changed:
            self.played.append(file.read_bytes())
            self._on_end = on_end
            self._changed.notify_all()

    def stop(self) -> None:
        with self._changed:
            self._on_end = None
            self._changed.notify_all()

    def end_of_sound(self) -> None:
        """Let the sound that plays come to its end."""
        with self._changed:
            on_end = self._on_end
        if on_end is None:
            raise ValueError("Nothing is playing.")
        on_end()

    def has_played(self, count: int, within_s: float = 15.0) -> bool:
        """Wait until that many sounds were begun."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.played) >= count, within_s)

    def is_silent(self, within_s: float = 15.0) -> bool:
        """Wait until nothing plays."""
        with self._changed:
            return self._changed.wait_for(lambda: self._on_end is None, within_s)


def as_player(player: FakePlayer) -> Player:
    """Let mypy compare the fake with the real thing."""
    return player
