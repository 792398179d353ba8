"""The customers a trainee has served: what each remembers, who is lost, and who sends others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from simulator.core.conversation.aftermath import SHIPPED, Outcome
from simulator.core.conversation.aftermath.relationship import shift_of
from simulator.core.conversation.memory import Memory, memory_after
from simulator.core.errors import ProfileError
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import Impression, NextCard
from simulator.core.scoring.rubric import Score
from simulator.core.scoring.scorecard import Scorecard


class _Name(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    face: dict[str, str | int | None] = Field(default_factory=dict)


class CausesNoted(BaseModel):
    """The causes the trainee noted after the contact, and those of the author's key."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    causes: tuple[str, ...] = ()
    key_causes: tuple[str, ...] = ()


class ContactCard(BaseModel):
    """What a scorecard says of the contact as a whole; its turns and reasons are left out.

    Reads a scorecard of any version: what an earlier one lacks is empty.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    scenario_id: str
    title: str
    track: str
    customer: _Name
    courtesy: Score | None
    patience: Score | None
    helpfulness: Score | None
    ending_kind: EndingKind | None
    next: NextCard | None
    persona: str = ""
    seed: int | None = None
    is_drill: bool = False
    impression: Impression | None = None
    after: CausesNoted = CausesNoted()

    @staticmethod
    def of(scorecard: Scorecard) -> "ContactCard":
        """Give what a scorecard says of its contact."""
        return ContactCard.model_validate(scorecard.model_dump())

    @property
    def person(self) -> str:
        """The id of the person, the same in every contact with them."""
        return self.persona or "-".join(self.customer.name.lower().split())

    @property
    def left(self) -> Impression | None:
        """What the contact left behind; None when it was stopped early.

        For a scorecard of an earlier version it is worked out from the ending and the scores.
        """
        if self.impression is not None or self.ending_kind is None:
            return self.impression
        outcome = Outcome(
            ended=self.ending_kind,
            solved=self.ending_kind is EndingKind.GOOD,
            courtesy=self.courtesy,
            patience=self.patience,
            helpfulness=self.helpfulness,
        )
        return Impression(ended=outcome.ended, shift=shift_of(outcome, SHIPPED, turned_round=False))


@dataclass(frozen=True)
class PastContact:
    """A finished contact: whose, when, and how it went. Times are in UTC."""

    attempt_id: str
    profile_id: str
    profile_name: str
    finished_at: AwareDatetime
    card: ContactCard


class FreshStarts(BaseModel):
    """The persons with whom somebody has begun afresh, by id, and since when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: dict[str, AwareDatetime] = Field(default_factory=dict)

    def with_one(self, persona: str, at: AwareDatetime) -> "FreshStarts":
        """Give the fresh starts with one more: what was before is forgotten."""
        return FreshStarts(since={**self.since, persona: at})

    def forgets(self, contact: PastContact) -> bool:
        """Tell whether the person no longer remembers a contact."""
        since = self.since.get(contact.card.person)
        return since is not None and contact.finished_at <= since


def fresh_starts_setting(profile_id: str) -> str:
    """Give the name of the setting that holds somebody's fresh starts."""
    return f"fresh-starts/{profile_id}"


def fresh_starts_of(setting: str | None) -> FreshStarts:
    """Give the fresh starts kept in a setting; none where nothing is kept.

    Raises:
        ProfileError: the setting was changed by another program.
    """
    if not setting:
        return FreshStarts()
    try:
        return FreshStarts.model_validate_json(setting)
    except ValidationError as error:
        raise ProfileError(
            "The list of customers with a fresh start cannot be read. Give a customer a fresh "
            "start again, and it is written anew."
        ) from error


@dataclass(frozen=True)
class Person:
    """A customer as one trainee knows them.

    ``contacts`` are those they remember, the oldest first.
    """

    persona: str
    name: str
    memory: Memory
    contacts: tuple[PastContact, ...]

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.name.split()[0]

    @property
    def face(self) -> Mapping[str, str | int | None]:
        """How they look, as they were drawn last; empty where that was not kept."""
        return self.contacts[-1].card.customer.face

    @property
    def sends_word(self) -> str:
        """Say what an advocate does for the firm; empty for anybody else."""
        if not self.memory.is_advocate:
            return ""
        told = self.contacts[-1].card.next
        people = told.recommends if told and told.recommends else "several"
        return (
            f"{self.first_name} recommends you to {people} people. "
            "One of them may be your next customer: try a scenario you have not played."
        )


def people_of(
    contacts: Iterable[PastContact], fresh: FreshStarts | None = None
) -> Mapping[str, Person]:
    """Give the customers of one trainee by id, the one served last first.

    A contact that was taken up again counts once, as it went the last time, and where it stood
    the first time. One that was stopped early leaves nothing behind, nor does a drill, in which
    many people say one line each.

    Args:
        contacts: finished contacts of one trainee, in any order.
        fresh: with whom they have begun afresh.
    """
    fresh = fresh or FreshStarts()
    ordered = sorted(contacts, key=lambda it: (it.finished_at, it.attempt_id))
    served: dict[str, list[PastContact]] = {}
    for contact in _once_each(it for it in ordered if not fresh.forgets(it)):
        served.setdefault(contact.card.person, []).append(contact)
    people = [_person(persona, own) for persona, own in served.items()]
    people.sort(key=lambda person: person.contacts[-1].finished_at, reverse=True)
    return {person.persona: person for person in people}


def _once_each(ordered: Iterable[PastContact]) -> list[PastContact]:
    """Let a contact that was taken up again take the place of its first time."""
    kept: dict[tuple[str, str, int | str], PastContact] = {}
    for contact in ordered:
        card = contact.card
        if card.left is not None and not card.is_drill:
            which = contact.attempt_id if card.seed is None else card.seed
            kept[card.person, card.scenario_id, which] = contact
    return list(kept.values())


def _person(persona: str, contacts: Sequence[PastContact]) -> Person:
    memory = Memory()
    for contact in contacts:
        if contact.card.left is not None:
            memory = memory_after(memory, contact.card.left)
    return Person(persona, contacts[-1].card.customer.name, memory, tuple(contacts))


def memory_for(scenario: Scenario, people: Mapping[str, Person]) -> Memory | None:
    """Give what the customer of a scenario remembers of this trainee; None at a first contact."""
    person = people.get(scenario.persona)
    return person.memory if person else None


@dataclass(frozen=True)
class Closed:
    """A scenario that cannot be played for now, and the sentence that says why."""

    scenario_id: str
    persona: str
    why: str


def closed_scenarios(
    scenarios: Iterable[Scenario], people: Mapping[str, Person]
) -> Mapping[str, Closed]:
    """Give the scenarios whose customer is lost, by id; a fresh start opens them again."""
    closed = {}
    for scenario in scenarios:
        person = people.get(scenario.persona)
        if person is not None and person.memory.is_lost:
            why = (
                f"{person.first_name} no longer comes to you. "
                "Take the last contact up again, or begin afresh."
            )
            closed[scenario.id] = Closed(scenario.id, person.persona, why)
    return closed


def advocates(people: Mapping[str, Person]) -> tuple[Person, ...]:
    """Give the customers who send others, the one served last first."""
    return tuple(person for person in people.values() if person.memory.is_advocate)
