"""Whether the reasons are reasons: takes each quote out of the reply and scores what is left.

``python -m benchmarks.evidence [FILE…]``, by default on the development replies. Prints how often
taking a quoted strength away lowers its score and taking a quoted slip away raises it, for all
reasons and for those that are shown to the trainee, and how near the claimed points come.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from simulator.app import load_model
from simulator.core.scoring.context import Question
from simulator.core.scoring.evidence import Evidence
from simulator.core.scoring.shown import shown
from simulator.core.services import ReplyModel
from training.rows import DATA, Row, rated

_LEAST_POINTS = 2.0


@dataclass(frozen=True)
class Removal:
    """A reason, whether it is shown, and by how much its score fell when its quote was removed."""

    reason: Evidence
    is_shown: bool
    fell: int

    @property
    def as_claimed(self) -> bool:
        """Whether the score moved in the direction the reason claims."""
        return self.fell > 0 if self.reason.points > 0 else self.fell < 0


def removals(model: ReplyModel, row: Row) -> Iterable[Removal]:
    """Take each quote of a reply out in turn; a quote of the whole reply is left alone."""
    question = Question(context=row.context)
    rating = model.assess(row.reply, question).rating
    seen = {id(it.evidence) for it in shown(rating)}
    quoted = [it for it in rating.evidence if abs(it.points) >= _LEAST_POINTS and it.span]
    asked = [(_without(row.reply, it), question) for it in quoted]
    for reason, left in zip(quoted, model.assess_all(asked), strict=True):
        before, after = rating.of(reason.skill), left.rating.of(reason.skill)
        if before is not None and after is not None:
            yield Removal(reason, id(reason) in seen, before - after)


def _without(reply: str, reason: Evidence) -> str:
    left = reply[: reason.start] + reply[reason.end :]
    return " ".join(left.split())


def main(files: Sequence[str]) -> int:
    """Print the shares."""
    model = load_model()
    for file in files or [str(DATA / "rated" / "dev.jsonl")]:
        groups: defaultdict[str, list[Removal]] = defaultdict(list)
        for row in rated(Path(file)):
            for it in removals(model, row):
                sort = "strength" if it.reason.points > 0 else "slip"
                groups[f"{sort}, all"].append(it)
                if it.is_shown:
                    groups[f"{sort}, shown"].append(it)
        print(file)
        for name, found in sorted(groups.items()):
            right = sum(it.as_claimed for it in found)
            gap = fmean(abs(it.fell - it.reason.points) for it in found)
            print(
                f"  {name:16} {right} of {len(found)} as claimed ({right / len(found):.0%}), "
                f"points off by {gap:.1f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
