"""Measure how soon the customer is heard.

    python -m benchmarks.voice

Needs a speech engine, but no sound device: what is measured ends where the device begins.
"""

import statistics
import threading
import time

from simulator.speech import Speaker

LINE = "My parcel is a week late and nobody tells me anything. What are you going to do about it?"
LINES = 50


class Stopwatch:
    """A player that only notes that it could now play."""

    def __init__(self) -> None:
        self.could_play = threading.Event()

    def play(self, *_sound: object) -> None:
        """Note it."""
        self.could_play.set()

    def stop(self) -> None:
        """Do nothing."""


def milliseconds_to_sound(speaker: Speaker, stopwatch: Stopwatch) -> tuple[float, float]:
    """Give how long ``speak`` took to return, and how long until the line could be played."""
    stopwatch.could_play.clear()
    begun_s = time.perf_counter()
    speaker.speak(LINE)
    returned_s = time.perf_counter()
    if not stopwatch.could_play.wait(30):
        raise SystemExit("No speech engine on this computer.")
    return (returned_s - begun_s) * 1000, (time.perf_counter() - begun_s) * 1000


def main() -> None:
    """Print the medians."""
    stopwatch = Stopwatch()
    speaker = Speaker(print, stopwatch)
    _, first_ms = milliseconds_to_sound(speaker, stopwatch)
    later = [milliseconds_to_sound(speaker, stopwatch) for _ in range(LINES)]
    begun_s = time.perf_counter()
    speaker.close()
    close_ms = (time.perf_counter() - begun_s) * 1000
    returns_ms, sounds_ms = (statistics.median(times) for times in zip(*later, strict=True))
    print(f"first line can be played after  {first_ms:8.1f} ms (the worker starts)")
    print(f"later lines can be played after {sounds_ms:8.1f} ms (median of {LINES})")
    print(f"speak() returns after           {returns_ms:8.3f} ms")
    print(f"close() returns after           {close_ms:8.1f} ms")


if __name__ == "__main__":
    main()
