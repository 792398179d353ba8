"""Fits what joins net and cue lists, on situations that neither was made from."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.tally import START, bent, settled
from simulator.language.blending import CONTEMPT
from simulator.language.cue_reply_model import CueReplyModel
from simulator.language.reading import Reading
from training.rows import Row

NET_SHARE = 0.68
"""The net's share of a score. On replies kept out of training 0.75 is best by a hair; on those of
another writer 0.6 is, since the lists travel better. Between the two the error hardly moves.
"""

_TUNING_SHARE = 12
_COVERED = 0.68
_SPREAD = 0.95

Numbers = numpy.ndarray[Any, Any]


def is_tuning(row: Row) -> bool:
    """Whether a row is kept out of training, to weigh by: one situation in twelve."""
    digest = hashlib.sha256(row.situation.encode()).digest()
    return digest[0] % _TUNING_SHARE == 0


@dataclass(frozen=True)
class Scored:
    """Rows with what net and lists say of them: arrays (rows, 3) of points from 0 to 100.

    ``contempt`` (rows) is how far each is drawn towards contempt, 0 to 1.
    """

    start: Numbers
    net: Numbers
    listed: Numbers
    rated: Numbers
    contempt: Numbers


def scored(rows: Sequence[Row], net_points: Numbers, contempt: Numbers) -> Scored:
    """Put the scores of the cue lists beside the points (rows, 3) that the net gives."""
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
    return Scored(start_points, start_points + net_points, numpy.array(listed), rated, contempt)


def fitted(given: Scored) -> dict[str, dict[str, Any]]:
    """Give the settings of the joined model, by skill."""
    settings: dict[str, dict[str, Any]] = {"net": {}, "stretch": {}, "margin": {}}
    for number, skill in enumerate(SKILLS):
        start, net, listed, rated = (
            values[:, number] for values in (given.start, given.net, given.listed, given.rated)
        )
        raised = NET_SHARE * net + (1 - NET_SHARE) * listed - start
        bottom = CONTEMPT.get(skill, 100.0)
        stretch = _best_stretch(start, raised, given.contempt, bottom, rated)
        error = abs(_drawn(start + stretch * raised, given.contempt, bottom) - rated)
        settings["net"][skill.value] = NET_SHARE
        settings["stretch"][skill.value] = stretch
        settings["margin"][skill.value] = _margin(error, abs(net - listed))
    return settings


def _drawn(points: Numbers, contempt: Numbers, bottom: float) -> Numbers:
    """Scores drawn towards the bottom where contempt is meant, and kept to the scale."""
    kept = numpy.vectorize(settled)(points)
    return kept - numpy.maximum(kept - bottom, 0) * contempt


def _best_stretch(
    start: Numbers, raised: Numbers, contempt: Numbers, bottom: float, rated: Numbers
) -> float:
    """By how much points are drawn apart so that scores spread nearly as ratings do."""
    stretches = numpy.linspace(0.9, 1.4, 51)
    gaps = [
        abs(float(_drawn(start + it * raised, contempt, bottom).std()) - _SPREAD * rated.std())
        for it in stretches
    ]
    return round(float(stretches[int(numpy.argmin(gaps))]), 2)


def _margin(error: Numbers, disagreement: Numbers) -> list[float]:
    """Base and slope of a margin that two thirds of the errors stay within.

    It grows with the distance between what the net and what the lists say.
    """
    slope = float(numpy.polyfit(disagreement, error, 1)[0])
    slope = max(slope, 0.0) * 1.4
    base = float(numpy.quantile(error - slope * disagreement, _COVERED))
    return [round(base, 2), round(slope, 3)]
