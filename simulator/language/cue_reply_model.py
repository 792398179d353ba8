"""The reply model that reads by cue lists and checks: every point can be traced to a quote."""

from functools import cached_property

from simulator.core.scoring.context import Assessment, Question, ReplyContext
from simulator.core.scoring.evidence import Rating
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.tally import Finding, rate
from simulator.core.scoring.temperature import Temperature
from simulator.language.cues import CueLists, cue_lists
from simulator.language.fact_checks import fact_findings
from simulator.language.manner_checks import manner_findings
from simulator.language.matching import Matcher
from simulator.language.patterns import PatternIndex
from simulator.language.reading import Reading
from simulator.language.text import Text
from simulator.language.wording import limited, without_hollow, wording_findings


class CueReplyModel:
    """Rates replies by named cues. Same reply and question, same answer."""

    def __init__(self, language: str = "en") -> None:
        self._language = language

    @cached_property
    def _lists(self) -> CueLists:
        return cue_lists(self._language)

    @cached_property
    def _patterns(self) -> PatternIndex:
        return self._lists.patterns

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._lists)

    def assess(self, reply: str, question: Question) -> Assessment:
        """Rate a reply in its context and say which foreseen reply, needs and facts it touches."""
        text = Text(reply)
        matched, similarity = self._matcher.best(reply, question.foreseen)
        return Assessment(
            rating=self.rate(reply, question.context),
            matched=matched,
            similarity=similarity,
            needs_met=self._matcher.met(text, question.needs),
            asked=self._matcher.asked(text, question.askable),
        )

    def nearness(self, text: str, wordings: tuple[str, ...]) -> float:
        """Say how near a free text comes to the nearest of some wordings, 0 to 1."""
        return self._matcher.nearness(text, tuple(wordings))

    def rate(self, reply: str, context: ReplyContext) -> Rating:
        """Rate a reply in its context."""
        reading = Reading(reply, context, self._lists)
        if not reading.text.words:
            return rate(reply, [], frozenset(SKILLS))
        return rate(reply, self._findings(reading))

    def _findings(self, reading: Reading) -> list[Finding]:
        findings = [
            *wording_findings(reading, self._patterns),
            *manner_findings(reading),
            *fact_findings(reading),
        ]
        findings += _together(reading, findings)
        findings += _missing(reading, findings)
        return limited(reading, without_hollow(reading, findings))


ACKNOWLEDGING = frozenset(["names-feeling", "owns-fault", "face-saving", "apology", "calm-boundary"])
CARING = ACKNOWLEDGING | {"room-to-talk", "lifts-load", "stays", "reassures", "honest-limit"}
ACTING = ("own-action", "timed-promise", "safety-first", "alternative")
_FULL_ANSWER = 2
ROOM_GIVING = frozenset(["room-to-talk", "lifts-load", "stays", "reassures", "new-wording"])
STEPS = frozenset(
    ["own-action", "timed-promise", "alternative", "safety-first", "fact-used", "correct-fact",
     "good-question", "fact-detail"]
)  # fmt: skip


def _together(reading: Reading, findings: list[Finding]) -> list[Finding]:
    """Give what two findings show only side by side."""
    found = {finding.fault: finding for finding in findings}
    heard = next((found[fault] for fault in sorted(ACKNOWLEDGING) if fault in found), None)
    acted = next((found[fault] for fault in ACTING if fault in found), None)
    facts = next((found[fault] for fault in ("fact-used", "correct-fact") if fault in found), None)
    both: list[Finding] = []
    if reading.is_closing:
        return [reading.whole("closes-well")]
    figures = sum(finding.fault == "correct-fact" for finding in findings)
    if reading.is_short_question and figures >= _FULL_ANSWER:
        both.append(reading.whole("complete-short-answer"))
    if heard and (acted or facts) and reading.temperature > Temperature.COOL:
        step = acted or facts or heard
        both.append(reading.found("heard-and-acted", *_span(step)))
    if acted and facts:
        both.append(reading.found("owned-and-concrete", *_span(acted)))
    return both


def _span(finding: Finding) -> tuple[int | None, int | None]:
    return finding.start, finding.end


def _missing(reading: Reading, findings: list[Finding]) -> list[Finding]:
    if reading.is_closing:
        return []
    faults = {finding.fault for finding in findings}
    missing: list[Finding] = []
    hot = reading.temperature is Temperature.HOT
    if reading.temperature > Temperature.COOL and not faults & (ACKNOWLEDGING if hot else CARING):
        missing.append(reading.found("no-acknowledgement-hot" if hot else "no-acknowledgement"))
    if hot and not faults & (ROOM_GIVING | ACKNOWLEDGING):
        missing.append(reading.found("no-room-hot"))
    if not faults & STEPS:
        missing.append(reading.found("no-step-hot" if hot else "no-step"))
    return missing
