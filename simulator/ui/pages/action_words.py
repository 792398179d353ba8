"""What a reply does beside its words, as a sign: the words and the icon."""

from collections.abc import Sequence

WILL_DO: dict[str, tuple[str, str]] = {
    "hold": ("Puts on hold", "pause"),
    "transfer": ("Passes on", "arrowright"),
    "warn": ("Sets a boundary", "shield"),
    "end": ("Ends the contact", "stop"),
}
"""The sign of a reply that can be chosen: words and icon."""

_TIMES = ("", "once", "twice")


def done(actions: Sequence[str]) -> tuple[str, str]:
    """Say what the last of some replies did, such as "warned twice"; words and icon.

    Args:
        actions: what replies did, the oldest first; at least one.
    """
    last = actions[-1]
    icon = WILL_DO[last][1]
    if last != "warn":
        words = {"hold": "put on hold", "transfer": "passed on", "end": "ended the contact"}
        return words[last], icon
    count = sum(action == "warn" for action in actions)
    return f"warned {_TIMES[count] if count < len(_TIMES) else f'{count} times'}", icon
