"""The contract of ``main.py score``: JSON Lines in, one line out for each, in order."""

import io
import json

import pytest

from simulator.command_line.score import LONGEST_LINE, run_score, score_lines
from simulator.language import CueReplyModel

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
