"""Trains the net: on the rated replies, and before and beside them on public politeness ratings."""

import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.tally import START
from simulator.language.cues import cue_lists
from simulator.language.grounding import Known as KnownWords
from simulator.language.net_inputs import ReplyInput, context_numbers, reply_input
from simulator.language.reading import Reading
from simulator.language.word_pieces import WordPieces
from training.names import CUES, KINDS, cue_of
from training.network import Known, ReplyNet, Seen, nothing_known
from training.rows import Marked, Row

_LISTS = cue_lists("en")

_OFTEN = {"wiki": 2.0, "se": 0.4, "warmth": 1.0, "receptive": 0.6, "empathy": 0.6}
"""How often each public set is read beside the others."""

_PUBLIC = {
    "stanford_wiki": ("wiki", "score", 0),
    "stanford_se": ("se", "score", 0),
    "yeomans_warmth": ("warmth", "warm", 0),
    "yeomans_receptiveness": ("receptive", "receptive", 1),
    "empathetic_personas": ("empathy", "empathy", 0),
}


@dataclass(frozen=True)
class Settings:
    """How the net is trained; sizes are in replies."""

    epochs: int = 3
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    situations: int = 4
    public_epochs: float = 0.5
    public_beside: float = 0.25
    seed: int = 7
    span_weight: float = 0.1
    tag_weight: float = 0.2
    kind_weight: float = 0.2
    cue_weight: float = 0.03
    public_weight: float = 0.3
    meaning_weight: float = 0.3
    pair_weight: float = 0.5
    removal_weight: float = 8.0
    removal_share: float = 0.4
    no_context: float = 0.1


@dataclass(frozen=True)
class Prepared:
    """A row as the net reads it."""

    row: Row
    input: ReplyInput
    context: tuple[int, ...]
    start: tuple[float, float, float]
    clauses: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class PublicItem:
    """A publicly rated text: which head it is for, and its rating in standard units."""

    head: str
    scale: int
    numbers: tuple[int, ...]
    target: float


def prepared(rows: Sequence[Row], pieces: WordPieces) -> list[Prepared]:
    """Turn rows into numbers."""
    made = []
    contexts: dict[str, tuple[KnownWords, tuple[int, ...]]] = {}
    for row in rows:
        if row.situation not in contexts:
            known = KnownWords(row.context, _LISTS)
            contexts[row.situation] = known, context_numbers(row.context, pieces)
        known, context = contexts[row.situation]
        reading = Reading(row.reply, row.context, _LISTS)
        start = tuple(START[reading.temperature][skill] for skill in SKILLS)
        given = reply_input(row.reply, row.context, known, pieces)
        made.append(Prepared(row, given, context, start, reading.clauses))  # type: ignore[arg-type]
    return made


def public_items(folder: Path, pieces: WordPieces, split: str = "train") -> list[PublicItem]:
    """Read the public sets of a folder."""
    items = []
    for name, (head, label, scale) in _PUBLIC.items():
        lines = (folder / f"{name}.{split}.jsonl").read_text(encoding="utf-8").splitlines()
        given = [json.loads(line) for line in lines if line.strip()]
        values = torch.tensor([float(it["labels"][label]) for it in given])
        scaled = (values - values.mean()) / values.std()
        for it, target in zip(given, scaled.tolist(), strict=True):
            cut = pieces.pieces(it["text"], 96)
            numbers = (pieces.start, *(piece.number for piece in cut), pieces.end)
            items.append(PublicItem(head, scale, numbers, target))
    return items


