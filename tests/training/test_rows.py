import pytest

from simulator.core.scoring.rubric import Skill
from training.fit import is_tuning
from training.rows import DATA, Row, rated

WRITTEN = """
=== kettle
channel: chat
name: Ada Brook
emotion: warm - annoyed
customer: It leaks again.
earlier: customer: Hello? | rep: One moment.
facts: A new one arrives Thursday. No return needed.
76 70 90 fine | [[C+:Sorry, Ada]]. A new one [[H+:comes Thursday]], keep the old one.
12 14 8 sarcasm | [[CP-:What a gift you have]].
"""


@pytest.fixture
def written(tmp_path):
    file = tmp_path / "some.replies"
    file.write_text(WRITTEN, encoding="utf-8")
    return file


def test_a_written_reply_is_read_without_its_marks(written):
    row = rated(written)[0]

    assert row.reply == "Sorry, Ada. A new one comes Thursday, keep the old one."
    assert row.scores == (76, 70, 90)
    assert row.kind == "fine"


def test_the_marks_point_at_the_words_that_were_marked(written):
    row = rated(written)[0]

    marked = [(row.reply[it.start : it.end], it.skill, it.is_good) for it in row.marked]
    assert marked == [
        ("Sorry, Ada", Skill.COURTESY, True),
        ("comes Thursday", Skill.HELPFULNESS, True),
    ]


def test_a_mark_of_two_letters_counts_for_both_skills(written):
    row = rated(written)[1]

    assert {it.skill for it in row.marked} == {Skill.COURTESY, Skill.PATIENCE}
    assert not any(it.is_good for it in row.marked)


def test_the_situation_is_read_with_its_turns_and_facts(written):
    context = rated(written)[0].context

    assert context.facts == ("A new one arrives Thursday.", "No return needed.")
    assert [(turn.who, turn.text) for turn in context.earlier] == [
        ("customer", "Hello?"),
        ("rep", "One moment."),
    ]


def test_a_line_that_belongs_nowhere_is_told_with_its_place(tmp_path):
    file = tmp_path / "bad.replies"
    file.write_text("=== a\nchannel: chat\nwhat is this\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"bad\.replies:3"):
        rated(file)


@pytest.mark.parametrize("file", sorted(DATA.rglob("*.replies")), ids=lambda file: file.stem)
def test_every_written_file_can_be_read_and_is_within_the_scale(file):
    rows = rated(file)

    assert rows
    assert all(0 <= score <= 100 for row in rows for score in row.scores)
    assert all(row.reply.strip() and "[[" not in row.reply for row in rows)


def test_no_reply_that_is_measured_on_is_trained_on():
    learnt = {row.reply for row in rated(DATA / "rated" / "train.jsonl")}
    for file in (DATA / "written").glob("*.replies"):
        learnt |= {row.reply for row in rated(file) if len(row.reply.split()) > 4}
    measured = rated(DATA / "rated" / "dev.jsonl") + rated(DATA / "rated/dev_other_writer.jsonl")
    measured += [it for file in (DATA / "held_out").glob("*.replies") for it in rated(file)]

    assert not learnt & {row.reply for row in measured if len(row.reply.split()) > 4}


def test_a_situation_is_kept_for_tuning_as_a_whole():
    rows = rated(DATA / "rated" / "train.jsonl")

    kept = {row.situation for row in rows if is_tuning(row)}

    assert 0.04 < len(kept) / len({row.situation for row in rows}) < 0.14
    assert all(is_tuning(Row(it, rows[0].context, "", (0, 0, 0))) for it in kept)
