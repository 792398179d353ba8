"""What a reply as a whole does to its scores, whatever its single words earn.

Polite words earn points by themselves, also where they are meant the other way round. The net sees
the reply as a whole as mockery, or as a courtesy taken back, before it is sure. From some chance
on the scores are drawn towards where such replies are rated; the more likely, the further. Untruth
is not among them: the net reads no more than the beginning of long facts.
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
    """Kinds of reply that draw scores down, or up.

    ``cues`` names the reason for each kind; ``towards`` is where such replies are rated, 0 to 100:
    the scores of one that ``lifts`` are drawn up to it, else down. The pull begins where the
    chances of the kinds together are ``begins`` and is whole at ``sure``.
    """

    cues: Mapping[str, str]
    towards: Mapping[Skill, float]
    begins: float
    sure: float
    lifts: bool = False

    def points(self, score: float, skill: Skill, chance: float) -> float:
        """Give the points by which a score is drawn, by the chance of these kinds together."""
        share = min(max((chance - self.begins) / (self.sure - self.begins), 0.0), 1.0)
        gap = self.towards.get(skill, score) - score
        return share * (max(gap, 0.0) if self.lifts else min(gap, 0.0))


_CONTEMPT = {Skill.COURTESY: 13.0, Skill.PATIENCE: 18.0}

PULLS = (
    Pull({"sarcasm": "sarcasm"}, _CONTEMPT, begins=0.2, sure=0.5),
    Pull({"negated": "negated-courtesy"}, _CONTEMPT, begins=0.4, sure=0.8),
    Pull(
        {"short-fine": "matches-mood"},
        {Skill.COURTESY: 66.0, Skill.PATIENCE: 66.0},
        begins=0.4,
        sure=0.9,
        lifts=True,
    ),
)
"""All pulls, in the order in which they act.

Where each begins and is sure was chosen on the development replies and the hard cases. The last one
is for a short, plain and complete answer to a plain question: nothing in its few words is courteous
or patient by itself, and people rate it well.
"""


def pulled(
    reading: Reading,
    reasons: Sequence[Finding],
    seen: NetReading,
    given: ReplyInput,
    kinds: Sequence[str],
) -> list[Finding]:
    """Give the reasons by which a reply as a whole draws its scores; few replies do."""
    found: list[Finding] = []
    for pull in PULLS:
        chances = {kind: float(seen.kinds[kinds.index(kind)]) for kind in pull.cues}
        if sum(chances.values()) <= pull.begins:
            continue
        name = pull.cues[max(chances, key=lambda kind: chances[kind])]
        number = next(at for at, it in enumerate(reading.lists.reasons) if it.name == name)
        reason = reading.lists.reasons[number]
        start, end = _clause_that_fits_best(reading, seen, given, number)
        for skill in pull.towards:
            raised = sum(it.points.get(skill, 0.0) for it in (*reasons, *found))
            score = START[reading.temperature][skill] + raised
            points = pull.points(score, skill, sum(chances.values()))
            if abs(points) >= _LEAST:
                worth = {skill: points}
                found.append(Finding(f"net:{name}", reason.name, reason.note, worth, start, end))
    return found


def drawn(scores: Sequence[float], kinds: Sequence[str], chances: Sequence[float]) -> list[float]:
    """Give the three scores of a reply after all pulls, by the chances of each kind."""
    known = dict(zip(kinds, chances, strict=True))
    after = list(scores)
    for pull in PULLS:
        chance = sum(known[kind] for kind in pull.cues)
        for number, skill in enumerate(SKILLS):
            after[number] += pull.points(after[number], skill, chance)
    return after


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
