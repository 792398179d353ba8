"""The measures of agreement against cases worked out by hand."""

import pytest

from benchmarks.agreement import measures
from simulator.ui.agreement import Order


def test_pearson_of_a_line_is_one_and_of_its_mirror_image_minus_one():
    assert measures.pearson([1, 2, 3], [10, 20, 30]) == pytest.approx(1)
    assert measures.pearson([1, 2, 3], [30, 20, 10]) == pytest.approx(-1)


def test_pearson_by_hand():
    # Deviations -2 0 2 and -1 -1 2: 6 shared, spreads of 8 and 6.
    assert measures.pearson([1, 3, 5], [2, 2, 5]) == pytest.approx(6 / 48**0.5)


def test_nothing_can_be_said_of_a_scorer_that_never_varies():
    assert measures.pearson([1, 2, 3], [48.1, 48.1, 48.1]) is None


def test_equal_values_share_the_mean_of_their_ranks():
    assert measures.ranks([30, 10, 30, 20, 30]) == [3, 0, 3, 1, 3]


def test_spearman_sees_the_order_only():
    assert measures.spearman([1, 2, 3, 4], [1, 10, 100, 1000]) == pytest.approx(1)


def test_spearman_with_ties_by_hand():
    # Ranks 0 1 2 3 and 0.5 0.5 2 3: 4.5 shared, spreads of 5 and 4.5.
    assert measures.spearman([1, 2, 3, 4], [7, 7, 8, 9]) == pytest.approx(4.5 / 22.5**0.5)


@pytest.mark.parametrize(
    ("value", "expected"), [(0, 0), (19.9, 0), (20, 1), (59, 2), (60, 3), (80, 4), (100, 4)]
)
def test_the_five_bands(value, expected):
    assert measures.band(value) == expected


def test_kappa_is_one_within_the_same_bands():
    assert measures.weighted_kappa([5, 30, 95], [15, 25, 81]) == 1


def test_kappa_by_hand():
    # Bands 0 0 4 4 against 0 4 4 4: found 16/4; by chance (2*3*16 + 2*1*16)/16 = 8.
    assert measures.weighted_kappa([0, 0, 90, 90], [0, 90, 90, 90]) == pytest.approx(0.5)


def test_kappa_counts_a_far_band_more_than_a_near_one():
    rated = [10, 30, 50, 70, 90]

    near = measures.weighted_kappa(rated, [10, 30, 50, 70, 70])
    far = measures.weighted_kappa(rated, [10, 30, 50, 70, 10])

    assert near > far


def test_kappa_of_chance_is_nought():
    assert measures.weighted_kappa([10, 10, 90, 90], [10, 90, 10, 90]) == pytest.approx(0)


def test_kappa_is_unknown_where_all_is_in_one_band():
    assert measures.weighted_kappa([41, 59], [50, 50]) is None


def test_errors_are_points_with_a_direction():
    assert measures.mean_error([50, 50], [60, 30]) == 15
    assert measures.signed_error([50, 50], [60, 30]) == -5


def test_most_errors_keep_to_the_ninth_tenth():
    assert measures.kept_to(range(11), 5) == 5
    assert measures.kept_to(range(11), 9) == 9
    assert measures.kept_to([7], 9) == 7


def test_a_scorer_that_keeps_to_the_middle_has_less_spread():
    assert measures.spread_ratio([0, 100], [40, 60]) == pytest.approx(0.2)


def test_pairs_are_of_one_situation_and_clearly_apart():
    situations = ["a", "a", "a", "b"]
    rated = [10, 30, 49, 90]

    # In a: 10 and 30, 10 and 49; 30 and 49 are too near; b stands alone.
    assert measures.pair_order(situations, rated, [1, 2, 0, 5]) == Order(pairs=2, right=1)


def test_equal_scores_are_not_in_order():
    assert measures.pair_order("aa", [10, 90], [50, 50]) == Order(pairs=1, right=0)


def test_the_share_of_no_pairs_is_unknown():
    assert Order(pairs=0, right=0).share is None


def test_courtesy_and_patience_are_told_apart():
    rated = [(80, 60), (40, 70), (50, 60)]

    assert measures.skills_order(rated, [(70, 65), (50, 40), (0, 0)]) == Order(pairs=2, right=1)


def test_the_interval_of_the_error_holds_the_mean_and_is_the_same_each_time():
    situations = [number // 4 for number in range(80)]
    errors = [number % 7 for number in range(80)]

    low, high = measures.error_between(situations, errors)

    assert low < sum(errors) / 80 < high
    assert (low, high) == measures.error_between(situations, errors)


def test_replies_of_one_situation_count_as_one_witness():
    errors = [0, 0, 0, 0, 9, 9, 9, 9]

    alone = measures.error_between(range(8), errors)
    together = measures.error_between([0, 0, 0, 0, 1, 1, 1, 1], errors)

    assert together[1] - together[0] > alone[1] - alone[0]
