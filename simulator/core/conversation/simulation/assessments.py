"""Assesses each text once at each step and remembers it, so that many plays need few readings."""

from functools import cached_property

from msgspec.structs import replace

from simulator.core.conversation.contact import Contact
from simulator.core.conversation.customer import CustomerState, feeling_at
from simulator.core.conversation.events import Began
from simulator.core.conversation.moment import CustomerLine, Moment
from simulator.core.conversation.plays import Assess
from simulator.core.conversation.question import question_of
from simulator.core.conversation.session import Session
from simulator.core.conversation.trail import Trail
from simulator.core.scenario.model import Reply, Scenario
from simulator.core.scoring.context import Assessment, Question

_Replies = tuple[Reply, ...]


class StepAssessments:
    """The assessments of one scenario's texts, each made when it is first asked for.

    What an author wrote is fixed, so each reply is read once at its step and not once a play. It
    is read against the step alone: the first wording of the customer's line, and the facts told by
    then. What an earlier turn would change, such as the cost of saying a thing twice, is left out.
    """

    def __init__(self, scenario: Scenario, assess: Assess) -> None:
        self._scenario = scenario
        self._assess = assess
        self._chosen: dict[tuple[str, str, tuple[str, ...]], Assessment] = {}
        self._typed: dict[tuple[str, str, tuple[str, ...]], Assessment] = {}

    @property
    def count(self) -> int:
        """How many texts were read so far."""
        return len(self._chosen) + len(self._typed)

    def chosen(self, step_id: str, reply: Reply, state: CustomerState) -> Assessment:
        """Assess one of the author's replies, with the facts that the customer has told."""
        key = (step_id, reply.id, state.told if len(state.told) < 2 else tuple(sorted(state.told)))
        found = self._chosen.get(key)
        if found is None:
            found = self._assess(reply.says, self._question(step_id, key[2]))
            self._chosen[key] = found
        return found

    def typed(self, step_id: str, text: str, on_offer: _Replies) -> Assessment:
        """Assess a typed text; where it says a reply that is hidden now, look for one that is not.

        A typed text is read against what the briefing tells, whatever the customer has told.
        """
        found = self._typed_among(step_id, text, self._scenario.steps[step_id].replies)
        if found.matched is None or any(reply.id == found.matched for reply in on_offer):
            return found
        return self._typed_among(step_id, text, on_offer)

    def _typed_among(self, step_id: str, text: str, replies: _Replies) -> Assessment:
        key = (step_id, text, tuple(reply.id for reply in replies))
        found = self._typed.get(key)
        if found is None:
            found = self._assess(text, self._question(step_id, (), replies))
            self._typed[key] = found
        return found

    def _question(
        self, step_id: str, told: tuple[str, ...], replies: _Replies | None = None
    ) -> Question:
        step = self._scenario.steps[step_id]
        mood = self._scenario.customer.state.mood
        feeling = step.feels or feeling_at(self._scenario.customer, mood)
        state = replace(self._contact.first_state(), told=told)
        moment = Moment(state, CustomerLine(step.says[0], feeling), step_id, read_done=True)
        began = Began(scenario_id=self._scenario.id)
        offer = step.replies if replies is None else replies
        return question_of(
            Session(self._contact, began, moment, Trail.of((began,)), on_offer=offer)
        )

    @cached_property
    def _contact(self) -> Contact:
        return Contact(self._scenario, 1)
