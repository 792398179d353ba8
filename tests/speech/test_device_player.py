import queue
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from simulator.core.errors import VoiceError
from simulator.speech import DevicePlayer

RECORDER = """
pcm.!default { type file slave.pcm "nowhere" file "%s" format "raw" }
pcm.nowhere { type null }
ctl.!default { type null }
"""

PLAY_A_FILE = """
import sys, threading
from pathlib import Path
from simulator.speech import DevicePlayer
player, ended = DevicePlayer(), threading.Event()
for _ in range(2):
    player.play(Path(sys.argv[1]), ended.set)
    assert ended.wait(15)
    ended.clear()
    player.stop()
"""

PLAY_AND_STOP = """
import sys, time
from pathlib import Path
from simulator.speech import DevicePlayer
player = DevicePlayer()
for _ in range(100):
    player.play(Path(sys.argv[1]), lambda: None)
    begun_s = time.perf_counter()
    player.stop()
    assert time.perf_counter() - begun_s < 0.5
player.stop()
"""

NO_CARDS = "ctl.!default { type null }"


@pytest.fixture
def tone(tmp_path):
    """Half a second of a rising pattern that is nowhere silent."""
    file = tmp_path / "tone.wav"
    with wave.open(str(file), "wb") as opened:
        opened.setnchannels(1)
        opened.setsampwidth(2)
        opened.setframerate(22_050)
        opened.writeframes(bytes(1 + number % 100 for number in range(22_050)))
    return file


@pytest.fixture
def run_with_sound_system(tmp_path, monkeypatch):
    """Run a script in a process whose ALSA is set up by the given text."""
    if sys.platform != "linux":
        pytest.skip("ALSA is how Linux plays sound")

    def run(script, settings, *arguments):
        (tmp_path / "asound.conf").write_text(settings)
        monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
        monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
        command = [sys.executable, "-c", script, *map(str, arguments)]
        return subprocess.run(command, check=True, timeout=30, capture_output=True, text=True)

    return run


def test_every_sample_of_a_file_reaches_the_device_each_time(tone, tmp_path, run_with_sound_system):
    recording = tmp_path / "recording.raw"

    run_with_sound_system(PLAY_A_FILE, RECORDER % recording, tone)

    with wave.open(str(tone)) as opened:
        sound = opened.readframes(opened.getnframes())
    assert recording.read_bytes().startswith(sound)


def test_stop_works_at_any_moment_and_twice(tone, tmp_path, run_with_sound_system):
    run_with_sound_system(PLAY_AND_STOP, RECORDER % (tmp_path / "recording.raw"), tone)


def test_without_a_sound_device_playing_is_refused(tone, run_with_sound_system):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from simulator.core.errors import VoiceError\n"
        "from simulator.speech import DevicePlayer\n"
        "try: DevicePlayer().play(Path(sys.argv[1]), print)\n"
        "except VoiceError: print('refused')\n"
    )

    assert run_with_sound_system(script, NO_CARDS, tone).stdout == "refused\n"


def test_a_file_without_sound_is_refused(tmp_path):
    file = tmp_path / "line.wav"
    file.write_bytes(b"no sound at all")

    with pytest.raises(VoiceError):
        DevicePlayer().play(file, queue.SimpleQueue().get)


def test_importing_the_package_loads_no_engine_and_no_sound_library():
    script = (
        "import sys, simulator.speech\n"
        "heavy = {'pyttsx3', 'miniaudio', 'pydantic', 'PySide6', 'simulator.speech.worker'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=Path.cwd()
    )

    assert loaded.stdout == "[]\n"
