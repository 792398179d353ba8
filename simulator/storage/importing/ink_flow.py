"""Follows the flow of a compiled ink story from one choice to the next."""

import re
from collections.abc import Mapping

from simulator.storage.importing.ink_containers import Container, Pointer, resolved
from simulator.storage.importing.ink_values import InkValues
from simulator.storage.importing.ink_walk import Frame, Target, Walk
from simulator.storage.importing.outcomes import MOST_COURSES, Course, node_of
from simulator.storage.importing.plain_text import plain_line, plain_lines
from simulator.storage.importing.saying import Kind, Saying, opposite, truth
from simulator.storage.importing.story import Link, Losses, Node

MOST_OBJECTS = 4_000
"""The most pieces of content one stretch may run through; more is a circle without a choice."""

DEEPEST_CALLS = 12
"""How many tunnels, functions and threads may be open at once."""

GLUE = "\x00"
_GLUED = re.compile(f"\n*{GLUE}[{GLUE}\n]*")
_HAS_CONDITION, _HAS_START, _HAS_LABEL, _IS_DEFAULT, _IS_ONCE = 1, 2, 4, 8, 16
_VERSION_OF_STORY = "the end of a tunnel that nothing leads back from"


class InkFlow:
    """Gives the node that begins at a place; the same place gives the same node."""

    def __init__(self, root: Container, kinds: Mapping[str, Kind], losses: Losses) -> None:
        self._root = root
        self._losses = losses
        self._values = InkValues(root, kinds, losses)
        self._starts: dict[str, tuple[Pointer, tuple[Frame, ...]]] = {"": ((root, 0), ())}
        self._echoes: dict[str, str] = {}
        self._pointed_at = _pointed_at(root)

    def node(self, name: str) -> Node:
        """Follow the flow from a place that ``goes`` named, up to its choices or its end."""
        pointer, frames = self._starts[name]
        open_walks = [Walk(name, *pointer, frames=frames)]
        courses: list[Course] = []
        while open_walks:
            walk = open_walks.pop()
            forked = self._followed(walk)
            if forked is None:
                courses.append(self._course(walk, self._echoes.get(name, "")))
            elif len(open_walks) + len(courses) + 2 > MOST_COURSES:
                self._losses.add(name or "start", "more cases than can be told apart")
                open_walks.append(forked[0])
            else:
                open_walks.extend(reversed(forked))
        return node_of(name, courses, self._losses, is_answer=name in self._echoes)

    def _course(self, walk: Walk, echo: str) -> Course:
        lines = plain_lines(_GLUED.sub("", "".join(walk.parts)))
        if lines and echo and lines[0].rstrip(" .") == echo.rstrip(" ."):
            lines = lines[1:]
        return Course(tuple(walk.when), lines, tuple(walk.links), tuple(walk.sets.items()))

    def _followed(self, walk: Walk) -> tuple[Walk, Walk] | None:
        """Follow one course until it ends (None) or a condition makes two of it."""
        for _ in range(MOST_OBJECTS):
            if walk.index >= len(walk.container.content):
                if not self._left(walk):
                    return None
                continue
            entry = walk.container.content[walk.index]
            walk.index += 1
            if isinstance(entry, Container):
                if self._stops_at(walk, entry, is_divert=False):
                    return None
                walk.container, walk.index = entry, 0
                continue
            done = self._taken(walk, entry)
            if isinstance(done, tuple):
                return done
            if done:
                return None
        self._losses.add(walk.name or "start", "a circle that never asks anything")
        return None

    def _left(self, walk: Walk) -> bool:
        """Go on after the end of a container; False at the end of the flow."""
        container = walk.container
        if container.parent is not None and container.place is not None:
            walk.container, walk.index = container.parent, container.place + 1
            return True
        return walk.returned()

    def _taken(self, walk: Walk, entry: object) -> tuple[Walk, Walk] | bool:
        """Take one object; True where the course ends, two walks where it forks."""
        if isinstance(entry, dict):
            return self._object(walk, entry)
        if not isinstance(entry, str):
            self._values.push(walk, entry)
            return False
        if entry.startswith("^") and entry != "^":
            walk.write(entry[1:].replace(GLUE, ""))
        elif entry in ("\n", "<>"):
            walk.write(GLUE if entry == "<>" else entry)
        elif entry == "end":
            return True
        elif entry == "done":
            return not walk.returned_from_thread()
        elif entry in ("~ret", "->->"):
            return not self._returned(walk, entry)
        else:
            self._values.command(walk, entry)
        return False

    def _returned(self, walk: Walk, entry: str) -> bool:
        value = walk.pop()
        if isinstance(value, Target) and entry == "->->":
            walk.returned()
            return self._goes_to(walk, value.path)
        if walk.returned(value if entry == "~ret" else None):
            return True
        self._losses.add(walk.name or "start", _VERSION_OF_STORY)
        return False

    def _object(self, walk: Walk, entry: dict[str, object]) -> tuple[Walk, Walk] | bool:
        if "->" in entry:
            return self._diverted(walk, entry)
        if "*" in entry:
            self._choice(walk, entry)
        elif "->t->" in entry or "f()" in entry:
            return not self._called(walk, entry)
        else:
            self._values.take(walk, entry)
        return False

    def _diverted(self, walk: Walk, entry: dict[str, object]) -> tuple[Walk, Walk] | bool:
        path = entry["->"]
        if entry.get("c"):
            return self._forked(walk, str(path))
        if entry.get("var"):
            target = walk.temps.get(str(path))
            if not isinstance(target, Target):
                self._losses.add(walk.name or "start", f"the way to wherever “{path}” says")
                return True
            path = target.path
        if walk.is_forking_thread:
            walk.is_forking_thread = False
            if len(walk.frames) >= DEEPEST_CALLS:
                self._losses.add(walk.name or "start", "a thread that opens too many others")
                return False
            walk.enter("thread")
        return not self._goes_to(walk, str(path))

    def _goes_to(self, walk: Walk, path: str) -> bool:
        """Go where a path leads; False where the course ends there or breaks off."""
        found = resolved(self._root, path, (walk.container, walk.index - 1))
        if found is None:
            self._losses.add(walk.name or "start", f"a way to “{path}”, which is not in the file")
            return False
        if found[1] == 0 and self._stops_at(walk, found[0], is_divert=True):
            return False
        walk.container, walk.index = found
        return True

    def _stops_at(self, walk: Walk, target: Container, *, is_divert: bool) -> bool:
        """Whether a node of its own begins here; if so, the walk gets a link to it."""
        is_own = target.is_place and (is_divert or target.path in self._pointed_at)
        if not is_own or walk.links or walk.captures or walk.is_inside_call:
            return False
        if not is_divert and not walk.has_said_anything:
            return False
        walk.links.append(Link(None, self._named((target, 0), walk.frames)))
        return True

    def _forked(self, walk: Walk, path: str) -> tuple[Walk, Walk] | bool:
        case = self._values.condition(walk.pop())
        found = resolved(self._root, path, (walk.container, walk.index - 1))
        if found is None:
            return True
        if case is None:
            self._losses.add(walk.name or "start", "a condition; the first of its cases is kept")
        if case is None or case.value or case in walk.when:
            walk.container, walk.index = found
            return False
        against = opposite(case)
        if against is None or case.value is not None or against in walk.when:
            return False
        holds = walk.copied(case)
        holds.container, holds.index = found
        return holds, walk.copied(against)

    def _called(self, walk: Walk, entry: dict[str, object]) -> bool:
        kind = "function" if "f()" in entry else "tunnel"
        path = str(entry.get("f()", entry.get("->t->")))
        if len(walk.frames) >= DEEPEST_CALLS:
            self._losses.add(walk.name or "start", f"the {kind} “{path}”, which calls itself")
            walk.stack.append(None)
            return kind == "function"
        target = walk.temps.get(path) if entry.get("var") else None
        path = target.path if isinstance(target, Target) else path
        found = resolved(self._root, path, (walk.container, walk.index - 1))
        if found is None:
            self._losses.add(walk.name or "start", f"the {kind} “{path}”, which is not known here")
            walk.stack.append(None)
            return True
        walk.enter(kind)
        walk.container, walk.index = found
        return True

    def _choice(self, walk: Walk, entry: dict[str, object]) -> None:
        flags = entry.get("flg")
        flags = flags if isinstance(flags, int) else 0
        case: Saying | None = None
        if flags & _HAS_CONDITION:
            case = truth(self._values.condition(walk.pop()))
            if case is None:
                self._losses.add(walk.name or "start", "the condition of a choice")
            elif case.value is False:
                case, flags = None, -1
        own = walk.popped_text() if flags & _HAS_LABEL else ""
        start = walk.popped_text() if flags & _HAS_START else ""
        found = resolved(self._root, str(entry["*"]), (walk.container, walk.index - 1))
        if flags == -1 or found is None:
            return
        says = plain_line(_GLUED.sub("", start + own)) or None
        goes = self._named(found, tuple(f for f in walk.frames if f.kind != "thread"))
        self._echoes.setdefault(goes, plain_line(start))
        if flags & _IS_DEFAULT:
            says = None
        when = None if case is None or case.value else case
        walk.links.append(
            Link(says, goes, when, is_once=bool(flags & _IS_ONCE) and says is not None)
        )

    def _named(self, pointer: Pointer, frames: tuple[Frame, ...]) -> str:
        container, index = pointer
        name = container.path if index == 0 else f"{container.path}.{index}"
        name = "@".join((name, *(frame.name for frame in frames)))
        self._starts.setdefault(name, (pointer, frames))
        return name


def _pointed_at(root: Container) -> set[str]:
    """Give the paths of the containers that something leads to or asks about."""
    found: set[str] = set()
    waiting = [root]
    while waiting:
        container = waiting.pop()
        for index, entry in enumerate(container.content):
            if isinstance(entry, Container):
                waiting.append(entry)
            elif isinstance(entry, dict):
                for name in ("->", "->t->", "CNT?", "^->"):
                    path = entry.get(name)
                    target = (
                        resolved(root, path, (container, index)) if isinstance(path, str) else None
                    )
                    if target and target[1] == 0:
                        found.add(target[0].path)
        waiting.extend(child for child in container.named.values() if child.place is None)
    return found
