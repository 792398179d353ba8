import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.explaining import explained, marked, written
from tests.core.scenario.plain_moment import Moment

NOW = Moment(trust=35, mood=50, lent=True, courtesy=None, share=1.5)


def why(text: str) -> str:
    return marked(explained(Condition.parse(text), NOW))


def test_the_part_that_does_not_hold_is_marked_with_what_it_is():
    assert why("trust >= 40 and not told(no)") == "“trust >= 40 (is 35)” and not told(no)"


def test_every_part_that_does_not_hold_is_marked():
    assert why("trust >= 40 and mood > 60") == "“trust >= 40 (is 35)” and “mood > 60 (is 50)”"


def test_of_alternatives_all_are_at_fault():
    assert why("trust > 90 or told(no)") == "“trust > 90 (is 35)” or “told(no) (is false)”"


def test_what_was_turned_round_is_marked_as_a_whole():
    assert why("mood > 1 and not told(yes)") == "mood > 1 and “not told(yes) (is true)”"


def test_a_group_that_holds_is_left_alone_beside_one_that_does_not():
    text = "(mood > 1 or told(no)) and (trust > 40 or lent == false)"

    assert why(text) == (
        "(mood > 1 or told(no)) and (“trust > 40 (is 35)” or “lent == false (is true)”)"
    )


def test_several_names_in_one_comparison_are_told_by_name():
    assert why("trust > mood") == "“trust > mood (trust is 35, mood is 50)”"


def test_what_is_not_rated_is_told_as_not_known():
    assert why("courtesy < 40") == "“courtesy < 40 (is not known yet)”"


def test_a_condition_without_names_has_nothing_to_be():
    assert why("1 > 2") == "“1 > 2”"


def test_nothing_is_marked_in_a_condition_that_holds():
    assert why("trust > 30 and lent") == "trust > 30 and lent"


TEXTS = [
    "trust >= 40 and not told(yes)",
    "not (lent or trust < 3)",
    "not not lent",
    "(mood + trust) / 2 >= 45.5",
    "mood - (trust - 1) > -5",
    "20 < mood <= 60",
    "(mood > 1) == lent",
    "lent and (mood > 1 or trust > 1) or lent",
    "visits(opening) * 2 == 6",
    "mood < 0.00000012",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_condition_written_anew_reads_as_the_same(text):
    first = Condition.parse(text)
    again = Condition.parse(written(first.tree))

    assert written(again.tree) == written(first.tree)
    assert again.holds(NOW) == first.holds(NOW)


numbers = st.sampled_from(["1", "2.5", "mood", "trust", "share"])
sums = st.recursive(
    numbers,
    lambda below: (
        st.tuples(below, st.sampled_from("+-*/"), below).map("({0[0]}){0[1]}({0[2]})".format)
        | below.map("-({})".format)
    ),
    max_leaves=6,
)


@given(sums)
def test_a_sum_written_anew_comes_to_the_same(text):
    first = Formula.parse(text)

    assert Formula.parse(written(first.tree)).value(NOW) == first.value(NOW)
