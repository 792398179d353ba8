"""The rated replies: read from their files, in one shape."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.core.scoring.context import ReplyContext, Said
from simulator.core.scoring.rubric import SKILLS, Skill

DATA = Path(__file__).parent / "data"

_HEAD = re.compile(r"(channel|name|emotion|customer|earlier|facts): ?(.*)")
_LINE = re.compile(r"(\d{1,3}) (\d{1,3}) (\d{1,3}) ([a-z-]+) \| (.+)")
_MARK = re.compile(r"\[\[([CPH]+)([+-]):(.*?)\]\]")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_LETTERS = {"C": Skill.COURTESY, "P": Skill.PATIENCE, "H": Skill.HELPFULNESS}


@dataclass(frozen=True)
class Marked:
    """A stretch of a reply that a rater named as a reason, with the cue's name where given."""

    start: int
    end: int
    skill: Skill
    is_good: bool
    cue: str = ""


@dataclass(frozen=True)
class Row:
    """One rated reply. ``scores`` are 0 to 100 in the order of ``SKILLS``."""

    situation: str
    context: ReplyContext
    reply: str
    scores: tuple[float, float, float]
    kind: str = ""
    marked: tuple[Marked, ...] = field(default=())


def rated(file: Path) -> list[Row]:
    """Read a file of rated replies, JSON Lines or the written form.

    Raises:
        ValueError: a line cannot be read; the message names file and line.
    """
    if file.suffix == ".replies":
        return list(_written(file))
    lines = file.read_text(encoding="utf-8").splitlines()
    return [_row(json.loads(line)) for line in lines if line.strip()]


def training_rows() -> list[Row]:
    """All replies that the model is trained on."""
    rows = rated(DATA / "rated" / "train.jsonl")
    for file in sorted((DATA / "written").glob("*.replies")):
        rows += rated(file)
    return rows


def _row(given: dict[str, Any]) -> Row:
    context = ReplyContext(
        customer_message=given["customer_message"],
        customer_name=given["customer_name"],
        customer_emotion=given["customer_emotion"],
        channel=given["channel"],
        facts=_facts(given["facts_the_rep_knows"]),
        earlier=tuple(Said(**turn) for turn in given.get("earlier") or ()),
    )
    return Row(
        situation=given["customer_message"],
        context=context,
        reply=given["reply"],
        scores=tuple(float(given[skill.value]) for skill in SKILLS),  # type: ignore[arg-type]
        kind=given.get("contrast") or "",
        marked=tuple(_evidence(given)),
    )


def _evidence(given: dict[str, Any]) -> Iterator[Marked]:
    for reason in given["evidence"]:
        start = given["reply"].find(reason["span"])
        if start >= 0 and "effect" in reason:
            skill = Skill(reason["dimension"])
            end = start + len(reason["span"])
            yield Marked(start, end, skill, reason["effect"] == "+", reason["cue"])


def _facts(written: str) -> tuple[str, ...]:
    return tuple(fact.strip() for fact in _SENTENCE_END.split(written) if fact.strip())


def _written(file: Path) -> Iterator[Row]:
    head: dict[str, str] = {}
    situation = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("==="):
            situation, head = f"{file.stem}:{number}", {}
        elif found := _HEAD.fullmatch(line):
            head[found[1]] = found[2]
        elif found := _LINE.fullmatch(line):
            scores = (float(found[1]), float(found[2]), float(found[3]))
            reply, marked = _unmarked(found[5])
            yield Row(situation, _context(head), reply, scores, found[4], marked)
        elif line.strip():
            raise ValueError(f"{file}:{number}: this line is no part of a situation: {line[:60]}")


def _context(head: dict[str, str]) -> ReplyContext:
    return ReplyContext(
        customer_message=head["customer"],
        customer_name=head.get("name", ""),
        customer_emotion=head["emotion"],
        channel=head["channel"],
        facts=_facts(head.get("facts", "")),
        earlier=tuple(_turns(head.get("earlier", ""))),
    )


def _turns(written: str) -> Iterator[Said]:
    for turn in filter(None, (part.strip() for part in written.split(" | "))):
        who, _, text = turn.partition(":")
        yield Said(who="rep" if who.strip() == "rep" else "customer", text=text.strip())


def _unmarked(written: str) -> tuple[str, tuple[Marked, ...]]:
    reply = ""
    marked = []
    behind = 0
    for mark in _MARK.finditer(written):
        reply += written[behind : mark.start()]
        start = len(reply)
        reply += mark[3]
        marked += [
            Marked(start, len(reply), _LETTERS[letter], mark[2] == "+") for letter in mark[1]
        ]
        behind = mark.end()
    return reply + written[behind:], tuple(marked)
