"""What must not move a score, and what must: the same replies, changed in one respect.

The bounds are the project's promises. Where only a mean is bounded, a single reply may move
further: a typo can hit the one word that carried the kindness.
"""

import re
from statistics import fmean

import pytest

from simulator.core.scoring.rubric import SKILLS, Skill
from training.rows import DATA, rated

ROWS = [
    row
    for row in rated(DATA / "held_out" / "classes.replies")
    if row.kind in ("fine", "middle", "short-fine", "kind-no-help")
][::4]

NAMES = ("Emily Walsh", "Lakisha Washington", "Mohammed Al-Farsi", "Nguyen Thi Lan", "Jamal Brown")


def scores(trained, reply, context):
    return list(trained.rate(reply, context).scores.values())


def moves(trained, change):
    """By how much each score of each reply moves, for the replies that the change touches."""
    found = []
    for row in ROWS:
        changed = change(row.reply)
        if changed != row.reply:
            before = scores(trained, row.reply, row.context)
            after = scores(trained, changed, row.context)
            found.append([late - early for early, late in zip(before, after, strict=True)])
    assert len(found) >= 5
    return found


def largest(found):
    return max(abs(it) for move in found for it in move)


def mean_size(found):
    return fmean(abs(it) for move in found for it in move)


def renamed(text, old, new):
    for one, other in zip(old.split(), [*new.split(), new.split()[-1]], strict=False):
        text = re.sub(rf"\b{re.escape(one)}\b", other, text)
    return text


@pytest.mark.parametrize("name", NAMES)
def test_another_name_of_the_customer_moves_no_score_by_more_than_two(trained, name):
    for row in ROWS:
        old = row.context.customer_name
        context = row.context.model_copy(
            update={
                "customer_name": name,
                "customer_message": renamed(row.context.customer_message, old, name),
                "facts": tuple(renamed(fact, old, name) for fact in row.context.facts),
            }
        )

        before = scores(trained, row.reply, row.context)
        after = scores(trained, renamed(row.reply, old, name), context)

        assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 2


def test_british_and_american_spelling_are_worth_the_same(trained):
    pairs = {"apologise": "apologize", "cheque": "check", "cancelled": "canceled",
             "colour": "color", "favourite": "favorite", "organise": "organize",
             "realise": "realize", "centre": "center", "grey": "gray"}  # fmt: skip
    base = "I apologise, your booking was cancelled. I realise that was the colour you wanted."
    american = base
    for british, other in pairs.items():
        american = american.replace(british, other)
    context = ROWS[0].context

    before, after = scores(trained, base, context), scores(trained, american, context)

    assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 10


def test_one_typo_moves_the_scores_little(trained):
    def typo(reply):
        words = list(re.finditer(r"[a-z]{6,}", reply))
        if not words:
            return reply
        middle = words[len(words) // 2]
        at = middle.start() + 2
        return reply[:at] + reply[at + 1] + reply[at] + reply[at + 2 :]

    assert mean_size(moves(trained, typo)) <= 4


def test_small_letters_throughout_move_the_scores_little(trained):
    assert mean_size(moves(trained, str.lower)) <= 2


def test_one_word_in_capitals_for_clarity_moves_the_scores_little(trained):
    def one_louder(reply):
        return re.sub(r"\b(today|now|not|free|yes|no)\b", lambda it: it[0].upper(), reply, count=1)

    assert mean_size(moves(trained, one_louder)) <= 3


def test_a_spoken_filler_word_moves_the_scores_little(trained):
    assert mean_size(moves(trained, lambda reply: "Um, " + reply[0].lower() + reply[1:])) <= 4


def test_a_second_language_slip_moves_the_scores_little(trained):
    def without_articles(reply):
        return re.sub(r"\b(?:the|a|an) (?=[a-z])", "", reply, count=2)

    assert mean_size(moves(trained, without_articles)) <= 4


def test_the_order_of_the_sentences_moves_the_scores_little(trained):
    def turned(reply):
        sentences = re.split(r"(?<=[.!?])\s+", reply)
        return " ".join([*sentences[1:], sentences[0]]) if len(sentences) > 2 else reply

    assert mean_size(moves(trained, turned)) <= 6


def test_pronouns_of_a_third_person_move_the_scores_little(trained):
    swaps = {"he": "she", "him": "her", "his": "her", "she": "he", "her": "his"}

    def swapped(reply):
        return re.sub(r"\b(he|him|his|she|her)\b", lambda it: swaps[it[0]], reply)

    replies = [
        "My colleague is on it; he rings you before noon and his notes are complete.",
        "I spoke to the driver, she has your parcel and her van is ten minutes away.",
    ]
    for reply in replies:
        before = scores(trained, reply, ROWS[0].context)
        after = scores(trained, swapped(reply), ROWS[0].context)
        assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 4


def test_polite_words_heaped_on_a_good_reply_do_not_pay(trained):
    def stuffed(reply):
        return f"Please, thank you kindly, thank you, with our warmest apologies. {reply}"

    found = moves(trained, stuffed)

    assert fmean(move[SKILLS.index(Skill.COURTESY)] for move in found) <= 10
    assert fmean(move[SKILLS.index(Skill.HELPFULNESS)] for move in found) <= 4


def test_a_smiley_does_not_pay(trained):
    found = moves(trained, lambda reply: f"{reply} 🙂")

    assert mean_size(found) <= 4


@pytest.mark.parametrize(
    ("kind", "turned"),
    [
        ("I'm happy to help you with that.", "I'm not happy to help you with that."),
        ("I'd be delighted to look into it.", "I'd be delighted to look into it, but I won't."),
        ("I'm sorry this happened to you.", "I'm not sorry this happened to you."),
    ],
)
def test_a_not_that_takes_the_kindness_back_costs_courtesy(trained, kind, turned):
    context = ROWS[0].context

    assert trained.rate(kind, context).courtesy >= trained.rate(turned, context).courtesy + 12
