"""What scoring costs: ``python -m benchmarks.scorer_speed [--quick]``.

Each scorer runs in a fresh process of its own, one after the other in one run: the program's own
through the interface the window uses, VADER, and TF-IDF with ridge regression. Measured are a reply
of about 20 words in its context on one thread, loading and memory; then replies of 1,000, 10,000
and 100,000 characters made to hold a scorer up; then ``main.py score`` on 2,000 and 10,000 replies.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.rows import Row

ROOT = Path(__file__).resolve().parents[1]
SCORERS = ("this scorer", "VADER", "TF-IDF")
SIZES = (1_000, 10_000, 100_000)
"""Characters of the hostile replies."""

PATIENCE_S = 60.0
"""How long all sizes of one hostile reply may take before the rest is given up."""

HOSTILE: Mapping[str, str] = {
    "emoji": "\N{POUTING FACE}\N{FIRE}",
    "exclamation marks": "!",
    "zalgo": "h\u0321\u0310\u0352e\u0334\u030d\u0359",
    "one long word": "a",
    "spaces": " ",
    "digits": "7",
    "newlines": "\n",
    "a a a": "a ",
    "Chinese": "\u4f60\u597d",
    "brackets": "[(",
    "words": "I am sorry but you should not have to wait again. ",
}
"""What each hostile reply repeats."""

_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ORT_NUM_THREADS"), "1"
)
_WARM_UPS = 20


# In the process of a scorer


def scoring(name: str, folder: Path) -> Callable[[str], object]:
    """Load a scorer; what it gives rates one reply in a context."""
    match name:
        case "this scorer":
            return _own_scoring()
        case "VADER":
            from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

            return SentimentIntensityAnalyzer().polarity_scores  # type: ignore[no-any-return]
        case _:
            regression = pickle.loads((folder / "tf-idf.pickle").read_bytes())
            return lambda reply: regression.predict([reply])


def _own_scoring() -> Callable[[str], object]:
    from simulator.app import load_model
    from simulator.core.scoring.context import Question, ReplyContext, Said

    model = load_model()
    context = ReplyContext(
        customer_message="I waited in all morning and nobody came. This is the third time.",
        customer_name="Amara Rao",
        customer_emotion="hot - angry, tired of repeating herself",
        facts=("The engineer can come on Thursday at noon.", "The charge of 40 can be cancelled."),
        earlier=(
            Said(who="customer", text="Is anybody there?"),
            Said(who="rep", text="Good morning, Rapport Telecom."),
        ),
    )
    question = Question(context=context)
    return lambda reply: model.assess(reply, question)


def measure_replies(name: str, folder: Path, count: int) -> None:
    """Load a scorer and rate many replies, one at a time; print the figures as JSON."""
    replies = json.loads((folder / "replies.json").read_text(encoding="utf-8"))
    began = time.perf_counter()
    score = scoring(name, folder)
    score("Good morning.")
    loaded_s = time.perf_counter() - began
    for reply in replies[:_WARM_UPS]:
        score(reply)
    times = [milliseconds(score, reply) for reply in replies[_WARM_UPS:][:count]]
    figures = {"loaded_s": loaded_s, "p50": statistics.median(times), "p95": _slow(times)}
    print(json.dumps({**figures, "peak_mb": peak_megabytes()}))


def measure_hostile(name: str, folder: Path, kind: str) -> None:
    """Rate one hostile reply in growing sizes; print each time as it is known."""
    score = scoring(name, folder)
    score("Good morning.")
    for size in SIZES:
        print(milliseconds(score, hostile_reply(kind, size)), flush=True)


def hostile_reply(kind: str, size: int) -> str:
    """Give a hostile reply of so many characters."""
    piece = HOSTILE[kind]
    return (piece * (size // len(piece) + 1))[:size]


def milliseconds(score: Callable[[str], object], reply: str) -> float:
    """Time one reply."""
    began = time.perf_counter()
    score(reply)
    return (time.perf_counter() - began) * 1000


def _slow(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def peak_megabytes() -> float:
    """Give the most memory this process ever held; NaN where the system does not tell."""
    try:
        # Not getrusage: it counts what the process was before it became this program.
        told = Path("/proc/self/status").read_text(encoding="utf-8")
        return int(told.split("VmHWM:")[1].split()[0]) / 1_000
    except OSError:
        return _told_peak("RUSAGE_SELF")


def _told_peak(whose: str) -> float:
    try:
        import resource
    except ImportError:
        return float("nan")
    peak: int = resource.getrusage(getattr(resource, whose)).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def measure_command(lines: Path) -> None:
    """Run ``main.py score`` on a file of replies; print seconds, answers and peak memory."""
    began = time.perf_counter()
    with lines.open("rb") as lines_in:
        command = [sys.executable, str(ROOT / "main.py"), "score"]
        done = subprocess.run(command, stdin=lines_in, capture_output=True, check=True)
    taken_s = time.perf_counter() - began
    answers = done.stdout.count(b"\n")
    peak_mb = _told_peak("RUSAGE_CHILDREN")
    print(json.dumps({"seconds": taken_s, "answers": answers, "peak_mb": peak_mb}))


# In the process that compares


def own_process(*work: str, patience_s: float | None = None) -> Iterator[str]:
    """Start this file anew with some work, on one thread; give the lines it prints in time."""
    command = [sys.executable, "-m", "benchmarks.scorer_speed", "--work", *work]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, cwd=ROOT, text=True, env={**os.environ, **_ONE_THREAD}
    ) as process:
        try:
            printed, _ = process.communicate(timeout=patience_s)
        except subprocess.TimeoutExpired:
            process.kill()
            printed, _ = process.communicate()
        else:
            if process.returncode:
                raise SystemExit(f"{' '.join(work)} failed")
    yield from printed.splitlines()


def prepare(folder: Path) -> tuple[str, ...]:
    """Write replies and a trained TF-IDF model; give the scorers that can run here."""
    from training.rows import training_rows

    rows = training_rows()
    near_20 = [row.reply for row in rows if 16 <= len(row.reply.split()) <= 24]
    (folder / "replies.json").write_text(json.dumps(near_20), encoding="utf-8")
    for count in (2_000, 10_000):
        with (folder / f"{count}.jsonl").open("w", encoding="utf-8") as file:
            for number in range(count):
                file.write(json.dumps(line_of(number, rows[number % len(rows)])) + "\n")
    able = ["this scorer"]
    try:
        import vaderSentiment  # noqa: F401 - only whether it is there

        able.append("VADER")
    except ImportError:
        print("VADER is left out: vaderSentiment is not installed.")
    try:
        from benchmarks.agreement.scorers import tf_idf_regression

        (folder / "tf-idf.pickle").write_bytes(pickle.dumps(tf_idf_regression(rows)))
        able.append("TF-IDF")
    except ImportError:
        print("TF-IDF is left out: scikit-learn is not installed.")
    return tuple(able)


def line_of(number: int, row: Row) -> dict[str, object]:
    """Give a rated reply as a line for ``main.py score``."""
    context = row.context
    return {
        "id": number,
        "reply": row.reply,
        "customer_message": context.customer_message,
        "customer_name": context.customer_name,
        "customer_emotion": context.customer_emotion,
        "channel": context.channel,
        "facts_the_rep_knows": list(context.facts),
    }


def compare_replies(able: Sequence[str], folder: Path, count: int) -> None:
    """Print what one ordinary reply costs each scorer."""
    print(f"one reply of about 20 words, {count} of them, one thread, warm")
    print(f"  {'':14}{'p50 ms':>10}{'p95 ms':>10}{'load s':>10}{'peak MB':>10}")
    for name in able:
        [line] = own_process("replies", name, str(folder), str(count))
        own = json.loads(line)
        print(
            f"  {name:14}{own['p50']:10.3f}{own['p95']:10.3f}"
            f"{own['loaded_s']:10.2f}{own['peak_mb']:10.0f}",
            flush=True,
        )


def compare_hostile(able: Sequence[str], folder: Path, patience_s: float) -> None:
    """Print what hostile replies cost each scorer, and how the time grows with their length."""
    print("\nhostile replies: ms at 1,000 / 10,000 / 100,000 characters (growth of the last step)")
    print("  " + " " * 20 + "".join(f"{name:>36}" for name in able))
    for kind in HOSTILE:
        cells = [hostile_cell(name, folder, kind, patience_s) for name in able]
        print(f"  {kind:20}" + "".join(f"{cell:>36}" for cell in cells), flush=True)


def hostile_cell(name: str, folder: Path, kind: str, patience_s: float) -> str:
    """Give the times of one scorer on one hostile reply; what took too long is said to."""
    printed = own_process("hostile", name, str(folder), kind, patience_s=patience_s)
    times = [float(line) for line in printed]
    told = [f"{taken:.1f}" for taken in times]
    if len(times) < len(SIZES):
        told += [f"over {patience_s:.0f} s"] + ["?"] * (len(SIZES) - len(times) - 1)
        return " / ".join(told)
    return f"{' / '.join(told)} (x{times[-1] / max(times[-2], 0.001):.1f})"


def compare_command(folder: Path) -> None:
    """Print the throughput of ``main.py score`` and whether its memory stays the same."""
    print("\nmain.py score")
    for count in (2_000, 10_000):
        [line] = own_process("command", str(folder / f"{count}.jsonl"))
        own = json.loads(line)
        print(
            f"  {own['answers']:6,} replies {own['seconds']:8.1f} s "
            f"{own['answers'] / own['seconds']:8.0f} a second, peak {own['peak_mb']:6.0f} MB",
            flush=True,
        )


def work(name: str, arguments: Sequence[str]) -> None:
    """Do one piece of work in the process made for it."""
    match name, *arguments:
        case "replies", scorer, folder, count:
            measure_replies(scorer, Path(folder), int(count))
        case "hostile", scorer, folder, kind:
            measure_hostile(scorer, Path(folder), kind)
        case "command", lines:
            measure_command(Path(lines))
        case unknown:
            raise SystemExit(f"no such work: {unknown}")


def main() -> None:
    """Run all comparisons, or one piece of work in a process of its own."""
    parser = argparse.ArgumentParser(description="What scoring costs, beside simple scorers.")
    parser.add_argument("--quick", action="store_true", help="fewer replies, less patience")
    parser.add_argument("--work", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        work(given.work[0], given.work[1:])
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        able = prepare(folder)
        compare_replies(able, folder, 100 if given.quick else 1_000)
        compare_hostile(able, folder, 5.0 if given.quick else PATIENCE_S)
        compare_command(folder)


if __name__ == "__main__":
    main()
