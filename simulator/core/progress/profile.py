"""Who practises, and what they have practised."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

from simulator.core.conversation.events import Event
from simulator.core.progress.review import Review
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import SKILLS, Score, Skill
from simulator.core.scoring.scorecard import Scorecard

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
"""What a person is called: 1 to 80 characters."""

Role = Literal["trainee", "trainer"]


class Record(BaseModel):
    """Something that is kept: a frozen value. Times are in UTC."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Profile(Record):
    """A person who uses the program on this computer."""

    id: str
    name: Name
    role: Role = "trainee"
    created_at: AwareDatetime
    last_used_at: AwareDatetime | None = None

    @property
    def initials(self) -> str:
        """Up to two letters for the disc that stands for the person."""
        words = self.name.split()
        return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper()


class AttemptStart(Record):
    """A contact about to begin: who, which scenario as it stands now, when.

    ``shift_id`` and ``shift_number``, from 1, tell which contact of which shift it is, if any.
    """

    id: str
    profile_id: str
    scenario: Scenario
    scenario_sha256: str
    began_at: AwareDatetime
    shift_id: str | None = None
    shift_number: int | None = None


class AttemptSummary(Record):
    """One line of the list of attempts.

    Scores are those that count: a trainer's where one was given, else the machine's. An unfinished
    attempt has no scores; ``turns`` then says how far it came. ``shift_id`` and ``shift_number``
    tell which contact of which shift it is, if any.
    """

    id: str
    profile_id: str
    profile_name: str
    scenario_id: str
    title: str
    trade: str
    track: str
    customer_name: str
    face: dict[str, str | int | None]
    mode: str
    turns: int
    began_at: AwareDatetime
    finished_at: AwareDatetime | None = None
    courtesy: Score | None = None
    patience: Score | None = None
    helpfulness: Score | None = None
    reading: Score | None = None
    ending_kind: str | None = None
    is_reviewed: bool = False
    review_asked: bool = False
    shift_id: str | None = None
    shift_number: int | None = None

    def of(self, skill: Skill) -> int | None:
        """Give the score on one skill, None when it was not rated."""
        score: int | None = getattr(self, skill.value)
        return score

    @property
    def scores(self) -> dict[Skill, int | None]:
        """The three scores by skill, in the order of ``SKILLS``."""
        return {skill: self.of(skill) for skill in SKILLS}

    @property
    def is_finished(self) -> bool:
        """Whether the attempt has its scorecard."""
        return self.finished_at is not None


class StoredAttempt(Record):
    """An attempt with all that is kept of it; enough to resume, replay, show and review it."""

    summary: AttemptSummary
    scenario: Scenario
    events: tuple[Event, ...]
    event_times: tuple[datetime, ...]
    scorecard: Scorecard | None = None
    review: Review | None = None
