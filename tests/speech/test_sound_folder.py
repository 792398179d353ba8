import subprocess
import sys

import pytest

from simulator.speech.sound_folder import SoundFolder, remove_forgotten_folders


@pytest.fixture
def folder():
    folder = SoundFolder()
    yield folder
    folder.remove()


def test_a_folder_is_private(folder):
    if sys.platform == "win32":
        pytest.skip("Windows keeps the temporary folder private as a whole")

    assert folder.path.stat().st_mode & 0o077 == 0


def test_a_removed_folder_leaves_nothing(folder, temporary_folder):
    (folder.path / "1.wav").write_bytes(b"sound")

    folder.remove()

    assert list(temporary_folder.iterdir()) == []


def test_a_folder_in_use_is_kept(folder):
    remove_forgotten_folders()

    assert folder.path.exists()


def test_the_folder_of_a_killed_run_is_removed_by_the_next(temporary_folder):
    killed = (
        "import os, signal, tempfile\n"
        f"tempfile.tempdir = {str(temporary_folder)!r}\n"
        "from simulator.speech.sound_folder import SoundFolder\n"
        "folder = SoundFolder()\n"
        "os.abort()"
    )
    subprocess.run([sys.executable, "-c", killed], check=False, stderr=subprocess.DEVNULL)
    assert len(list(temporary_folder.iterdir())) == 1

    folder = SoundFolder()
    folder.remove()

    assert list(temporary_folder.iterdir()) == []


def test_a_strange_folder_of_a_like_name_is_kept(temporary_folder):
    strange = temporary_folder / "rapport-voice-of-another-program"
    strange.mkdir()

    remove_forgotten_folders()

    assert strange.exists()
