"""The debrief of a shift: how steady the three scales stayed, and three points at most."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from simulator.core.progress.shift.shift import Shift
from simulator.core.progress.shift.steadiness import (
    FEWEST_RATED,
    Change,
    ScaleLine,
    Steadiness,
    scale_line,
)
from simulator.core.scoring.rubric import SKILLS, Skill

MOST_POINTS = 3
"""Points told about a shift, at most."""

NOTHING_RATED = "There was too little to rate in these contacts to say how steady they were."
"""Told when no scale was rated often enough."""

USUAL_MARGIN = 12.0
"""By how many points the scorer is taken to be wrong where no measured figure is at hand."""


class ShiftDebrief(NamedTuple):
    """What a shift came to: a line for each scale, and what is worth knowing first."""

    shift: Shift
    lines: tuple[ScaleLine, ...]
    points: tuple[str, ...]


def debrief_of(shift: Shift, margins: Mapping[Skill, float] | None = None) -> ShiftDebrief:
    """Look back on a shift, whole or as far as it came.

    Args:
        shift: the contacts done count, whether or not others were planned.
        margins: by how many points the scorer is wrong on average on each scale.
    """
    known = margins or {}
    lines = tuple(
        scale_line(skill, shift.results, known.get(skill, USUAL_MARGIN)) for skill in SKILLS
    )
    points = tuple(_points(shift, lines)) or (NOTHING_RATED,)
    return ShiftDebrief(shift, lines, points[:MOST_POINTS])


def _points(shift: Shift, lines: tuple[ScaleLine, ...]) -> Iterator[str]:
    """Yield what is worth knowing: tiredness first, then the lowest contact, then what held."""
    if len(shift.results) < FEWEST_RATED:
        yield f"Steadiness needs {FEWEST_RATED} contacts. You have {len(shift.results)}."
        return
    yield from _tired(shift, lines)
    yield from _uneven(lines)
    yield from _better(lines)
    yield from _steady(lines)


def _name(line: ScaleLine) -> str:
    return line.skill.value.capitalize()


def _tired(shift: Shift, lines: tuple[ScaleLine, ...]) -> Iterator[str]:
    lower = [line for line in lines if line.change is Change.LOWER]
    if not lower:
        return
    advice = (
        "The contacts were harder there, too."
        if _grew_harder(shift)
        else "A longer breath between two contacts may help."
    )
    yield f"Lower in the second half: {_halves_of(lower)}. {advice}"


def _halves_of(lines: Sequence[ScaleLine]) -> str:
    return "; ".join(
        f"{line.skill.value} {line.halves[0]:.0f}, then {line.halves[1]:.0f}"
        for line in lines
        if line.halves
    )


def _grew_harder(shift: Shift) -> bool:
    levels = [shift.plan.contacts[result.number - 1].level for result in shift.results]
    size = len(levels) // 2
    return sum(levels[len(levels) - size :]) > sum(levels[:size])


def _uneven(lines: tuple[ScaleLine, ...]) -> Iterator[str]:
    uneven = [line for line in lines if line.steadiness not in (None, Steadiness.STEADY)]
    for line in sorted(uneven, key=lambda it: it.spread or 0, reverse=True):
        if line.lowest is not None:
            score = line.lowest.scores[line.skill]
            yield (
                f"{_name(line)} was {line.steadiness}. It was lowest in contact "
                f"{line.lowest.number}, with {line.lowest.customer_name}: {score}."
            )


def _better(lines: tuple[ScaleLine, ...]) -> Iterator[str]:
    higher = [line for line in lines if line.change is Change.HIGHER]
    if higher:
        yield f"Higher in the second half: {_halves_of(higher)}."


def _steady(lines: tuple[ScaleLine, ...]) -> Iterator[str]:
    steady = [
        line
        for line in lines
        if line.steadiness is Steadiness.STEADY and line.change in (None, Change.NONE)
    ]
    if len(steady) == len(lines):
        yield (
            "All three scales stayed steady: no difference is greater than the scorer's own error."
        )
        return
    for line in steady:
        yield f"{_name(line)} stayed steady, at {line.mean:.0f} on average."
