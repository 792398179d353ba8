"""Fits what joins net and cue lists, on situations that neither was made from."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.tally import START, bent, settled
from simulator.language.cue_reply_model import CueReplyModel
from simulator.language.pulls import drawn
from simulator.language.reading import Reading
from training.names import KINDS
from training.rows import Row

NET_SHARE = 0.68
"""The net's share of a score. On replies kept out of training 0.75 is best by a hair; on those of
another writer 0.6 is, since the lists travel better. Between the two the error hardly moves.
"""

_TUNING_SHARE = 12
_COVERED = 0.68

STRETCH = {
    Skill.COURTESY: (1.28, 1.85),
    Skill.PATIENCE: (1.2, 1.7),
    Skill.HELPFULNESS: (1.2, 1.7),
}
"""By how much points are drawn apart, upwards and downwards.

Models stay near the middle, and this one above all below it. Chosen from a grid on the development
replies and the hard cases, so that scores spread nearly as ratings do and no kind of reply is
scored more than ten points too high or too low on average.
"""

Numbers = numpy.ndarray[Any, Any]


def is_tuning(row: Row) -> bool:
    """Whether a row is kept out of training, to weigh by: one situation in twelve.

    The rubric's hard cases are all trained on: they are worked examples, not evidence.
    """
    if row.situation.startswith("hard_cases"):
        return False
    digest = hashlib.sha256(row.situation.encode()).digest()
    return digest[0] % _TUNING_SHARE == 0


@dataclass(frozen=True)
class Scored:
    """Rows with what net and lists say of them: arrays (rows, 3) of points from 0 to 100.

    ``chances`` (rows, kinds) are those of each kind of reply.
    """

    start: Numbers
    net: Numbers
    listed: Numbers
    rated: Numbers
    chances: Numbers


def scored(rows: Sequence[Row], net_points: Numbers, chances: Numbers) -> Scored:
    """Put the scores of the cue lists beside the points (rows, 3) that the net gives.

    ``chances`` (rows, kinds) are those of each kind of reply.
    """
    cues = CueReplyModel()
    starts, listed = [], []
    for row in rows:
        reading = Reading(row.reply, row.context, cues.lists)
        start = [START[reading.temperature][skill] for skill in SKILLS]
        findings = cues.findings(reading) if reading.text.words else []
        total = [sum(it.points.get(skill, 0.0) for it in findings) for skill in SKILLS]
        starts.append(start)
        listed.append([bent(one + other) for one, other in zip(start, total, strict=True)])
    start_points = numpy.array(starts)
    rated = numpy.array([row.scores for row in rows])
    net = start_points + net_points
    return Scored(start_points, net, numpy.array(listed), rated, chances)


def fitted(given: Scored) -> dict[str, dict[str, Any]]:
    """Give the settings of the joined model, by skill."""
    settings: dict[str, dict[str, Any]] = {"net": {}, "stretch": {}, "margin": {}}
    error = abs(_joined(given) - given.rated)
    for number, skill in enumerate(SKILLS):
        apart = abs(given.net - given.listed)[:, number]
        settings["net"][skill.value] = NET_SHARE
        settings["stretch"][skill.value] = list(STRETCH[skill])
        settings["margin"][skill.value] = _margin(error[:, number], apart)
    return settings


def _joined(given: Scored) -> Numbers:
    """The scores (rows, 3) of net and lists together, drawn apart and by what replies are."""
    raised = NET_SHARE * given.net + (1 - NET_SHARE) * given.listed - given.start
    up, down = numpy.array([STRETCH[skill] for skill in SKILLS]).T
    points = given.start + raised * numpy.where(raised < 0, down, up)
    rows = zip(points.tolist(), given.chances.tolist(), strict=True)
    return numpy.vectorize(settled)(numpy.array([drawn(row, KINDS, each) for row, each in rows]))


def _margin(error: Numbers, disagreement: Numbers) -> list[float]:
    """Base and slope of a margin that two thirds of the errors stay within.

    It grows with the distance between what the net and what the lists say.
    """
    slope = float(numpy.polyfit(disagreement, error, 1)[0])
    slope = max(slope, 0.0) * 1.4
    base = float(numpy.quantile(error - slope * disagreement, _COVERED))
    return [round(base, 2), round(slope, 3)]
