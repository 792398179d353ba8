"""Reads compiled ink: knots, stitches, weaves, choices, variables and simple conditions."""

from collections.abc import Mapping

from simulator.core.errors import StoryError
from simulator.storage.importing.ink_containers import Container, container_from
from simulator.storage.importing.ink_flow import InkFlow
from simulator.storage.importing.story import Losses, Story, kinds_of, nodes_from

OLDEST, NEWEST = 15, 21
"""The versions of ink's compiled format that are known."""


def ink_story(document: Mapping[str, object], title: str) -> Story:
    """Turn a compiled ink story into nodes and links.

    Raises:
        StoryError: it is not built as compiled ink is, or too large.
    """
    version, raw = document.get("inkVersion"), document.get("root")
    if not isinstance(raw, list) or not isinstance(version, int):
        raise StoryError("This ink story cannot be read: its root is missing.")
    if not OLDEST <= version <= NEWEST:
        raise StoryError(
            f"This ink story is in version {version} of ink's format; versions {OLDEST} to "
            f"{NEWEST} are known. Compile it with a newer inklecate or inkjs."
        )
    losses = Losses()
    root = container_from(raw)
    variables = _variables(root, losses)
    flow = InkFlow(root, kinds_of(variables), losses)
    nodes = nodes_from(flow.node, [""])
    return Story(title, "ink", nodes, "", variables, losses.all())


def _variables(root: Container, losses: Losses) -> dict[str, int | bool]:
    """Read the first values of the story's variables."""
    found: dict[str, int | bool] = {}
    last: object = None
    declared = root.named.get("global decl")
    for entry in declared.content if declared else ():
        name = entry.get("VAR=") if isinstance(entry, dict) else None
        if not isinstance(name, str):
            last = None if entry in ("str", "/str", "/ev") and last is None else entry
            continue
        if isinstance(last, int | float) and last == int(last) and abs(last) <= 1_000_000_000:
            found[name] = last if isinstance(last, bool) else int(last)
        else:
            losses.add("variables", f"“{name}” holds what a scenario cannot: text, a list or a sum")
        last = None
    return found
