"""Takes a Twine passage apart: its words, its links, and the macros that stay behind."""

import re
from collections.abc import Collection, Iterator

from simulator.storage.importing.plain_text import plain_line, plain_lines, without_tags
from simulator.storage.importing.story import Link, Losses, Node

_OPEN, _CLOSE = "\x01", "\x02"
"""Stand around the words of a link until it is known whether they belong to a sentence."""

_MARKED = re.compile(f"{_OPEN}[^{_OPEN}{_CLOSE}]*{_CLOSE}")
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_TEXTS = re.compile(r"\"([^\"]*)\"|'([^']*)'|`([^`]*)`")
_HARLOWE = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{0,40}):")
_INSERT = re.compile(r"\{([^{}\n]{1,600})\}")
_MODIFIER = re.compile(r"^\[(?!\[)[^\[\]\n]{1,200}\]\s*$", re.M)
_VARIABLE = re.compile(r"(\$?)\$([A-Za-z_]\w*)(?:\.\w+)*")
_HOOK_NAME = re.compile(r"\|[\w-]{1,60}[>)]|[<(][\w-]{1,60}\|")
_HOOK_SIGNS = dict.fromkeys(map(ord, "[]{}"))
_LINE_START = re.compile(r"^(?:[>*+-]|#{1,6}|!{1,6})+\s+")
_STYLE = re.compile(r"''|\*\*|__|~~|(?<!:)//")
_ENCLOSED = (
    ("<!--", "-->"),
    ("/*", "*/"),
    ("/%", "%/"),
    ("<%", "%>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<<script>>", "<</script>>"),
    ("[JavaScript]", "[continue]"),
)
_NOT_TOLD = ("<!--", "/*", "/%")
_LINK_MACROS = ("link", "button", "click", "linkappend", "linkreplace")
_HARLOWE_LINKS = ("link-goto", "link-reveal-goto")
_GOING = ("goto", "go-to")


class Markup:
    """Reads the passages of one story in the manner of its format."""

    def __init__(self, story_format: str, names: Collection[str], losses: Losses) -> None:
        self._format = story_format.lower()
        self._names = names
        self._losses = losses

    def node(self, name: str, text: str) -> Node:
        """Give a passage's words and links."""
        return _Passage(name, self._format, self._names, self._losses).node(text)


