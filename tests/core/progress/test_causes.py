"""The cause report: how contacts went by what lay behind them."""

import pytest

from simulator.core.progress.causes import cause_report
from simulator.core.progress.people import ContactCard, PastContact
from simulator.core.scenario.words import Cause, EndingKind
from simulator.core.scoring.rubric import Skill
from tests.core.conversation.small_contact import chosen, rated
from tests.core.conversation.varied import begin, noted, varied
from tests.core.progress.past import line_of, past


def finished(causes=("silence",), named=(), *, score=85, day=0) -> PastContact:
    """Give a contact to the good end whose trouble had these causes, with those named after it."""
    session = begin(varied({"after.causes": list(causes)}), seed=day + 1)
    for reply in ("own", "courier-tomorrow"):
        session = chosen(session, reply, rated(score, score, score))
    return past(noted(session, causes=named), day)


def rude(day=0) -> PastContact:
    """Give a contact in which the customer left, and nothing was noted."""
    session = begin(varied({}), seed=day + 1).after_reply("No.", rated(10, 20, 30))
    return past(noted(session), day)


def report(*contacts, **changes):
    lines = cause_report(contacts, [line_of(contact, **changes) for contact in contacts])
    return {line.cause: line for line in lines}


@pytest.mark.parametrize("cause", ["treatment", "quality", "silence", "journey"])
def test_rows_18_to_21_each_cause_stands_in_the_report(cause):
    lines = report(finished([cause]))

    assert {it: line.contacts for it, line in lines.items() if line.contacts} == {cause: 1}


def test_a_contact_with_several_causes_counts_for_each():
    lines = report(finished(["treatment", "quality"]), finished(["quality"], day=1))

    assert lines[Cause.TREATMENT].contacts == 1
    assert lines[Cause.QUALITY].contacts == 2


def test_the_averages_are_of_the_contacts_with_the_cause_alone():
    others = finished(["quality"], score=20, day=2)

    lines = report(finished(score=80), finished(score=60, day=1), others)

    assert lines[Cause.SILENCE].means == dict.fromkeys(Skill, 70)
    assert lines[Cause.QUALITY].means == dict.fromkeys(Skill, 20)


def test_the_score_a_trainer_gave_counts():
    line = report(finished(score=80), patience=90)[Cause.SILENCE]

    assert line.means[Skill.PATIENCE] == 90


def test_a_skill_that_was_never_rated_has_no_average():
    line = report(finished(), helpfulness=None)[Cause.SILENCE]

    assert line.means[Skill.HELPFULNESS] is None


def test_it_is_counted_how_often_the_trainee_noted_the_cause():
    line = report(
        finished(named=["silence"]),
        finished(named=["quality"], day=1),
        finished(named=(), day=2),
    )[Cause.SILENCE]

    assert (line.noted, line.asked) == (1, 3)


def test_noting_every_cause_shows_where_the_cause_was_another():
    lines = report(finished(["silence"], named=list(Cause)))

    assert (lines[Cause.SILENCE].noted, lines[Cause.SILENCE].noted_elsewhere) == (1, 0)
    assert lines[Cause.QUALITY].noted_elsewhere == 1
    assert lines[Cause.QUALITY].contacts == 0


def test_in_a_shift_nobody_was_asked_for_the_cause():
    line = report(finished(score=80), shift_id="s1", shift_number=1)[Cause.SILENCE]

    assert (line.noted, line.asked) == (0, 0)
    assert line.means[Skill.COURTESY] == 80


def test_the_endings_are_counted():
    stopped = past(noted(begin(varied({}), seed=9).after_stopping()), 9)

    line = report(finished(), finished(day=1), rude(2), stopped)[Cause.SILENCE]

    assert line.endings == {EndingKind.GOOD: 2, EndingKind.BAD: 1, None: 1}


def test_a_scorecard_of_an_earlier_version_has_no_cause():
    whole = finished()
    card = whole.card.model_dump()
    del card["after"]
    old = PastContact("old", "ana", "Ana", whole.finished_at, ContactCard.model_validate(card))

    lines = report(old, finished(day=1))

    assert lines[Cause.SILENCE].contacts == 1


def test_without_contacts_every_cause_stands_at_nothing():
    lines = cause_report((), ())

    assert [line.cause for line in lines] == list(Cause)
    assert all(line.contacts == line.asked == 0 for line in lines)
