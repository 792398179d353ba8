"""``main.py score``: rates replies without a scenario, JSON Lines in and out.

The format is a contract with scripts outside the project; it is described in the README.
"""

import json
import re
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from typing import Any, BinaryIO, NoReturn, TextIO, get_args

from simulator.core.scoring.context import Question, ReplyContext, Said, Speaker
from simulator.core.scoring.evidence import Rating
from simulator.core.services import ReplyModel
from simulator.language import CueReplyModel

LONGEST_LINE = 1_000_000
"""Characters of a line that is still read; a longer one is answered with an error."""

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_UNDECODED = re.compile("[\udc80-\udcff]")
_TEXT_FIELDS = ("customer_message", "customer_name", "customer_emotion", "channel", "language")


class _LineError(Exception):
    """One line cannot be scored; the text says why, ``line_id`` is its id if it has one."""

    def __init__(self, message: str, line_id: object = None) -> None:
        super().__init__(message)
        self.line_id = line_id


def run_score(lines_in: BinaryIO, lines_out: TextIO) -> int:
    """Score the lines of a binary stream in UTF-8; see ``score_lines``."""
    text_in = TextIOWrapper(lines_in, encoding="utf-8", errors="surrogateescape", newline="\n")
    return score_lines(text_in, lines_out, CueReplyModel())


def score_lines(lines_in: TextIO, lines_out: TextIO, model: ReplyModel) -> int:
    """Score every line of the input and write one line for each, in order, flushed.

    A line that is not valid is answered with its id and an error, and the run goes on. Blank lines
    are passed over. Open the input with ``errors="surrogateescape"`` so that a line in another
    encoding than UTF-8 is told as the fault of that line.

    Returns:
        The exit status: 0, or 1 when a line was not valid.
    """
    status = 0
    for line in lines_in:
        if not line.strip():
            continue
        try:
            answer = _scored(line, model)
        except _LineError as error:
            answer = {"id": error.line_id, "error": str(error)}
            status = 1
        lines_out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        lines_out.flush()
    return status


def _scored(line: str, model: ReplyModel) -> dict[str, Any]:
    given = _parsed(line)
    line_id = given.get("id")
    if line_id is not None and not isinstance(line_id, str | int | float):
        raise _LineError("id must be a text or a number.")
    try:
        reply = _text_of(given, "reply")
        question = Question(context=_context(given))
    except _LineError as error:
        raise _LineError(str(error), line_id) from error
    rating = model.assess(reply, question).rating
    return {"id": line_id, **_scores(rating), "evidence": list(_evidence(rating))}


def _parsed(line: str) -> Mapping[str, Any]:
    if len(line) > LONGEST_LINE:
        raise _LineError(f"The line is longer than {LONGEST_LINE} characters.")
    if _UNDECODED.search(line):
        raise _LineError("The line is not valid UTF-8.")
    try:
        given = json.loads(line.removeprefix("\ufeff"), parse_constant=_not_a_number)
    except json.JSONDecodeError as error:
        raise _LineError(f"The line is not valid JSON: {error.msg} at {error.pos}.") from error
    except RecursionError as error:
        raise _LineError("The line is nested too deeply.") from error
    except ValueError as error:
        raise _LineError("The line holds a number too long to read.") from error
    if not isinstance(given, dict):
        raise _LineError("The line must be a JSON object with a reply.")
    return given


def _not_a_number(name: str) -> NoReturn:
    raise _LineError(f"{name} is not valid JSON.")


def _context(given: Mapping[str, Any]) -> ReplyContext:
    fields: dict[str, Any] = {
        name: _text_of(given, name) for name in _TEXT_FIELDS if given.get(name) is not None
    }
    return ReplyContext(
        **fields,
        facts=_facts(given.get("facts_the_rep_knows")),
        earlier=tuple(_earlier(given.get("earlier"))),
    )


def _text_of(given: Mapping[str, Any], name: str) -> str:
    if name not in given:
        raise _LineError(f"{name} is missing.")
    value = given[name]
    if not isinstance(value, str):
        raise _LineError(f"{name} must be a text.")
    return _encodable(value, name)


def _encodable(value: str, name: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise _LineError(f"{name} holds half a character (a lone surrogate).") from error
    return value


def _facts(given: object) -> tuple[str, ...]:
    if given is None:
        return ()
    if isinstance(given, str):
        return split_facts(_encodable(given, "facts_the_rep_knows"))
    if isinstance(given, list) and all(isinstance(fact, str) for fact in given):
        return tuple(_encodable(fact, "facts_the_rep_knows") for fact in given)
    raise _LineError("facts_the_rep_knows must be a text or a list of texts.")


def split_facts(written: str) -> tuple[str, ...]:
    """Cut a text into facts: one a sentence or part of one."""
    return tuple(fact.strip() for fact in _SENTENCE_END.split(written) if fact.strip())


def _earlier(given: object) -> Iterable[Said]:
    if given is None:
        return
    if not isinstance(given, list):
        raise _LineError("earlier must be a list of turns.")
    for number, turn in enumerate(given, start=1):
        place = f"earlier turn {number}"
        if not isinstance(turn, dict):
            raise _LineError(f"{place} must be an object with who and text.")
        who, text = turn.get("who"), turn.get("text")
        if who not in get_args(Speaker):
            raise _LineError(f"{place}: who must be customer or rep.")
        if not isinstance(text, str):
            raise _LineError(f"{place}: text must be a text.")
        yield Said(who=who, text=_encodable(text, place))


def _scores(rating: Rating) -> dict[str, int | None]:
    return {skill.value: score for skill, score in rating.scores.items()}


def _evidence(rating: Rating) -> Iterable[dict[str, Any]]:
    for reason in rating.evidence:
        yield {
            "dimension": reason.skill.value,
            "effect": reason.effect,
            "cue": reason.cue,
            "start": reason.start,
            "end": reason.end,
            "span": reason.span,
        }
