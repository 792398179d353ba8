"""Finds moments that contradict themselves: thoughts said aloud, faces that give a wrong key."""

import re
from collections.abc import Iterator

from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.checks.wording import plain
from simulator.core.scenario.faults import Fault, Path, shown
from simulator.core.scenario.model import Scenario, Step
from simulator.core.scenario.words import NEIGHBOURS, Channel

_QUOTE = "{quote}"
_BRACED = re.compile(r"\{[^{}]*\}")
_WITH_MESSAGES = (Channel.CHAT, Channel.SOCIAL, Channel.EMAIL)


def moment_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of single steps and of what endings put in public."""
    scenario = found.scenario
    for step_id, step in scenario.steps.items():
        path = ("steps", step_id)
        if step.thinks:
            yield from _said_thoughts(path, step)
        yield from _half_a_bad_answer(path, step)
        yield from _face_against_key(path, step)
        if scenario.channel not in _WITH_MESSAGES:
            yield from _messages(path, step, scenario.channel)
    yield from _posts(scenario)


def _said_thoughts(path: Path, step: Step) -> Iterator[Fault]:
    lines = (*step.says, *(line for other in step.says_if for line in other.says))
    said = {plain(line) for line in lines}
    for place, thought in enumerate(step.thinks):
        if plain(thought) in said:
            message = "the customer thinks what they also say"
            remedy = "Write what they keep to themselves, or take the thought away."
            yield Fault("RS336", (*path, "thinks", place), message, remedy)


def _half_a_bad_answer(path: Path, step: Step) -> Iterator[Fault]:
    if step.worse is not None and step.worse_because is None:
        message, name = "the bad answer has no reason", "worse"
        remedy = "Add “worse_because”: what it does to the customer."
    elif step.worse is None and step.worse_because is not None:
        message, name = "there is a reason, but no bad answer", "worse_because"
        remedy = "Add “worse”, a bad answer that a decent trainee might give."
    else:
        return
    yield Fault("RS337", (*path, name), message, remedy, at_name=True)


def _face_against_key(path: Path, step: Step) -> Iterator[Fault]:
    read = step.read
    if read is None:
        return
    fits = {read.feeling, *read.near, *NEIGHBOURS[read.feeling]}
    if step.feels is not None and step.feels not in fits:
        message = f"the face shows “{step.feels}”, but the key says “{read.feeling}”"
        remedy = f"Write feels: {read.feeling}, or add {step.feels} to “near”."
        yield Fault("RS340", (*path, "feels"), message, remedy)
    if step.feels is None and read.strength is not None:
        message = "the strength is to be read, but the mood alone chooses the face"
        remedy = f"Add “feels: {read.feeling}” to the step."
        yield Fault("RS341", (*path, "read", "strength"), message, remedy)


def _messages(path: Path, step: Step, channel: Channel) -> Iterator[Fault]:
    places = [(path, step.messages)]
    places += [((*path, "says_if", i), other.messages) for i, other in enumerate(step.says_if)]
    for where, messages in places:
        if messages:
            message = f"short messages come one after the other, on the channel “{channel}”"
            remedy = "Write it all into “says”; messages are for chat, social and email."
            yield Fault("RS345", (*where, "messages"), message, remedy, at_name=True)


def _posts(scenario: Scenario) -> Iterator[Fault]:
    for ending_id, ending in scenario.endings.items():
        if ending.post is None:
            continue
        path = ("endings", ending_id, "post")
        other = next((it for it in _BRACED.finditer(ending.post) if it[0] != _QUOTE), None)
        if other is not None:
            message = f"{shown(other[0])} stands for nothing"
            remedy = f"Only {_QUOTE} is filled in, with the trainee's worst line."
            yield Fault("RS338", path, message, remedy, character=other.start() + 1)
        elif _QUOTE not in ending.post:
            message = "the post does not quote the trainee"
            remedy = f"Put {_QUOTE} where the trainee's worst line belongs."
            yield Fault("RS338", path, message, remedy)
