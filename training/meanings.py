"""What each reply means to the encoder before it is trained: the net must not forget it."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.learn import Prepared, padded
from training.network import ReplyNet, nothing_known

_BATCH = 64


def meanings_of(net: ReplyNet, rows: Sequence[Prepared]) -> dict[str, Tensor]:
    """Give the sentence vector of each reply, by its text."""
    net.eval()
    in_order = sorted(rows, key=lambda it: len(it.input.numbers))
    found: dict[str, Tensor] = {}
    with torch.no_grad():
        for at in range(0, len(in_order), _BATCH):
            batch = in_order[at : at + _BATCH]
            numbers, mask = padded([it.input.numbers for it in batch])
            nothing = nothing_known(len(batch))
            state, _ = net.encode(numbers, torch.zeros_like(numbers), mask, nothing, side=0)
            average = (state * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            meanings = functional.normalize(average, dim=-1)
            found |= {it.row.reply: meaning for it, meaning in zip(batch, meanings, strict=True)}
    return found
