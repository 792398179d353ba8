"""A reply model that knows beforehand what it will say."""

from collections.abc import Mapping, Sequence

from simulator.core.scoring.context import Assessment, Question
from simulator.core.scoring.evidence import Rating
from simulator.core.services import ReplyModel

PLAIN = Assessment(rating=Rating(courtesy=60, patience=60, helpfulness=60))
"""What a reply gets that no answer was prepared for."""


class FakeReplyModel:
    """Answers from a table of replies; compares texts by the words they share."""

    def __init__(self, answers: Mapping[str, Assessment] | None = None) -> None:
        self.answers = dict(answers or {})
        self.questions: list[Question] = []
        """Every question asked so far, in order."""

    def assess(self, reply: str, question: Question) -> Assessment:
        """Give the prepared assessment, or a plain one."""
        self.questions.append(question)
        return self.answers.get(reply, PLAIN)

    def assess_all(self, asked: Sequence[tuple[str, Question]]) -> list[Assessment]:
        """Give what ``assess`` gives for each."""
        return [self.assess(reply, question) for reply, question in asked]

    def nearness(self, text: str, wordings: tuple[str, ...]) -> float:
        """Give the largest share of a wording's words that the text contains."""
        said = set(text.lower().split())
        return max((_share(said, wording) for wording in wordings), default=0.0)


def _share(said: set[str], wording: str) -> float:
    words = set(wording.lower().split())
    return len(said & words) / len(words) if words else 0.0


def as_reply_model(model: FakeReplyModel) -> ReplyModel:
    """Let mypy compare the fake with the real thing."""
    return model