class _Passage:
    def __init__(
        self, name: str, story_format: str, names: Collection[str], losses: Losses
    ) -> None:
        self._name = name
        self._format = story_format
        self._names = names
        self._losses = losses
        self._links: dict[Link, None] = {}
        self._macros: dict[str, None] = {}
        self._label: str | None = None

    def node(self, text: str) -> Node:
        text = _MARKS.sub("", text)
        text = self._without_enclosed(text)
        if self._format in ("chapbook", ""):
            text = self._without_settings(text)
        text = self._bracketed(text)
        if self._format != "harlowe" or "<<" in text:
            text = self._sugar_macros(text)
        if self._format != "sugarcube":
            text = self._harlowe_macros(text)
        if self._format in ("chapbook", ""):
            text = _MODIFIER.sub(self._modifier, _INSERT.sub(self._insert, text))
        if self._format == "harlowe":
            text = _HOOK_NAME.sub("", text).translate(_HOOK_SIGNS)
        if self._format in ("harlowe", "sugarcube"):
            text = _VARIABLE.sub(self._shown_variable, text)
        if self._macros:
            self._losses.add(self._name, f"macros: {', '.join(self._macros)}")
        return Node(self._name, _lines(text), tuple(self._links))

    def _without_enclosed(self, text: str) -> str:
        for opening, closing in _ENCLOSED:
            kept, place = [], 0
            while (begin := text.find(opening, place)) >= 0:
                end = text.find(closing, begin)
                if end < 0:
                    break
                kept.append(text[place:begin])
                place = end + len(closing)
                if opening not in _NOT_TOLD:
                    self._losses.add(self._name, "a script or style")
            text = "".join([*kept, text[place:]])
        return text

    def _without_settings(self, text: str) -> str:
        """Leave out the values that a Chapbook passage sets above a line of two hyphens."""
        head, line, body = text.partition("\n--\n")
        if not line or not all(":" in it for it in head.splitlines() if it.strip()):
            return text
        self._losses.add(self._name, "the values set above its text")
        return body

    def _bracketed(self, text: str) -> str:
        first, *others = text.split("[[")
        told = [first]
        for part in others:
            inside, closing, rest = part.partition("]]")
            if not closing or "\n" in inside:
                told.append(f"[[{part}")
                continue
            if told[-1].endswith("[img"):
                told[-1] = told[-1].removesuffix("[img")
                self._losses.add(self._name, "a picture")
                continue
            told.append(f"{self._linked(*self._parts(inside))}{rest}")
        return "".join(told)

    def _parts(self, inside: str) -> tuple[str, str]:
        inside, setter, _ = inside.partition("][")
        if setter:
            self._losses.add(self._name, "what a link sets")
        if "->" in inside:
            label, _, target = inside.rpartition("->")
        elif "<-" in inside:
            target, _, label = inside.partition("<-")
        elif "|" in inside:
            label, _, target = inside.rpartition("|")
        else:
            label = target = inside
        return label, target

    def _linked(self, label: str, target: str) -> str:
        target, label = target.strip(), plain_line(without_tags(label))
        if target in self._names:
            self._links.setdefault(Link(label or target, target))
        else:
            self._losses.add(
                self._name, f"the way to “{plain_line(target)[:80]}”, not in the story"
            )
            return label
        return f"{_OPEN}{label}{_CLOSE}"

    def _sugar_macros(self, text: str) -> str:
        first, *others = text.split("<<")
        told = [first]
        for part in others:
            macro, closing, rest = part.partition(">>")
            if not closing:
                told.append(f"<<{part}")
                continue
            told.append(f"{self._sugar_macro(macro.strip())}{rest}")
        return "".join(told)

    def _sugar_macro(self, macro: str) -> str:
        name = re.match(r"/?[\w=-]*", macro)
        word = name[0] if name else ""
        if word in _LINK_MACROS:
            return self._sugar_link(macro)
        if word in {f"/{name}" for name in _LINK_MACROS}:
            self._label = None
        elif word == "goto":
            return self._gone(_texts(macro), macro[len(word) :].strip())
        elif not word.startswith("/"):
            self._macros[word or "script"] = None
        return ""

    def _sugar_link(self, macro: str) -> str:
        marked = _MARKED.search(macro)
        if marked:
            return marked[0]
        texts = _texts(macro)
        if len(texts) > 1:
            return self._linked(texts[0], texts[1])
        self._label = texts[0] if texts else None
        return ""

    def _gone(self, texts: list[str], bare: str) -> str:
        target = texts[-1] if texts else bare
        if self._label is not None:
            label, self._label = self._label, None
            return self._linked(label, target)
        if target in self._names:
            self._links.setdefault(Link(None, target))
        else:
            self._losses.add(
                self._name, f"the way to “{plain_line(target)[:80]}”, not in the story"
            )
        return ""

    def _harlowe_macros(self, text: str) -> str:
        told, place = [], 0
        closings = _closings(text)
        for match in _HARLOWE.finditer(text):
            end = closings.get(match.start())
            if match.start() < place or end is None:
                continue
            told.append(text[place : match.start()])
            told.append(self._harlowe_macro(match[1].lower(), text[match.end() : end]))
            place = end + 1
        return "".join([*told, text[place:]])

    def _harlowe_macro(self, name: str, arguments: str) -> str:
        texts = _texts(arguments)
        if name in _HARLOWE_LINKS and texts:
            return self._linked(texts[0], texts[-1])
        if name in _GOING and texts:
            return self._gone(texts, "")
        if name in ("link", "link-replace", "link-reveal", "link-repeat") and texts:
            self._label = texts[0]
            self._macros[name] = None
            return ""
        self._macros[name] = None
        marked = _MARKED.findall(arguments)
        return "".join(marked)

    def _insert(self, found: re.Match[str]) -> str:
        """Read one of Chapbook's inserts, such as {link to: 'Shop', label: 'Go in'}."""
        inside = found[1]
        texts = _texts(inside)
        name = inside.partition(":")[0].partition(",")[0].strip()
        if name == "link to" and texts:
            return self._linked(texts[1] if len(texts) > 1 else texts[0], texts[0])
        if name == "reveal link" and len(texts) > 1 and "passage:" in inside:
            return self._linked(texts[0], texts[1])
        is_value = ":" not in inside and " " not in name
        self._macros[f"{{{'value' if is_value else plain_line(name)[:40]}}}"] = None
        return f"[{name}]" if is_value else ""

    def _modifier(self, found: re.Match[str]) -> str:
        self._macros[plain_line(found[0])[:60]] = None
        return ""

    def _shown_variable(self, found: re.Match[str]) -> str:
        if found[1]:
            return found[0].removeprefix("$")
        self._losses.add(self._name, f"a text that tells {found[2]}, written here as [{found[2]}]")
        return f"[{found[2]}]"


def _closings(text: str) -> dict[int, int]:
    """Give for each opening parenthesis the place where it is closed."""
    open_places: list[int] = []
    found: dict[int, int] = {}
    for place, sign in enumerate(text):
        if sign == "(":
            open_places.append(place)
        elif sign == ")" and open_places:
            found[open_places.pop()] = place
    return found


def _texts(arguments: str) -> list[str]:
    return [first or second or third for first, second, third in _TEXTS.findall(arguments)]


def _lines(text: str) -> tuple[str, ...]:
    """Give the lines of a passage; lines that hold nothing but links are left out."""
    return plain_lines("\n".join(_told(without_tags(text))))


def _told(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if _OPEN in line and not any(sign.isalnum() for sign in _MARKED.sub("", line)):
            continue
        yield _STYLE.sub("", _LINE_START.sub("", _MARKS.sub("", line).strip())).rstrip("\\")
