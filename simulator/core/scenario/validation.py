"""Turns the plain values of a file into a scenario, and what is wrong with them into faults.

pydantic's errors are told in a trainer's words: what is wrong, and what to write instead.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.core.scenario.conditions import ConditionError
from simulator.core.scenario.faults import Fault, Path, shown
from simulator.core.scenario.model import FaultsLeft, Scenario
from simulator.core.scenario.schema import known_names
from simulator.core.scenario.translation import Translation

MOST_FAULTS = 1_000
"""How many faults of single values are told; more would only take time and memory."""

_KINDS = {
    "string_type": ("text", "Write text; put it in quotation marks if it looks like a number."),
    "int_type": ("a whole number", "Write a whole number without quotation marks, as in 5."),
    "int_parsing": ("a whole number", "Write a whole number, as in 5."),
    "int_from_float": ("a whole number", "Leave away what stands after the point."),
    "float_type": ("a number", "Write a number without quotation marks, as in 1.5."),
    "float_parsing": ("a number", "Write a number, as in 1.5."),
    "bool_type": ("true or false", "Write true or false, without quotation marks."),
    "bool_parsing": ("true or false", "Write true or false."),
    "dict_type": ("a group of names and values", "Put each name on its own line, indented."),
    "model_type": ("a group of names and values", "Put each name on its own line, indented."),
    "tuple_type": ("a list", "Begin each entry with a hyphen, or write [one, two]."),
}

_LIMITS = {
    "greater_than_equal": ("must be at least {ge}", "Write a number from {ge} upwards."),
    "less_than_equal": ("must be at most {le}", "Write a number up to {le}."),
    "string_too_short": ("is empty", "Write something here, or leave the whole line away."),
    "string_too_long": (
        "has more than {max_length:,} characters",
        "Shorten it to {max_length:,} characters at most.",
    ),
    "too_short": ("needs at least {min_length}", "Add entries until there are {min_length}."),
    "too_long": ("has more than {max_length}", "Leave away entries until there are {max_length}."),
}

_PATTERNS = {
    "language": "Write a code such as en or en-GB.",
    "": "Use small letters and digits, with hyphens between words, as in lend-router.",
}


def scenario_from(document: Any) -> tuple[Scenario | None, tuple[Fault, ...]]:  # noqa: ANN401
    """Make a scenario of plain values, or tell everything that is wrong with single values.

    The faults carry paths into ``document``, the first 1,000 of them; what needs the whole
    scenario is found by ``checks``.
    """
    try:
        return Scenario.model_validate(document, context=FaultsLeft(MOST_FAULTS + 1)), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        told = [_fault(detail, document) for detail in details[:MOST_FAULTS]]
        if len(details) > MOST_FAULTS:
            remedy = "Put the faults above right first."
            told.append(Fault("RS118", told[-1].path, "further faults are not listed", remedy))
        return None, tuple(dict.fromkeys(told))


def translation_from(document: Any) -> tuple[Translation | None, tuple[Fault, ...]]:  # noqa: ANN401
    """Make a translation of plain values, or tell everything that is wrong with single values."""
    try:
        return Translation.model_validate(document), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        names = tuple(Translation.model_fields)
        faults = (_fault(detail, document, lambda _: names) for detail in details)
        return None, tuple(dict.fromkeys(faults))


def _fault(
    detail: ErrorDetails,
    document: object,
    names_at: Callable[[Path], tuple[str, ...]] = known_names,
) -> Fault:
    path, at_name = _path_in(document, detail["loc"])
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_name(path, names_at(path[:-1]))
        case "missing":
            return _missing(path, str(detail["loc"][-1]))
        case "enum" | "literal_error":
            return _wrong_word(path, detail)
        case "string_pattern_mismatch":
            return replace(_ill_formed(path, detail), at_name=at_name)
        case _:
            return replace(_wrong_value(path, detail), at_name=at_name)


def _ill_formed(path: Path, detail: ErrorDetails) -> Fault:
    remedy = _PATTERNS.get(str(path[-1]) if path else "", _PATTERNS[""])
    return Fault("RS206", path, f"{shown(detail['input'])} is not well formed", remedy)


def _wrong_value(path: Path, detail: ErrorDetails) -> Fault:
    kind, name = detail["type"], _name_of(path)
    if kind in _KINDS:
        wanted, remedy = _KINDS[kind]
        message = f"{name} must be {wanted}, not {shown(detail['input'])}"
        return Fault("RS203", path, message, remedy)
    if kind in _LIMITS:
        message, remedy = (text.format(**detail["ctx"]) for text in _LIMITS[kind])
        return Fault("RS204", path, f"{name} {message}", remedy)
    return _own_error(path, name, detail)


def _own_error(path: Path, name: str, detail: ErrorDetails) -> Fault:
    """Tell an error raised by one of the scenario's own types."""
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, ConditionError):
        mistake = error.mistake
        return Fault("RS207", path, mistake.message, mistake.remedy, character=mistake.column)
    if isinstance(error, ValueError):
        return Fault("RS208", path, f"{shown(detail['input'])} cannot be used", _sentence(error))
    return Fault("RS208", path, f"{name} cannot be used: {detail['msg']}", "Write it anew.")


def _sentence(error: ValueError) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."


def _path_in(document: object, location: tuple[str | int, ...]) -> tuple[Path, bool]:
    """Keep the steps of pydantic's location that are in the file, without its own marks."""
    path: list[str | int] = []
    place: Any = document
    for step in location:
        if step == "[key]":
            return tuple(path), True
        if _holds(place, step):
            place = place[step]
            path.append(step)
    return tuple(path), False


def _holds(place: object, step: str | int) -> bool:
    if isinstance(place, Mapping):
        return step in place
    return isinstance(place, list) and isinstance(step, int) and step < len(place)


def _name_of(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "the scenario"
    return f"an entry of {shown(names[-1])}" if path[-1] != names[-1] else shown(names[-1])


def _unknown_name(path: Path, known: tuple[str, ...]) -> Fault:
    name = str(path[-1])
    remedy = _nearest(name, known) or f"Known here: {', '.join(known)}."
    return Fault("RS201", path, f"{shown(name)} is not a name known here", remedy, at_name=True)


def _missing(path: Path, name: str) -> Fault:
    where = f" in {shown(path[-1])}" if path and isinstance(path[-1], str) else ""
    return Fault(
        "RS202", path, f"“{name}” is missing{where}", f"Add a line “{name}:”.", at_name=True
    )


def _wrong_word(path: Path, detail: ErrorDetails) -> Fault:
    choices = tuple(_words(str(detail.get("ctx", {}).get("expected", ""))))
    message = f"{shown(detail['input'])} is not one of the choices for {_name_of(path)}"
    remedy = f"Choose from: {', '.join(choices)}."
    nearest = _nearest(str(detail["input"]), choices)
    return Fault("RS205", path, message, f"{nearest} {remedy}" if nearest else remedy)


def _words(expected: str) -> Iterator[str]:
    for word in expected.replace(" or ", ", ").split(", "):
        yield word.strip("'")


def _nearest(word: str, known: tuple[str, ...]) -> str:
    nearest = get_close_matches(word, known, n=1)
    return f"Did you mean “{nearest[0]}”?" if nearest else ""
