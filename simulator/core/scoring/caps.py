"""Ceilings: faults that no other merit can outweigh, applied after all points.

Source: "Caps" of the project's rubric.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from simulator.core.scoring.rubric import SKILLS, Skill


def _ceilings(
    courtesy: int | None, patience: int | None, helpfulness: int | None
) -> Mapping[Skill, int]:
    limits = zip(SKILLS, (courtesy, patience, helpfulness), strict=True)
    return MappingProxyType({skill: limit for skill, limit in limits if limit is not None})


CAPS: Mapping[str, Mapping[Skill, int]] = MappingProxyType(
    {
        "insult": _ceilings(6, 12, None),
        "contempt": _ceilings(15, 20, None),
        "mild-jibe": _ceilings(28, 30, None),
        "tease-with-fix": _ceilings(62, None, None),
        "negated-courtesy": _ceilings(15, 20, None),
        "as-i-said": _ceilings(38, 28, None),
        "calm-down": _ceilings(35, 30, None),
        "accusation": _ceilings(22, 28, 25),
        "cheer-to-grief": _ceilings(30, 35, None),
        "all-capitals": _ceilings(32, 32, None),
        "shouted-phrase": _ceilings(45, 45, None),
        "wrong-fact": _ceilings(None, None, 15),
        "contradicts-fact": _ceilings(None, None, 15),
        "wrong-detail": _ceilings(None, None, 45),
        "unauthorised": _ceilings(None, None, 20),
        "forbidden-promise": _ceilings(None, None, 20),
        "unsafe": _ceilings(None, None, 12),
        "privacy": _ceilings(None, None, 12),
        "no-step": _ceilings(75, 60, 15),
        "no-step-hot": _ceilings(75, 60, 18),
        "canned": _ceilings(55, 48, 25),
        "asks-known": _ceilings(None, 45, 50),
        "only-asks-known": _ceilings(None, 20, 15),
        "cold-transfer": _ceilings(48, 35, 25),
        "upsell": _ceilings(38, 35, 15),
        "wrong-name": _ceilings(55, None, None),
        "name-overuse": _ceilings(58, 60, None),
        "over-apology": _ceilings(65, 55, None),
        "buried": _ceilings(70, 55, 45),
        "understand-but": _ceilings(None, 50, None),
        "no-acknowledgement-hot": _ceilings(55, None, None),
        "apology-alone-hot": _ceilings(55, 55, None),
        "no-room-hot": _ceilings(None, 55, None),
        "short-to-upset": _ceilings(None, 48, None),
        "bare-no": _ceilings(None, None, 18),
        "flat-no": _ceilings(35, 35, 18),
        "dont-know": _ceilings(None, None, 12),
        "stuffing": _ceilings(30, 30, 8),
        "not-an-answer": _ceilings(45, 45, 8),
    }
)
"""For each fault the highest score each skill can still reach; a skill not named has no ceiling."""


def ceiling(faults: Iterable[str], skill: Skill) -> tuple[int, str | None]:
    """Give the lowest ceiling that some faults set on a skill, and which fault sets it.

    Returns:
        100 and None when nothing holds the skill down.
    """
    lowest: tuple[int, str | None] = (100, None)
    for fault in faults:
        limit = CAPS.get(fault, {}).get(skill, 100)
        if limit < lowest[0]:
            lowest = (limit, fault)
    return lowest
