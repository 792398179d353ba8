import os
import signal
import statistics
import subprocess
import sys
import threading
import time

import pytest

from simulator.speech import NOT_AVAILABLE, Limits, Speaker
from tests.fakes.player import FakePlayer

HANGS_IN_A_LINE = "def on_run(engine, run): threading.Event().wait()"
HANGS_AT_ITS_START = "def on_start(): threading.Event().wait()"
SPEAKS_WHAT_IT_IS_TOLD = """
def on_run(engine, run):
    said = engine.text.encode().ljust(200)
    Path(engine.file).write_bytes(b"RIFF" + struct.pack("<I", len(said)) + said)
"""


class HungPlayer(FakePlayer):
    def __init__(self):
        super().__init__()
        self.begun, self.released = threading.Event(), threading.Event()

    def play(self, *_sound):
        self.begun.set()
        self.released.wait(30)


def said(player):
    return [sound[8:].decode().strip() for sound in player.played]


def test_a_line_is_spoken(real_engine, new_speaker, player):
    new_speaker().speak("My parcel is a week late.", "high", "brisk")

    assert player.has_played(1)
    assert player.played[0].startswith(b"RIFF")


def test_lines_are_spoken_in_order_by_one_worker(engine_that, new_speaker, player):
    engine = engine_that(SPEAKS_WHAT_IT_IS_TOLD)
    speaker = new_speaker()

    for number in range(3):
        speaker.speak(f"Line {number}.")
        assert player.has_played(number + 1)

    assert said(player) == ["Line 0.", "Line 1.", "Line 2."]
    assert len(engine.workers) == 1


def test_no_worker_is_started_before_the_first_line(engine_that, new_speaker):
    engine = engine_that()

    new_speaker().close()

    assert engine.workers == []


def test_a_line_being_spoken_gives_way_to_the_next(engine_that, new_speaker, player):
    engine_that(SPEAKS_WHAT_IT_IS_TOLD)
    speaker = new_speaker()
    speaker.speak("The first.")
    assert player.has_played(1)

    speaker.speak("...")

    assert player.is_silent()


def test_stop_falls_silent(engine_that, new_speaker, player):
    engine_that()
    speaker = new_speaker()
    speaker.speak("Hello")
    assert player.has_played(1)

    speaker.stop()

    assert player.is_silent()


def test_only_the_last_of_many_hasty_lines_is_spoken_to_its_end(engine_that, new_speaker, player):
    engine_that(SPEAKS_WHAT_IT_IS_TOLD)
    speaker = new_speaker()
    speaker.speak("Warming up.")
    assert player.has_played(1)

    for number in range(100):
        speaker.speak(f"Line {number}.")

    assert player.has_played(2)
    assert said(player)[-1] == "Line 99."


def test_a_line_stopped_while_it_is_synthesised_is_never_heard(engine_that, new_speaker, player):
    engine_that(SPEAKS_WHAT_IT_IS_TOLD)
    speaker = new_speaker()

    for number in range(100):
        speaker.speak(f"Line {number}.")
        speaker.stop()
    speaker.speak("The last.")

    assert player.has_played(1)
    assert said(player) == ["The last."]


def test_the_sound_device_is_let_go_after_the_last_word(engine_that, new_speaker, player):
    engine_that()
    new_speaker().speak("Hello")
    assert player.has_played(1)

    player.end_of_sound()

    assert player.is_silent()


def test_the_end_of_an_earlier_line_does_not_cut_a_later_one(engine_that, new_speaker, player):
    engine_that()
    speaker = new_speaker()
    speaker.speak("The first.")
    assert player.has_played(1)
    end_of_the_first = player._on_end
    speaker.speak("The second.")
    assert player.has_played(2)

    end_of_the_first()
    speaker.speak("The third.")

    assert player.has_played(3)
    assert not player.is_silent(within_s=0)


