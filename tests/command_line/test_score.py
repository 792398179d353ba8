"""The contract of ``main.py score``: JSON Lines in, one line out for each, in order."""

import io
import json
import os
import queue
import threading
import tracemalloc
from contextlib import contextmanager

import pytest

from simulator.command_line.score import (
    LONGEST_LINE,
    MOST_AT_ONCE,
    available_lines,
    run_score,
    score_lines,
)
from simulator.language import CueReplyModel, TrainedReplyModel
from tests.fakes.reply_model import FakeReplyModel

GOOD = {
    "id": "a-1",
    "reply": "I'm sorry. I am refunding the 47 dollars today.",
    "customer_message": "You charged me twice!",
    "customer_name": "Ms Lee",
    "customer_emotion": "angry",
    "channel": "chat",
    "facts_the_rep_knows": "47 dollars were charged twice. The rep can refund it today.",
    "earlier": [{"who": "customer", "text": "Hello?"}],
    "language": "en",
}

SOON_S = 10


@pytest.fixture(scope="module")
def model():
    return CueReplyModel()


def scored(model, *lines):
    out = io.StringIO()
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    status = score_lines(io.StringIO(text), out, model)
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_gets_the_three_scores_and_the_evidence(model):
    status, [answer] = scored(model, GOOD)

    assert status == 0
    assert list(answer) == ["id", "courtesy", "patience", "helpfulness", "evidence"]
    assert answer["id"] == "a-1"
    assert all(0 <= answer[skill] <= 100 for skill in ("courtesy", "patience", "helpfulness"))


def test_the_evidence_quotes_the_reply(model):
    _, [answer] = scored(model, GOOD)

    assert answer["evidence"]
    for reason in answer["evidence"]:
        assert list(reason) == ["dimension", "effect", "cue", "start", "end", "span"]
        assert reason["effect"] in ("+", "-")
        if reason["start"] is None:
            assert reason["end"] is None
            assert reason["span"] is None
        else:
            assert GOOD["reply"][reason["start"] : reason["end"]] == reason["span"]


def test_a_reply_alone_is_enough(model):
    status, [answer] = scored(model, {"reply": "I will look for you."})

    assert status == 0
    assert answer["id"] is None


def test_a_reply_without_a_word_is_not_rated(model):
    status, [answer] = scored(model, {"id": 1, "reply": "  "})

    assert status == 0
    assert (answer["courtesy"], answer["patience"], answer["helpfulness"]) == (None, None, None)


def test_the_answers_come_in_order_and_blank_lines_are_passed_over(model):
    lines = [{"id": 1, "reply": "Yes."}, "", "   ", {"id": 2, "reply": "No."}]

    _, answers = scored(model, *lines)

    assert [answer["id"] for answer in answers] == [1, 2]


def test_fields_it_does_not_know_are_passed_over(model):
    status, [answer] = scored(model, {**GOOD, "courtesy": 12, "situation": "x", "set": 3})

    assert status == 0
    assert "error" not in answer


def test_facts_may_be_a_text_or_a_list(model):
    as_list = {**GOOD, "facts_the_rep_knows": GOOD["facts_the_rep_knows"].split(". ")}

    _, [from_text, from_list] = scored(model, GOOD, as_list)

    assert from_text["helpfulness"] == from_list["helpfulness"]


def test_null_in_an_optional_field_is_the_same_as_none_given(model):
    nothing = dict.fromkeys(
        ["customer_message", "customer_emotion", "facts_the_rep_knows", "earlier", "language"]
    )

    status, [answer] = scored(model, {"id": 1, "reply": "Hello there.", **nothing})

    assert status == 0
    assert "error" not in answer


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not valid JSON"),
        ("[1, 2]", "JSON object"),
        ('"text"', "JSON object"),
        ("NaN", "NaN"),
        ('{"id": 1, "reply": NaN}', "NaN"),
        ('{"reply": "a", "x": Infinity}', "Infinity"),
        ('{"id": 1}', "reply is missing"),
        ('{"id": 1, "reply": 5}', "reply must be a text"),
        ('{"id": 1, "reply": null}', "reply must be a text"),
        ('{"id": 1, "reply": ["a"]}', "reply must be a text"),
        ('{"id": [1], "reply": "a"}', "id must be"),
        ('{"id": 1, "reply": "a", "customer_message": 5}', "customer_message must be a text"),
        ('{"id": 1, "reply": "a", "facts_the_rep_knows": 5}', "facts_the_rep_knows"),
        ('{"id": 1, "reply": "a", "facts_the_rep_knows": ["b", 5]}', "facts_the_rep_knows"),
        ('{"id": 1, "reply": "a", "earlier": "b"}', "earlier must be a list"),
        ('{"id": 1, "reply": "a", "earlier": ["b"]}', "earlier turn 1"),
        ('{"id": 1, "reply": "a", "earlier": [{"who": "me", "text": "b"}]}', "customer or rep"),
        ('{"id": 1, "reply": "a", "earlier": [{"who": "rep"}]}', "text must be a text"),
        ('{"id": 1, "reply": "\\ud800"}', "surrogate"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id": 1' + "0" * 6_000 + ', "reply": "a"}', "number too long"),
    ],
)
def test_a_line_that_is_not_valid_is_told_and_the_run_goes_on(model, line, says):
    status, [bad, good] = scored(model, line, GOOD)

    assert status == 1
    assert list(bad) == ["id", "error"]
    assert says in bad["error"]
    assert good["id"] == "a-1"


