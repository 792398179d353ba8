"""A scenario as it is played once: with its seed, its drawn temperament, and who comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.core.conversation.customer import CustomerState, temperament_of
from simulator.core.conversation.memory import Memory
from simulator.core.scenario.model import Fact, Scenario, Temperament

NOBODY_KNOWN = Memory()
"""What a person remembers who comes for the first time."""


@dataclass(frozen=True)
class Contact:
    """What stays the same from the first word to the last."""

    scenario: Scenario
    seed: int
    memory: Memory = NOBODY_KNOWN

    @cached_property
    def temperament(self) -> Temperament:
        """The customer's temperament; where the author wrote several, the seed draws one."""
        return temperament_of(self.scenario.customer, self.seed)

    @cached_property
    def hidden_facts(self) -> Mapping[str, Fact]:
        """The facts that the customer tells when asked, by id."""
        facts = self.scenario.briefing.facts
        return {fact.id: fact for fact in facts if fact.told == "when_asked"}

    @cached_property
    def card_ids(self) -> frozenset[str]:
        """The ids of the entries of the card."""
        return frozenset(it.id for it in self.scenario.customer.history if it.id)

    def first_state(self) -> CustomerState:
        """The customer before their first word."""
        start, towards = self.scenario.customer.state, self.scenario.customer.towards
        return CustomerState(
            mood=start.mood,
            trust=start.trust,
            bears_with_us=start.bears_with_us,
            variables=dict(self.scenario.variables),
            firm=towards.firm,
            product=towards.product,
            contact=start.mood,
        )
