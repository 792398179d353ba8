"""Asks rules that other packages bring along, found by the entry point group ``rapport.checks``."""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from itertools import islice
from typing import NamedTuple

from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario

GROUP = "rapport.checks"
"""The entry point group in which a package names its rules."""

MOST_FAULTS = 1_000
"""How many faults an add-on may tell of one scenario."""

_PREFIX = re.compile(r"[A-Z]{2,12}")

Rules = Callable[[Scenario], Iterable[Fault]]


class AddOn(NamedTuple):
    """The rules of one entry point; its name in capitals is the beginning of its codes."""

    prefix: str
    rules: Rules


class AddOns(NamedTuple):
    """All add-ons that could be loaded, and a fault for each that could not."""

    loaded: tuple[AddOn, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def prefixes(self) -> frozenset[str]:
        """The letters with which codes of add-ons begin."""
        return frozenset(add_on.prefix for add_on in self.loaded)

    def faults_of(self, scenario: Scenario) -> list[Fault]:
        """Give what all add-ons find in a scenario; a failing one is told and the others go on."""
        return [fault for add_on in self.loaded for fault in _asked(add_on, scenario)]


def installed_add_ons() -> AddOns:
    """Load the add-ons of all installed packages, in the order of their names."""
    loaded: list[AddOn] = []
    faults: list[Fault] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        found = _loaded(point, [add_on.prefix for add_on in loaded])
        if isinstance(found, Fault):
            faults.append(found)
        else:
            loaded.append(found)
    return AddOns(tuple(loaded), tuple(faults))


def _loaded(point: EntryPoint, taken: Sequence[str]) -> AddOn | Fault:
    prefix = point.name.upper()
    if not _PREFIX.fullmatch(prefix) or prefix == "RS" or prefix in taken:
        reason = "its name must be two to twelve letters, not RS, and not another add-on's"
        return _failed(point.name, reason)
    try:
        rules = point.load()
    except Exception as error:  # noqa: BLE001 - an add-on may fail in any way; it is told by name
        return _failed(point.name, _told(error))
    if not callable(rules):
        return _failed(point.name, f"“{point.value}” cannot be called")
    return AddOn(prefix, rules)


def _asked(add_on: AddOn, scenario: Scenario) -> list[Fault]:
    found: list[Fault] = []
    try:
        for fault in islice(add_on.rules(scenario), MOST_FAULTS):
            found.append(_accepted(add_on, fault))  # noqa: PERF401 - what came before a failure counts
    except Exception as error:  # noqa: BLE001 - as above
        found.append(_failed(add_on.prefix, _told(error)))
    return found


def _accepted(add_on: AddOn, fault: object) -> Fault:
    if not isinstance(fault, Fault):
        return _failed(add_on.prefix, f"it gives a {type(fault).__name__} where a Fault should be")
    if not re.fullmatch(rf"{add_on.prefix}\d{{3}}", fault.code):
        reason = f"the code “{fault.code}” is not {add_on.prefix} and three digits"
        return _failed(add_on.prefix, reason)
    return fault


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _failed(name: str, reason: str) -> Fault:
    message = f"the rules of the add-on “{name}” fail ({reason})"
    remedy = "Tell whoever wrote it, or remove the package."
    return Fault("RS801", (), message, remedy)
