"""Finds test plays that name what does not exist, and endings without a play."""

import re
from collections.abc import Iterator

from simulator.core.scenario.checks.choices import Choices
from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Play, Scenario

_LOOKS_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""An id of two words or more; a single word may be a typed reply such as ``no``."""


def play_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of the test plays, without playing them."""
    scenario = found.scenario
    endings = Choices(scenario.endings)
    places = Choices(scenario.steps.keys() | scenario.endings.keys())
    offered = Choices(frozenset(found.reply_ids))
    for place, play in enumerate(scenario.plays):
        path = ("plays", place)
        yield from _unknown_ids(path, play, endings, places)
        yield from _unknown_replies(path, play, offered)
        if not any((play.ends, play.reaches, play.courtesy, play.patience, play.helpfulness)):
            message = f"the test play “{play.name}” checks nothing"
            yield Fault("RS323", path, message, "Say where it must end, with “ends”.")
    yield from _endings_without_play(scenario)


def _unknown_ids(path: Path, play: Play, endings: Choices, places: Choices) -> Iterator[Fault]:
    if play.ends is not None and play.ends not in endings:
        message = f"there is no ending “{play.ends}”"
        yield Fault("RS313", (*path, "ends"), message, endings.remedy(play.ends))
    if play.reaches is not None and play.reaches not in places:
        message = f"there is no step or ending “{play.reaches}”"
        yield Fault("RS313", (*path, "reaches"), message, places.remedy(play.reaches))


def _unknown_replies(path: Path, play: Play, offered: Choices) -> Iterator[Fault]:
    for number, turn in enumerate(play.replies):
        said = turn.say or ""
        if said not in offered and _LOOKS_LIKE_AN_ID.fullmatch(said):
            message = f"there is no reply “{said}”"
            yield Fault("RS313", (*path, "replies", number), message, offered.remedy(said))


def _endings_without_play(scenario: Scenario) -> Iterator[Fault]:
    played = {play.ends for play in scenario.plays}
    for ending_id in scenario.endings:
        if ending_id not in played:
            message = f"no test play ends in “{ending_id}”"
            remedy = f"Add a play with “ends: {ending_id}”."
            yield Fault("RS314", ("endings", ending_id), message, remedy, at_name=True)