def test_the_error_names_the_id_where_there_is_one(model):
    _, [answer] = scored(model, {"id": "x-7", "reply": 5})

    assert answer["id"] == "x-7"


def test_a_huge_line_is_told(model):
    status, [answer] = scored(model, json.dumps({"id": 1, "reply": "a" * LONGEST_LINE}))

    assert status == 1
    assert "longer than" in answer["error"]


def test_bytes_that_are_not_utf_8_are_the_fault_of_their_line():
    out = io.StringIO()

    status = run_score(
        io.BytesIO(b'{"id": 1, "reply": "caf\xe9"}\n{"id": 2, "reply": "Hi"}\n'), out
    )

    bad, good = (json.loads(line) for line in out.getvalue().splitlines())
    assert status == 1
    assert "UTF-8" in bad["error"]
    assert good["id"] == 2


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    out = io.StringIO()

    status = run_score(io.BytesIO(b'\xef\xbb\xbf{"id": 1, "reply": "Hi"}\r\n\r\n'), out)

    assert status == 0
    assert json.loads(out.getvalue())["id"] == 1


def test_each_answer_is_sent_before_the_next_line_is_read(model):
    out = io.StringIO()
    seen = []

    def lines():
        for number in range(3):
            seen.append(out.getvalue().count("\n"))
            yield json.dumps({"id": number, "reply": "Hello."}) + "\n"

    score_lines(lines(), out, model)

    assert seen == [0, 1, 2]


class Counting(FakeReplyModel):
    """Notes how many replies it was asked about at once."""

    def __init__(self):
        super().__init__()
        self.at_once = []

    def assess_all(self, asked):
        self.at_once.append(len(asked))
        return super().assess_all(asked)


@contextmanager
def running_score():
    """Run a scorer between two pipes; give the end to write to, and a queue of its answers."""
    lines_in, lines = (
        os.fdopen(end, mode, 0) for end, mode in zip(os.pipe(), ("rb", "wb"), strict=True)
    )
    answers, out = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), ("r", "w"), strict=True))
    answered = queue.SimpleQueue()

    def score():
        with lines_in, out, io.BufferedReader(lines_in) as buffered:
            run_score(buffered, out, FakeReplyModel())

    def listen():
        with answers:
            for answer in answers:
                answered.put(json.loads(answer))

    threads = [threading.Thread(target=work, daemon=True) for work in (score, listen)]
    for thread in threads:
        thread.start()
    with lines:
        yield lines, answered
    for thread in threads:
        thread.join(SOON_S)


def line_of(number):
    return json.dumps({"id": number, "reply": "Hello."}).encode() + b"\n"


def test_a_slow_pipe_gets_each_answer_before_it_sends_the_next_line():
    with running_score() as (lines, answered):
        for number in range(3):
            lines.write(line_of(number))

            assert answered.get(timeout=SOON_S)["id"] == number


def test_a_whole_line_does_not_wait_for_the_rest_of_the_next():
    with running_score() as (lines, answered):
        lines.write(line_of(1) + line_of(2)[:9])
        first = answered.get(timeout=SOON_S)
        lines.write(line_of(2)[9:])
        second = answered.get(timeout=SOON_S)

    assert (first["id"], second["id"]) == (1, 2)


def test_lines_that_are_there_already_are_assessed_together():
    model = Counting()

    run_score(io.BytesIO(b"".join(map(line_of, range(100)))), io.StringIO(), model)

    assert model.at_once == [MOST_AT_ONCE, 100 - MOST_AT_ONCE]


def test_a_batch_is_answered_in_order_with_its_errors_in_their_places():
    lines = [line_of(1), b"{\n", b"\n", line_of(2), b'{"id": 3}\n', b"\xff\n", line_of(4)]
    out = io.StringIO()
    model = Counting()

    status = run_score(io.BytesIO(b"".join(lines)), out, model)

    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert status == 1
    assert [answer["id"] for answer in answers] == [1, None, 2, 3, None, 4]
    assert ["error" in answer for answer in answers] == [False, True, False, True, True, False]
    assert model.at_once == [3]


def test_each_answer_of_a_batch_is_that_of_its_own_reply():
    replies = ["I'm sorry. I will refund it today.", "Whatever.", "Could you tell me the number?"]
    lines = [{"id": number, "reply": reply} for number, reply in enumerate(replies)]
    out = io.StringIO()

    run_score(io.BytesIO(b"".join(json.dumps(line).encode() + b"\n" for line in lines)), out)

    _, alone = scored(TrainedReplyModel(), *lines)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == alone


def test_a_last_line_without_an_end_is_answered():
    assert list(available_lines(io.BytesIO(b"one\ntwo"))) == [["one"], ["two"]]


def test_a_line_without_end_is_not_kept_whole():
    class Endless(io.RawIOBase):
        left = 200

        def read1(self, size):
            self.left -= 1
            return b"a" * size if self.left >= 0 else b""

    tracemalloc.start()
    [[line]] = available_lines(Endless())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(line) > LONGEST_LINE
    assert peak < 11_000_000
