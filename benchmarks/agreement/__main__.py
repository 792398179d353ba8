"""Measure how well the scorer agrees with people: ``python -m benchmarks.agreement [FILE ...]``.

Without files, all rated replies that nothing is trained on are used. The simple scorers beside ours
need the extra ``benchmarks``; one whose library is missing is passed over with a word.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.agreement.measuring import OURS, RatedSet, measured
from benchmarks.agreement.report import as_markdown, as_text
from benchmarks.agreement.scorers import BASELINES, Scorer, ours
from simulator.ui.agreement import Agreement, People
from training.rows import DATA, rated, training_rows

PEOPLE = People(with_rubric_pearson=0.98, with_rubric=(3.0, 4.5), in_the_field=(10.0, 23.0))
"""Raters who worked from the rubric, on 240 replies; trainers of the field without it."""

SETS = {
    "dev": ("new situations", "Situations and customers that nothing was trained on."),
    "dev_other_writer": (
        "another writer",
        "Situations and replies by a writer of whom nothing was trained on; three raters each.",
    ),
    "classes": ("hard cases", "Replies written to lead a scorer astray, and honest ones beside."),
}
"""What the files of rated replies are called, and what is in them."""


def main() -> int:
    """Measure, print, and write the files that were asked for."""
    given = _parser().parse_args()
    sets = rated_sets(given.files or held_out_files())
    scorer, trained_on = ours()
    scorers = {**_baselines(given.baselines), OURS: scorer}
    agreement = Agreement(
        trained_on=trained_on,
        people=PEOPLE,
        sets=tuple(measured(one, scorers) for one in sets),
    )
    print(as_text(agreement))
    if given.json:
        given.json.write_text(agreement.model_dump_json(indent=1) + "\n", encoding="utf-8")
    if given.markdown:
        given.markdown.write_text(as_markdown(agreement), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.agreement",
        description="Measure how well the scorer agrees with people's ratings.",
    )
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="rated replies")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write what the program shows")
    parser.add_argument("--markdown", metavar="FILE", type=Path, help="write the tables")
    parser.add_argument("--baselines", nargs="*", choices=BASELINES, default=list(BASELINES))
    return parser


def held_out_files() -> list[Path]:
    """Find the rated replies that nothing is trained on."""
    held_out = sorted((DATA / "held_out").glob("*.replies"))
    return [DATA / "rated" / "dev.jsonl", DATA / "rated" / "dev_other_writer.jsonl", *held_out]


def rated_sets(files: Sequence[Path]) -> list[RatedSet]:
    """Read files of rated replies; several are also measured together, and that comes first."""
    sets = [RatedSet(*_told(file), tuple(rated(file))) for file in files]
    if len(sets) == 1:
        return sets
    together = tuple(row for one in sets for row in one.rows)
    about = "All rated replies that nothing was trained on, hard cases among them."
    return [RatedSet("all together", about, together), *sets]


def _told(file: Path) -> tuple[str, str]:
    return SETS.get(file.stem, (file.stem, "Rated replies that nothing was trained on."))


def _baselines(names: Sequence[str]) -> dict[str, Scorer]:
    train = training_rows()
    made = {}
    for name in names:
        try:
            made[name] = BASELINES[name](train)
        except ImportError as error:
            print(f"{name} is left out: {error.name} is not installed.", file=sys.stderr)
    return made


if __name__ == "__main__":
    sys.exit(main())
