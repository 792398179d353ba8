"""Reads H5P Branching Scenario packages: questions, texts, and where they lead."""

from collections.abc import Mapping

from simulator.core.errors import StoryError
from simulator.storage.importing.plain_text import html_lines, plain_line
from simulator.storage.importing.story import MOST_NODES, Link, Losses, Node, Story

_TEXT_KINDS = ("H5P.AdvancedText", "H5P.Text")
_QUESTION = "H5P.BranchingQuestion"

Values = Mapping[str, object]


def h5p_story(package: object, content: object, title: str) -> Story:
    """Turn what a package says of itself, and its content, into nodes and links.

    Raises:
        StoryError: it is no branching scenario, or not built as one.
    """
    if _of(package, "mainLibrary") not in ("H5P.BranchingScenario", None):
        raise StoryError("This H5P package holds something else than a Branching Scenario.")
    scenario = _group(content, "branchingScenario")
    items = scenario.get("content")
    if not isinstance(items, list) or not items:
        raise StoryError("This H5P package holds no Branching Scenario.")
    if len(items) > MOST_NODES:
        raise StoryError("This story is too large for one scenario. Cut it into parts.")
    name = plain_line(_text(scenario, "title") or _text(package, "title")) or title
    reader = _Reader([item if isinstance(item, dict) else {} for item in items])
    return Story(name, "H5P", reader.nodes(scenario), "1", {}, reader.losses.all())


class _Reader:
    """Numbers the contents from 1, as their authors see them; a feedback gets a node of its own."""

    def __init__(self, items: list[Values]) -> None:
        self._items = items
        self._nodes: dict[str, Node] = {}
        self._ends: list[Values] = []
        self.losses = Losses()

    def nodes(self, scenario: Values) -> dict[str, Node]:
        screens = scenario.get("endScreens")
        self._ends = (
            [it for it in screens if isinstance(it, dict)] if isinstance(screens, list) else []
        )
        for number, item in enumerate(self._items):
            self._nodes[str(number + 1)] = self._node(number, item)
        return self._nodes

    def _node(self, number: int, item: Values) -> Node:
        name = str(number + 1)
        kind = _group(item, "type")
        library = _text(kind, "library").partition(" ")[0]
        params = _group(kind, "params")
        if library == _QUESTION:
            return self._question(name, _group(params, "branchingQuestion") or params)
        lines: tuple[str, ...] = ()
        if library in _TEXT_KINDS:
            lines = html_lines(_text(params, "text"))
        else:
            shown = plain_line(_text(_group(kind, "metadata"), "title")) or library or "content"
            self.losses.add(f"content {name}", f"“{shown}” ({library.removeprefix('H5P.')})")
            lines = (f"To do: say in words what “{shown}” showed.",)
        label = plain_line(_text(item, "proceedButtonText"))
        link = self._link(None if label in ("", "Proceed") else label, item, name, "next")
        return Node(name, lines, (link,))

    def _question(self, name: str, question: Values) -> Node:
        alternatives = question.get("alternatives")
        links = []
        for number, it in enumerate(alternatives if isinstance(alternatives, list) else ()):
            if isinstance(it, dict):
                says = " ".join(html_lines(_text(it, "text")))
                links.append(self._link(says, it, name, str(number + 1)))
        return Node(name, html_lines(_text(question, "question")), tuple(links))

    def _link(self, says: str | None, item: Values, name: str, place: str) -> Link:
        """Give a way on, with the feedback or end screen that stands before what comes next."""
        goes = self._target(item.get("nextContentId"), f"content {name}")
        feedback = _group(item, "feedback")
        lines = html_lines(f"{_text(feedback, 'title')}<br>{_text(feedback, 'subtitle')}")
        if _of(feedback, "endScreenScore"):
            self.losses.add(f"content {name}", "its scores")
        if goes is None and not lines and self._ends:
            return Link(says, self._end_screen())
        if not lines:
            return Link(says, goes)
        own = f"{name} feedback {place}"
        onward = (Link(None, goes),) if goes is not None else ()
        self._nodes[own] = Node(own, lines, onward, is_answer=True)
        return Link(says, own)

    def _end_screen(self) -> str:
        screen = self._ends[0]
        title, text = _text(screen, "endScreenTitle"), _text(screen, "endScreenSubtitle")
        if len(self._ends) > 1:
            self.losses.add("end screens", "all but the first of them")
        self._nodes["end screen"] = Node("end screen", html_lines(f"{title}<br>{text}"))
        return "end screen"

    def _target(self, number: object, where: str) -> str | None:
        if isinstance(number, str) and number.removeprefix("-").isdecimal():
            number = int(number[:9])
        if not isinstance(number, int) or isinstance(number, bool) or number < 0:
            return None
        if number >= len(self._items):
            self.losses.add(where, f"the way to content {number + 1}, which is not there")
            return None
        return str(number + 1)


def _of(values: object, name: str) -> object:
    return values.get(name) if isinstance(values, Mapping) else None


def _group(values: object, name: str) -> Values:
    found = _of(values, name)
    return found if isinstance(found, Mapping) else {}


def _text(values: object, name: str) -> str:
    found = _of(values, name)
    return found if isinstance(found, str) else ""
