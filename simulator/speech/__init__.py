"""The customer's lines aloud: a worker process synthesises them, the program plays them.

Importing this package loads neither a speech engine nor a sound library.

The sound library is miniaudio and not sounddevice. Both are MIT and have wheels for Windows and
macOS, but on Linux sounddevice (0.03 MB) needs a PortAudio that an administrator must install, and
cannot even be imported without. miniaudio (0.3 to 0.6 MB) brings all it needs, and reads files too.
"""

from simulator.speech.player import DevicePlayer, Player
from simulator.speech.speaker import NOT_AVAILABLE, Limits, Speaker

__all__ = ["NOT_AVAILABLE", "DevicePlayer", "Limits", "Player", "Speaker"]
