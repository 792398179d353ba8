"""A voice that says nothing and remembers what it was given."""

from simulator.core.services import Voice


class FakeVoice:
    """Keeps every line it was to speak."""

    def __init__(self) -> None:
        self.spoken: list[str] = []
        """The lines, in order."""

    def speak(self, text: str, pitch: str = "middle", pace: str = "even") -> None:  # noqa: ARG002
        """Remember a line."""
        self.spoken.append(text)

    def stop(self) -> None:
        """Be as silent as before."""

    def close(self) -> None:
        """Have nothing to end."""


def as_voice(voice: FakeVoice) -> Voice:
    """Let mypy compare the fake with the real thing."""
    return voice
