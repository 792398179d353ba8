"""The containers of a compiled ink story: lists of content that name and contain each other.

The layout is that of ink's JSON runtime format, versions 15 to 21: a list is a container whose last
entry is null or names further content; a path walks from the root, or from where it stands.
"""

import re
from dataclasses import dataclass, field

from simulator.core.errors import StoryError

DEEPEST_NESTING = 150
"""How many containers may stand inside each other."""

_OWN_NAME = re.compile(r"b|s\d*|\$r\d*")
"""Names the compiler gives to the branches of conditions and sequences and to parts of choices."""


@dataclass(eq=False)
class Container:
    """A list of content; ``path`` leads to it from the root."""

    path: str
    parent: "Container | None"
    place: int | None
    content: list[object] = field(default_factory=list)
    named: dict[str, "Container"] = field(default_factory=dict)
    name: str = ""

    @property
    def is_place(self) -> bool:
        """Whether a writer could have named it: a knot, stitch, gather or choice."""
        if not self.name or self.parent is None:
            return False
        return self.parent.parent is None or not _OWN_NAME.fullmatch(self.name)


Pointer = tuple[Container, int]
"""A container, and the place in its content where reading goes on."""


def container_from(raw: list[object]) -> Container:
    """Give the root container of a story.

    Raises:
        StoryError: the containers are nested too deeply or not well formed.
    """
    return _built(raw, "", None, None, 0)


def _built(
    raw: list[object], path: str, parent: Container | None, place: int | None, depth: int
) -> Container:
    if depth > DEEPEST_NESTING or not raw:
        raise StoryError("This ink story cannot be read: its parts are not built as ink's are.")
    made = Container(path, parent, place)
    for index, entry in enumerate(raw[:-1]):
        if isinstance(entry, list):
            child = _built(entry, _below(path, str(index)), made, index, depth + 1)
            made.content.append(child)
            if child.name:
                made.named.setdefault(child.name, child)
        else:
            made.content.append(entry)
    _name(made, raw[-1], depth)
    return made


def _name(made: Container, last: object, depth: int) -> None:
    for name, entry in (last if isinstance(last, dict) else {}).items():
        if name == "#n" and isinstance(entry, str):
            made.name = entry
            if made.parent is not None:
                made.path = _below(made.parent.path, entry)
        elif isinstance(entry, list):
            child = _built(entry, _below(made.path, name), made, None, depth + 1)
            child.name = name
            made.named[name] = child


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def resolved(root: Container, path: str, at: Pointer) -> Pointer | None:
    """Give what a path leads to, seen from an object; None if it leads nowhere."""
    if path.startswith("."):
        container, place = at
        found: Pointer = (container, place)
        steps = path[1:].split(".")
        is_object = True
    else:
        found, steps, is_object = (root, 0), path.split("."), False
    for step in steps:
        container, place = found
        if step == "^":
            if is_object:
                found = (container, 0)
                is_object = False
                continue
            if container.parent is None:
                return None
            found = (container.parent, 0)
            continue
        if is_object:
            return None
        entered = _entered(container, step)
        if entered is None:
            return None
        found, is_object = entered
    return found


def _entered(container: Container, step: str) -> tuple[Pointer, bool] | None:
    """Go one step down; tells also whether what is found is an object and no container."""
    if step in container.named:
        return (container.named[step], 0), False
    if not step.isdecimal() or int(step[:9]) >= max(len(container.content), 1):
        return None
    index = int(step)
    entry = container.content[index] if container.content else None
    if isinstance(entry, Container):
        return (entry, 0), False
    return (container, index), True
