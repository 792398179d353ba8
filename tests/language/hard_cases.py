"""The thirty hard cases of the rubric: situation, reply, and the trainer's three scores."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from simulator.core.scoring.context import ReplyContext


@dataclass(frozen=True)
class HardCase:
    """One case; ``scores`` are courtesy, patience and helpfulness."""

    number: int
    context: ReplyContext
    reply: str
    scores: tuple[int, int, int]


def _read() -> tuple[HardCase, ...]:
    known = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    contexts = {name: _context(given) for name, given in known["situations"].items()}
    return tuple(
        HardCase(case["number"], contexts[case["situation"]], case["reply"], tuple(case["scores"]))
        for case in known["cases"]
    )


def _context(given) -> ReplyContext:
    return ReplyContext(
        customer_message=given["message"],
        customer_emotion=given["feeling"],
        customer_name=given.get("name", ""),
        facts=given.get("facts", ()),
        must_not=given.get("must_not", ()),
        earlier=given.get("earlier", ()),
    )


HARD_CASES = _read()
