"""The parts of the speed benchmark that can be told without a clock."""

import io
import json

import pytest

from benchmarks.scorer_speed import HOSTILE, hostile_reply, line_of, peak_megabytes
from simulator.command_line.score import score_lines
from simulator.core.scoring.context import ReplyContext
from tests.fakes.reply_model import FakeReplyModel
from training.rows import Row


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_reply_has_the_length_that_is_measured(kind):
    assert len(hostile_reply(kind, 1_000)) == 1_000


def test_a_line_for_the_command_carries_the_whole_context():
    context = ReplyContext(customer_message="Hello?", facts=("It opens at nine.",), channel="chat")
    model = FakeReplyModel()
    line = json.dumps(line_of(7, Row("a", context, "At nine.", (60, 60, 80))))

    status = score_lines([line], io.StringIO(), model)

    assert status == 0
    assert model.questions[0].context == context


def test_the_memory_of_this_process_is_told_in_megabytes():
    assert 5 < peak_megabytes() < 5_000
