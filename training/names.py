"""The names that the net learns: kinds of replies, and reasons in the words of a reply."""

from simulator.language.cues import cue_lists
from training.rows import Marked

KINDS = (
    "fine", "middle", "poor", "sarcasm", "negated", "faux", "as-i-said", "calm-down", "blame",
    "warm-wrong", "unauthorised", "unsafe", "privacy", "short-fine", "curt", "kind-no-help",
    "canned", "buried", "upsell", "hand-off", "asks-known", "dont-know", "off-topic", "guess",
)  # fmt: skip
_SAME_CUE = {
    "curt": "cold", "terse": "cold", "no-marker": "cold", "robotic": "cold", "flat": "cold",
    "passive-cold": "cold", "belittles": "feeling-dismissed", "dismisses": "feeling-dismissed",
    "mocks-feeling": "sarcasm", "mockery": "sarcasm", "mocks": "sarcasm", "mocks-repeat": "sarcasm",
    "contempt": "insult", "scolds": "condescension", "lecture": "condescension",
    "patronising": "condescension", "keyword-stuffing": "canned", "form-letter": "canned",
    "formula": "canned", "formula-patience": "canned", "filler": "digression",
    "irritation": "as-i-said", "as-I-said": "as-i-said", "push-back": "pushes-back",
    "makes-repeat": "asks-known", "burden-lifted": "lifts-load", "says-when": "timed-promise",
    "timed": "timed-promise", "sets-time": "timed-promise", "correct-fact": "direct-answer",
    "fact": "direct-answer", "concrete-fact": "direct-answer", "next-step": "concrete-step",
    "remedy": "concrete-step", "solution": "concrete-step", "right-step": "concrete-step",
    "safety": "safety-first", "vague": "vague-promise", "hedge": "vague-promise",
    "no-answer": "off-topic", "ignores-question": "off-topic", "nonsense": "off-topic",
    "security-breach": "privacy", "privacy-breach": "privacy", "breach": "privacy",
    "beyond-authority": "unauthorised", "unauthorised-promise": "unauthorised",
    "overpromise": "unauthorised", "cold-transfer": "hand-off", "refuses": "bare-no",
    "dead-end": "bare-no", "names-situation": "names-feeling", "sympathy": "names-feeling",
    "specific-understanding": "names-feeling", "reassures": "stays", "warm": "respect",
    "warmth": "respect", "care": "respect", "friendly": "respect", "polite": "respect",
    "please": "respect", "choice": "room-to-talk", "no-pressure": "room-to-talk",
    "welcomes-repeat": "room-to-talk", "accusation": "blame", "threat": "insult",
    "clarifying-question": "good-question", "skips-feeling": "feeling-dismissed",
    "non-apology": "feeling-dismissed", "thanks-specific": "thanks", "jargon": "policy-recital",
}  # fmt: skip
_CUE_OF_KIND = {
    "sarcasm": "sarcasm", "negated": "negated-courtesy", "faux": "faux-polite",
    "as-i-said": "as-i-said", "calm-down": "calm-down", "blame": "blame", "canned": "canned",
    "warm-wrong": "wrong-fact", "unauthorised": "unauthorised", "unsafe": "unsafe",
    "privacy": "privacy", "hand-off": "hand-off", "upsell": "upsell", "asks-known": "asks-known",
    "dont-know": "dont-know", "curt": "cold", "off-topic": "off-topic", "partial": "partial",
    "courteous-impatient": "rush", "kind-no-help": "vague-promise",
}  # fmt: skip
CUES = tuple(reason.name for reason in cue_lists("en").reasons)
"""Names of reasons that the net learns to give to the words of a reply."""


def cue_of(mark: Marked, kind: str) -> str | None:
    """Give the name the net is to learn for a marked stretch; None where no name is known.

    Args:
        mark: what the rater marked, with a name in the rater's own words where there is one.
        kind: the kind of the whole reply, which names what is bad in it.
    """
    if mark.cue:
        name = _SAME_CUE.get(mark.cue, mark.cue)
        return name if name in CUES else None
    return None if mark.is_good else _CUE_OF_KIND.get(kind)
