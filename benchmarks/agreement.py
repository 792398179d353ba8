"""Agreement of the reply model with rated replies.

Run as ``python benchmarks/agreement.py FILE.jsonl ...``.

Each line of a file is one rated reply in the format of ``main.py score`` with the three ratings
beside it (``courtesy``, ``patience``, ``helpfulness``) and the ``situation`` it belongs to.
"""

import io
import json
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from simulator.command_line.score import score_lines
from simulator.core.scoring.rubric import SKILLS
from simulator.language import CueReplyModel

_APART = 20
"""Two ratings this far apart are in clear order."""


def main(files: Sequence[str]) -> int:
    """Print the agreement for each file."""
    if not files:
        print(__doc__)
        return 2
    for file in files:
        lines = Path(file).read_text(encoding="utf-8")
        rated = [json.loads(line) for line in lines.splitlines() if line.strip()]
        scored = io.StringIO()
        score_lines(io.StringIO(lines), scored, CueReplyModel())
        own = [json.loads(line) for line in scored.getvalue().splitlines()]
        print(f"{file}: {len(rated)} replies")
        for skill in SKILLS:
            print(f"  {skill.value:12}", _row(rated, own, skill.value))
    return 0


def _row(rated: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]], skill: str) -> str:
    both = [
        (it[skill], mine[skill], it.get("situation"))
        for it, mine in zip(rated, own, strict=True)
        if it.get(skill) is not None and mine.get(skill) is not None
    ]
    human = [float(pair[0]) for pair in both]
    model = [float(pair[1]) for pair in both]
    error = sum(abs(one - other) for one, other in zip(human, model, strict=True)) / len(both)
    right, pairs = _in_order(both)
    return (
        f"Pearson {_correlation(human, model):.3f}  "
        f"Spearman {_correlation(_ranks(human), _ranks(model)):.3f}  "
        f"mean error {error:.1f}  "
        f"order right in {right} of {pairs} pairs ({100 * right / max(pairs, 1):.0f} %)"
    )


def _in_order(both: Sequence[tuple[float, float, object]]) -> tuple[int, int]:
    right = pairs = 0
    for one, other in combinations(both, 2):
        if one[2] == other[2] and abs(one[0] - other[0]) >= _APART:
            pairs += 1
            right += (one[0] - other[0]) * (one[1] - other[1]) > 0
    return right, pairs


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(ordered)))}
    last = {value: place for place, value in enumerate(ordered)}
    return [(first[value] + last[value]) / 2 for value in values]


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    shared = sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    spread = sum((a - mean_one) ** 2 for a in one) * sum((b - mean_other) ** 2 for b in other)
    return float(shared / spread**0.5) if spread else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
