import array
import io
import operator
import queue
import wave

import pytest

from simulator.speech.worker import PITCHES, is_whole_sound
from simulator.speech.worker_process import WorkerProcess, worker_command

SENTENCE = "My parcel is a week late and nobody tells me anything."


class Workshop:
    """One worker and what it has said."""

    def __init__(self, folder):
        self._folder = folder
        self.answers = queue.SimpleQueue()
        self.process = WorkerProcess(
            worker_command(),
            lambda _worker, answer: self.answers.put(answer),
            lambda _worker: self.answers.put("ended"),
        )

    def next_answer(self):
        return self.answers.get(timeout=15)

    def send(self, text, pitch="middle", pace="even"):
        self.file = self._folder / "line.wav"
        job = {"number": 7, "text": text, "file": str(self.file), "pitch": pitch, "pace": pace}
        self.process.send(job)

    def sound(self, text, pitch="middle", pace="even"):
        self.send(text, pitch, pace)
        assert self.next_answer() == {"done": 7}
        return self.file.read_bytes()


def duration_s(sound):
    with wave.open(io.BytesIO(sound)) as opened:
        return opened.getnframes() / opened.getframerate()


def pitch_hz(sound):
    """Find the shift between 60 and 200 Hz at which the sound is most like itself."""
    with wave.open(io.BytesIO(sound)) as opened:
        rate_hz, frames = opened.getframerate(), opened.readframes(opened.getnframes())
    samples = array.array("h", frames)
    loudest = max(range(1000, len(samples) - 1000), key=lambda place: abs(samples[place]))
    part = samples[loudest - 1000 : loudest + 1000]

    def likeness(shift):
        return sum(map(operator.mul, part, part[shift:])) / (len(part) - shift)

    return rate_hz / max(range(rate_hz // 200, rate_hz // 60), key=likeness)


@pytest.fixture
def new_workshop(tmp_path):
    workshops = []

    def make():
        workshops.append(Workshop(tmp_path))
        return workshops[-1]

    yield make
    for workshop in workshops:
        workshop.process.kill()


@pytest.fixture
def workshop(real_engine, new_workshop):
    workshop = new_workshop()
    assert workshop.next_answer() == {"ready": True}
    return workshop


def test_a_sentence_of_eleven_words_takes_two_to_six_seconds(workshop):
    assert 2 <= duration_s(workshop.sound(SENTENCE)) <= 6


def test_each_of_many_lines_gets_its_own_sound(workshop):
    lines = ["Good morning.", SENTENCE] * 6

    durations_s = [duration_s(workshop.sound(line)) for line in lines]

    assert max(durations_s[0::2]) < 1.5
    assert min(durations_s[1::2]) > 2


def test_each_of_many_lines_keeps_its_own_pace(workshop):
    paces = ["slow", "brisk"] * 15

    durations_s = [duration_s(workshop.sound(SENTENCE, pace=pace)) for pace in paces]

    assert min(durations_s[0::2]) > 1.2 * max(durations_s[1::2])


def test_a_high_voice_swings_faster_than_a_low_one(workshop):
    low, middle, high = (pitch_hz(workshop.sound("Aaah", pitch)) for pitch in PITCHES)

    assert low < middle < high


@pytest.mark.parametrize("text", ["Thanks 👍", "שלום עולם", "e\u0301\u0302\u0303" * 50, "a" * 2000])
def test_unusual_texts_give_a_sound(workshop, text):
    workshop.sound(text)

    assert is_whole_sound(workshop.file)


def test_a_second_attempt_follows_a_first_without_a_sound(engine_that, new_workshop):
    engine = engine_that("def on_run(engine, run): run > 1 and write_sound(engine.file)")
    workshop = new_workshop()
    assert workshop.next_answer() == {"ready": True}

    workshop.sound("Hello")

    assert engine.runs == 2


def test_a_worker_ends_when_the_engine_writes_no_sound(engine_that, new_workshop):
    engine_that("def on_run(engine, run): pass")
    workshop = new_workshop()
    assert workshop.next_answer() == {"ready": True}

    workshop.send("Hello")

    assert workshop.next_answer() == "ended"


def test_a_worker_ends_when_the_engine_is_missing(engine_that, new_workshop):
    engine_that("def on_start(): raise RuntimeError('eSpeak or eSpeak-ng not installed')")

    assert new_workshop().next_answer() == "ended"


def test_what_an_engine_prints_disturbs_nothing(engine_that, new_workshop):
    engine_that("def on_start(): print('{', flush=True); os.system('echo noise; echo noise >&2')")

    assert new_workshop().next_answer() == {"ready": True}


@pytest.mark.parametrize(
    "content",
    [b"", b"RIFF", b"RIFF\x24\0\0\0" + bytes(36), b"RIFF\0\x10\0\0" + bytes(200)],
    ids=["nothing", "four bytes", "a head without sound", "half a file"],
)
def test_an_unfinished_file_is_no_whole_sound(tmp_path, content):
    file = tmp_path / "line.wav"
    file.write_bytes(content)

    assert not is_whole_sound(file)


def test_an_aiff_file_as_macos_writes_it_is_a_whole_sound(tmp_path):
    file = tmp_path / "line.wav"
    file.write_bytes(b"FORM\0\0\x01\0" + bytes(256))

    assert is_whole_sound(file)
