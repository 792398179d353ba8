"""Holds reasons to what they claim: a quoted slip is one whose removal raises the score.

A net tells how much each clause adds in the company of the others, which is not always what would
change if it went. So each slip that would be quoted is taken out of the reply and the rest is read
again. Where the score does not rise, no words were at fault: something was missing, and that is
said instead. A strength is quoted only where the score would be lower without its points.
"""

from collections.abc import Iterator, Mapping, Sequence

from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.tally import START, settled
from simulator.core.scoring.temperature import Temperature
from simulator.language.cues import NamedReason

Stretch = tuple[int, int]
"""Where a quote begins and ends in the reply, in characters."""

LEAST_QUOTED = 2.0
"""Points from which a slip is worth a second reading; a smaller one is told as an omission."""

MOST_TRIED = 3
"""How many slips of one reply are tried, the weightiest first; no more are ever shown."""


def without(reply: str, stretch: Stretch) -> str:
    """Give a reply with a stretch taken out."""
    return " ".join(f"{reply[: stretch[0]]} {reply[stretch[1] :]}".split())


def slips_to_try(rating: Rating, reply: str) -> tuple[Stretch, ...]:
    """Give the quoted slips that leave something of the reply when they are taken out."""
    weights: dict[Stretch, float] = {}
    for it in rating.evidence:
        if it.start is not None and it.end is not None and it.points <= -LEAST_QUOTED:
            stretch = (it.start, it.end)
            weights[stretch] = weights.get(stretch, 0.0) + it.points
    can_go = [it for it in weights if any(map(str.isalnum, without(reply, it)))]
    return tuple(sorted(can_go, key=lambda it: weights[it])[:MOST_TRIED])


def borne_out(
    rating: Rating,
    reply: str,
    left: Mapping[Stretch, Rating],
    temperature: Temperature,
    unnamed: Sequence[NamedReason],
) -> Rating:
    """Give a rating whose quotes are what they claim to be; the scores stay as they are.

    Args:
        rating: the rating of the whole reply.
        reply: the reply.
        left: for each slip tried, the rating of the reply without it.
        temperature: of the customer, which gives the scores their starting point.
        unnamed: what is said where there is no better name.
    """
    kept: list[Evidence] = []
    for reason in rating.evidence:
        stretch = (reason.start or 0, reason.end or 0)
        if reason.start is None or not reason.points or stretch == (0, len(reply)):
            kept.append(reason)
        elif reason.points > 0:
            kept.append(_strength(reason, rating, reply, temperature))
        elif _is_slip(reason, rating, left.get(stretch), without(reply, stretch)):
            kept.append(reason)
        else:
            kept.append(_omission(reason, unnamed))
    return rating.model_copy(update={"evidence": tuple(_joined(kept))})


def _is_slip(reason: Evidence, rating: Rating, left: Rating | None, rest: str) -> bool:
    """Whether the score is higher without the quote, or nothing is left without it."""
    if not any(map(str.isalnum, rest)):
        return True
    before, after = rating.of(reason.skill), left.of(reason.skill) if left else None
    return before is not None and after is not None and after > before


def _strength(reason: Evidence, rating: Rating, reply: str, temperature: Temperature) -> Evidence:
    """The strength as it is, or as one of the whole reply where others alone give the score."""
    score = rating.of(reason.skill)
    own = sum(it.points for it in rating.evidence if it.skill is reason.skill)
    lower = settled(START[temperature][reason.skill] + own - reason.points)
    if score is None or round(lower) < score:
        return reason
    return reason.model_copy(update={"start": 0, "end": len(reply), "span": reply})


def _omission(reason: Evidence, unnamed: Sequence[NamedReason]) -> Evidence:
    said = next(it for it in unnamed if it.sign < 0 and reason.skill in it.skills)
    return Evidence(
        skill=reason.skill, effect="-", cue=said.name, points=reason.points, note=said.note
    )


def _joined(reasons: Sequence[Evidence]) -> Iterator[Evidence]:
    """Join reasons of one name that stand for the same stretch, or for nothing written."""
    places: dict[tuple[object, ...], Evidence] = {}
    for reason in reasons:
        key = (reason.skill, reason.effect, reason.cue, reason.start, reason.end)
        known = places.get(key)
        points = round(reason.points + (known.points if known else 0.0), 1)
        places[key] = reason.model_copy(update={"points": points})
    order = {skill: at for at, skill in enumerate(SKILLS)}
    yield from sorted(places.values(), key=lambda it: order[it.skill])
