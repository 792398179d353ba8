"""What holds for every reply: evidence to check, the same answer twice, time in bounds."""

import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.scoring.caps import CAPS
from simulator.core.scoring.context import Question, ReplyContext
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.tally import START, bent
from simulator.language import CueReplyModel
from simulator.language.cues import cue_lists
from simulator.language.reading import Reading
from tests.language.hard_cases import HARD_CASES
from tests.language.test_probes import CHARGED_TWICE, REFUND, STAYING

LONG_REPLIES = {
    "emoji": "😀" * 10_000,
    "exclamation marks": "!" * 10_000,
    "zalgo": "z̷̢a̴l" * 2_000,
    "one long word": "a" * 10_000,
    "very": "very " * 5_000,
    "numbers": "1,1,1," * 1_700,
    "quotation marks": '"' * 10_000,
    "openings": "I will " * 1_430,
    "faults": "you should have told me, I'm sorry. " * 290,
    "names": "Hi Ann, " * 1_250,
    "blank lines": "\n" * 10_000,
}
SECONDS_AT_MOST = 0.5
"""Ten times what a long reply takes on a quiet machine: catches squares, not slow machines."""


@pytest.mark.parametrize("reply", LONG_REPLIES.values(), ids=LONG_REPLIES.keys())
def test_a_very_long_reply_is_read_in_time(model, reply):
    model.assess("I will just check.", Question(context=CHARGED_TWICE))
    start = time.process_time()

    model.assess(reply, Question(context=CHARGED_TWICE))

    assert time.process_time() - start < SECONDS_AT_MOST


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_rated_with_evidence_that_quotes_it(reply):
    rating = CueReplyModel().rate(reply, CHARGED_TWICE)

    for reason in rating.evidence:
        assert reason.is_missing or reply[reason.start : reason.end] == reason.span


@pytest.mark.parametrize("case", HARD_CASES, ids=lambda case: str(case.number))
def test_evidence_is_verbatim_named_and_explained(model, case):
    for reason in model.rate(case.reply, case.context).evidence:
        assert reason.is_missing or case.reply[reason.start : reason.end] == reason.span
        assert reason.span != ""
        assert reason.note
        assert (reason.points > 0) == (reason.effect == "+")


@pytest.mark.parametrize("case", HARD_CASES, ids=lambda case: str(case.number))
@pytest.mark.parametrize("skill", SKILLS)
def test_the_points_of_the_evidence_explain_the_score(model, case, skill):
    rating = model.rate(case.reply, case.context)
    temperature = Reading(case.reply, case.context, cue_lists("en")).temperature

    points = sum(reason.points for reason in rating.evidence if reason.skill is skill)
    uncapped = bent(START[temperature][skill] + points)

    caps = {limits[skill] for limits in CAPS.values() if skill in limits}
    assert rating.of(skill) == round(uncapped) or (
        rating.of(skill) < uncapped and rating.of(skill) in caps
    )


@pytest.mark.parametrize(
    "reply", ["\ud83d", "I am sorry\udc00, I'll ring you.", "\ud800 you idiot"]
)
def test_half_a_character_does_no_harm(model, reply):
    assessed = model.assess(reply, Question(context=CHARGED_TWICE))

    assert assessed.model_dump_json()
    for reason in assessed.rating.evidence:
        assert reason.is_missing or len(reason.span) == reason.end - reason.start


def test_the_time_grows_with_the_length_and_not_with_its_square(model):
    _seconds(model, STAYING + REFUND)

    short, long = (_seconds(model, f"{STAYING} {REFUND} " * times) for times in (1, 8))

    assert long < 24 * short


def _seconds(model, reply):
    start = time.process_time()
    for _ in range(3):
        model.rate(reply, CHARGED_TWICE)
    return time.process_time() - start


def test_the_same_reply_gets_the_same_answer_whatever_the_hash_seed():
    code = (
        "from simulator.language import CueReplyModel;"
        "from tests.language.test_probes import CHARGED_TWICE, REFUND;"
        "print(CueReplyModel().rate(REFUND, CHARGED_TWICE).model_dump_json())"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(answers) == 1


@pytest.mark.parametrize("reply", [REFUND, STAYING])
def test_without_a_quoted_merit_the_score_falls(model, reply):
    whole = model.rate(reply, CHARGED_TWICE)
    quotes = {
        (reason.start, reason.end)
        for reason in whole.evidence
        if reason.effect == "+" and reason.start is not None and reason.points >= 4
    }

    for start, end in quotes:
        without = model.rate(reply[:start] + reply[end:], CHARGED_TWICE)
        assert sum(without.of(skill) for skill in SKILLS) < sum(whole.of(skill) for skill in SKILLS)


@pytest.mark.parametrize(
    ("fault", "rest"),
    [
        ("As I said, ", "it is back on your card by Friday."),
        ("You should have checked. ", "I am refunding the 47 dollars now."),
        ("Calm down. ", "I am refunding the 47 dollars now."),
    ],
)
def test_without_a_quoted_fault_the_score_rises(model, fault, rest):
    whole, without = model.rate(fault + rest, CHARGED_TWICE), model.rate(rest, CHARGED_TWICE)

    assert without.courtesy > whole.courtesy
    assert without.patience > whole.patience


def test_what_is_missing_has_no_place(model):
    rating = model.rate("It left on Monday.", CHARGED_TWICE)

    missing = [reason for reason in rating.evidence if reason.is_missing]

    assert "no-acknowledgement" in {reason.cue for reason in missing}
    assert all(reason.effect == "-" for reason in missing)


def test_another_language_is_read_by_the_first_list(model):
    assert cue_lists("xx").cues.keys() == cue_lists("en-GB").cues.keys()


@pytest.mark.parametrize("cue", cue_lists("en").cues.values(), ids=lambda cue: cue.id)
def test_every_cue_is_explained_in_plain_kind_words(cue):
    assert cue.note.endswith(".")
    assert "!" not in cue.note
    assert not {'"', "'"} & set(cue.note)
    assert len(cue.note) <= 110
    assert cue.points


MISSING = ("no-acknowledgement", "no-room", "no-step")
"""Cues that are shown without a quote."""


@pytest.mark.parametrize("cue", cue_lists("en").cues.values(), ids=lambda cue: cue.id)
def test_a_note_reads_on_from_the_quote_before_it(cue):
    if cue.name not in MISSING:
        assert cue.note.startswith("This ")


def test_a_reply_needs_no_context(model):
    rating = model.rate("I am sorry, I'll refund you today.", ReplyContext())

    assert None not in rating.scores.values()
    assert rating.of(Skill.HELPFULNESS) > 50
