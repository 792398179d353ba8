"""``main.py score``: rates replies without a scenario, JSON Lines in and out.

The format is a contract with scripts outside the project; it is described in the README.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple, NoReturn, TextIO, get_args

from simulator.core.scoring.context import Question, ReplyContext, Said, Speaker
from simulator.core.scoring.evidence import Rating
from simulator.core.services import ReplyModel
from simulator.language import TrainedReplyModel

LONGEST_LINE = 1_000_000
"""Characters of a line that is still read; a longer one is answered with an error."""

MOST_AT_ONCE = 64
"""Lines given to the model together: many enough to gain by it, few enough for a soon answer."""

_CHUNK = 64 * 1024
_LONGEST_LINE_BYTES = 4 * LONGEST_LINE + 1

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_UNDECODED = re.compile("[\udc80-\udcff]")
_TEXT_FIELDS = ("customer_message", "customer_name", "customer_emotion", "channel", "language")


class _LineError(Exception):
    """One line cannot be scored; the text says why, ``line_id`` is its id if it has one."""

    def __init__(self, message: str, line_id: object = None) -> None:
        super().__init__(message)
        self.line_id = line_id


class _Asked(NamedTuple):
    """One line that can be scored."""

    line_id: str | int | float | None
    reply: str
    question: Question


def run_score(lines_in: BinaryIO, lines_out: TextIO, model: ReplyModel | None = None) -> int:
    """Score the lines of a binary stream in UTF-8, as many together as are there already.

    Never waits for a further line before those that have come are answered, so that a program may
    send one and read its answer. Otherwise as ``score_lines``.
    """
    model = model or TrainedReplyModel()
    status = 0
    for lines in available_lines(lines_in):
        status = max(status, _answer(lines, lines_out, model))
    return status


def score_lines(lines_in: Iterable[str], lines_out: TextIO, model: ReplyModel) -> int:
    """Score every line of the input and write one line for each, in order, flushed.

    A line that is not valid is answered with its id and an error, and the run goes on. Blank lines
    are passed over. A line in another encoding than UTF-8, decoded with
    ``errors="surrogateescape"``, is told as the fault of that line. Each line is answered before
    the next one is taken.

    Returns:
        The exit status: 0, or 1 when a line was not valid.
    """
    status = 0
    for line in lines_in:
        status = max(status, _answer([line], lines_out, model))
    return status


def available_lines(stream: BinaryIO) -> Iterator[list[str]]:
    """Give the lines of a stream, each time all that are there without waiting, 64 at most.

    Waits only when no whole line is there. Of a line that is too long to be read no more is kept
    than shows that it is.
    """
    begun = bytearray()
    while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined] # BinaryIO is typed without it
        *ends, rest = chunk.split(b"\n")
        whole = []
        for end in ends:
            whole.append(_decoded(begun + end))
            begun.clear()
        begun += rest[: max(_LONGEST_LINE_BYTES - len(begun), 0)]
        for first in range(0, len(whole), MOST_AT_ONCE):
            yield whole[first : first + MOST_AT_ONCE]
    if begun:
        yield [_decoded(begun)]


def _decoded(line: bytes | bytearray) -> str:
    return line.decode("utf-8", errors="surrogateescape")


def _answer(lines: Sequence[str], lines_out: TextIO, model: ReplyModel) -> int:
    """Write the answers to some lines; give 1 if one of them was not valid."""
    read = [_read(line) for line in lines if line.strip()]
    asked = [(it.reply, it.question) for it in read if isinstance(it, _Asked)]
    ratings = (assessment.rating for assessment in model.assess_all(asked))
    for it in read:
        answer = (
            {"id": it.line_id, **_scored(next(ratings))}
            if isinstance(it, _Asked)
            else {"id": it.line_id, "error": str(it)}
        )
        lines_out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    lines_out.flush()
    return int(any(isinstance(it, _LineError) for it in read))


def _read(line: str) -> _Asked | _LineError:
    try:
        return _asked(_parsed(line))
    except _LineError as error:
        return error


def _asked(given: Mapping[str, Any]) -> _Asked:
    line_id = given.get("id")
    if line_id is not None and not isinstance(line_id, str | int | float):
        raise _LineError("id must be a text or a number.")
    try:
        return _Asked(line_id, _text_of(given, "reply"), Question(context=_context(given)))
    except _LineError as error:
        raise _LineError(str(error), line_id) from error


def _scored(rating: Rating) -> dict[str, Any]:
    return {**_scores(rating), "evidence": list(_evidence(rating))}


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
