"""Fits how words and meaning are weighed when a typed reply is matched to the author's.

``python -m training.matching`` fits on ``data/matching/fit.yaml``, chooses the thresholds on
``dev.yaml``, writes them into the model's settings and prints how often each side is right.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import yaml

from simulator.language.cues import cue_lists
from simulator.language.matching import SAME, Matcher
from simulator.language.text import Text
from simulator.language.trained_net import MODEL_FOLDER, TrainedNet
from training.fit import Numbers
from training.rows import DATA

_HALF_CREDIT = 0.45
_ROUNDS = 30
_RIDGE = 1e-2


@dataclass(frozen=True)
class Case:
    """A typed text with the wordings it is compared with, and whether it says the same.

    ``asked`` groups the cases of one typed text; ``sort`` tells what was asked of it.
    """

    sort: str
    asked: tuple[str, str]
    text: str
    wordings: tuple[str, ...]
    is_same: bool


def cases(file: Path) -> list[Case]:
    """Read the labelled steps of a file."""
    steps = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [case for step in steps for case in _of_step(step)]


def _of_step(step: dict[str, Any]) -> Iterator[Case]:
    name = step["step"]
    for typed in step["typed"]:
        for reply in step["replies"]:
            is_same = typed["says"] == reply["id"]
            yield _case("reply", name, typed["text"], reply["wordings"], is_same)
    for typed in step["needs_typed"]:
        for need in step["needs"]:
            is_met = need["id"] in typed["meets"]
            yield _case("need", name, typed["text"], need["wordings"], is_met)
    cause = step["cause"]
    for typed in cause["typed"]:
        wordings = [cause["key"], *cause.get("also", ())]
        yield _case("cause", name, typed["text"], wordings, typed["credit"] == 1)


def _case(sort: str, step: str, text: str, wordings: Sequence[str], is_same: bool) -> Case:
    return Case(sort, (step, text), text, tuple(wordings), is_same)


def features(matcher: Matcher, case: Case) -> tuple[float, ...]:
    """Give the features of the nearest wording; of a need, over the sentences of the text."""
    pieces = [case.text]
    if case.sort == "need":
        text = Text(case.text)
        pieces += [text.written[it.start : it.end] for it in text.sentences]
    pairs = [matcher.pair(piece, wording) for piece in pieces for wording in case.wordings]
    return max(pairs, key=lambda it: it.rank).features


def fitted(given: Numbers, same: Numbers) -> Numbers:
    """Fit a logistic regression with balanced classes; weights, the bias last."""
    design = numpy.hstack([given, numpy.ones((len(given), 1))])
    balance = numpy.where(same, 0.5 / same.mean(), 0.5 / (1 - same.mean()))
    weights = numpy.zeros(design.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + numpy.exp(-design @ weights))
        slope = design.T @ (balance * (same - chance)) - _RIDGE * weights
        curve = (design * (balance * chance * (1 - chance))[:, None]).T @ design
        weights += numpy.linalg.solve(curve + _RIDGE * numpy.eye(len(weights)), slope)
    return weights


def both_sides(
    found: Sequence[Case], probabilities: Numbers, threshold: float
) -> tuple[float, float]:
    """Give how often what should match is matched rightly, and how often the rest is left alone."""
    groups: defaultdict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for case, probability in zip(found, probabilities, strict=True):
        groups[case.asked].append((float(probability), case.is_same))
    right: dict[bool, list[bool]] = {True: [], False: []}
    for answers in groups.values():
        nearest, is_same = max(answers)
        should = any(same for _, same in answers)
        right[should].append(nearest >= threshold and is_same if should else nearest < threshold)
    return tuple(sum(those) / len(those) for those in (right[True], right[False]))  # type: ignore[return-value]


def main() -> int:
    """Fit, choose, write and print."""
    matcher = Matcher(cue_lists("en"), TrainedNet().meaning)
    learnt, measured = (cases(DATA / "matching" / f"{name}.yaml") for name in ("fit", "dev"))
    settings: dict[str, dict[str, list[float]]] = {}
    for scale, sorts in {"reply": ("reply",), "phrase": ("need", "cause")}.items():
        fit = [case for case in learnt if case.sort in sorts]
        dev = [case for case in measured if case.sort in sorts]
        weights = fitted(_all_features(matcher, fit), numpy.array([it.is_same for it in fit]))
        given = _all_features(matcher, dev)
        found = 1 / (1 + numpy.exp(-(given @ weights[:-1] + weights[-1])))
        threshold = _chosen(dev, found)
        words = numpy.where(given[:, 2] > 0, 0.45, 1) * given[:, 0]
        for sort in sorts:
            which = [place for place, case in enumerate(dev) if case.sort == sort]
            _tell(sort, [dev[it] for it in which], found[which], threshold, words[which])
        settings[scale] = {
            "weights": [round(float(it), 4) for it in weights],
            "knots": [round(threshold * _HALF_CREDIT, 3), round(threshold, 3)],
        }
    file = MODEL_FOLDER / "reply-model.json"
    written = json.loads(file.read_text(encoding="utf-8")) | {"matching": settings}
    file.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    return 0


def _all_features(matcher: Matcher, listed: Sequence[Case]) -> Numbers:
    return numpy.array([features(matcher, case) for case in listed])


def _tell(
    sort: str, listed: Sequence[Case], found: Numbers, threshold: float, words: Numbers
) -> None:
    said, left = both_sides(listed, found, threshold)
    own, own_left = both_sides(listed, words, SAME)
    print(
        f"{sort}: matched rightly {said:.0%}, left alone rightly {left:.0%}; "
        f"by words alone {own:.0%} and {own_left:.0%}"
    )


def _chosen(listed: Sequence[Case], found: Numbers) -> float:
    """The threshold at which the worse of the two sides is best."""
    thresholds = numpy.linspace(0.1, 0.95, 86)
    return float(max(thresholds, key=lambda it: min(both_sides(listed, found, float(it)))))


if __name__ == "__main__":
    sys.exit(main())
