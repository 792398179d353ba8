"""The customer card in a contact: what a reply used of it, and what it asked for all the same."""

from simulator.core.conversation.moment import Turn
from simulator.core.scenario.model import HistoryEntry, Scenario


def asked_known(scenario: Scenario, turn: Turn) -> tuple[HistoryEntry, ...]:
    """Give the entries of the card that a reply asked for although they can be read there."""
    entries = (scenario.customer.entry(entry_id) for entry_id in turn.asked_known)
    return tuple(entry for entry in entries if entry is not None)


def used_known(scenario: Scenario, turn: Turn) -> tuple[HistoryEntry, ...]:
    """Give the entries of the card that a reply was the first to use, and did not ask for."""
    not_new = (*turn.before.state.used, *turn.asked_known)
    fresh = (entry_id for entry_id in turn.after.state.used if entry_id not in not_new)
    entries = (scenario.customer.entry(entry_id) for entry_id in fresh)
    return tuple(entry for entry in entries if entry is not None)
