"""Finds entries of the customer card that do nothing, and reasons that nothing reveals."""

from collections.abc import Iterator

from simulator.core.scenario.checks.parts import nearest_or_all, replies
from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Scenario


def card_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of the customer card and of what is known from it."""
    scenario = found.scenario
    yield from _idle_entries(scenario)
    yield from _shared_ids(scenario)
    yield from _unknown_sources(scenario)
    yield from _asked_in_vain(found)


def _idle_entries(scenario: Scenario) -> Iterator[Fault]:
    named = {source for _, sources in _sources(scenario) for source in sources}
    for place, entry in enumerate(scenario.customer.history):
        path = ("customer", "history", place)
        if entry.id is None:
            for name in ("uses", "asks"):
                if getattr(entry, name):
                    message = f"“{name}” does nothing, as the entry has no id"
                    remedy = "Give the entry an id."
                    yield Fault("RS327", (*path, name), message, remedy, at_name=True)
        elif not entry.uses and not entry.asks and entry.id not in named:
            message = f"the entry “{entry.id}” has an id, but no reply can use it"
            remedy = "Add “uses”, ways to show that one has read it, or take the id away."
            yield Fault("RS328", (*path, "id"), message, remedy)


def _shared_ids(scenario: Scenario) -> Iterator[Fault]:
    """Tell ids of entries that something else has: what a reply used could not be told apart."""
    if not scenario.customer.history:
        return
    taken = {fact.id: "fact" for fact in scenario.briefing.facts}
    taken.update((need.id, "need") for step in scenario.steps.values() for need in step.needs)
    for place, entry in enumerate(scenario.customer.history):
        if entry.id is None:
            continue
        if entry.id in taken:
            message = f"the entry “{entry.id}” of the card has the id of a {taken[entry.id]}"
            path = ("customer", "history", place, "id")
            yield Fault("RS311", path, message, "Give each its own id.")
        taken[entry.id] = "entry before it"


def _sources(scenario: Scenario) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for step_id, step in scenario.steps.items():
        if step.read is not None and step.read.known_from:
            yield ("steps", step_id, "read", "known_from"), step.read.known_from


def _unknown_sources(scenario: Scenario) -> Iterator[Fault]:
    facts = {fact.id: fact for fact in scenario.briefing.facts}
    entries = {entry.id: entry for entry in scenario.customer.history if entry.id}
    telling = {fact.id for fact in facts.values() if fact.told == "when_asked"}
    telling |= {entry_id for entry_id, entry in entries.items() if entry.uses}
    for path, sources in _sources(scenario):
        known = facts.keys() | entries.keys()
        for place, source in enumerate(sources):
            if source not in known:
                message = f"there is no fact and no entry of the card “{source}”"
                yield Fault("RS329", (*path, place), message, nearest_or_all(source, known))
        if known.issuperset(sources) and telling.isdisjoint(sources):
            message = "nothing named here can reveal the reason, so it counts as guessed for ever"
            remedy = "Name a fact told when asked, or an entry of the card with “uses”."
            yield Fault("RS330", path, message, remedy, at_name=True)


def _asked_in_vain(found: Walked) -> Iterator[Fault]:
    """Tell conditions about actions no reply takes, and entries no reply can use."""
    if not any(function in ("did", "used") for function, _ in found.asked):
        return
    done = {reply.does for _, reply in replies(found.scenario)}
    idle = {entry.id for entry in found.scenario.customer.history if entry.id and not entry.uses}
    for path, expression in found.expressions():
        for function, argument in expression.calls():
            column = expression.column_of(function, argument)
            if function == "did" and argument in _ACTIONS and argument not in done:
                message = f"did({argument}) never holds, as no reply has “does: {argument}”"
                remedy = "Add “does” to the reply that does it."
            elif function == "used" and argument in idle:
                message = f"used({argument}) never holds, as the entry has no “uses”"
                remedy = "Add “uses” to the entry, ways to show that one has read it."
            else:
                continue
            yield Fault("RS333", path, message, remedy, character=column)


_ACTIONS = ("hold", "transfer", "warn", "end")
