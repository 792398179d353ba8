"""Finds what is wrong with a translation beside its scenario: lines unknown, missing or damaged."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from simulator.core.scenario.checks.content import content_faults
from simulator.core.scenario.checks.walked import walked
from simulator.core.scenario.faults import Fault, Path, shown
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.translation import Line, Translation, lines_of, translated

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def translation_faults(scenario: Scenario, translation: Translation) -> Iterator[Fault]:
    """Yield everything that is wrong with a translation, with paths into its file."""
    lines = lines_of(scenario)
    if translation.language == scenario.language:
        message = f"the scenario is written in “{scenario.language}” already"
        yield Fault("RS705", ("language",), message, "Write the code of the other language.")
    yield from _unknown(lines, translation)
    yield from _twice(lines, translation)
    yield from _placeholders(lines, translation)
    result, missing = translated(scenario, translation)
    yield from _missing(missing, translation)
    yield from _wordings(result, lines, translation)


def _ids(line: Line) -> tuple[str, ...]:
    """Every id by which a line may be given."""
    numbered = len(line.texts) if line.is_list else 0
    return (line.id, *(f"{line.id}.{number}" for number in range(1, numbered + 1)))


def _unknown(lines: tuple[Line, ...], translation: Translation) -> Iterator[Fault]:
    known = dict.fromkeys(line_id for line in lines for line_id in _ids(line))
    for line_id in translation.lines:
        if line_id not in known:
            nearest = get_close_matches(line_id, known, n=1)
            remedy = (
                f"Did you mean “{nearest[0]}”?"
                if nearest
                else "Take it away; the command translate writes all ids there are."
            )
            message = f"the scenario has no line {shown(line_id, 80)}"
            yield Fault("RS702", ("lines", line_id), message, remedy, at_name=True)


def _twice(lines: tuple[Line, ...], translation: Translation) -> Iterator[Fault]:
    for line in lines:
        if not translation.lines.get(line.id):
            continue
        for line_id in _ids(line)[1:]:
            if translation.lines.get(line_id):
                message = f"“{line_id}” is translated twice: also by the list “{line.id}”"
                yield Fault(
                    "RS704", ("lines", line_id), message, "Keep one of the two.", at_name=True
                )
    for line in lines:
        whole = translation.lines.get(line.id) or ()
        numbered = (translation.lines.get(line_id) or () for line_id in _ids(line)[1:])
        if (not line.is_list and len(whole) > 1) or any(len(texts) > 1 for texts in numbered):
            message = f"“{line.id}” is one text here, and a list there"
            yield Fault("RS704", ("lines", line.id), message, "Give one text.", at_name=True)


def _placeholders(lines: tuple[Line, ...], translation: Translation) -> Iterator[Fault]:
    for line in lines:
        wanted = {mark for text in line.texts for mark in _PLACEHOLDER.findall(text)}
        for line_id in _ids(line):
            texts = translation.lines.get(line_id) or ()
            if texts and wanted != {m for text in texts for m in _PLACEHOLDER.findall(text)}:
                marks = ", ".join(sorted(wanted)) or "none"
                message = f"the marks in braces are other ones than in the scenario ({marks})"
                yield Fault("RS706", ("lines", line_id), message, "Copy the marks as they are.")


def _missing(missing: tuple[str, ...], translation: Translation) -> Iterator[Fault]:
    for line_id in missing:
        path: Path = ("lines", line_id) if line_id in translation.lines else ("lines",)
        message = f"the line “{line_id}” is not translated"
        remedy = f"Add it; until then it is shown in the scenario's own language: “{line_id}:”."
        yield Fault("RS703", path, message, remedy, at_name=True)


def _wordings(
    result: Scenario, lines: tuple[Line, ...], translation: Translation
) -> Iterator[Fault]:
    """Yield what is wrong with the translated words themselves, as in the scenario's own."""
    by_path = {line.path: line for line in lines}
    for fault in content_faults(walked(result)):
        line = by_path.get(fault.path) or by_path.get(fault.path[:-1])
        given = _place_in(line, fault, translation) if line else None
        if given is not None:
            yield Fault(fault.code, given, fault.message, fault.remedy, character=fault.character)


def _place_in(line: Line, fault: Fault, translation: Translation) -> Path | None:
    place = fault.path[-1]
    number = place if fault.path != line.path and isinstance(place, int) else 0
    whole = translation.lines.get(line.id)
    if whole:
        return ("lines", line.id, number) if len(whole) > 1 else ("lines", line.id)
    numbered = f"{line.id}.{number + 1}"
    return ("lines", numbered) if translation.lines.get(numbered) else None
