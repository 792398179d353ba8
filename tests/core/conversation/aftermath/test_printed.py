import pytest

from simulator.core.conversation.aftermath import (
    KIND_WORDS,
    NOTE,
    SHIPPED,
    Assumptions,
    assumptions_of,
    listed,
    setting_of,
)
from simulator.core.errors import ProfileError


def by_name(assumptions=SHIPPED):
    return {assumption.name: assumption for assumption in listed(assumptions)}


def test_every_number_is_listed_with_its_source():
    rows = listed(SHIPPED)
    numbers = [*Assumptions.model_fields, *(["venue"] * 4 * 3)]

    assert len(rows) == len(numbers) - 3
    assert all(row.title and row.source.endswith(".") for row in rows)
    assert {row.kind for row in rows} == set(KIND_WORDS)


def test_the_study_figures_are_told_apart_from_the_interpolated_one_and_our_own():
    rows = by_name()

    assert rows["leaves_after_first_bad"].kind == "study"
    assert rows["leaves_by_second_bad"].kind == "interpolated"
    assert rows["leaves_by_third_bad"].kind == "study"
    assert rows["posts_after_bad"].kind == "study"
    assert rows["tells_after_bad"].kind == "own"


def test_a_study_figure_says_that_it_is_stated_intention():
    rows = by_name()

    assert "Stated intention" in rows["leaves_after_first_bad"].source
    assert "5,500 consumers" in rows["leaves_after_first_bad"].source


def test_no_two_numbers_have_the_same_title():
    titles = [row.title for row in listed(SHIPPED)]

    assert len(set(titles)) == len(titles)


def test_a_changed_number_is_shown_as_changed_beside_the_shipped_one():
    row = by_name(Assumptions(posts_after_bad=0.2))["posts_after_bad"]

    assert (row.value, row.shipped, row.is_changed) == (0.2, 0.4, True)
    assert not by_name()["posts_after_bad"].is_changed


def test_changed_numbers_are_kept_and_read_back():
    forum = SHIPPED.review_forum.model_copy(update={"lifetime_days": 30})
    changed = Assumptions(posts_after_bad=0.2, review_forum=forum)

    assert assumptions_of(setting_of(changed)) == changed


def test_only_what_was_changed_is_kept_so_that_better_numbers_reach_the_rest():
    assert setting_of(Assumptions(posts_after_bad=0.2)) == '{"posts_after_bad":0.2}'


@pytest.mark.parametrize("setting", [None, "", "{}"])
def test_without_changes_the_shipped_numbers_hold(setting):
    assert assumptions_of(setting) == SHIPPED


@pytest.mark.parametrize("setting", ["{", '{"posts_after_bad":2}', '{"unheard_of":1}'])
def test_numbers_that_cannot_be_used_are_told(setting):
    with pytest.raises(ProfileError, match="Go back to the shipped"):
        assumptions_of(setting)


@pytest.mark.parametrize(
    "changed",
    [
        {"leaves_by_second_bad": 0.4},
        {"loyal_from": 80},
        {"tells_after_bad": 2},
    ],
)
def test_numbers_that_contradict_each_other_are_refused(changed):
    with pytest.raises(ValueError, match=r"bad contact|come back|must rise"):
        Assumptions.model_validate(changed)


def test_the_note_speaks_of_the_small_ring_and_the_large_unequal_one():
    assert "not a forecast" in NOTE
    assert "small ring" in NOTE
    assert "very unequal" in NOTE
    assert "may not hold for networks online" in NOTE
