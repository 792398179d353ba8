"""A scenario as its author wrote it: frozen values, checked on their own, linked by ids.

What needs the whole file (targets, reachability, unused names) is checked in ``checks``. The text
below each name is what an editor shows its author, so it is written to them.
"""

from simulator.core.scenario.model.briefing import Briefing, Fact, GoodCall, Policy
from simulator.core.scenario.model.customer import (
    Customer,
    FirstFeeling,
    HistoryEntry,
    Quote,
    StartState,
    Temperament,
    Temperaments,
    Towards,
)
from simulator.core.scenario.model.endings import After, Ending, FollowUp, Offer, Promise
from simulator.core.scenario.model.plays import (
    Play,
    PlayedMemory,
    PlayedRead,
    PlayedTurn,
    Range,
    ScoreRange,
)
from simulator.core.scenario.model.scenario import FORMAT, FaultsLeft, Scenario
from simulator.core.scenario.model.steps import (
    NO_EFFECTS,
    Action,
    Effects,
    GoesIf,
    Limit,
    Need,
    Otherwise,
    Read,
    Reply,
    SaysIf,
    Silence,
    Step,
)

__all__ = [
    "FORMAT",
    "NO_EFFECTS",
    "Action",
    "After",
    "Briefing",
    "Customer",
    "Effects",
    "Ending",
    "Fact",
    "FaultsLeft",
    "FirstFeeling",
    "FollowUp",
    "GoesIf",
    "GoodCall",
    "HistoryEntry",
    "Limit",
    "Need",
    "Offer",
    "Otherwise",
    "Play",
    "PlayedMemory",
    "PlayedRead",
    "PlayedTurn",
    "Policy",
    "Promise",
    "Quote",
    "Range",
    "Read",
    "Reply",
    "SaysIf",
    "Scenario",
    "ScoreRange",
    "Silence",
    "StartState",
    "Step",
    "Temperament",
    "Temperaments",
    "Towards",
]
