"""A better wording for a reply: the author's where one fits, else the trainee's own, put right.

Nothing is ever made up: a composed wording holds the trainee's own sentences and the author's
wordings of what the step still needs, and every number, amount, date and name in it stands in the
facts or in the reply. Where nothing can be said so, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.core.conversation.grounding import common_words, is_grounded
from simulator.core.conversation.moment import Turn
from simulator.core.scenario.model import Effects, Fact, Need, Scenario, Step
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.shown import GENERAL
from simulator.core.scoring.tally import FLAGGED

COVERED = 0.6
"""Share of a need's words that an answer holds from which it counts as meeting the need."""

_BARE = GENERAL | {"terse", "bare-question"}
"""Cues that find too little in a reply; there is nothing in it to take out."""

_HARM = frozenset({*FLAGGED, "wrong-fact"})
"""Cues of what must not be said, whatever else the reply did."""

_WEIGHTY = 10.0
"""Points a slip in manner costs before it is taken out without anything in its place."""

_MOST_HELP = 0.3
"""Share of a slip's cost that may lie on helpfulness for it to be one in manner."""

_SHORTEST_WORD = 4
_OWN_WORDS = 4
_GREETING_WORDS = 2
_WORTH_KEEPING = 30
"""Courtesy and patience below which there is no frame of the trainee's own to keep."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"\S.*?(?:(?<![A-Z][a-z])(?<![A-Z][a-z]s)[.!?…]+(?=\s|$)|\n|$)")
_JOINT = re.compile(r"^(?:but|and|so)\b[\s,]*", re.IGNORECASE)
_AFTER_LEAD = re.compile(r"^[\s,;:–—-]+")


def better_wording(scenario: Scenario, turn: Turn) -> str:
    """Give a better way to put a reply; empty when it needs none, or none can be given.

    First comes the author's model answer that meets most of what the reply left open; then the
    trainee's own reply, put right; then the author's example of the step, if anything is open.
    """
    step, rating = scenario.steps[turn.step_id], turn.assessment.rating
    unmet = [need for need in step.needs if need.id not in turn.assessment.needs_met]
    if not unmet and not any(evidence.effect == "-" for evidence in rating.evidence):
        return ""
    if not step.needs or not _is_worth_keeping(rating):
        return _authors(step, turn, unmet) or step.better
    found = _authors(step, turn, unmet) or composed(scenario, turn)
    return found or (step.better if unmet else "")


# The author's model answers


def _authors(step: Step, turn: Turn, unmet: Sequence[Need]) -> str:
    """The model answer that meets most of the needs still unmet, the author's first of equals."""
    best, most = "", 0
    for answer in _model_answers(step, turn):
        met = sum(_meets(answer, need) for need in unmet)
        if met > most:
            best, most = answer, met
    return best


def _model_answers(step: Step, turn: Turn) -> Iterator[str]:
    yield step.better
    for reply in step.replies:
        # What is offered only at times may rest on something not yet told.
        if reply.when is None and reply.id != turn.reply_id and _does_good(reply.then):
            yield from (reply.says, *reply.also)


def _does_good(effects: Effects) -> bool:
    others = ((effects.trust or 0), (effects.bears_with_us or 0))
    return (effects.mood or 0) > 0 and min(others) >= 0


def _meets(answer: str, need: Need) -> bool:
    said = _content(answer)
    return any(_share(_content(wording), said) >= COVERED for wording in need.like)


