"""What one walk over a scenario finds, so that the checks need not each walk over it again."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from pydantic import BaseModel

from simulator.core.scenario.checks.parts import WITHOUT_TEXT, below, conditions, effects, texts
from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.faults import Path
from simulator.core.scenario.model import NO_EFFECTS, Effects, Reply, Scenario, Step

_ID = re.compile("[a-z0-9-]*")
_CELL = 5
"""How many points of mood a cell of the customer's patience is worth in a comparison."""


class _Group(NamedTuple):
    """A step, an ending or another part of the file, with all texts in it."""

    path: Path
    part: object
    texts: tuple[str, ...]


class Texts(NamedTuple):
    """The different texts of a scenario, in no order and without ids.

    ``simple`` ones have several words of plain letters and signs; they also stand ``in_one`` text,
    between upright strokes, so that one look tells whether a sign is in none of them.
    """

    simple: tuple[str, ...]
    others: tuple[str, ...]
    in_one: str


class Walked(NamedTuple):
    """A scenario with what its checks look for, each in the order of the file.

    ``asked`` holds every function that a condition or formula asks, with the id asked about;
    ``best`` the reply to each step that does most good; ``routes`` where each step may lead.
    """

    scenario: Scenario
    conditions: tuple[tuple[Path, Condition], ...]
    effects: tuple[tuple[Path, Effects], ...]
    formulas: tuple[tuple[Path, str, Formula], ...]
    asked: frozenset[tuple[str, str]]
    best: dict[str, Reply | None]
    reply_ids: tuple[str, ...]
    routes: dict[str, tuple[str, ...]]
    texts: Texts
    groups: tuple[_Group, ...]

    def choices(self) -> list[tuple[Reply, tuple[Reply, ...]]]:
        """Give the best reply of each step that has one, with all that are on offer."""
        pairs = zip(self.best.values(), self.scenario.steps.values(), strict=True)
        return [(best, step.replies) for best, step in pairs if best is not None]

    def expressions(self) -> Iterator[tuple[Path, Condition | Formula]]:
        """Yield every condition and every formula."""
        yield from self.conditions
        for path, _, formula in self.formulas:
            yield path, formula

    def places_of(self, wanted: Iterable[str]) -> Iterator[tuple[Path, str]]:
        """Yield each place where one of some texts stands; paths are made for these alone."""
        sought = frozenset(wanted)
        for group in self.groups if sought else ():
            if not sought.isdisjoint(group.texts):
                for path, text in texts(group.part, group.path):
                    if text in sought:
                        yield path, text


def walked(scenario: Scenario) -> Walked:
    """Walk over a scenario once."""
    found = tuple(conditions(scenario))
    done = tuple(effects(scenario))
    formulas = tuple(
        ((*path, "set", name), name, formula)
        for path, effect in done
        if effect.set
        for name, formula in effect.set.items()
    )
    groups = tuple(_groups(scenario))
    return Walked(
        scenario,
        found,
        done,
        formulas,
        _asked([*(each for _, each in found), *[each for *_, each in formulas]]),
        {step_id: best_reply(step) for step_id, step in scenario.steps.items()},
        tuple([reply.id for step in scenario.steps.values() for reply in step.replies]),
        {step_id: step.leads_to for step_id, step in scenario.steps.items()},
        _texts_of(groups),
        groups,
    )


def _texts_of(groups: Sequence[_Group]) -> Texts:
    simple, others = [], []
    for text in set(chain.from_iterable([group.texts for group in groups])):
        if " " in text and text.isascii() and text.isprintable():
            simple.append(text)
        elif not _ID.fullmatch(text):
            others.append(text)
    return Texts(tuple(simple), tuple(others), f" {' | '.join(simple)} ")


def _asked(expressions: list[Condition | Formula]) -> frozenset[tuple[str, str]]:
    return frozenset(chain.from_iterable([each.calls() for each in expressions]))


def gain(effect: Effects) -> int:
    """Give how much good a reply does, in points of mood."""
    if effect is NO_EFFECTS:
        return 0
    return (effect.mood or 0) + (effect.trust or 0) + _CELL * (effect.bears_with_us or 0)


def best_reply(step: Step) -> Reply | None:
    """Give the reply that does most good; None if several do or there is no choice."""
    gains = [gain(reply.then) for reply in step.replies]
    most = max(gains)
    if len(gains) < 2 or gains.count(most) > 1:
        return None
    return step.replies[gains.index(most)]


def longest_of(offered: Sequence[Reply]) -> Reply | None:
    """Give the reply with the most characters; None if several have as many."""
    sizes = [len(reply.says) for reply in offered]
    most = max(sizes)
    return offered[sizes.index(most)] if sizes.count(most) == 1 else None


def _groups(scenario: Scenario) -> Iterator[_Group]:
    for name, part in below(scenario):
        if isinstance(part, dict):
            for key, entry in part.items():
                yield _Group((name, key), entry, tuple(_texts_in(entry)))
        else:
            yield _Group((name,), part, tuple(_texts_in(part)))


def _texts_in(part: object) -> list[str]:
    found: list[str] = []
    _add((part,), found)
    return found


def _add(parts: Collection[Any], found: list[str]) -> None:
    for part in parts:
        kind = part.__class__
        if kind is str:
            found.append(part)
        elif part and kind not in WITHOUT_TEXT:
            if kind is tuple:
                _add(part, found)
            elif isinstance(part, BaseModel):
                _add(part.__dict__.values(), found)