def test_a_line_of_10000_characters_is_cut_and_spoken(real_engine, new_speaker, player):
    new_speaker().speak("I have been waiting for a week now. " * 280)

    assert player.has_played(1)


@pytest.mark.parametrize("text", ["\ud83d", "\x00", "", "😡🔥" * 5000, "مرحبا", "<speak>", "[[x]]"])
def test_after_an_unusual_line_the_next_is_spoken(real_engine, new_speaker, player, text):
    speaker = new_speaker()

    speaker.speak(text, "unheard of", "unheard of")
    speaker.stop()
    speaker.speak("Hello.")

    assert player.has_played(1)


def test_no_engine_gives_one_notice_and_text_only(engine_that, new_speaker, player, notices):
    engine = engine_that("def on_start(): raise RuntimeError('eSpeak not installed')")
    speaker = new_speaker()

    speaker.speak("Hello.")

    assert notices.wait() == NOT_AVAILABLE
    starts = len(engine.workers)
    speaker.speak("Is anyone there?")
    speaker.close()
    assert notices.is_empty
    assert player.played == []
    assert len(engine.workers) == starts <= 3


def test_no_sound_device_gives_one_notice_and_text_only(
    engine_that, new_speaker, notices, temporary_folder
):
    engine_that()
    speaker = new_speaker(player=FakePlayer(has_device=False))

    speaker.speak("Hello.")

    assert notices.wait() == NOT_AVAILABLE
    speaker.speak("Is anyone there?")
    speaker.close()
    assert notices.is_empty
    assert list(temporary_folder.iterdir()) == []


def test_no_place_for_files_gives_one_notice(engine_that, new_speaker, notices, temporary_folder):
    engine_that()
    temporary_folder.rmdir()

    new_speaker().speak("Hello.")

    assert notices.wait() == NOT_AVAILABLE


def test_a_worker_that_dies_in_a_line_is_replaced_and_the_line_spoken(
    engine_that, new_speaker, player, notices
):
    engine = engine_that(
        "def on_run(engine, run): os._exit(1) if run == 1 else write_sound(engine.file)"
    )

    new_speaker().speak("Hello.")

    assert player.has_played(1)
    assert len(engine.workers) == 2
    assert notices.is_empty


def test_a_worker_killed_between_two_lines_is_replaced(
    engine_that, new_speaker, player, notices, is_running, wait_until
):
    engine = engine_that()
    speaker = new_speaker()
    for number in range(1, 5):
        speaker.speak("Hello.")
        assert player.has_played(number)

        os.kill(engine.workers[-1], signal.SIGTERM)
        wait_until(lambda: not is_running(engine.workers[-1]))

    assert len(engine.workers) == 4
    assert notices.is_empty


@pytest.mark.parametrize("hang", [HANGS_IN_A_LINE, HANGS_AT_ITS_START])
def test_a_hung_engine_is_killed_and_the_trainee_told_once(
    engine_that, new_speaker, notices, is_running, hang
):
    engine = engine_that(hang)
    speaker = new_speaker(Limits(start_s=2.0, line_s=0.2, character_s=0.0, failures=2))

    speaker.speak("Hello.")

    assert notices.wait() == NOT_AVAILABLE
    assert len(engine.workers) == 2
    assert not any(is_running(worker) for worker in engine.workers)
    speaker.close()
    assert notices.is_empty


def test_a_hung_engine_is_killed_within_2_seconds_of_its_limit(engine_that, new_speaker, notices):
    engine_that(HANGS_IN_A_LINE)
    begun_s = time.monotonic()

    new_speaker(Limits(line_s=0.2, character_s=0.0, failures=1)).speak("Hello.")

    assert notices.wait() == NOT_AVAILABLE
    assert time.monotonic() - begun_s < 0.2 + 2 + 2  # a slow machine's start of a worker besides


def test_a_longer_text_is_given_longer():
    limits = Limits(line_s=4.0, character_s=0.01)

    assert limits.for_text("a" * 200) == pytest.approx(6.0)


