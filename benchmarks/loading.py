"""What loading a scenario file costs: ``python -m benchmarks.loading [--rounds 5]``.

Reads and fully checks a generated file, every fault with its line and column, beside PyYAML's
loader in C with plain pydantic models, taking turns in one run. Times are of the processor, so
that other programs on the machine count little; the middle of the rounds is given.
"""

import argparse
import gc
import re
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from itertools import count
from pathlib import Path

import yaml

from benchmarks.large_scenarios import large_scenario_text
from benchmarks.plain_models import plain
from simulator.core.scenario.checks import checked
from simulator.core.scenario.validation import scenario_from
from simulator.storage.scenario_files import ScenarioFile, read_scenario
from simulator.storage.yaml_documents import yaml_document

FAULTS = 1_000
"""How many replies lead nowhere in the file with faults."""

SMALL, LARGEST = 100, 100_000


def seconds(work: Callable[[], object]) -> float:
    """Time one call, with what it made still in memory and before anything is collected."""
    gc.collect()
    began = time.process_time()
    made = work()
    taken = time.process_time() - began
    del made
    return taken


def peer(path: Path) -> object:
    """Load a file as most programs do."""
    return plain().model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


def large_file(folder: Path, steps: int, faults: int = 0) -> Path:
    """Write a scenario with so many steps, of which some lead nowhere."""
    text = large_scenario_text(steps)
    if faults:
        numbers = count()
        text = re.sub(
            "(?<=goes: )settled", lambda _: f"nowhere-{next(numbers)}", text, count=faults
        )
    path = folder / f"{steps}-steps-{faults}-faults.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def compare(path: Path, spoilt: Path, rounds: int) -> None:
    """Time a sound and a faulty file beside the peer."""
    ours, faulty, others = [], [], []
    for _ in range(rounds):
        ours.append(seconds(lambda: read_scenario(path)))
        faulty.append(seconds(lambda: read_scenario(spoilt)))
        others.append(seconds(lambda: peer(path)))
    their = statistics.median(others)
    size = path.stat().st_size / 1_000_000
    tell(f"PyYAML in C and plain pydantic models, {size:.1f} MB", f"{their:8.3f} s")
    for what, times in (("ours, all checks", ours), ("ours, with faults", faulty)):
        mine = statistics.median(times)
        tell(what, f"{mine:8.3f} s   {mine / their:.3f} of the peer")
    tell("faults told with line and column", f"{len(placed_faults(read_scenario(spoilt))):8,}")


def placed_faults(file: ScenarioFile) -> list[tuple[int, int]]:
    """Give the places of the faults that name a missing target."""
    return [(fault.line, fault.column) for fault in file.faults if fault.code == "RS301"]


def where_time_goes(path: Path) -> None:
    """Time each part of the way once, without the collector."""
    content = path.read_bytes()
    document = yaml_document(content)
    scenario, _ = scenario_from(document.value)
    assert scenario is not None
    gc.disable()
    tell("  the parser's events alone", f"{seconds(lambda: events(content)):8.3f} s")
    tell("  values and their places", f"{seconds(lambda: yaml_document(content)):8.3f} s")
    tell("  parts of the scenario", f"{seconds(lambda: scenario_from(document.value)):8.3f} s")
    tell("  checks of the whole", f"{seconds(lambda: list(checked(scenario))):8.3f} s")
    gc.enable()


def events(content: bytes) -> int:
    """Count the events of a file, which is the least that can be done."""
    parser = yaml.CSafeLoader(content)
    count = 0
    while parser.get_event() is not None:
        count += 1
    return count


def memory_per_step(path: Path, steps: int) -> float:
    """Give the bytes that stay in use for a step: the scenario, and where its values stand."""
    read_scenario(path)
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    file = read_scenario(path)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert file.is_playable
    return (after - before) / steps


def tell(what: str, found: str) -> None:
    """Print one line of the table."""
    print(f"{what:<58} {found}", flush=True)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--steps", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--largest", type=int, default=LARGEST)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = large_file(folder, chosen.steps)
        compare(path, large_file(folder, chosen.steps, FAULTS), chosen.rounds)
        where_time_goes(path)
        bytes_each = memory_per_step(path, chosen.steps)
        tell("memory of a step, scenario and places (tracemalloc)", f"{bytes_each:8,.0f} bytes")
        small = large_file(folder, SMALL)
        times = [seconds(lambda: read_scenario(small)) for _ in range(4 * chosen.rounds)]
        tell(f"{SMALL} steps", f"{statistics.median(times) * 1000:8.1f} ms")
        middle = statistics.median(seconds(lambda: read_scenario(path)) for _ in range(3))
        largest = large_file(folder, chosen.largest)
        most = seconds(lambda: read_scenario(largest))
        tell(f"{chosen.largest:,} steps", f"{most:8.3f} s   {most / middle:.1f} times as long")


if __name__ == "__main__":
    main()
