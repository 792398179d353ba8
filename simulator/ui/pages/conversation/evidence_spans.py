"""From the reasons of a rating to the marks in a reply."""

from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.shown import shown
from simulator.ui.widgets.evidence_text import EvidenceSpan

SKILL_ROLES = {
    Skill.COURTESY: "courtesy",
    Skill.PATIENCE: "patience",
    Skill.HELPFULNESS: "helpful",
}
"""The colour role of each skill."""


def kind_of(evidence: Evidence) -> str:
    """Give the kind of mark: a slip, or the skill it counts for."""
    return "slip" if evidence.effect == "-" else SKILL_ROLES[evidence.skill]


def colour_of(evidence: Evidence) -> str:
    """Give the colour role of the numbered disc."""
    return "negative" if evidence.effect == "-" else SKILL_ROLES[evidence.skill]


def spans_of(rating: Rating) -> tuple[EvidenceSpan, ...]:
    """Give the marks for the reasons that are shown."""
    return tuple(
        EvidenceSpan(
            each.evidence.start or 0, each.evidence.end or 0, kind_of(each.evidence), each.number
        )
        for each in shown(rating)
    )
