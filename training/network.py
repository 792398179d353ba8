"""The net in PyTorch: MiniLM's encoder, reading a reply in sight of its context.

The context is encoded by itself, so that it need be done once a situation; at every layer the
pieces of the reply look at one another and at the context. One set of weights does both.
"""

import math
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS = 384, 12, 6
GROUNDS = 9
TAGS = 6


class Known(NamedTuple):
    """What each layer remembers of a context: keys and values, and which places are real."""

    keys: Tensor
    values: Tensor
    mask: Tensor


class Seen(NamedTuple):
    """What the net says of replies.

    ``contributions`` (replies, places, 3): what each place adds to each score, in hundredths of the
    scale; ``tags`` (replies, places, 6) and
    ``cues`` (replies, places, cues) logits; ``kinds`` (replies, kinds) logits; ``meaning``
    (replies, 384) of length 1; ``pooled`` (replies, 3, 384).
    """

    contributions: Tensor
    tags: Tensor
    cues: Tensor
    kinds: Tensor
    meaning: Tensor
    pooled: Tensor
    known: Known


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(
        self, state: Tensor, mask: Tensor, known: tuple[Tensor, Tensor], places: "Places"
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give the new state, and the keys and values of these texts for those that see them."""
        key, value = (
            _heads(places.spread(self.key(state))),
            _heads(places.spread(self.value(state))),
        )
        all_keys = torch.cat([known[0], key], dim=2)
        all_values = torch.cat([known[1], value], dim=2)
        scores = _heads(places.spread(self.query(state))) @ all_keys.transpose(-1, -2)
        scores = scores / math.sqrt(WIDTH // HEADS) + mask
        mixed = (scores.softmax(-1) @ all_values).transpose(1, 2).flatten(2)
        state = self.output_norm(state + self.output(places.packed(mixed)))
        deep = self.narrow(functional.gelu(self.wide(state)))
        return self.norm(state + self.dropout(deep)), key, value


def _heads(state: Tensor) -> Tensor:
    return state.reshape(state.shape[0], state.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)


class Places:
    """Keeps all texts either side by side, filled up to one length, or end to end without filling.

    End to end saves a third of the work in training; the exported net has them side by side.
    """

    def __init__(self, mask: Tensor, *, end_to_end: bool) -> None:
        self._shape = mask.shape
        self._real = mask.flatten().nonzero().squeeze(-1) if end_to_end else None

    def packed(self, state: Tensor) -> Tensor:
        """Put side by side what is to be worked on place by place."""
        return state if self._real is None else state.flatten(0, 1).index_select(0, self._real)

    def spread(self, state: Tensor) -> Tensor:
        """Undo ``packed``; filling is zero."""
        if self._real is None:
            return state
        whole = state.new_zeros(self._shape[0] * self._shape[1], state.shape[-1])
        return whole.index_copy(0, self._real, state).unflatten(0, self._shape)


class ReplyNet(nn.Module):
    """Encoder with its heads."""

    def __init__(self, vocabulary: int, kinds: int, cues: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)
        self.grounds = nn.Embedding(GROUNDS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.weigh = nn.Linear(WIDTH, 3)
        self.worth = nn.Linear(WIDTH, 3)
        self.tag = nn.Linear(WIDTH, TAGS)
        self.cue = nn.Linear(WIDTH, cues)
        self.kind = nn.Linear(3 * WIDTH, kinds)
        self.mean = nn.Linear(WIDTH, WIDTH)
        self.public = nn.ModuleDict(
            {name: nn.Linear(WIDTH, 1) for name in ("wiki", "se", "warmth", "receptive", "empathy")}
        )
        nn.init.normal_(self.grounds.weight, std=0.01)
        nn.init.eye_(self.mean.weight)
        nn.init.zeros_(self.weigh.weight)

    def encode(
        self, numbers: Tensor, grounds: Tensor, mask: Tensor, known: Known, side: int | Tensor
    ) -> tuple[Tensor, Known]:
        """Encode texts in sight of what is known."""
        places = Places(mask, end_to_end=self.training)
        order = self.positions(torch.arange(numbers.shape[1]))
        state = self.words(numbers) + order + self.sides.weight[side] + self.grounds(grounds)
        state = self.dropout(self.norm(places.packed(state)))
        seen = (1 - torch.cat([known.mask, mask], dim=1))[:, None, None, :] * -1e4
        keys, values = [], []
        for number, layer in enumerate(self.layers):
            before = known.keys[number], known.values[number]
            state, key, value = layer(state, seen, before, places)
            keys.append(key)
            values.append(value)
        return places.spread(state), Known(torch.stack(keys), torch.stack(values), mask)

    def read(
        self, numbers: Tensor, grounds: Tensor, mask: Tensor, known: Known, side: int | Tensor = 0
    ) -> Seen:
        """Read replies."""
        state, own = self.encode(numbers, grounds, mask, known, side)
        weights = self.weigh(state) + (1 - mask)[..., None] * -1e4
        weights = weights.softmax(dim=1)
        pooled = torch.einsum("btk,btd->bkd", weights, state)
        average = (state * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return Seen(
            contributions=weights * self.worth(state),
            tags=self.tag(state),
            cues=self.cue(state),
            kinds=self.kind(pooled.flatten(1)),
            meaning=functional.normalize(self.mean(average), dim=-1),
            pooled=pooled,
            known=own,
        )

    def know(self, numbers: Tensor, mask: Tensor) -> Known:
        """Encode contexts."""
        nothing = nothing_known(numbers.shape[0])
        return self.encode(numbers, torch.zeros_like(numbers), mask, nothing, side=1)[1]


def nothing_known(count: int) -> Known:
    """The memory of no context at all."""
    empty = torch.zeros(LAYERS, count, HEADS, 0, WIDTH // HEADS)
    return Known(empty, empty, torch.zeros(count, 0))


def pretrained(file: Path, kinds: int, cues: int) -> ReplyNet:
    """Make a net that begins with the weights of all-MiniLM-L6-v2."""
    weights = load_file(file)
    net = ReplyNet(weights["embeddings.word_embeddings.weight"].shape[0], kinds, cues)
    renamed = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "sides.weight": "embeddings.token_type_embeddings.weight",
    }
    renamed |= {f"norm.{it}": f"embeddings.LayerNorm.{it}" for it in ("weight", "bias")}
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "output_norm": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for own, theirs in parts.items():
            for it in ("weight", "bias"):
                renamed[f"layers.{layer}.{own}.{it}"] = f"encoder.layer.{layer}.{theirs}.{it}"
    missing = net.load_state_dict({own: weights[it] for own, it in renamed.items()}, strict=False)
    unexpected = [it for it in missing.missing_keys if it.split(".")[0] in ("layers", "words")]
    if unexpected:
        raise ValueError(f"The weights lack {unexpected}.")
    return net
