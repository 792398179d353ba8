"""Reads Twine stories: Twee 3 source, and published HTML of Harlowe, SugarCube and Chapbook."""

import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from simulator.core.errors import StoryError
from simulator.storage.importing.story import MOST_NODES, Losses, Node, Story
from simulator.storage.importing.twine_markup import Markup

LONGEST_STORY = 2_000_000
"""The most characters of all passages together."""

_OWN_PASSAGES = frozenset(
    {
        "PassageDone",
        "PassageFooter",
        "PassageHeader",
        "PassageReady",
        "StoryAuthor",
        "StoryBanner",
        "StoryCaption",
        "StoryDisplayTitle",
        "StoryIncludes",
        "StoryInit",
        "StoryInterface",
        "StoryMenu",
        "StorySettings",
        "StoryShare",
        "StorySubtitle",
        "UserScript",
        "UserStylesheet",
    }
)
_OWN_TAGS = frozenset(
    {
        "annotation",
        "footer",
        "header",
        "init",
        "script",
        "startup",
        "stylesheet",
        "Twine.image",
        "Twine.private",
        "widget",
    }
)
_ESCAPED = re.compile(r"\\(.)")
_ATTRIBUTE = re.compile(r"\s*([^\s=<>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'))?")


class Passage(NamedTuple):
    """A passage as its author wrote it."""

    name: str
    tags: tuple[str, ...]
    text: str


def twee_story(text: str, title: str) -> Story:
    """Turn Twee source into nodes and links.

    Raises:
        StoryError: it holds no passages, or too many.
    """
    passages = list(_twee_passages(text))
    known = {passage.name: passage.text for passage in passages}
    data = _story_data(known.get("StoryData", ""))
    kept = [it for it in passages if it.name not in ("StoryData", "StoryTitle")]
    start = data.get("start", "Start")
    return _story(known.get("StoryTitle", "").strip() or title, data.get("format", ""), kept, start)


def _story_data(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: value for name, value in pairs if isinstance(value, str)}


def _twee_passages(text: str) -> Iterator[Passage]:
    header, lines = None, list[str]()
    for line in [*text.removeprefix("\ufeff").splitlines(), None]:
        if line is not None and not line.startswith("::"):
            lines.append(line.removeprefix("\\") if line.startswith("\\::") else line)
            continue
        if header is not None:
            name, tags = _header(header)
            yield Passage(name, tags, "\n".join(lines))
        header, lines = (line[2:].strip() if line is not None else None), []


def _header(text: str) -> tuple[str, tuple[str, ...]]:
    """Give name and tags of a header; its last part, with positions in the editor, is not used."""
    if text.endswith("}") and " {" in text:
        text = text[: text.rindex(" {")].rstrip()
    tags: tuple[str, ...] = ()
    if text.endswith("]") and not text.endswith("\\]") and "[" in text:
        place = text.rindex("[")
        tags, text = tuple(text[place + 1 : -1].split()), text[:place].rstrip()
    return _ESCAPED.sub(r"\1", text).strip(), tags


def html_story(text: str, title: str) -> Story:
    """Turn published HTML into nodes and links.

    Raises:
        StoryError: it holds no story of Twine 2, or too many passages.
    """
    attributes, rest = _opened(text, "tw-storydata", 0)
    if attributes is None:
        raise StoryError("This page holds no story of Twine 2.")
    passages, names = list[Passage](), dict[str, str]()
    place, end = rest, text.find("</tw-storydata", rest)
    while True:
        found, place = _opened(text, "tw-passagedata", place)
        closing = text.find("</tw-passagedata", place) if found is not None else -1
        if found is None or closing < 0 or (0 <= end < place) or len(passages) > MOST_NODES:
            break
        name = found.get("name", "")
        names[found.get("pid", "")] = name
        tags = tuple(found.get("tags", "").split())
        passages.append(Passage(name, tags, html.unescape(text[place:closing])))
        place = closing
    start = names.get(attributes.get("startnode", ""), passages[0].name if passages else "")
    title = attributes.get("name", "").strip() or title
    return _story(title, attributes.get("format", ""), passages, start)


def _opened(text: str, tag: str, place: int) -> tuple[dict[str, str] | None, int]:
    """Give the attributes of the next tag of a kind, and where it ends; None if there is none."""
    begin = text.find(f"<{tag}", place)
    if begin < 0:
        return None, place
    place = begin + len(tag) + 1
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(text, place):
        found[match[1]] = html.unescape(match[2] or match[3] or "")
        place = match.end()
    return found, text.find(">", place) + 1 or len(text)


def _story(title: str, story_format: str, passages: list[Passage], start: str) -> Story:
    losses = Losses()
    kept: dict[str, Passage] = {}
    for passage in passages:
        if passage.name in _OWN_PASSAGES or not _OWN_TAGS.isdisjoint(passage.tags):
            losses.add(passage.name, "a passage of scripts, styles or settings")
        elif passage.name in kept:
            losses.add(passage.name, "a second passage of this name")
        else:
            kept[passage.name] = passage
    if not kept:
        raise StoryError("This story holds no passages.")
    if len(kept) > MOST_NODES or sum(len(it.text) for it in kept.values()) > LONGEST_STORY:
        raise StoryError("This story is too large for one scenario. Cut it into parts.")
    if start not in kept:
        losses.add("start", f"the first passage “{start}”, which the story does not have")
        start = next(iter(kept))
    markup = Markup(story_format, kept.keys(), losses)
    nodes: dict[str, Node] = {name: markup.node(name, it.text) for name, it in kept.items()}
    named = f"Twine ({story_format})" if story_format else "Twine"
    return Story(title, named, nodes, start, {}, losses.all())
