"""Scorers measured on a handful of replies, and what is told of them."""

import json
import sys

import pytest

from benchmarks.agreement.__main__ import PEOPLE, main, rated_sets
from benchmarks.agreement.measuring import OURS, RatedSet, figures_of, measured
from benchmarks.agreement.report import as_markdown, as_text
from benchmarks.agreement.scorers import BASELINES, Scored, ours
from simulator.core.scoring.context import ReplyContext
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.ui.agreement import Agreement, Order, read_agreement
from training.rows import Row


def row(situation, reply, scores, kind=""):
    return Row(situation, ReplyContext(), reply, scores, kind)


ROWS = (
    row("late", "Thanks a lot for that.", (10.0, 10.0, 20.0), "sarcasm"),
    row("late", "I am so sorry, it leaves today.", (80.0, 60.0, 90.0), "fine"),
    row("cold", "No.", (30.0, 50.0, 10.0), "short-fine"),
    row("cold", "I will send somebody now.", (60.0, 60.0, 80.0), "fine"),
)


def scorer(*scores, margin=None):
    margins = {} if margin is None else dict.fromkeys(SKILLS, margin)
    return lambda rows: [Scored(tuple(map(float, it)), margins) for it in scores]


GENEROUS = ((50, 40, 20), (80, 60, 90), (30, 50, 10), (60, 60, 80))


def figures(*scores, margin=None):
    return figures_of("x", ROWS, scorer(*scores, margin=margin)(ROWS))


def agreement():
    sets = (
        measured(
            RatedSet("dev", "Some replies.", ROWS),
            {"training mean": BASELINES["training mean"](ROWS), OURS: scorer(*GENEROUS, margin=5)},
        ),
    )
    return Agreement(people=PEOPLE, sets=sets)


def test_each_scale_is_measured_by_itself():
    own = figures(*GENEROUS)

    assert own.scales[Skill.COURTESY].error == 10
    assert own.scales[Skill.PATIENCE].error == 7.5
    assert own.scales[Skill.HELPFULNESS].error == 0
    assert own.scales[Skill.HELPFULNESS].order == Order(pairs=2, right=2)


def test_a_kind_of_reply_has_its_signed_error():
    sarcasm = figures(*GENEROUS).kinds[0]

    assert (sarcasm.kind, sarcasm.replies) == ("sarcasm", 1)
    assert dict(sarcasm.errors) == dict(zip(SKILLS, (40, 30, 0), strict=True))


def test_courtesy_above_patience_is_counted_where_it_is_so():
    assert figures(*GENEROUS).apart == Order(pairs=2, right=2)


def test_a_reply_that_is_not_rated_counts_nowhere():
    own = figures((), *GENEROUS[1:])

    assert own.scales[Skill.COURTESY].replies == 3
    assert own.scales[Skill.COURTESY].error == 0
    assert [kind.kind for kind in own.kinds] == ["short-fine"]


def test_a_scorers_own_margin_is_held_against_its_errors():
    own = figures(*GENEROUS, margin=5)

    assert own.margins[Skill.COURTESY].points == 5
    assert own.margins[Skill.COURTESY].kept == 0.75


def test_a_scorer_without_a_margin_has_none():
    assert not figures(*GENEROUS).margins


def test_the_training_mean_knows_no_order():
    mean = figures_of("mean", ROWS, BASELINES["training mean"](ROWS)(ROWS))

    assert mean.scales[Skill.COURTESY].pearson is None
    assert mean.scales[Skill.COURTESY].spread == 0
    assert mean.scales[Skill.COURTESY].order.right == 0
    assert mean.scales[Skill.COURTESY].error == 25


def test_length_is_a_straight_line_through_the_training_replies():
    train = [row("a", "one", (10, 20, 30), ""), row("a", "one two three", (30, 20, 10), "")]

    [scored] = BASELINES["length"](train)([row("b", "one two", (0, 0, 0))])

    assert scored.scores == pytest.approx((20, 20, 20))


def test_ours_is_the_model_of_the_program():
    score, _ = ours()

    rude, kind = score(ROWS[2:])

    assert len(rude.scores) == 3
    assert rude.scores[2] < kind.scores[2]


def test_several_sets_are_also_measured_together(tmp_path):
    for name in ("one", "two"):
        text = "=== x\nchannel: chat\nemotion: cool\ncustomer: Hello?\n50 50 50 fine | Hello.\n"
        (tmp_path / f"{name}.replies").write_text(text, encoding="utf-8")

    sets = rated_sets([tmp_path / "one.replies", tmp_path / "two.replies"])

    assert [(one.name, len(one.rows)) for one in sets] == [
        ("all together", 2),
        ("one", 1),
        ("two", 1),
    ]


def test_the_tables_hold_ours_the_baselines_and_people():
    for words in (as_text(agreement()), as_markdown(agreement())):
        assert "this scorer" in words
        assert "training mean" in words
        assert "3 to 4.5" in words
        assert "+40 / +30 / +0" in words
        assert "75 %" in words


def test_every_row_of_a_markdown_table_has_its_cells():
    for block in as_markdown(agreement()).split("\n\n"):
        counts = {line.count("|") for line in block.splitlines() if line.startswith("|")}
        assert len(counts) <= 1


def test_the_command_writes_what_the_program_reads(tmp_path, monkeypatch, capsys):
    file = tmp_path / "few.jsonl"
    about = dict.fromkeys(("customer_message", "customer_name", "facts_the_rep_knows"), "")
    about |= {"customer_emotion": "cool", "channel": "chat", "evidence": []}
    scores = {"courtesy": 10, "patience": 20}
    rows = [
        {**about, **scores, "reply": reply, "helpfulness": helpfulness}
        for reply, helpfulness in (("No.", 10), ("I will send it today.", 80))
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    written = tmp_path / "agreement.json"
    arguments = ["agreement", str(file), "--baselines", "--json", str(written)]
    monkeypatch.setattr(sys, "argv", arguments)

    status = main()

    assert status == 0
    assert "few: 2 replies in 1 situations" in capsys.readouterr().out
    assert read_agreement(written).sets[0].ours.scales[Skill.HELPFULNESS].order.pairs == 1
