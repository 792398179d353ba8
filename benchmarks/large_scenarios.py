"""Scenarios of any size, as an author with endless patience would write them.

Each step has a line of about twenty words, three replies of which two stand under a condition, what
they do to the customer, and a way on for any other reply. The checks find nothing wrong with them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

FEWEST_STEPS = 5
"""A scenario with fewer steps could not tell its own habits from chance."""

_LINES = (
    "I rang on Monday about the {0} and you told me that somebody would come, and nobody came.",
    "It says here that the {0} was delivered at nine, but I was in all day and saw nothing.",
    "My neighbour had the same trouble with the {0}, and yours was the firm that sorted it out.",
    "So what am I supposed to do about the {0} now, wait another week and hope for the best?",
    "Fine, but the last person who promised me that about the {0} never wrote a word of it down.",
)
_THINGS = ("boiler", "parcel", "router", "invoice", "booking", "washing machine", "second key")
_KIND_WORDS = "I am sorry about the {0}. I will stay with it until step {1} is done and call you."
_PLAIN_WORDS = "I can look at the {0} in the system and tell you what it says under {1}."
_BLUNT_WORDS = "There is nothing about the {0} under {1}, so there is nothing I can do."
_MORE_WORDS = ("", " Then I will tell you whom to write to.")
_ANSWERS = (
    ("I will call", "I can write to", "Let me ring", "We should tell", "May I phone",
     "I shall text", "Expect me to visit"),
    ("today", "tonight", "tomorrow", "on Monday", "by Tuesday", "before Wednesday",
     "after Thursday", "this Friday", "next Saturday", "over Sunday", "at one", "around two",
     "past three", "near four", "until five", "within six hours", "in seven minutes",
     "towards eight", "at noon"),
    ("news", "dates", "names", "reasons", "prices", "answers", "proof", "hours", "addresses",
     "numbers", "choices", "offers", "facts", "plans", "photos", "records", "tickets", "keys",
     "parts", "help", "results", "lists", "a refund"),
    ("our depot", "my manager", "an engineer", "every driver", "both shops", "his team",
     "her desk", "accounts", "head office", "stores", "whoever signed", "their lawyer",
     "yesterday's shift"),
    ("You waited long enough", "Nobody should sit through that", "It was our slip",
     "Thanks for saying", "What a week", "Your mornings count", "Please keep hold of receipts",
     "That must sting", "Blame us", "Nothing else comes first", "Everything gets noted down"),
)  # fmt: skip
"""Lists of 7, 19, 23, 13 and 11 pieces, so that no combination comes back soon."""

_CONDITIONS = (
    "trust >= {0}",
    "mood >= {0} and visits(step-{1}) < 2",
    "trust >= {0} or asked > 2",
    "courtesy >= {0} and not gave(plain-{1})",
)
_RARE_CONDITIONS = ("mood < {0}", "visits <= 2 and mood > {0}", "not gave(kind-{1}) and trust < 90")
_SIMPLE = re.compile(r"[A-Za-z][^:#\n\"'\[\]{}&*!|>%@`]*[^:#\n\"'\[\]{}&*!|>%@`\s]")
_NOT_TEXT = ("true", "false", "null")


def large_scenario(steps: int) -> dict[str, Any]:
    """Give the plain values of a scenario with so many steps, five or more."""
    if steps < FEWEST_STEPS:
        raise ValueError(f"a large scenario has at least {FEWEST_STEPS} steps")
    return {
        **_HEAD,
        "customer": _CUSTOMER,
        "briefing": _BRIEFING,
        "variables": {"asked": 0},
        "start": _step_id(0),
        "gives_up": "leaves",
        "steps": {_step_id(number): _step(number, steps) for number in range(steps)},
        "endings": {name: _ending(name, kind, stars) for name, kind, stars in _ENDINGS},
        "after": _AFTER,
        "plays": [
            {"name": f"It ends in {name}", "replies": ["blunt-0"], "ends": name}
            for name, _, _ in _ENDINGS
        ],
    }


def large_scenario_text(steps: int) -> str:
    """Give a scenario with so many steps as the text of a file."""
    return "".join(f"{line}\n" for line in _lines(large_scenario(steps)))


def _step_id(number: int) -> str:
    return f"step-{number}"


def _step(number: int, steps: int) -> dict[str, Any]:
    thing = _THINGS[number % len(_THINGS)]
    further = _step_id(number + 2) if number + 2 < steps else "settled"
    back = _step_id(number * 7 // 8) if number % 3 else "settled"
    share = 20 + number % 41
    offered = [
        {
            "id": f"kind-{number}",
            "says": _KIND_WORDS.format(thing, number),
            "when": _CONDITIONS[number % len(_CONDITIONS)].format(share, number),
            "then": {"mood": 4 + number % 5, "trust": 3, "set": {"asked": "asked + 1"}},
            "goes": further,
        },
        {
            "id": f"plain-{number}",
            "says": _PLAIN_WORDS.format(thing, number) + _MORE_WORDS[number % 2],
            "goes": _next(number, steps),
        },
        {
            "id": f"blunt-{number}",
            "says": _BLUNT_WORDS.format(thing, number),
            "when": _RARE_CONDITIONS[number % len(_RARE_CONDITIONS)].format(share + 30, number),
            "then": {"mood": -6, "bears_with_us": -1},
            "goes": back,
        },
    ]
    place = number % 3
    return {
        "says": _LINES[number % len(_LINES)].format(thing),
        **({"needs": [_need(number, thing)]} if number < 3 else {}),
        "replies": offered[place:] + offered[:place],
        "otherwise": [{"then": {"mood": -1}, "goes": _next(number, steps)}],
        "better": _better(number, thing),
        "hint": "First say what went wrong.",
    }


def _better(number: int, thing: str) -> str:
    """Give a model answer that is no near copy of any other."""
    how, when, what, whose, wish = (kind[number % len(kind)] for kind in _ANSWERS)
    return f"{how} you about the {thing} {when} with {what} {number} from {whose}. {wish}."


def _next(number: int, steps: int) -> str:
    return _step_id(number + 1) if number + 1 < steps else "half-settled"


def _need(number: int, thing: str) -> dict[str, Any]:
    return {
        "id": f"names-it-{number}",
        "about": _HEAD["trains"][number],
        "like": [f"I am sorry about the {thing}", f"The {thing} should have been there"],
        "missing": f"Nothing was said about the {thing}.",
    }


_HEAD: dict[str, Any] = {
    "format": 2,
    "id": "endless-contact",
    "title": "An endless contact",
    "track": "complaint",
    "channel": "phone",
    "level": 3,
    "minutes": 20,
    "trade": "heating",
    "skills": ["keeps-going"],
    "trains": ["courtesy", "patience", "helpfulness"],
}
_CUSTOMER: dict[str, Any] = {
    "name": "Ilse Brandt",
    "address_as": "Ms Brandt",
    "pronoun": "she",
    "feels": {"is": "frustrated", "because": ["nobody has called her back"]},
}
_BRIEFING: dict[str, Any] = {
    "role": "You answer the phone of a firm that repairs anything.",
    "goal": "A day on which everything is done.",
    "good_call": {
        "courtesy": "Takes her word for it.",
        "patience": "Hears all of it.",
        "helpfulness": "Gives a day and keeps it.",
    },
    "facts": [{"id": "visit", "says": "A visit is open on Friday at ten"}],
}
_ENDINGS = (
    ("settled", "good", 5),
    ("half-settled", "medium", 3),
    ("leaves", "bad", 1),
)
_AFTER: dict[str, Any] = {
    "causes": ["silence"],
    "follow_up": {"best": "Call her on Friday at eleven", "wrong": ["Close the case today"]},
}


def _ending(name: str, kind: str, stars: int) -> dict[str, Any]:
    return {
        "kind": kind,
        "headline": f"It is {name}",
        "says": "Well, that is that, I suppose.",
        "summary": "The contact came to its end. The customer rang off.",
        "feels": "relieved" if kind == "good" else "disappointed",
        "firm": stars,
        "rep": stars,
    }


def _lines(values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Yield the lines of a group, effects in one line each and all else in blocks."""
    for name, value in values.items():
        if name == "then":
            yield f"{indent}{name}: {_inline(value)}"
        elif isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list):
            yield f"{indent}{name}:"
            yield from _entries(value, f"{indent}  ")
        else:
            yield f"{indent}{name}: {_written(value)}"


def _entries(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            first, *others = _lines(value, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from others
        else:
            yield f"{indent}- {_written(value)}"


def _inline(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_inline(below)}" for name, below in value.items()) + "}"
    return _written(value)


def _written(value: object) -> str:
    if isinstance(value, str) and _SIMPLE.fullmatch(value) and value not in _NOT_TEXT:
        return value
    return json.dumps(value, ensure_ascii=False)
