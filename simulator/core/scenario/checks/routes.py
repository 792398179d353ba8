"""Finds steps and endings nobody reaches, and steps nobody gets out of."""

from collections.abc import Collection, Iterator, Mapping

from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario

_Routes = Mapping[str, Collection[str]]


def route_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of the ways through the scenario."""
    scenario = found.scenario
    routes = found.routes
    yield from _never_reached(scenario, routes)
    yield from _no_way_out(scenario, routes)
    yield from _all_replies_hidden(scenario)
    if len(scenario.endings) < 3:
        message = f"the scenario has {len(scenario.endings)} of the three endings that teach most"
        remedy = "Add a good, a medium and a bad ending."
        yield Fault("RS320", ("endings",), message, remedy, at_name=True)


def _met_from(starts: Collection[str], routes: _Routes) -> set[str]:
    met = set(starts)
    waiting = list(met)
    while waiting:
        new = [target for target in routes.get(waiting.pop(), ()) if target not in met]
        met.update(new)
        waiting.extend(new)
    return met


def _never_reached(scenario: Scenario, routes: _Routes) -> Iterator[Fault]:
    met = _met_from((scenario.start, scenario.gives_up), routes)
    for kind, ids in (("step", scenario.steps), ("ending", scenario.endings)):
        for found in ids:
            if found not in met:
                message = f"the {kind} “{found}” is never reached from the start"
                remedy = "Let a reply go there, or take it away."
                yield Fault("RS302", (f"{kind}s", found), message, remedy, at_name=True)


def _no_way_out(scenario: Scenario, routes: _Routes) -> Iterator[Fault]:
    chosen_routes = {step_id: step.offers for step_id, step in scenario.steps.items()}
    if _all_lead_out(chosen_routes):
        return
    chosen = _reaching_an_ending(scenario, chosen_routes)
    if chosen.issuperset(scenario.steps):
        return
    typed = _reaching_an_ending(scenario, routes)
    for step_id in scenario.steps:
        path = ("steps", step_id)
        if step_id not in typed:
            message = f"no ending can be reached from the step “{step_id}”"
            yield Fault("RS303", path, message, "Let a reply lead on to an ending.", at_name=True)
        elif step_id not in chosen:
            message = f"who chooses replies can reach no ending from the step “{step_id}”"
            remedy = "Let a reply lead on to an ending, not only “otherwise”."
            yield Fault("RS321", path, message, remedy, at_name=True)


def _all_lead_out(routes: dict[str, tuple[str, ...]]) -> bool:
    """Tell in one look, from the last step to the first, that every step leads to an ending.

    False proves nothing: the only way out of a step may lead back to one before it.
    """
    inside = set(routes)
    for step_id in reversed(routes):
        if inside.issuperset(routes[step_id]):
            return False
        inside.remove(step_id)
    return True


def _reaching_an_ending(scenario: Scenario, routes: _Routes) -> set[str]:
    backwards: dict[str, list[str]] = {step_id: [] for step_id in scenario.steps}
    # A target that does not exist is told elsewhere; here it counts as a way out.
    out = backwards[""] = []
    for step_id, targets in routes.items():
        for target in targets:
            backwards.get(target, out).append(step_id)
    return _met_from(("",), backwards)


def _all_replies_hidden(scenario: Scenario) -> Iterator[Fault]:
    for step_id, step in scenario.steps.items():
        if all(reply.once or reply.when is not None for reply in step.replies):
            message = f"all replies of the step “{step_id}” can be hidden at once"
            remedy = "Leave one reply without “when” and “once”."
            yield Fault("RS304", ("steps", step_id, "replies"), message, remedy, at_name=True)
