"""The published figures in plain words."""

from collections.abc import Callable
from statistics import fmean
from typing import NamedTuple

from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.ui.agreement import Agreement, ScaleFigures, SetFigures
from simulator.ui.pages.library_words import SKILL_WORDS

MISSING = (
    "The figures did not come with this copy of the program. Read each score as a hint, and ask "
    "a trainer where it matters."
)

WHO_RATED = (
    "The replies were written for this program and rated by its rubric. No panel of trainers rated "
    "them, and a panel may see some of them differently."
)

NOT_TRAINED = (
    "It is not a trained model. It reads with lists of cues that people wrote and checked."
)

CANNOT = (
    "It cannot hear your voice or know what happened before this contact.",
    "It does not catch every irony. The table above says how far off it is.",
    "It knows the facts of the scenario, and no others.",
    "It reads English only.",
    "It does not learn from you, and it compares you with nobody.",
)

TWO_REPLIES = "Two replies: to the same customer, and rated 20 points or more apart."

LAST_WORD = "A trainer can change any score and say why. Both numbers stay visible."

SMALLER_IS_NOTHING = "A difference smaller than that between two scores may be chance."

_ABOUT_RIGHT = 5
"""A mean signed error below this is as near as two raters are to each other."""

_UNKNOWN = "–"

KIND_WORDS = {
    "sarcasm": "Sarcasm and mockery",
    "negated": "Courtesy taken back: “I’d love to, but”",
    "faux": "Polite words around blame",
    "warm-wrong": "Warm, but wrong on the facts",
    "short-fine": "Short and good",
    "kind-no-help": "Kind, without help",
    "canned": "Phrases that fit anybody",
    "as-i-said": "“As I already said”",
}

BASELINE_WORDS = {
    "training mean": "always the mean",
    "length": "counting words",
    "VADER": "VADER, a sentiment list",
    "TF-IDF": "TF-IDF, words alone",
    "frozen MiniLM": "MiniLM, untrained for this",
}


class Row(NamedTuple):
    """A row of a table; one without cells is the heading of those below it."""

    name: str
    cells: tuple[str, ...] = ()


def lead(figures: SetFigures) -> str:
    """Say what was measured."""
    return (
        f"Measured on {figures.replies:,} rated replies in {figures.situations} situations. "
        "The scorer had seen none of them before."
    )


def people_sentence(agreement: Agreement) -> str:
    """Say how far people are from each other, to hold the scorer's distance against."""
    low, high = agreement.people.in_the_field
    return (
        f"Two trainers with the rubric differ by about {round(fmean(agreement.people.with_rubric))}"
        f" points. Trainers who judge without it differ by {low:g} to {high:g}."
    )


def scale_sentence(skill: Skill, figures: SetFigures) -> str:
    """Say how far the scorer is off on a scale, and how often it finds the better reply."""
    own = figures.ours.scales[skill]
    differs = f"This scorer differs by about {round(own.error)} points."
    if own.order.share is None:
        return differs
    return f"{differs} It finds the better of two replies {_in_ten(own.order.share)}."


def _in_ten(share: float) -> str:
    return f"{round(10 * share)} times in 10"


def apart_sentence(figures: SetFigures) -> str:
    """Say how well it tells courtesy from patience; empty where no reply shows it."""
    apart = figures.ours.apart
    if apart.share is None:
        return ""
    return (
        f"In {apart.pairs} replies courtesy and patience are 15 points or more apart. It puts the "
        f"right one higher in {apart.right} of them."
    )


class _Measure(NamedTuple):
    name: str
    of: Callable[[ScaleFigures], str]
    people: Callable[[Agreement], str] = lambda _: _UNKNOWN


def _number(value: float | None) -> str:
    return _UNKNOWN if value is None else f"{value:.2f}"


def _percent(share: float | None) -> str:
    return _UNKNOWN if share is None else f"{share:.0%}"


def _between(low: float, high: float) -> str:
    return f"{low:g} to {high:g}"


_MEASURES = (
    _Measure(
        "Mean difference",
        lambda own: f"{own.error:.1f}",
        lambda agreement: _between(*agreement.people.with_rubric),
    ),
    _Measure("Likely range of it", lambda own: _between(*own.error_between)),
    _Measure(
        "Correlation; 1 is perfect",
        lambda own: _number(own.pearson),
        lambda agreement: _number(agreement.people.with_rubric_pearson),
    ),
    _Measure("Correlation of ranks", lambda own: _number(own.spearman)),
    _Measure("Agreement on the five bands", lambda own: _number(own.kappa)),
    _Measure("Better reply put higher", lambda own: _percent(own.order.share)),
    _Measure("Use of the scale; 100% is people’s", lambda own: _percent(own.spread)),
)

FIGURES_HEAD = ("Measure", "This\nscorer", "Best simple\nscorer", "Two\ntrainers")


def figure_rows(agreement: Agreement) -> list[Row]:
    """Give every measure on every scale, ours beside the best simple scorer and people."""
    figures = agreement.sets[0]
    rows = []
    for skill in SKILLS:
        best = figures.best_baseline(skill)
        rows.append(Row(_heading(skill, figures)))
        for measure in _MEASURES:
            ours = measure.of(figures.ours.scales[skill])
            simple = measure.of(best.scales[skill]) if best else _UNKNOWN
            rows.append(Row(measure.name, (ours, simple, measure.people(agreement))))
    return rows


def _heading(skill: Skill, figures: SetFigures) -> str:
    best = figures.best_baseline(skill)
    words = SKILL_WORDS[skill.value]
    if best is None:
        return words
    return f"{words}; best simple scorer: {BASELINE_WORDS.get(best.name, best.name)}"


KINDS_HEAD = ("Kind of reply", "Replies", *SKILL_WORDS.values())


def kind_rows(figures: SetFigures) -> list[Row]:
    """Give the direction and size of the error on each kind of reply."""
    return [
        Row(
            KIND_WORDS.get(it.kind, it.kind),
            (str(it.replies), *(error_words(it.errors[skill]) for skill in SKILLS)),
        )
        for it in figures.ours.kinds
    ]


def error_words(points: float) -> str:
    """Say a signed error in words: "36 too high", "about right"."""
    if abs(points) < _ABOUT_RIGHT:
        return "about right"
    return f"{abs(points):.0f} too {'high' if points > 0 else 'low'}"


SETS_HEAD = ("Which replies", "Replies", *SKILL_WORDS.values())


def set_rows(agreement: Agreement) -> list[Row]:
    """Give the mean difference on each set of replies."""
    return [
        Row(
            figures.name.capitalize(),
            (
                f"{figures.replies:,}",
                *(f"{figures.ours.scales[skill].error:.1f}" for skill in SKILLS),
            ),
        )
        for figures in agreement.sets
    ]


def margin_sentence(skill: Skill, figures: SetFigures) -> str:
    """Say how far most scores are off, and what the scorer says of it itself."""
    own = figures.ours.scales[skill]
    words = (
        f"Half of the scores are within {round(own.half_within)} points of the rating, nine in "
        f"ten within {round(own.most_within)}."
    )
    margin = figures.ours.margins.get(skill)
    if margin is None:
        return words
    return (
        f"{words} It gives itself {round(margin.points)} points either way, and keeps to that "
        f"{_in_ten(margin.kept)}."
    )
