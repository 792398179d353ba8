"""The reply model that reads by cue lists and checks: every point can be traced to a quote."""

from collections.abc import Callable, Sequence
from functools import cached_property

from simulator.core.scoring.context import Assessment, Question, ReplyContext
from simulator.core.scoring.evidence import Rating
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.tally import Finding, rate
from simulator.language.cues import CueLists, cue_lists
from simulator.language.fact_checks import fact_findings
from simulator.language.likeness import LikenessScales, MeaningOf
from simulator.language.manner_checks import manner_findings
from simulator.language.matching import Matcher
from simulator.language.patterns import PatternIndex
from simulator.language.reading import Reading
from simulator.language.text import Text, whole
from simulator.language.whole_checks import missing_findings, together_findings, without_answered
from simulator.language.wording import limited, without_hollow, wording_findings


class CueReplyModel:
    """Rates replies by named cues. Same reply and question, same answer."""

    def __init__(
        self,
        language: str = "en",
        meaning_of: MeaningOf | None = None,
        scales: Callable[[], LikenessScales] | None = None,
    ) -> None:
        """Make a model.

        Args:
            language: a code such as ``en``.
            meaning_of: a net's sense of a text, to match wordings by beside their words.
            scales: gives how the two are weighed; asked when the first wordings are compared.
        """
        self._language = language
        self._meaning_of = meaning_of
        self._scales = scales

    @cached_property
    def lists(self) -> CueLists:
        """The cue lists of the language, read when they are first needed."""
        return cue_lists(self._language)

    @cached_property
    def _patterns(self) -> PatternIndex:
        return self.lists.patterns

    @cached_property
    def _matcher(self) -> Matcher:
        scales = self._scales() if self._scales else None
        return Matcher(self.lists, self._meaning_of, scales)

    def assess(self, reply: str, question: Question) -> Assessment:
        """Rate a reply in its context and say which foreseen reply, needs and facts it touches."""
        reply = whole(reply)
        return self.matched(reply, question, self.rate(reply, question.context))

    def matched(self, reply: str, question: Question, rating: Rating) -> Assessment:
        """Say beside a rating which foreseen reply, needs and facts a reply touches."""
        text = Text(reply)
        matched, similarity = self._matcher.best(reply, question.foreseen)
        return Assessment(
            rating=rating,
            matched=matched,
            similarity=similarity,
            needs_met=self._matcher.met(text, question.needs),
            asked=self._matcher.asked(text, question.askable),
            promised=self._matcher.promised(text, question.promises),
        )

    def assess_all(self, asked: Sequence[tuple[str, Question]]) -> list[Assessment]:
        """Assess several replies, one after the other."""
        return [self.assess(reply, question) for reply, question in asked]

    def nearness(self, text: str, wordings: tuple[str, ...]) -> float:
        """Say how near a free text comes to the nearest of some wordings, 0 to 1."""
        return self._matcher.nearness(text, tuple(wordings))

    def rate(self, reply: str, context: ReplyContext) -> Rating:
        """Rate a reply in its context; half characters in it are read, and quoted, as unknown."""
        reply = whole(reply)
        reading = Reading(reply, context, self.lists)
        if not reading.text.words:
            return rate(reply, [], frozenset(SKILLS))
        findings = self.findings(reading)
        return rate(reply, findings, temperature=reading.temperature)

    def findings(self, reading: Reading) -> list[Finding]:
        """Give all that the lists and checks find in a reply, with the points of each."""
        findings = [
            *wording_findings(reading, self._patterns),
            *manner_findings(reading),
            *fact_findings(reading),
        ]
        findings = without_answered(findings)
        findings += together_findings(reading, findings)
        findings += missing_findings(reading, findings)
        return limited(reading, without_hollow(reading, findings))
