"""A scenario in a second language: the same story, with other words at the same places.

Every text of a scenario has a line id: the way to it by the author's own ids, as in
``steps.opening.replies.own-and-act.says``. What has no id of its own, such as a policy, is counted
from 1. A list of wordings has one id a wording (``….says.1``), and a translation may also give the
whole list at once under the id without the number.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, get_type_hints

from pydantic import BaseModel, StringConstraints

from simulator.core.scenario.appearance import Face
from simulator.core.scenario.faults import Path
from simulator.core.scenario.model import Customer, Scenario
from simulator.core.scenario.values import Day, Id, Part, SomeTexts, Text, Texts

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(?:-[A-Z]{2})?$")]
"""A code such as nl or nl-BE."""

LONGEST_TEXT = 2000
"""The most characters of a line; what stands in for a missing one keeps to it too."""


class Translation(Part):
    """A file with the lines of one scenario in another language."""

    translates: Id
    """The id of the scenario whose lines these are."""
    language: Language
    """The language of the lines: a code such as nl or nl-BE."""
    lines: dict[str, Texts | None]
    """Each line by its id; one left empty is still to be translated."""


class Line(NamedTuple):
    """One text of a scenario, or one list of wordings, with its id and its place in the file."""

    id: str
    path: Path
    texts: tuple[str, ...]
    is_list: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each wording: numbered from 1 if there are several."""
        if len(self.texts) == 1:
            return (self.id,)
        return tuple(f"{self.id}.{number}" for number in range(1, len(self.texts) + 1))


def lines_of(scenario: Scenario) -> tuple[Line, ...]:
    """Give everything in a scenario that is read or heard, in the order of its file."""
    return tuple(_lines(scenario, (), ()))


def line_ids(scenario: Scenario) -> dict[str, str]:
    """Give every line id of a scenario with its text."""
    return {
        line_id: text
        for line in lines_of(scenario)
        for line_id, text in zip(line.ids, line.texts, strict=True)
    }


def translated(scenario: Scenario, translation: Translation) -> tuple[Scenario, tuple[str, ...]]:
    """Put the lines of a translation into a scenario.

    Conditions, ids, numbers, names of people and test plays stay as they are. A line that is
    missing stands in the scenario's own language, with the code of that language before it.

    Returns:
        The scenario in the other language, and the ids of the lines that are missing.
    """
    document = scenario.model_dump(mode="json", by_alias=True)
    document["language"] = translation.language
    missing: list[str] = []
    for line in lines_of(scenario):
        given = _given(line, translation.lines)
        missing += [line_id for line_id, text in given if text is None]
        if len(given) == len(line.texts):
            given = [
                (line_id, _fallback(own, scenario.language) if text is None else text)
                for (line_id, text), own in zip(given, line.texts, strict=True)
            ]
        texts = [text for _, text in given]
        _put(document, line.path, texts if line.is_list else texts[0])
    return Scenario.model_validate(document), tuple(missing)


def missing_lines(scenario: Scenario, translation: Translation) -> tuple[str, ...]:
    """Give the ids of the lines that a translation lacks, in the order of the scenario."""
    return tuple(
        line_id
        for line in lines_of(scenario)
        for line_id, text in _given(line, translation.lines)
        if text is None
    )


def _fallback(text: str, language: str) -> str:
    return f"[{language}] {text}"[:LONGEST_TEXT]


def _given(line: Line, lines: Mapping[str, tuple[str, ...] | None]) -> list[tuple[str, str | None]]:
    """Give the wordings of a line in the translation, None for each that is missing."""
    whole = lines.get(line.id)
    if whole is not None:
        return [(line.id, text) for text in (whole if line.is_list else whole[:1])]
    numbered = {f"{line.id}.1"} if len(line.texts) == 1 and line.is_list else set()
    return [
        (line_id, next((text[0] for key in (line_id, *numbered) if (text := lines.get(key))), None))
        for line_id in line.ids
    ]


def _put(document: Any, path: Path, value: object) -> None:  # noqa: ANN401 - a file's plain values
    *way, last = path
    for step in way:
        document = document[step]
    document[last] = value


_TEXT, _TEXTS, _DAY = "text", "texts", "day"

_UNTRANSLATED = {(Customer, "name"), (Scenario, "plays"), (Face, "hair"), (Face, "top")}
"""Texts that are no lines: a name stays a name, plays are tests, looks are drawn."""


@cache
def _kinds(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """Give name, name in the file, and kind of the fields of a part that may hold lines."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        (name, field.alias or name, _kind(hints[name]))
        for name, field in model.model_fields.items()
        if (model, name) not in _UNTRANSLATED
    )


def _kind(hint: object) -> str:
    if hint in (Text, Text | None):
        return _TEXT
    if hint in (Texts, SomeTexts):
        return _TEXTS
    if hint == Day:
        return _DAY
    return _TEXT if hint == dict[Id, Text] else ""


def _lines(part: BaseModel, path: Path, names: tuple[str, ...]) -> Iterator[Line]:
    for name, in_file, kind in _kinds(type(part)):
        value, place, called = getattr(part, name), (*path, in_file), (*names, in_file)
        if kind == _TEXTS and value:
            yield Line(".".join(called), place, value, is_list=True)
        elif kind in (_TEXT, _DAY) and isinstance(value, str):
            yield Line(".".join(called), place, (value,), is_list=False)
        elif kind != _TEXTS:
            yield from _below(value, place, called, holds_texts=kind == _TEXT)


def _below(
    value: object, path: Path, names: tuple[str, ...], *, holds_texts: bool
) -> Iterator[Line]:
    for key, name, part in _entries(value):
        place, called = (path, names) if key is None else ((*path, key), (*names, name))
        if isinstance(part, BaseModel):
            yield from _lines(part, place, called)
        elif holds_texts and isinstance(part, str):
            yield Line(".".join(called), place, (part,), is_list=False)


def _entries(value: object) -> Iterator[tuple[str | int | None, str, object]]:
    """Yield the parts below a value: with their keys, and their names in line ids."""
    if isinstance(value, BaseModel):
        yield None, "", value
    elif isinstance(value, dict):
        yield from ((key, str(key), part) for key, part in value.items())
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield place, str(getattr(part, "id", None) or place + 1), part
