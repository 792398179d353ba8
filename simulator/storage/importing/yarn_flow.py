"""Follows a Yarn script from one group of options to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from simulator.storage.importing.infix import Call, said
from simulator.storage.importing.outcomes import MOST_COURSES, Course, node_of
from simulator.storage.importing.saying import (
    TRUE,
    Kind,
    Saying,
    combined,
    literal,
    opposite,
    seen,
    truth,
    visits,
)
from simulator.storage.importing.story import Link, Losses, Node
from simulator.storage.importing.yarn_statements import (
    Block,
    Branches,
    Jump,
    Line,
    OldLink,
    Option,
    Options,
    SetTo,
    Statement,
    Stop,
)

MOST_STATEMENTS = 3_000
"""The most statements one stretch may run through; more is a circle without options."""

DEEPEST_DETOURS = 12
"""How many detours may be open at once."""


class Frame(NamedTuple):
    """A block that is being read, and where."""

    block: Block
    place: int
    kind: Literal["node", "option", "case", "detour"]


@dataclass
class _Walk:
    frames: list[Frame]
    lines: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    when: list[Saying] = field(default_factory=list)
    sets: dict[str, Saying] = field(default_factory=dict)

    def copied(self, case: Saying) -> "_Walk":
        return replace(
            self,
            frames=list(self.frames),
            lines=list(self.lines),
            links=list(self.links),
            when=[*self.when, case],
            sets=dict(self.sets),
        )


class YarnFlow:
    """Gives the node that begins at a place; the same place gives the same node."""

    def __init__(
        self, bodies: Mapping[str, Block], kinds: Mapping[str, Kind], losses: Losses
    ) -> None:
        self._bodies = bodies
        self._kinds = kinds
        self._losses = losses
        self._starts: dict[str, tuple[Frame, ...]] = {
            name: (Frame(body, 0, "node"),) for name, body in bodies.items()
        }
        self._titles = {name: name for name in bodies}
        self._answers: set[str] = set()
        self._names: dict[tuple[tuple[int, int], ...], str] = {}

    def node(self, name: str) -> Node:
        """Follow the script from a place up to its options or its end."""
        title = self._titles[name]
        open_walks = [_Walk(list(self._starts[name]))]
        courses: list[Course] = []
        while open_walks:
            walk = open_walks.pop()
            forked = self._followed(walk, title)
            if forked is None:
                courses.append(
                    Course(
                        tuple(walk.when),
                        tuple(walk.lines),
                        tuple(walk.links),
                        tuple(walk.sets.items()),
                    )
                )
            elif len(open_walks) + len(courses) + 2 > MOST_COURSES:
                self._losses.add(title, "more cases than can be told apart")
                open_walks.append(forked[0])
            else:
                open_walks.extend(reversed(forked))
        return node_of(name, courses, self._losses, is_answer=name in self._answers)

    def _followed(self, walk: _Walk, title: str) -> tuple[_Walk, _Walk] | None:
        for _ in range(MOST_STATEMENTS):
            if not walk.frames:
                return None
            frame = walk.frames[-1]
            if frame.place >= len(frame.block):
                walk.frames.pop()
                if frame.kind == "option" and self._goes_on(walk, title):
                    return None
                continue
            walk.frames[-1] = frame._replace(place=frame.place + 1)
            done = self._taken(walk, frame.block[frame.place], title)
            if isinstance(done, tuple):
                return done
            if done:
                return None
        self._losses.add(title, "a circle that never asks anything")
        return None

    def _goes_on(self, walk: _Walk, title: str) -> bool:
        """After an option's own words, let what follows all options be a node of its own."""
        goes = self._named(walk.frames, title)
        if goes is not None and not walk.links:
            walk.links.append(Link(None, goes))
        return goes is None or bool(walk.links)

    def _taken(self, walk: _Walk, statement: Statement, title: str) -> tuple[_Walk, _Walk] | bool:
        match statement:
            case Line():
                if self._condition(statement.when, title) not in (None, TRUE):
                    cases = ((statement.when, (Line(statement.text),)),)
                    return self._branched(walk, Branches(cases), title)
                walk.lines.append(statement.text)
            case Options():
                self._offer(walk, statement.options, title)
                return True
            case OldLink():
                self._jump(walk, statement.text, statement.target, title)
            case Branches():
                return self._branched(walk, statement, title)
            case SetTo():
                self._set(walk, statement, title)
            case Jump(returns=True):
                self._detour(walk, statement.target, title)
            case Jump():
                self._jump(walk, None, statement.target, title)
                return True
            case Stop():
                return self._stopped(walk, returns=statement.returns)
        return False

    def _stopped(self, walk: _Walk, *, returns: bool) -> bool:
        while returns and walk.frames:
            if walk.frames.pop().kind == "detour":
                return False
        return True

    def _detour(self, walk: _Walk, target: str, title: str) -> None:
        open_detours = sum(frame.kind == "detour" for frame in walk.frames)
        if target not in self._bodies or open_detours >= DEEPEST_DETOURS:
            self._losses.add(title, f"a detour to “{target}”")
        else:
            walk.frames.append(Frame(self._bodies[target], 0, "detour"))

    def _jump(self, walk: _Walk, says: str | None, target: str, title: str) -> None:
        if target in self._bodies:
            walk.links.append(Link(says, target))
        else:
            self._losses.add(title, f"the way to “{target}”, which is not in the file")

    def _offer(self, walk: _Walk, options: tuple[Option, ...], title: str) -> None:
        for option in options:
            when = self._condition(option.when, title)
            if when is None:
                self._losses.add(title, f"the condition of the option “{option.text[:60]}”")
            elif when.value is False:
                continue
            goes = self._named([*walk.frames, Frame(option.body, 0, "option")], title)
            kept = None if when is None or when.value else when
            walk.links.append(Link(option.text, goes, kept, option.is_once))

    def _condition(self, text: str, title: str) -> Saying | None:
        return truth(said(text, self._kinds, self._asked(title))) if text else TRUE

    def _asked(self, title: str) -> Call:
        def call(function: str, argument: str) -> Saying | None:
            if function not in ("visited", "visited_count") or argument not in self._bodies:
                return None
            # Yarn counts a visit when a node is left, we when it is entered.
            is_here = argument == title
            count = combined("-", visits(argument), literal(1)) if is_here else visits(argument)
            if function == "visited_count":
                return count
            again = combined(">=", visits(argument), literal(2))
            return again if is_here else seen(argument)

        return call

    def _branched(self, walk: _Walk, branches: Branches, title: str) -> tuple[_Walk, _Walk] | bool:
        (text, body), *others = branches.cases
        case = self._condition(text, title)
        if case is None:
            if text != "once":
                self._losses.add(title, f"the condition “{text[:80]}”; its first case is kept")
            case = TRUE
        if case.value is not None or case in walk.when:
            chosen = body if case.value is not False else None
        elif (against := opposite(case)) is None or against in walk.when:
            chosen = None
        else:
            holds, fails = walk.copied(case), walk.copied(against)
            holds.frames.append(Frame(body, 0, "case"))
            if others:
                fails.frames.append(Frame((Branches(tuple(others)),), 0, "case"))
            return holds, fails
        if chosen is not None:
            walk.frames.append(Frame(chosen, 0, "case"))
        elif others:
            walk.frames.append(Frame((Branches(tuple(others)),), 0, "case"))
        return False

    def _set(self, walk: _Walk, assignment: SetTo, title: str) -> None:
        if assignment.is_declared or assignment.name not in self._kinds:
            return
        value = said(assignment.formula, self._kinds, self._asked(title))
        if value is None or value.kind == "text":
            self._losses.add(title, f"what “{assignment.name}” is set to")
            return
        if any(assignment.name in case.variables() for case in walk.when):
            self._losses.add(title, f"“{assignment.name}” is asked about before it is set")
        walk.sets[assignment.name] = value.with_values(walk.sets)

    def _named(self, frames: list[Frame], title: str) -> str | None:
        """Give the name of the node that begins where these blocks go on; None at the end."""
        left = [frame for frame in frames if frame.place < len(frame.block)]
        if not left:
            return None
        key = tuple((id(frame.block), frame.place) for frame in left)
        if key not in self._names:
            name = f"{title}.{len(self._names) + 1}"
            while name in self._starts:
                name = f"{name}.1"
            self._names[key] = name
            self._starts[name] = tuple(left)
            self._titles[name] = title
            if left[-1].kind == "option" and left[-1].place == 0:
                self._answers.add(name)
        return self._names[key]
