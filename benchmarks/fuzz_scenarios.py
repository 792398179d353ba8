"""Reads spoilt files by the hundred thousand: ``python -m benchmarks.fuzz_scenarios``.

Each file may give a scenario or faults with their places, and nothing else: no exception, no crash,
no more than two seconds of the processor and half a gigabyte of memory. Files are made from
``--seed`` and their number alone, so that each can be made again; those that break a rule are kept
in ``--keep``. Worker processes read them, so that a crash costs one file and not the run.
"""

import argparse
import multiprocessing
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from multiprocessing.sharedctypes import RawArray
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.spoilt_files import spoilt_file
from simulator.storage.scenario_files import ScenarioFile, read_scenario

MOST_SECONDS = 2
MOST_BYTES = 512 * 1024 * 1024
FILES_OF_A_WORKER = 2_000

_GOOD = ("playable", "told")


def file_of(seed: int, number: int) -> bytes:
    """Make the file with a number, the same every time."""
    return spoilt_file(Random(f"{seed}/{number}"))


def outcome_of(path: Path) -> tuple[str, ScenarioFile | None]:
    """Read a file and say in a word how that went."""
    try:
        file = read_scenario(path)
    except Exception as error:  # noqa: BLE001 - any exception is what is looked for
        return f"raised {type(error).__name__}", None
    for fault in file.faults:
        if fault.line < 1 or fault.column < 1 or not fault.message or not fault.remedy:
            return f"no place or no words: {fault.code}", file
    if file.is_playable:
        return "playable", file
    return ("told" if file.faults else "neither a scenario nor faults"), file


def work(seed: int, numbers: range, state: Any, found: Any) -> None:  # noqa: ANN401 - shared
    """Read some files; ``state`` holds the number of the one being read."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    counts: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    slowest = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "spoilt.yaml")
        for number in numbers:
            state[0] = number
            path.write_bytes(file_of(seed, number))
            # Left without a handler: the system ends the worker even inside a library in C.
            signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
            began = time.process_time()
            outcome, file = outcome_of(path)
            taken = time.process_time() - began
            signal.setitimer(signal.ITIMER_PROF, 0)
            counts[outcome] += 1
            slowest = max(slowest, (taken, number))
            codes.update({fault.code for fault in file.faults} if file else ())
            if outcome not in _GOOD:
                found.put(("bad", number, outcome))
    found.put(("done", counts, codes, slowest))


class Run:
    """Keeps workers busy until every file has been read, and adds up what they found."""

    def __init__(self, seed: int, count: int) -> None:
        self.seed = seed
        self.counts: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.slowest = (0.0, 0)
        self.bad: dict[int, str] = {}
        self._waiting = [
            range(first, min(first + FILES_OF_A_WORKER, count))
            for first in range(0, count, FILES_OF_A_WORKER)
        ]
        self._found: Any = multiprocessing.Queue()
        self._running: list[tuple[Any, range, Any]] = []

    def finish(self, workers: int) -> None:
        """Read all files."""
        while self._waiting or self._running:
            while self._waiting and len(self._running) < workers:
                self._start(self._waiting.pop(0))
            time.sleep(0.05)
            self._collect()
            for entry in [entry for entry in self._running if not entry[0].is_alive()]:
                self._running.remove(entry)
                self._ended(*entry)
        self._collect()

    def _start(self, numbers: range) -> None:
        state = RawArray("q", 1)
        arguments = (self.seed, numbers, state, self._found)
        process = multiprocessing.Process(target=work, args=arguments)
        process.start()
        self._running.append((process, numbers, state))

    def _ended(self, process: Any, numbers: range, state: Any) -> None:  # noqa: ANN401 - shared
        """Note a worker that was ended by a file, and let another read the files around it."""
        process.join()
        if process.exitcode == 0:
            return
        if process.exitcode > 0:
            raise RuntimeError("a worker failed by itself; its own words stand above")
        number = state[0]
        is_slow = process.exitcode == -signal.SIGPROF
        outcome = "hung" if is_slow else f"ended the process ({process.exitcode})"
        self.bad[number] = outcome
        self.counts[outcome] += 1
        # What the worker counted is lost with it, so its other files are read once more.
        self._waiting += [range(numbers.start, number), range(number + 1, numbers.stop)]

    def _collect(self) -> None:
        while not self._found.empty():
            kind, *told = self._found.get()
            if kind == "bad":
                number, outcome = told
                self.bad[number] = outcome
            else:
                counts, codes, slowest = told
                self.counts += counts
                self.codes += codes
                self.slowest = max(self.slowest, slowest)


def main() -> int:
    """Run, print the counts, and keep what broke a rule."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--keep", type=Path, default=None)
    chosen = arguments.parse_args()
    began = time.monotonic()
    run = Run(chosen.seed, chosen.count)
    run.finish(chosen.workers)
    for outcome, count in run.counts.most_common():
        print(f"{count:10,}  {outcome}")
    told = ", ".join(f"{code} {count:,}" for code, count in sorted(run.codes.items()))
    print(f"{len(run.codes)} kinds of fault: {told}")
    print(f"slowest: {run.slowest[0]:.3f} s of the processor, file {run.slowest[1]}")
    print(f"{time.monotonic() - began:.0f} s in all")
    for number, outcome in sorted(run.bad.items()):
        print(f"file {number}: {outcome}")
        if chosen.keep:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            (chosen.keep / f"{number}.yaml").write_bytes(file_of(chosen.seed, number))
    return 1 if run.bad else 0


if __name__ == "__main__":
    sys.exit(main())
