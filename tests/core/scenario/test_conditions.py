import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.scenario.conditions import (
    FUNCTIONS,
    LARGEST_NUMBER,
    NAMES,
    Condition,
    ConditionError,
    Formula,
)
from tests.core.scenario.plain_moment import Moment

EXAMPLES = int(os.environ.get("RAPPORT_FUZZ_EXAMPLES", "300"))
VARIABLES = {"offers": "number", "lent": "yes-no"}


NOW = Moment(mood=30, trust=60, turn=2, offers=2, lent=True, courtesy=None)


@pytest.mark.parametrize(
    "text",
    [
        "mood < 40",
        "mood <= 30 and trust >= 60",
        "mood = 30",
        "mood == 30",
        "trust != 30",
        "20 < mood <= 30",
        "not mood > 40",
        "mood > 40 or trust > 40",
        "mood > 40 and trust > 40 or turn == 2",
        "(mood + trust) / 2 >= 45",
        "mood + trust * 2 == 150",
        "-mood + 40 == 10",
        "mood / 4 == 7.5",
        "asks(yes) and not told(no)",
        "visits(relief-again) > 2",
        "lent",
        "lent == true",
        "true",
        "offers-1 == 1",
    ],
)
def test_a_condition_holds_when_its_values_say_so(text):
    assert Condition.parse(text).holds(NOW)


@pytest.mark.parametrize(
    "text",
    ["courtesy < 40", "courtesy >= 40", "courtesy != 40", "courtesy + 1 > 0", "40 > courtesy"],
)
def test_a_score_that_is_not_rated_makes_every_comparison_false(text):
    assert not Condition.parse(text).holds(NOW)


@pytest.mark.parametrize("text", ["mood / 0 > 1", "mood / (turn - 2) < 1", "1 / 0 == 1 / 0"])
def test_a_division_by_zero_makes_a_comparison_false(text):
    assert not Condition.parse(text).holds(NOW)


def test_a_formula_that_divides_by_zero_has_no_value():
    assert Formula.parse("mood / 0").value(NOW) is None


@pytest.mark.parametrize(("source", "value"), [("offers + 1", 3), (5, 5), (True, True), (0.5, 0.5)])
def test_a_formula_gives_its_value(source, value):
    assert Formula.parse(source).value(NOW) == value


def test_a_number_cannot_grow_without_end():
    squared = Formula.parse("offers * offers")
    offers = LARGEST_NUMBER

    assert squared.value(Moment(offers=offers)) == LARGEST_NUMBER


def test_names_and_calls_are_told_in_order():
    condition = Condition.parse("asks(payroll) and mood < 40 and visits(opening) > offers")

    assert condition.names() == {"mood", "offers"}
    assert condition.calls() == (("asks", "payroll"), ("visits", "opening"))
    assert condition.column_of("visits", "opening") == 33


def test_conditions_with_the_same_text_are_equal_and_hash_alike():
    assert Condition.parse("mood < 4") == Condition.parse("mood < 4")
    assert len({Condition.parse("mood < 4"), Condition.parse("mood < 4")}) == 1


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "empty"),
        ("mood >", 7, "too early"),
        ("mood < 40 AND trust > 3", 11, "Write and in small letters"),
        ("mood < 4 && lent", 10, "Write and"),
        ("mood => 4", 7, ">="),
        ("mood ≥ 4", 6, ">="),
        ("(mood < 4", 10, "closing parenthesis"),
        ("mood < 4)", 9, "not expected"),
        ("ask(payroll)", 1, "Did you mean “asks”"),
        ("asks('payroll')", 5, "without quotation marks"),
        ("asks()", 5, "asks(some-id)"),
        ("asks(a, b)", 5, "one id"),
        ("mood ** 2 > 4", 7, "not expected"),
        ("mood.real > 1", 5, "cannot stand"),
        ("mood[0]", 5, "cannot stand"),
        ("lambda: 1", 7, "cannot stand"),
        ("99999999999 > 1", 1, "too large"),
        ("(" * 41 + "lent" + ")" * 41, 41, "inside each other"),
        ("not " * 41 + "lent", 161, "inside each other"),
        ("mood" + " + 1" * 200, 501, "500 are the most"),
    ],
)
def test_a_mistake_in_the_text_is_told_with_its_place(text, column, words):
    with pytest.raises(ConditionError) as caught:
        Condition.parse(text)

    assert caught.value.mistake.column == column
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("mod < 40", 1, "Did you mean “mood”?"),
        ("mood < ofers", 8, "Did you mean “offers”?"),
        ("mood", 1, "true or false"),
        ("mood and lent", 1, "true or false"),
        ("lent > 3", 1, "a number"),
        ("mood + lent > 3", 8, "a number"),
        ("lent == 3", 1, "compared"),
        ("not mood", 5, "true or false"),
    ],
)
def test_unknown_names_and_wrong_kinds_are_mistakes(text, column, words):
    (first, *_) = Condition.parse(text).mistakes(VARIABLES)

    assert first.column == column
    assert words in f"{first.message} {first.remedy}"


