"""What a reply as a whole does to its scores, whatever its single words earn.

Polite words earn points by themselves, also where they are meant the other way round; true-sounding
ones also where they are untrue. The net sees the reply as a whole as mockery, or as wrong, long
before it is sure. From a small chance on, the scores are drawn towards where such replies are
rated; the more likely, the further.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.tally import START, Finding
from simulator.language.net_inputs import ReplyInput
from simulator.language.reading import Reading
from simulator.language.trained_net import NetReading

_LEAST = 0.5


@dataclass(frozen=True)
class Pull:
    """Kinds of reply that draw scores down.

    ``cues`` names the reason for each kind; ``bottoms`` is where such replies are rated, 0 to 100.
    The pull begins where the chances of the kinds together are ``begins`` and is whole at ``sure``.
    """

    cues: Mapping[str, str]
    bottoms: Mapping[Skill, float]
    begins: float
    sure: float

    def strength(self, chance: float) -> float:
        """Give how far scores are drawn, 0 to 1, by the chance of these kinds together."""
        share = (chance - self.begins) / (self.sure - self.begins)
        return min(max(share, 0.0), 1.0)


CONTEMPT = Pull(
    cues={"sarcasm": "sarcasm", "negated": "negated-courtesy"},
    bottoms={Skill.COURTESY: 13.0, Skill.PATIENCE: 18.0},
    begins=0.12,
    sure=0.36,
)
WRONG = Pull(
    cues={
        "warm-wrong": "wrong-fact",
        "unauthorised": "unauthorised",
        "unsafe": "unsafe",
        "privacy": "privacy",
    },
    bottoms={Skill.HELPFULNESS: 10.0},
    begins=0.6,
    sure=0.95,
)
PULLS = (CONTEMPT, WRONG)
"""All pulls; where each begins and is sure was chosen on replies kept out of training."""


def pulled(
    reading: Reading,
    reasons: Sequence[Finding],
    seen: NetReading,
    given: ReplyInput,
    kinds: Sequence[str],
) -> list[Finding]:
    """Give the reasons by which a reply as a whole draws its scores down; few replies do."""
    return [
        finding for pull in PULLS for finding in _drawn(pull, reading, reasons, seen, given, kinds)
    ]


def _drawn(
    pull: Pull,
    reading: Reading,
    reasons: Sequence[Finding],
    seen: NetReading,
    given: ReplyInput,
    kinds: Sequence[str],
) -> list[Finding]:
    chances = {kind: float(seen.kinds[kinds.index(kind)]) for kind in pull.cues}
    strength = pull.strength(sum(chances.values()))
    if strength == 0:
        return []
    name = pull.cues[max(chances, key=lambda kind: chances[kind])]
    number = next(at for at, it in enumerate(reading.lists.reasons) if it.name == name)
    reason = reading.lists.reasons[number]
    start, end = _clause_that_fits_best(reading, seen, given, number)
    found = []
    for skill, bottom in pull.bottoms.items():
        raised = sum(it.points.get(skill, 0.0) for it in reasons)
        too_high = START[reading.temperature][skill] + raised - bottom
        if too_high * strength >= _LEAST:
            worth = {skill: -too_high * strength}
            found.append(Finding(f"net:{name}", reason.name, reason.note, worth, start, end))
    return found


def _clause_that_fits_best(
    reading: Reading, seen: NetReading, given: ReplyInput, number: int
) -> tuple[int, int]:
    """The clause whose words a reason fits best."""
    fits: dict[int, list[float]] = defaultdict(list)
    for place, (start, end) in enumerate(given.places):
        if end > start:
            fits[reading.clause_of(start)].append(float(seen.cues[place, number]))
    best = max(fits, key=lambda clause: sum(fits[clause]) / len(fits[clause]), default=None)
    if best is None:
        return 0, len(reading.text.written)
    return reading.text.trimmed(*reading.clauses[best])


def strengths_and_bottoms(
    kinds: Sequence[str], chances: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Give, for each skill, how far and to where a reply with these chances is drawn."""
    known = dict(zip(kinds, chances, strict=True))
    strengths, bottoms = dict.fromkeys(SKILLS, 0.0), dict.fromkeys(SKILLS, 100.0)
    for pull in PULLS:
        strength = pull.strength(sum(known[kind] for kind in pull.cues))
        for skill, bottom in pull.bottoms.items():
            strengths[skill], bottoms[skill] = strength, bottom
    return list(strengths.values()), list(bottoms.values())