def _content(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(word for word in words if len(word) >= _SHORTEST_WORD or word.isdecimal())


def _share(wanted: frozenset[str], said: frozenset[str]) -> float:
    return len(wanted & said) / len(wanted) if wanted else 0.0


# The trainee's own reply, put right


def composed(scenario: Scenario, turn: Turn) -> str:
    """Put a reply right in its own frame: keep what was good, replace what cost.

    Where the step still needs something, at least one such thing is added.

    Returns:
        Nothing where that cannot be done with what is known.
    """
    needs = scenario.steps[turn.step_id].needs
    unmet = [need for need in needs if need.id not in turn.assessment.needs_met]
    known = _known_facts(scenario, turn)
    sources = (turn.text, *(text for fact in known for text in _texts(fact)))
    usable = _Usable(turn.text, known, sources, common_words(_all_texts(scenario)))
    manner = usable.first(need for need in unmet if need.about != "helpfulness")
    action = usable.first(need for need in unmet if need.about == "helpfulness")
    kept = _kept(turn.text, _to_take_out(turn.assessment.rating, is_replaced=bool(action)))
    is_own = any(len(_WORD.findall(sentence)) >= _OWN_WORDS for sentence in kept)
    if not is_own or (unmet and not manner and not action):
        return ""
    place = int(_is_greeting(kept[0], scenario.customer.address_as))
    parts = [*kept[:place], manner, *kept[place:], action]
    text = " ".join(part for part in parts if part)
    is_new = text != " ".join(turn.text.split())
    return text if is_new and is_grounded(text, sources, usable.common) else ""


@dataclass(frozen=True)
class _Usable:
    """What may be said beside the trainee's own words."""

    reply: str
    known: Sequence[Fact]
    sources: Sequence[str]
    common: frozenset[str]

    def first(self, needs: Iterable[Need]) -> str:
        """The first wording of a need that adds something, and claims only what is known."""
        free = {fact.id for fact in self.known if fact.only_if is None}
        wordings = (w for need in needs if free.issuperset(need.uses) for w in need.like)
        found = next((wording for wording in wordings if self._may_be_said(wording)), "")
        return found if not found or found[-1] in ".!?…" else f"{found}."

    def _may_be_said(self, wording: str) -> bool:
        is_sentence = wording[0].isupper() and len(_WORD.findall(wording)) >= _OWN_WORDS
        is_new = _share(_content(wording), _content(self.reply)) < COVERED
        return is_sentence and is_new and is_grounded(wording, self.sources, self.common)


def _is_greeting(sentence: str, address_as: str) -> bool:
    words = [word for word in _WORD.findall(sentence) if word not in address_as.split()]
    return len(words) <= _GREETING_WORDS


def _is_worth_keeping(rating: Rating) -> bool:
    scores = (rating.courtesy, rating.patience)
    return all(score is None or score >= _WORTH_KEEPING for score in scores)


def _to_take_out(rating: Rating, *, is_replaced: bool) -> list[Evidence]:
    """The quoted slips that are better left unsaid.

    A weak step is taken out only where another one comes in its place.
    """
    costs: dict[tuple[int | None, int | None, str], list[Evidence]] = {}
    for slip in rating.evidence:
        if slip.effect == "-" and slip.span and slip.cue not in _BARE:
            costs.setdefault((slip.start, slip.end, slip.cue), []).append(slip)
    return [
        slips[0] for slips in costs.values() if is_replaced or _is_harm(slips) or _is_manner(slips)
    ]


def _is_harm(slips: Sequence[Evidence]) -> bool:
    return slips[0].cue in _HARM


def _is_manner(slips: Sequence[Evidence]) -> bool:
    """Whether it hurt the person far more than the help."""
    whole = sum(abs(slip.points) for slip in slips)
    help_lost = sum(abs(slip.points) for slip in slips if slip.skill is Skill.HELPFULNESS)
    return whole >= _WEIGHTY and help_lost <= _MOST_HELP * whole


def _kept(reply: str, slips: Sequence[Evidence]) -> list[str]:
    """The sentences of a reply without what cost points; of a lead-in only the lead is cut."""
    kept: list[str] = []
    was_dropped = False
    for found in _SENTENCE.finditer(reply):
        sentence = found[0].strip()
        own = [slip for slip in slips if _touches(slip, found.start(), found.end())]
        rest = _without_lead(sentence, own) if own else sentence
        if rest and was_dropped:
            rest = _capital(_JOINT.sub("", rest))
        if rest:
            kept.append(rest)
        was_dropped = not rest
    return kept


def _touches(slip: Evidence, start: int, end: int) -> bool:
    return (slip.start or 0) < end and (slip.end or 0) > start


def _without_lead(sentence: str, slips: Sequence[Evidence]) -> str:
    """What is left of a sentence that only opens with slips: "As I said, it is 2%."; or nothing."""
    rest = sentence
    for span in sorted({slip.span or "" for slip in slips}, key=len, reverse=True):
        if span not in rest:
            continue
        after = rest[len(span) :]
        is_lead = span.rstrip(", ").casefold().endswith(" but") or after.startswith(",")
        if not rest.startswith(span) or not is_lead:
            return ""
        rest = _AFTER_LEAD.sub("", after)
    is_enough = rest != sentence and len(_WORD.findall(rest)) >= _OWN_WORDS
    return _capital(_JOINT.sub("", rest)) if is_enough else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _known_facts(scenario: Scenario, turn: Turn) -> tuple[Fact, ...]:
    told = turn.before.state.told
    return tuple(
        fact for fact in scenario.briefing.facts if fact.told == "always" or fact.id in told
    )


def _texts(fact: Fact) -> Iterator[str]:
    yield from (text for text in (fact.says, fact.note, fact.may, fact.when) if text)
    if fact.costs is not None:
        yield f"{fact.costs:g}"


def _all_texts(scenario: Scenario) -> Iterator[str]:
    for fact in scenario.briefing.facts:
        yield from _texts(fact)
    for step in scenario.steps.values():
        yield from (*step.says, step.better, step.hint)
        for need in step.needs:
            yield from (need.missing, *need.like)
        for reply in step.replies:
            yield from (reply.says, *reply.also)
