"""Playing a sound file so that it can fall silent at once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from simulator.core.errors import VoiceError

if TYPE_CHECKING:
    import miniaudio

_RATE_HZ = 22_050
_BYTES_PER_FRAME = 2
_BUFFER_MS = 50
"""Sound handed over ahead of time. Less stutters on a busy machine, more is heard after a stop."""
_DRAIN_S = 0.4
"""Silence played after a line, so that no device is closed before its last word has sounded."""


class Player(Protocol):
    """Plays one sound at a time. Called from one thread only."""

    def play(self, file: Path, on_end: Callable[[], None], /) -> None:
        """Start to play a file and return; the file may be removed from then on.

        Args:
            file: a WAV, or on macOS an AIFF file.
            on_end: called from any thread when the sound has ended by itself.

        Raises:
            VoiceError: there is no sound device, or the file holds no sound.
        """
        ...

    def stop(self) -> None:
        """Fall silent and let the sound device go. Does nothing when nothing plays."""
        ...


class DevicePlayer:
    """Plays through the computer's standard sound device, taken anew for each sound.

    A headset plugged in between two lines is therefore used for the second.
    """

    def __init__(self) -> None:
        self._device: miniaudio.PlaybackDevice | None = None

    def play(self, file: Path, on_end: Callable[[], None]) -> None:
        """Start to play a file, as ``Player.play`` says."""
        import miniaudio

        self.stop()
        try:
            sound = miniaudio.decode_file(str(file), nchannels=1, sample_rate=_RATE_HZ)
            frames = _frames(sound.samples.tobytes(), on_end)
            next(frames)
            self._device = _standard_device()
            self._device.start(frames)
        except miniaudio.MiniaudioError as error:
            self.stop()
            raise VoiceError("The sound could not be played.") from error

    def stop(self) -> None:
        """Fall silent and let the sound device go."""
        if self._device is not None:
            self._device.close()
            self._device = None


def _standard_device() -> miniaudio.PlaybackDevice:
    import miniaudio

    device = miniaudio.PlaybackDevice(
        nchannels=1, sample_rate=_RATE_HZ, buffersize_msec=_BUFFER_MS, app_name="Rapport"
    )
    if device.backend == "Null":  # miniaudio's stand-in where no sound system is installed
        device.close()
        raise VoiceError("There is no sound device.")
    return device


def _frames(sound: bytes, on_end: Callable[[], None]) -> Generator[bytes, int, None]:
    """Yield what the device asks for: each send is a number of frames."""
    silence = bytes(int(_DRAIN_S * _RATE_HZ) * _BYTES_PER_FRAME)
    rest = memoryview(sound + silence)
    wanted = yield b""
    while rest:
        size = wanted * _BYTES_PER_FRAME
        part, rest = rest[:size], rest[size:]
        wanted = yield bytes(part)
    on_end()
    with contextlib.suppress(GeneratorExit):
        while True:
            yield b""