@pytest.mark.parametrize("name", NAMES)
def test_every_known_name_may_be_compared(name):
    assert not list(Condition.parse(f"{name} > 1").mistakes({}))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_may_be_asked(function):
    text = f"{function}(some-id)" + (" > 1" if function == "visits" else "")

    assert not list(Condition.parse(text).mistakes({}))


def test_a_formula_must_give_the_kind_of_its_variable():
    (mistake,) = Formula.parse("mood > 4").mistakes(VARIABLES, "number")

    assert mistake.message == "this must be a number"


@pytest.mark.parametrize(
    "text",
    [
        "courtesy > 100",
        "mood < 0",
        "mood > 60 and mood < 40",
        "60 < mood < 40",
        "lent and (mood > 60 and mood < 60)",
        "visits == 0",
        "bears_with_us > 8 or turn < 0",
        "false",
        "5 > offers and offers >= 5",
        "mood == 101",
    ],
)
def test_a_condition_that_never_holds_is_known(text):
    assert not Condition.parse(text).can_hold()


@pytest.mark.parametrize(
    "text",
    [
        "courtesy >= 100",
        "mood > 40 and mood < 60",
        "40 <= mood <= 40",
        "mood > 60 or mood < 40",
        "offers > 500",
        "not mood > 100",
        "visits == 1",
        "mood != 4",
        "mood == 100",
    ],
)
def test_a_condition_that_may_hold_is_not_accused(text):
    assert Condition.parse(text).can_hold()


_WORDS = [
    *NAMES,
    *FUNCTIONS,
    *"()<>=+-*/!&.,'\"",
    "<=",
    "==",
    "and",
    "or",
    "not",
    "true",
    "asks(yes)",
]
_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*_WORDS, "40", "1.5", " ", "__import__", "offers"]), max_size=25).map(
        " ".join
    ),
)


def read(text):
    """Give the condition and no mistake, or no condition and its mistake."""
    try:
        return Condition.parse(text), None
    except ConditionError as error:
        return None, error.mistake


@settings(max_examples=EXAMPLES, deadline=None)
@given(_TEXTS)
def test_any_text_is_a_condition_or_a_mistake_with_a_place(text):
    condition, mistake = read(text)

    if condition is None:
        assert 1 <= mistake.column <= len(text) + 1
        assert mistake.remedy
    else:
        assert condition.holds(NOW) in (True, False)
        assert condition.can_hold() in (True, False)
        assert all(each.remedy for each in condition.mistakes(VARIABLES))


@pytest.mark.parametrize(
    "text", ["(" * 500, "not " * 125, "-" * 499 + "1", "1" + "+1" * 249, "9*" * 250]
)
def test_the_longest_texts_are_read_without_blowing_up(text):
    def seconds_of_the_processor() -> float:
        started = time.process_time()
        condition, _ = read(text)
        _ = condition and condition.holds(NOW)
        return time.process_time() - started

    # The best of three, since a collection of garbage may fall into any one of them.
    best = min(seconds_of_the_processor() for _ in range(3))

    assert best < 0.1, "ten times what is meant, for slow machines"
