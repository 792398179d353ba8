"""Whatever stands in a ``when``, it is read soon, asks only for what it may, and runs nothing.

``RAPPORT_FUZZ_EXAMPLES=100000`` reads that many conditions instead of 10,000.
"""

import os
import time
from random import Random

import pytest

from simulator.core.scenario.conditions import (
    FUNCTIONS,
    LARGEST_NUMBER,
    NAMES,
    Condition,
    ConditionError,
    Formula,
)

EXAMPLES = max(10_000, int(os.environ.get("RAPPORT_FUZZ_EXAMPLES", "0")))
VARIABLES = {"asked": "number", "lent": "yes-no"}
MOST_S = 0.01

ATTEMPTS = [
    "__import__('os').system('ls')",
    "().__class__.__bases__[0].__subclasses__()",
    "mood.__class__ < 1",
    "open('/etc/passwd') < 1",
    "open(passwd) or eval(mood)",
    "exec(mood)",
    "lambda: mood",
    "[x for x in (1, 2)]",
    "{mood}",
    "f'{mood}'",
    "mood if trust else turn",
    "mood := 4",
    "mood = 4; trust = 2",
    "9**9**9 > 1",
    "9 ** 9 ** 9 ** 9",
    "1 << 99999",
    "asks(__class__)",
    "asks(../../etc)",
    "asks(asks(a))",
    "self._tree",
    "True and False",
    "None",
    "print(1)",
    "asks (a) . b",
    "mood\0 < 1",
    "\uff4d\uff4f\uff4f\uff44 < 1",
    "١٢ < mood",
    "breakpoint()",
    "globals()",
    "%s" * 50,
    "{0.__class__}",
    "${mood}",
    "mood // 0",
    "not" * 100,
    "not " * 125,
    "(" * 500,
    "-" * 499 + "1",
    "1" + "+1" * 249,
    "9*" * 249 + "9",
    "1" * 500,
    "mood < 1 or " * 41 + "lent",
]
WORDS = [
    *NAMES, *VARIABLES, *FUNCTIONS, *"()<>=+-*/!&|.,;:'\"%@[]{}_\\$ ", "<=", ">=", "==", "!=",
    "and", "or", "not", "true", "false", "0", "1", "40", "1.5", "999999999", "asks(a)", "met(b-c)",
    "visits(step-1)", "did(hold)", "__import__", "None", "é", "\u202e", "\n", "\t", "🙂",
]  # fmt: skip


class Moment:
    """An environment that refuses whatever a scenario has not got."""

    def value(self, name):
        assert name in NAMES or name in VARIABLES
        return {"lent": True, "courtesy": None}.get(name, 40)

    def call(self, function, argument):
        assert function in FUNCTIONS
        assert set(argument) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        return 3 if FUNCTIONS[function][0] == "number" else argument < "m"


def sum_of(chance, depth):
    kind = chance.randrange(6 if depth else 3)
    if kind == 0:
        return chance.choice(["0", "1", "40", "1.5", "999999999"])
    if kind == 1:
        return chance.choice([*NAMES, "asked"])
    if kind == 2:
        return "visits(step-1)"
    if kind == 3:
        return f"({sum_of(chance, depth - 1)})"
    if kind == 4:
        return f"-{sum_of(chance, depth - 1)}"
    operator = chance.choice("+-*/")
    return f"{sum_of(chance, depth - 1)} {operator} {sum_of(chance, depth - 1)}"


def condition_of(chance, depth):
    kind = chance.randrange(6 if depth else 3)
    if kind <= 1:
        operator = chance.choice(["<", "<=", ">", ">=", "=", "==", "!="])
        return f"{sum_of(chance, 2)} {operator} {sum_of(chance, 2)}"
    if kind == 2:
        return chance.choice(["lent", "true", "false", "asks(a)", "not met(b-c)"])
    if kind == 3:
        return f"not {condition_of(chance, depth - 1)}"
    if kind == 4:
        return f"({condition_of(chance, depth - 1)})"
    word = chance.choice(["and", "or"])
    return f"{condition_of(chance, depth - 1)} {word} {condition_of(chance, depth - 1)}"


def text_of(chance):
    kind = chance.randrange(5)
    if kind == 4:
        return condition_of(chance, 4)
    if kind == 0:
        joint = chance.choice(["", " "])
        return joint.join(chance.choice(WORDS) for _ in range(chance.randint(1, 40)))
    if kind == 1:
        return "".join(chr(chance.randrange(0x3000)) for _ in range(chance.randint(0, 60)))
    text = condition_of(chance, 4) if kind == 2 else chance.choice(ATTEMPTS)
    for _ in range(chance.randint(0, 2)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(WORDS) + text[place + chance.randint(0, 3) :]
    return text


def mistake_in(text):
    try:
        Condition.parse(text)
    except ConditionError as error:
        return error.mistake
    return None


def used_up(text):
    """Read a text and try it out in every way; give whether it could be read."""
    mistake = mistake_in(text)
    if mistake is not None:
        assert 1 <= mistake.column <= len(text) + 1
        assert mistake.message
        assert mistake.remedy
        return False
    condition, formula = Condition.parse(text), Formula.parse(text)
    assert condition.can_hold() in (True, False)
    mistakes = list(condition.mistakes(VARIABLES))
    assert all(mistake.remedy for mistake in mistakes)
    if condition.names() <= {*NAMES, *VARIABLES}:
        assert condition.holds(Moment()) in (True, False)
        value = formula.value(Moment())
        assert value is None or abs(value) <= LARGEST_NUMBER
    return True


def seconds_of(text):
    started = time.thread_time()
    used_up(text)
    return time.thread_time() - started


@pytest.mark.parametrize("batch", range(10))
def test_fuzzed_conditions_do_nothing_but_compare_and_soon(batch):
    chance = Random(batch)
    slow = []
    for _ in range(EXAMPLES // 10):
        text = text_of(chance)
        if seconds_of(text) > MOST_S:
            slow.append(text)

    # A machine may stumble once; a condition that is slow is so each time.
    assert [text for text in slow if min(seconds_of(text) for _ in range(3)) > MOST_S] == []


def test_the_fuzzing_makes_conditions_that_are_read_and_others():
    chance = Random(0)

    read = sum(used_up(text_of(chance)) for _ in range(1_000))

    assert 200 < read < 800


@pytest.mark.parametrize("text", ATTEMPTS, ids=range(len(ATTEMPTS)))
def test_an_attempt_to_run_something_runs_nothing(text):
    assert seconds_of(text) < 10 * MOST_S


@pytest.mark.parametrize("text", ATTEMPTS[:32], ids=range(32))
def test_what_belongs_to_another_language_cannot_be_read_or_is_no_name(text):
    told = [mistake_in(text)] if mistake_in(text) else Condition.parse(text).mistakes(VARIABLES)

    assert list(told)
