"""What of a moment can still make a difference: moments alike in it lead to the same places."""

from collections.abc import Hashable, Iterator
from functools import cached_property

from simulator.core.conversation.customer import CustomerState
from simulator.core.conversation.moment import Moment
from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.model import Effects, Otherwise, Reply, Scenario, Step


class Relevance:
    """Which parts of the customer's state the conditions of one scenario ask about.

    Counts, such as visits and turns, are told apart up to one more than the largest number that any
    condition compares them with; from there on such a comparison tells nothing new.
    """

    def __init__(self, scenario: Scenario, *, is_rough: bool = False) -> None:
        """Look into a scenario.

        Args:
            scenario: the scenario.
            is_rough: whether to look at feelings by tens only and not at counts, so that far fewer
                moments are told apart.
        """
        self._scenario = scenario
        self._is_rough = is_rough

    def asks(self, name: str) -> bool:
        """Tell whether any condition or formula uses a name."""
        return name in self._names

    def of(self, contact: int, moment: Moment, turn: int) -> Hashable:
        """Give a key that two moments share if nothing that is written can tell them apart.

        Args:
            contact: the number of the contact; seeds and memories differ between contacts.
            moment: where the contact stands.
            turn: the number of the turn now open.
        """
        reading = moment.reading.points if moment.reading and "read" in self._names else None
        return (
            contact,
            moment.step_id,
            moment.ending_id,
            min(turn, self._most_counted) if "turn" in self._names and not self._is_rough else 0,
            reading,
            moment.read_done if "read" in self._names else True,
            *self._of_state(moment.state),
        )

    def _of_state(self, state: CustomerState) -> Iterator[Hashable]:
        yield state.bears_with_us
        yield state.silences
        yield frozenset(state.told)
        for name in self._feelings:
            yield getattr(state, name) // self._grain
        for name in self._variables:
            yield state.variables.get(name)
        for step_id in self._counted_steps:
            yield min(state.visits.get(step_id, 0), self._most_counted)
        for reply_id in self._asked_replies:
            yield reply_id in state.given
        for what, ids in (("promised", state.promised), ("used", state.used), ("did", state.did)):
            if what in self._functions:
                yield frozenset(ids)
        if self._asks_topics:
            yield frozenset(state.topics.items())

    @property
    def _grain(self) -> int:
        return 10 if self._is_rough else 1

    @cached_property
    def _written(self) -> tuple[tuple[str, Condition | Formula], ...]:
        return tuple(
            (step_id, written)
            for step_id, step in self._scenario.steps.items()
            for written in _written_at(step)
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for _, written in self._written for name in written.names())

    @cached_property
    def _calls(self) -> frozenset[tuple[str, str]]:
        return frozenset(call for _, written in self._written for call in written.calls())

    @cached_property
    def _functions(self) -> frozenset[str]:
        return frozenset(function for function, _ in self._calls)

    @cached_property
    def _feelings(self) -> tuple[str, ...]:
        known = ("mood", "trust", "firm", "product", "contact")
        return tuple(name for name in known if name in self._names)

    @cached_property
    def _variables(self) -> tuple[str, ...]:
        return tuple(name for name in self._scenario.variables if name in self._names)

    @cached_property
    def _counted_steps(self) -> tuple[str, ...]:
        if self._is_rough:
            return ()
        steps = self._scenario.steps
        own = {step_id for step_id, written in self._written if _counts_visits(written)}
        asked = {argument for function, argument in self._calls if function in ("visits", "seen")}
        limited = {step_id for step_id, step in steps.items() if step.at_most}
        return tuple(sorted(own | asked | limited))

    @cached_property
    def _asked_replies(self) -> tuple[str, ...]:
        steps = self._scenario.steps.values()
        once = {reply.id for step in steps for reply in step.replies if reply.once}
        asked = {argument for function, argument in self._calls if function == "gave"}
        return tuple(sorted(once | asked))

    @cached_property
    def _asks_topics(self) -> bool:
        return bool(self._functions & {"open", "closed"}) or "open_topics" in self._names

    @cached_property
    def _most_counted(self) -> int:
        limits = [step.at_most.visits for step in self._scenario.steps.values() if step.at_most]
        compared = (it.largest_beside(("visits", "turn")) for _, it in self._written)
        return int(max((*limits, *compared, 1))) + 1


def _counts_visits(written: Condition | Formula) -> bool:
    return bool(written.names() & {"visits", "luck"})


def _written_at(step: Step) -> Iterator[Condition | Formula]:
    """Yield the conditions and formulas of a step that can change where a contact goes."""
    ways: tuple[Reply | Otherwise, ...] = (*step.replies, *step.otherwise)
    for way in ways:
        if way.when is not None:
            yield way.when
        yield from _formulas(way.then)
    yield from _formulas(step.then)
    if step.silence:
        yield from _formulas(step.silence.then)


def _formulas(effects: Effects) -> Iterator[Formula]:
    yield from effects.set.values()