def test_speak_and_stop_return_at_once_while_the_engine_hangs(engine_that, new_speaker, wait_until):
    engine = engine_that(HANGS_IN_A_LINE)
    speaker = new_speaker()
    speaker.speak("Hello.")
    wait_until(lambda: engine.runs)

    took_s = []
    for _ in range(100):
        begun_s = time.perf_counter()
        speaker.speak("Hello again. " * 800)
        speaker.stop()
        took_s.append(time.perf_counter() - begun_s)

    assert statistics.median(took_s) < 0.005
    assert max(took_s) < 0.1


@pytest.mark.parametrize("behaviour", ["", HANGS_IN_A_LINE])
def test_close_leaves_no_process_and_no_file(
    engine_that, new_speaker, wait_until, is_running, temporary_folder, behaviour
):
    engine = engine_that(behaviour)
    speaker = new_speaker()
    speaker.speak("Hello.")
    wait_until(lambda: engine.runs)
    begun_s = time.monotonic()

    speaker.close()

    assert time.monotonic() - begun_s < 2
    assert not any(is_running(worker) for worker in engine.workers)
    assert list(temporary_folder.iterdir()) == []


def test_twenty_sessions_leave_no_process_and_no_file(
    real_engine, new_speaker, child_workers, temporary_folder
):
    for _ in range(20):
        speaker = new_speaker()
        speaker.speak("Hello.")
        speaker.close()

    assert child_workers() == []
    assert list(temporary_folder.iterdir()) == []


def test_a_file_is_removed_as_soon_as_it_is_played(
    engine_that, new_speaker, player, wait_until, temporary_folder
):
    engine_that()
    new_speaker().speak("Hello.")

    assert player.has_played(1)
    wait_until(lambda: not list(temporary_folder.rglob("*.wav")))


def test_a_closed_speaker_ignores_further_wishes(engine_that, new_speaker, player, notices):
    engine = engine_that()
    speaker = new_speaker()
    speaker.close()

    speaker.speak("Hello.")
    speaker.stop()
    speaker.close()

    assert engine.workers == []
    assert player.played == []
    assert notices.is_empty


PROGRAM = """
import sys, tempfile, threading
tempfile.tempdir = sys.argv[1]
from simulator.speech import Limits, Speaker
Speaker(print, limits=Limits(start_s=60, line_s=60)).speak("Hello.")
threading.Event().wait()
"""


@pytest.mark.parametrize("hang", [HANGS_IN_A_LINE, HANGS_AT_ITS_START])
def test_a_killed_program_leaves_no_worker_and_its_folder_to_the_next_start(
    engine_that, new_speaker, player, wait_until, is_running, temporary_folder, hang
):
    engine = engine_that(hang)
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, str(temporary_folder)])
    wait_until(lambda: engine.workers)
    [worker] = engine.workers
    assert is_running(worker)
    [left_behind] = temporary_folder.iterdir()

    program.kill()
    program.wait()

    wait_until(lambda: not is_running(worker))
    assert left_behind.exists()
    speaker = new_speaker()
    speaker.speak("Hello.")
    wait_until(lambda: not left_behind.exists())


def test_a_program_may_close_the_voice_when_it_hears_the_notice(engine_that, wait_until):
    engine_that("def on_start(): raise RuntimeError('eSpeak not installed')")
    heard = []
    speaker = Speaker(lambda notice: (speaker.close(), heard.append(notice)), FakePlayer())

    speaker.speak("Hello.")

    wait_until(lambda: heard)
    assert heard == [NOT_AVAILABLE]


def test_a_hung_sound_device_does_not_keep_the_program_from_closing(engine_that, notices):
    engine_that()
    player = HungPlayer()
    speaker = Speaker(notices, player)
    speaker.speak("Hello.")
    assert player.begun.wait(15)
    begun_s = time.monotonic()

    speaker.close()

    assert time.monotonic() - begun_s < 3
    player.released.set()
    speaker.close()
