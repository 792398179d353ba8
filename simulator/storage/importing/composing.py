"""Composes a scenario of a story: its steps, replies and endings, and what is to be written yet."""

from typing import Any

from simulator.core.scenario.conditions import Condition, ConditionError, Formula, Kind
from simulator.core.scenario.model import FORMAT
from simulator.core.scenario.words import Track
from simulator.storage.importing import to_do
from simulator.storage.importing.naming import Ids, slug, variable_names
from simulator.storage.importing.plain_text import LONGEST_MESSAGE, messages, shortened
from simulator.storage.importing.routes import Way, routes_of, sayings_of
from simulator.storage.importing.saying import NodeName, Saying, VariableName
from simulator.storage.importing.story import Losses, Node, Sets, Story

Document = dict[str, Any]

GIVES_UP = "gives-up"
THE_END = "the-end"

LONGEST_ENDING = 1_800
"""The most characters of a customer's last words; further ones are cut."""

_STEPS_A_MINUTE = 3


def composed(story: Story, losses: Losses, track: Track) -> Document:
    """Give the plain values of a scenario that tells a story; its plays are still missing."""
    return _Composer(story, losses).document(track)


class _Composer:
    def __init__(self, story: Story, losses: Losses) -> None:
        self._story = story
        self._losses = losses
        self._routes = routes_of(story)
        ids = Ids((GIVES_UP, THE_END))
        places = (*self._routes.steps, *self._routes.endings)
        self._ids = {name: ids.made(spoken(name), "moment") for name in places}
        reply_ids = Ids()
        self._reply_ids = {
            (name, place): reply_ids.made(_first_words(way.link.says or "go on"), "reply")
            for name, ways in self._routes.steps.items()
            for place, way in enumerate(ways)
        }
        self._open_ids = reply_ids
        self._variables = variable_names(_variables_read(story))
        self._kinds: dict[str, Kind] = {
            self._variables[name]: "yes-no" if isinstance(value, bool) else "number"
            for name, value in story.variables.items()
            if name in self._variables
        }
        self._once = self._once_groups()
        self._needs_the_end = False

    def document(self, track: Track) -> Document:
        steps = {self._ids[name]: self._step(name) for name in self._routes.steps}
        endings = {self._ids[name]: self._ending(name) for name in self._routes.endings}
        if self._needs_the_end or not endings:
            endings[THE_END] = to_do.ending("the end", to_do.LAST_WORDS)
        endings[GIVES_UP] = to_do.gives_up()
        name = slug(self._story.title) or "imported-story"
        return {
            "format": FORMAT,
            "id": name,
            "title": shortened(self._story.title, 200) or "To do: write a title",
            "track": track.value,
            "channel": "chat",
            "level": 2,
            "minutes": max(1, min(60, len(steps) // _STEPS_A_MINUTE)),
            "trade": "To do: write the trade in a word or two",
            "skills": ["to-do"],
            "trains": ["courtesy"],
            "customer": to_do.customer(name),
            "briefing": to_do.briefing(),
            **self._variables_kept(),
            "start": self._ids[self._routes.start],
            "gives_up": GIVES_UP,
            "steps": steps,
            "endings": endings,
            "after": to_do.after(),
        }

    def _variables_kept(self) -> Document:
        kept = {
            self._variables[n]: v for n, v in self._story.variables.items() if n in self._variables
        }
        for name in self._story.variables:
            if name not in self._variables:
                self._losses.add("variables", f"“{name}”, as no condition carried over asks for it")
        return {"variables": kept} if kept else {}

    def _step(self, name: str) -> Document:
        node = self._story.nodes[name]
        step = self._words(node)
        effects = self._set(node.sets, name)
        places = range(len(self._routes.steps[name]))
        made = (self._reply(name, place) for place in places)
        replies = [reply for reply in made if reply is not None]
        return {
            **step,
            "needs": [to_do.need()],
            "replies": self._with_an_open_one(name, replies),
            "otherwise": [
                {"when": "visits >= 3", "goes": GIVES_UP},
                {"says": to_do.UNFORESEEN, "goes": self._ids[name]},
            ],
            **({"then": {"set": effects}} if effects else {}),
            "better": to_do.BETTER,
            "hint": to_do.HINT,
        }

    def _words(self, node: Node) -> Document:
        cases = []
        for wording in node.wordings:
            when = self._condition(wording.when, node.name)
            if when is None:
                self._losses.add(node.name or "start", "a wording whose condition cannot be said")
            else:
                cases.append({"when": when, **_said(wording.lines, to_do.SAYS_IN_CASE)})
        return {**_said(node.lines, to_do.SAYS), **({"says_if": cases} if cases else {})}

    def _reply(self, name: str, place: int) -> Document | None:
        way = self._routes.steps[name][place]
        where = name or "start"
        says = to_do.GO_ON if way.link.says is None else way.link.says or to_do.REPLY
        if len(says) > LONGEST_MESSAGE:
            self._losses.add(where, f"the end of the choice “{shortened(says, 60)}”")
        when = self._when(name, place, way)
        effects = self._set(way.sets, where)
        if when == "false":
            self._losses.add(where, f"the choice “{shortened(says, 60)}”, which is never on offer")
            return None
        return {
            "id": self._reply_ids[name, place],
            "says": shortened(says, LONGEST_MESSAGE),
            **({"when": when} if when else {}),
            **({"once": True} if self._once.get((name, place)) == () else {}),
            "then": {"bears_with_us": 0, **({"set": effects} if effects else {})},
            **({"answer": way.answer} if way.answer else {}),
            "goes": self._target(way.goes),
        }

    def _target(self, name: str | None) -> str:
        if name is None:
            self._needs_the_end = True
            return THE_END
        return self._ids[name]

    def _with_an_open_one(self, name: str, replies: list[Document]) -> list[Document]:
        """Leave one reply on offer in every case, as the scenario's checks ask."""
        if any("when" not in reply and "once" not in reply for reply in replies):
            return replies
        where = name or "start"
        conditional = [place for place, reply in enumerate(replies) if "once" not in reply]
        if conditional:
            last = replies[conditional[-1]]
            told = shortened(last["says"], 60)
            self._losses.add(where, f"the condition of “{told}”, as one reply must always be open")
            replies[conditional[-1]] = {key: it for key, it in last.items() if key != "when"}
            return replies
        self._losses.add(
            where, "all choices can be used up here, so “Go on.” leads to an ending at any time"
        )
        return [
            *replies,
            {
                "id": self._open_ids.made("go on", "reply"),
                "says": to_do.GO_ON,
                "then": {"bears_with_us": 0},
                "goes": self._target(None),
            },
        ]

    def _ending(self, name: str) -> Document:
        text = " ".join(self._story.nodes[name].lines)
        if len(text) > LONGEST_ENDING:
            self._losses.add(name, "the end of a long text, as an ending holds one message")
        title = shortened(spoken(name), 80)
        return to_do.ending(title, shortened(text, LONGEST_ENDING) or to_do.LAST_WORDS)

    def _once_groups(self) -> dict[tuple[str, int], tuple[tuple[str, int], ...]]:
        """Give for each choice that may be taken once the others that count as the same choice.

        A choice after which the story never comes back to it need not be kept to once.
        """
        groups: dict[tuple[str | None, str | None], list[tuple[str, int]]] = {}
        for name, ways in self._routes.steps.items():
            for place, way in enumerate(ways):
                if way.link.is_once:
                    groups.setdefault((way.link.says, way.link.goes), []).append((name, place))
        found: dict[tuple[str, int], tuple[tuple[str, int], ...]] = {}
        for group in groups.values():
            onward = self._routes.onward(self._routes.steps[group[0][0]][group[0][1]].goes)
            if any(name in onward for name, _ in group):
                found.update(dict.fromkeys(group, tuple(group) if len(group) > 1 else ()))
        return found

    def _when(self, name: str, place: int, way: Way) -> str:
        conditions = []
        if way.link.when is not None:
            own = self._condition(way.link.when, name)
            if own is None:
                says = shortened(way.link.says or to_do.GO_ON, 60)
                self._losses.add(name or "start", f"the condition of “{says}”")
            elif own != "true":
                conditions.append(own)
        given = [self._reply_ids[key] for key in self._once.get((name, place), ())]
        conditions.extend(f"not gave({reply_id})" for reply_id in given)
        if len(conditions) > 1:
            conditions = [f"({part})" if " or " in part else part for part in conditions]
        joined = " and ".join(conditions)
        return joined if len(joined) <= 500 else " and ".join(conditions[:1])

    def _set(self, sets: Sets, where: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, saying in sets:
            if name not in self._variables or self._variables[name] not in self._kinds:
                continue
            text = self._text(saying)
            variable = self._variables[name]
            if text is None or not self._is_sound(Formula, text, self._kinds[variable]):
                self._losses.add(where or "start", f"what “{name}” is set to")
            else:
                found[variable] = text
        return found

    def _condition(self, saying: Saying, _where: str) -> str | None:
        text = self._text(saying)
        if text is None or not self._is_sound(Condition, text, None):
            return None
        return text

    def _is_sound(
        self, language: type[Condition] | type[Formula], text: str, gives: Kind | None
    ) -> bool:
        try:
            read = language.parse(text)
        except ConditionError:
            return False
        if isinstance(read, Formula):
            return not list(read.mistakes(self._kinds, gives))
        return not list(read.mistakes(self._kinds))

    def _text(self, saying: Saying) -> str | None:
        """Write a saying with the scenario's own ids; None if it asks about what has none."""
        written: list[str] = []
        for piece in saying.pieces:
            if isinstance(piece, NodeName):
                if piece.name in self._routes.steps:
                    written.append(self._ids[piece.name])
                    continue
                told_by = self._routes.told_by.get(piece.name, ())
                if len(told_by) != 1 or not written or not written[-1].endswith("seen("):
                    return None
                written[-1] = written[-1].removesuffix("seen(") + "gave("
                written.append(self._reply_ids[told_by[0]])
            elif isinstance(piece, VariableName):
                if piece.name not in self._variables:
                    return None
                written.append(self._variables[piece.name])
            else:
                written.append(piece)
        return "".join(written) or None


def _said(lines: tuple[str, ...], instead: str) -> Document:
    packed = messages(lines)
    if not packed:
        return {"says": instead}
    return {"says": packed[0], **({"messages": list(packed[1:])} if packed[1:] else {})}


def _first_words(text: str) -> str:
    return " ".join(text.split()[:6])


def spoken(name: str) -> str:
    """Give the name of a node as one would say it, without the numbers other programs add."""
    parts = name.partition("@")[0].split(".")
    return " ".join(part for part in parts if not part.isdecimal()) or name or "start"


def _variables_read(story: Story) -> list[str]:
    """Give the variables some condition asks for, and those that these are worked out from."""
    sets: dict[str, set[str]] = {}
    read: set[str] = set()
    for node in story.nodes.values():
        pairs = [*node.sets, *(pair for link in node.links for pair in link.sets)]
        for name, value in pairs:
            sets.setdefault(name, set()).update(value.variables())
        values = [value for _, value in pairs]
        for saying in sayings_of(node):
            if saying not in values:
                read.update(saying.variables())
    waiting = list(read)
    while waiting:
        new = sets.get(waiting.pop(), set()) - read
        read |= new
        waiting.extend(new)
    return [name for name in story.variables if name in read]
