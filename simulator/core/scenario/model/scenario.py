"""The scenario as a whole."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import (
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from simulator.core.scenario.model.briefing import Briefing, Fact
from simulator.core.scenario.model.customer import Customer
from simulator.core.scenario.model.endings import After, Ending
from simulator.core.scenario.model.plays import Play
from simulator.core.scenario.model.steps import Step
from simulator.core.scenario.values import Id, Part, SkillName, Text, Whole, YesNo
from simulator.core.scenario.words import Channel, Track

FORMAT = 2
"""The scenario format this version writes and reads."""


MOST_STEPS = 200_000
"""The most steps of a scenario."""


class FaultsLeft:
    """How many more faults of steps a validation tells, when passed to it as its context.

    A file can hold faults by the million; nobody reads them, and each takes up memory.
    """

    def __init__(self, faults: int) -> None:
        self.faults = faults


def _if_any_are_left(
    step: object, validated: ValidatorFunctionWrapHandler, info: ValidationInfo
) -> object:
    left = info.context
    if not isinstance(left, FaultsLeft):
        return validated(step)
    if left.faults <= 0:
        # The scenario is refused already, for the faults of the steps before.
        return step
    try:
        return validated(step)
    except ValidationError as error:
        left.faults -= error.error_count()
        raise


class Scenario(Part):
    """A branching conversation with one customer."""

    format: Literal[2]
    """The format of the file: 2."""
    id: Id
    """A name for the scenario that no other has; it never changes."""
    title: Text
    """What trainees see in the library."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(?:-[A-Z]{2})?$")] = "en"
    """The language of the lines: a code such as en or en-GB."""
    track: Track
    """What the contact is about; also the folder of the file."""
    channel: Channel
    """How the customer reaches the representative."""
    level: Annotated[Whole, Field(ge=1, le=5)]
    """How hard it is, 1 to 5."""
    minutes: Annotated[Whole, Field(ge=1, le=60)]
    """About how long it takes."""
    trade: Text
    """The trade, in a word or two: heating, travel, school meals."""
    skills: Annotated[tuple[Id, ...], Field(min_length=1)]
    """What it trains, as short names of your own."""
    trains: Annotated[tuple[SkillName, ...], Field(min_length=1, max_length=3)]
    """Which of the three scored skills it trains most."""
    sells: Literal["product", "service", "both"] = "service"
    """Whether a product or a service is at issue."""
    plain_language: YesNo = False
    """Whether it is marked for readers with English as a second language: no idioms."""
    is_drill: YesNo = False
    """Whether it is a drill: short lines of different people, each to be read and answered once."""
    customer: Customer
    """The person the trainee talks with."""
    briefing: Briefing
    """What the trainee reads before the contact."""
    variables: dict[str, Whole | YesNo] = Field(default_factory=dict)
    """Numbers and yes-or-no values of your own, each with its first value."""
    topics: dict[Id, Text] = Field(default_factory=dict)
    """What may be on the table, several at once; a then opens and closes them."""
    start: Id
    """The step the contact begins with."""
    gives_up: Id
    """The ending reached when the customer will bear with us no longer."""
    steps: Annotated[
        dict[Id, Annotated[Step, WrapValidator(_if_any_are_left)]],
        Field(min_length=1, max_length=MOST_STEPS),
    ]
    """The moments of the contact, by name."""
    endings: Annotated[dict[Id, Ending], Field(min_length=1)]
    """How it can end, by name."""
    after: After
    """What is left to do when the contact is over."""
    plays: tuple[Play, ...] = ()
    """Tests that travel with the scenario; each ending needs one."""
    trainer_notes: Text | None = None
    """For the trainer only; never shown to trainees."""

    def fact(self, fact_id: str) -> Fact:
        """Give a fact by its id; the checks make sure that ids used exist."""
        return self._facts[fact_id]

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.briefing.facts}

    @property
    def persona(self) -> str:
        """The id of the person, the same in every scenario in which they appear."""
        return self.customer.persona or "-".join(self.customer.name.lower().split())