def padded(lists: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Give numbers and mask of lists made equally long."""
    longest = max(map(len, lists))
    numbers = torch.zeros(len(lists), longest, dtype=torch.long)
    mask = torch.zeros(len(lists), longest)
    for place, listed in enumerate(lists):
        numbers[place, : len(listed)] = torch.tensor(listed)
        mask[place, : len(listed)] = 1
    return numbers, mask


def seen(net: ReplyNet, batch: Sequence[Prepared]) -> Seen:
    """Read prepared replies in sight of their contexts."""
    return _read(net, [it.input for it in batch], _known(net, batch))


def _read(net: ReplyNet, inputs: Sequence[ReplyInput], known: Known) -> Seen:
    numbers, mask = padded([it.numbers for it in inputs])
    grounds, _ = padded([it.grounds for it in inputs])
    with _quicker(net):
        found = net.read(numbers, grounds, mask, known)
    return Seen(*(it.float() if isinstance(it, Tensor) else it for it in found))


def _quicker(net: ReplyNet) -> torch.autocast:
    """Multiply in sixteen bits while training: half the time, and no measured loss."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=net.training)


def _known(net: ReplyNet, batch: Sequence[Prepared]) -> Known:
    """Encode each context of a batch once, and give every reply its own."""
    contexts = list(dict.fromkeys(it.context for it in batch))
    with _quicker(net):
        known = net.know(*padded(contexts))
    which = torch.tensor([contexts.index(it.context) for it in batch])
    return Known(
        known.keys.index_select(1, which), known.values.index_select(1, which), known.mask[which]
    )


def scores(found: Seen, batch: Sequence[Prepared]) -> Tensor:
    """Give the scores in hundredths (replies, 3), before any ceiling."""
    return torch.tensor([it.start for it in batch]) / 100 + found.contributions.sum(1)


def train(
    net: ReplyNet,
    rows: Sequence[Prepared],
    public: Sequence[PublicItem],
    meanings: dict[str, Tensor],
    settings: Settings,
    say: Callable[[str], object] = print,
) -> ReplyNet:
    """Train a net in place; gives the average of its last states, which errs less than the last."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    optimiser = _optimiser(net, settings)
    steps = list(_steps(rows, public, settings, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _warm(step, len(steps)))
    average = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995)
    )
    net.train()
    begun, total = time.perf_counter(), 0.0
    for number, step in enumerate(steps):
        if isinstance(step[0], PublicItem):
            is_early = number <= len(steps) // 20
            loss = _public_loss(net, step) * (1 if is_early else settings.public_weight)
        else:
            loss = _rated_loss(net, step, meanings, settings, chance)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        average.update_parameters(net)
        total = 0.98 * total + 0.02 * loss.item()
        if number % 100 == 99:
            seconds = time.perf_counter() - begun
            say(f"step {number + 1}/{len(steps)} loss {total:.4f} {seconds:.0f} s")
    net.load_state_dict(average.module.state_dict())
    return net.eval()


def _optimiser(net: ReplyNet, settings: Settings) -> torch.optim.Optimizer:
    net.words.requires_grad_(requires_grad=False)
    heads = [it for name, it in net.named_parameters() if _is_head(name)]
    body = [it for name, it in net.named_parameters() if not _is_head(name) and it.requires_grad]
    return torch.optim.AdamW(
        [{"params": body, "lr": settings.rate}, {"params": heads, "lr": settings.head_rate}],
        weight_decay=0.01,
        fused=True,
    )


def _is_head(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in (
        "weigh",
        "worth",
        "tag",
        "cue",
        "kind",
        "mean",
        "public",
        "grounds",
    )


def _warm(step: int, steps: int) -> float:
    warming = max(1, steps // 16)
    if step < warming:
        return (step + 1) / warming
    return max(0.02, (steps - step) / (steps - warming))


def _steps(
    rows: Sequence[Prepared],
    public: Sequence[PublicItem],
    settings: Settings,
    chance: random.Random,
) -> Iterator[list[Prepared] | list[PublicItem]]:
    yield from _batched(public, 32, chance, settings.public_epochs)
    by_situation = defaultdict(list)
    for it in rows:
        by_situation[it.row.situation].append(it)
    for _ in range(settings.epochs):
        situations = list(by_situation.values())
        chance.shuffle(situations)
        beside = list(_batched(public, 32, chance, settings.public_beside / settings.epochs * 2))
        batches = [
            list(chain.from_iterable(situations[at : at + settings.situations]))
            for at in range(0, len(situations), settings.situations)
        ]
        mixed = batches + beside
        chance.shuffle(mixed)
        yield from mixed


def _batched(
    items: Sequence[PublicItem], size: int, chance: random.Random, share: float
) -> Iterator[list[PublicItem]]:
    by_head = defaultdict(list)
    for it in items:
        by_head[it.head].append(it)
    chosen = []
    for head, listed in by_head.items():
        ordered = sorted(listed, key=lambda it: len(it.numbers) + chance.random() * 8)
        batches = [ordered[at : at + size] for at in range(0, len(ordered), size)]
        chance.shuffle(batches)
        often = share * _OFTEN[head]
        chosen += batches * int(often) + batches[: round(len(batches) * (often % 1))]
    chance.shuffle(chosen)
    yield from chosen


def _public_loss(net: ReplyNet, batch: Sequence[PublicItem]) -> Tensor:
    numbers, mask = padded([it.numbers for it in batch])
    with _quicker(net):
        found = net.read(numbers, torch.zeros_like(numbers), mask, nothing_known(len(batch)))
    head = net.public[batch[0].head]
    said = head(found.pooled[:, batch[0].scale].float()).squeeze(-1)
    return functional.mse_loss(said, torch.tensor([it.target for it in batch]))


def _rated_loss(
    net: ReplyNet,
    batch: Sequence[Prepared],
    meanings: dict[str, Tensor],
    settings: Settings,
    chance: random.Random,
) -> Tensor:
    is_blind = chance.random() < settings.no_context
    known = nothing_known(len(batch)) if is_blind else _known(net, batch)
    found = _read(net, [it.input for it in batch], known)
    target = torch.tensor([it.row.scores for it in batch]) / 100
    said = scores(found, batch)
    error = said - target
    loss = functional.smooth_l1_loss(said, target, beta=0.05) + (error**2).mean() * 4
    situations = [it.row.situation for it in batch]
    which = torch.tensor([situations.index(it) for it in situations])
    together = (which[:, None] == which[None, :]).float()
    apart = ((error[:, None] - error[None, :]) ** 2).mean(-1)
    loss = loss + settings.pair_weight * 4 * (apart * together).sum() / together.sum()
    loss = loss + _mark_loss(found, batch, settings)
    if chance.random() < settings.removal_share:
        loss = loss + settings.removal_weight * _removal_loss(net, batch, known, found, chance)
    named = [place for place, it in enumerate(batch) if it.row.kind in KINDS]
    if named:
        kinds = torch.tensor([KINDS.index(batch[place].row.kind) for place in named])
        loss = loss + settings.kind_weight * functional.cross_entropy(found.kinds[named], kinds)
    wanted = torch.stack([meanings[it.row.reply] for it in batch])
    likeness = found.meaning @ found.meaning.T - wanted @ wanted.T
    return loss + settings.meaning_weight * (
        (1 - (found.meaning * wanted).sum(-1)).mean() + (likeness**2).mean()
    )


def _removal_loss(
    net: ReplyNet, batch: Sequence[Prepared], known: Known, found: Seen, chance: random.Random
) -> Tensor:
    """How far what parts of replies are said to add is from what their removal takes away."""
    shorter, inside = [], torch.zeros(found.contributions.shape[:2])
    for place, it in enumerate(batch):
        removed = _removable(it, chance)
        shorter.append(_without(it.input, removed))
        inside[place, sorted(removed)] = 1
    without = _read(net, shorter, known).contributions.sum(1)
    claimed = (found.contributions * inside[..., None]).sum(1)
    return ((found.contributions.sum(1) - without - claimed) ** 2).mean()


def _removable(it: Prepared, chance: random.Random) -> set[int]:
    """Places of a marked stretch, or of a clause, that leave something of the reply."""
    stretches = [(mark.start, mark.end) for mark in it.row.marked] + list(it.clauses)
    start, end = chance.choice(stretches) if stretches else (0, 0)
    inside = {at for at, (one, other) in enumerate(it.input.places) if start < other and one < end}
    inside = {at for at in inside if it.input.places[at][1] > it.input.places[at][0]}
    return inside if len(it.input.places) - len(inside) >= 4 else set()


def _without(given: ReplyInput, removed: set[int]) -> ReplyInput:
    kept = [at for at in range(len(given.numbers)) if at not in removed]
    return ReplyInput(
        tuple(given.numbers[at] for at in kept),
        tuple(given.grounds[at] for at in kept),
        tuple(given.places[at] for at in kept),
    )


def _mark_loss(found: Seen, batch: Sequence[Prepared], settings: Settings) -> Tensor:
    tags = torch.zeros_like(found.tags)
    real = torch.zeros(found.tags.shape[:2])
    signed = []
    for place, it in enumerate(batch):
        if not it.row.marked:
            continue
        real[place, : len(it.input.numbers)] = 1
        for mark in it.row.marked:
            scale = SKILLS.index(mark.skill)
            inside = _inside(it, mark)
            if inside:
                tags[place, inside, scale * 2 + int(mark.is_good)] = 1
                worth = found.contributions[place, inside, scale].sum()
                signed.append(worth if mark.is_good else -worth)
    loss = functional.binary_cross_entropy_with_logits(found.tags, tags, reduction="none")
    loss = settings.tag_weight * (loss.mean(-1) * real).sum() / real.sum().clamp(min=1)
    named = [
        (place, at, CUES.index(cue))
        for place, it in enumerate(batch)
        for mark in it.row.marked
        if (cue := cue_of(mark, it.row.kind))
        for at in _inside(it, mark)
    ]
    if named:
        replies, at, cues = (torch.tensor(listed) for listed in zip(*named, strict=True))
        loss = loss + settings.cue_weight * functional.cross_entropy(found.cues[replies, at], cues)
    if signed:
        loss = loss + settings.span_weight * functional.relu(0.04 - torch.stack(signed)).mean() * 4
    return loss


def _inside(it: Prepared, mark: Marked) -> list[int]:
    return [
        at
        for at, (start, end) in enumerate(it.input.places)
        if start < mark.end and end > mark.start
    ]
