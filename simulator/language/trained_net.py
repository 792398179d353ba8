"""The trained net: reads replies in sight of their context, on one thread, without a network."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.core.errors import SimulatorError
from simulator.core.scoring.context import ReplyContext
from simulator.language.net_inputs import ReplyInput, context_numbers
from simulator.language.word_pieces import WordPieces

if TYPE_CHECKING:
    import numpy
    from onnxruntime import InferenceSession

MODEL_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "models"
"""Where the net, its vocabulary and its settings are kept."""

_CONTEXTS_KEPT = 12
_MEANINGS_KEPT = 4096
_MOST_MEANING_PIECES = 96
_LAYERS, _HEADS, _HEAD_WIDTH = 6, 12, 32

Array = Any  # numpy.ndarray; numpy is imported only where the net is used


class ModelMissingError(SimulatorError):
    """A part of the trained model is not where it should be."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"A part of the program is missing: {file}. Please install Rapport again.")


@dataclass(frozen=True)
class NetReading:
    """What the net says of one reply.

    Per place of the reply's input: ``contributions`` (places, 3), points added to each score;
    ``cues`` (places, cues), the chance that each named reason fits the place; ``marks``
    (places, 6), the chance that a rater would mark it, for each score against and for. For the
    whole reply: ``kinds``, a probability for each kind of reply; ``meaning``, a vector of length 1;
    ``politeness`` in standard deviations of public ratings.
    """

    contributions: "numpy.ndarray[Any, Any]"
    cues: "numpy.ndarray[Any, Any]"
    marks: "numpy.ndarray[Any, Any]"
    kinds: "numpy.ndarray[Any, Any]"
    meaning: "numpy.ndarray[Any, Any]"
    politeness: float


class TrainedNet:
    """The net in a folder; its file is read when it is first asked."""

    def __init__(self, folder: Path = MODEL_FOLDER) -> None:
        self._folder = folder
        self._contexts: OrderedDict[tuple[int, ...], tuple[Array, Array]] = OrderedDict()
        self._newest: tuple[ReplyContext | None, tuple[Array, Array]] = None, (None, None)

    @cached_property
    def vocabulary(self) -> WordPieces:
        """The word pieces the net knows.

        Raises:
            ModelMissingError: the file is not there.
        """
        return WordPieces.read(self._file("vocabulary.txt"))

    def read(
        self, replies: Sequence[ReplyInput], contexts: Sequence[ReplyContext]
    ) -> list[NetReading]:
        """Read replies, each in sight of its own context and each by itself.

        Side by side they would have to be filled up to one length. That was no faster, and the
        filling shows in the last digits of a score: the same reply must get the same score.

        Raises:
            ModelMissingError: the net's file is not there or cannot be read.
        """
        return [
            self._read(reply, context) for reply, context in zip(replies, contexts, strict=True)
        ]

    def _read(self, reply: ReplyInput, context: ReplyContext) -> NetReading:
        import numpy

        keys, values = self._know(context)
        numbers, mask = _alone(reply.numbers)
        grounds, _ = _alone(reply.grounds)
        known_mask = numpy.ones((1, keys.shape[3]), numpy.float32)
        found = self._run(numbers, grounds, mask, 0, keys, values, known_mask)
        return NetReading(
            contributions=_rounded(found["contributions"][0] * 100),
            cues=_chances(found["cues"])[0],
            marks=_chance_each(found["tags"])[0],
            kinds=_chances(found["kinds"])[0],
            meaning=found["meaning"][0],
            politeness=float(found["politeness"][0]),
        )

    def meaning(self, text: str) -> Array:
        """Give what a text means by itself, as a vector of length 1.

        Raises:
            ModelMissingError: the net's file is not there or cannot be read.
        """
        return self._meanings(text)

    @cached_property
    def _meanings(self) -> Callable[[str], Array]:
        return lru_cache(maxsize=_MEANINGS_KEPT)(self._meaning)

    def _meaning(self, text: str) -> Array:
        import numpy

        pieces = self.vocabulary.pieces(text, _MOST_MEANING_PIECES)
        numbers = (self.vocabulary.start, *(it.number for it in pieces), self.vocabulary.end)
        listed, mask = _alone(numbers)
        nothing = numpy.zeros((_LAYERS, 1, _HEADS, 0, _HEAD_WIDTH), numpy.float32)
        no_mask = numpy.zeros((1, 0), numpy.float32)
        return self._run(listed, listed * 0, mask, 0, nothing, nothing, no_mask)["meaning"][0]

    def _know(self, context: ReplyContext) -> tuple[Array, Array]:
        """Give the memory of a context, encoded once as long as it is in use."""
        if context is self._newest[0]:
            return self._newest[1]
        numbers = context_numbers(context, self.vocabulary)
        self._newest = context, self._memory_of(numbers)
        return self._newest[1]

    def _memory_of(self, numbers: tuple[int, ...]) -> tuple[Array, Array]:
        import numpy

        if numbers in self._contexts:
            self._contexts.move_to_end(numbers)
            return self._contexts[numbers]
        nothing = numpy.zeros((_LAYERS, 1, _HEADS, 0, _HEAD_WIDTH), numpy.float32)
        listed, mask = _alone(numbers)
        no_mask = numpy.zeros((1, 0), numpy.float32)
        found = self._run(listed, listed * 0, mask, 1, nothing, nothing, no_mask)
        self._contexts[numbers] = found["keys"], found["values"]
        if len(self._contexts) > _CONTEXTS_KEPT:
            self._contexts.popitem(last=False)
        return self._contexts[numbers]

    def _run(self, *inputs: Array) -> dict[str, Array]:
        import numpy

        session = self._session
        names = [it.name for it in session.get_inputs()]
        given = {
            name: numpy.asarray(value, dtype=numpy.int64) if name == "side" else value
            for name, value in zip(names, inputs, strict=True)
        }
        outputs = [it.name for it in session.get_outputs()]
        return dict(zip(outputs, session.run(outputs, given), strict=True))

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # More threads than one make a short text slower: 600 ms instead of 3 were measured.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        file = self._file("reply-model.onnx")
        return onnxruntime.InferenceSession(
            str(file), sess_options=options, providers=["CPUExecutionProvider"]
        )

    def _file(self, name: str) -> Path:
        file = self._folder / name
        if not file.is_file():
            raise ModelMissingError(file)
        return file


def _chances(logits: Array) -> Array:
    """Turn logits into chances that sum to one."""
    import numpy

    chances = numpy.exp(logits - logits.max(-1, keepdims=True))
    return chances / chances.sum(-1, keepdims=True)


def _chance_each(logits: Array) -> Array:
    """Turn each logit into a chance of its own."""
    import numpy

    return 1 / (1 + numpy.exp(-logits))


def _rounded(points: Array) -> Array:
    """Give points in thousandths; smaller parts differ between kinds of processor."""
    import numpy

    return numpy.round(points, 3)


def _alone(listed: Sequence[int]) -> tuple[Array, Array]:
    """Give one text as the net takes it: its numbers, and a mask that leaves nothing out."""
    import numpy

    numbers = numpy.array([listed], numpy.int64)
    return numbers, numpy.ones(numbers.shape, numpy.float32)
