"""Writes the trained net as one ONNX file that needs neither PyTorch nor a graphics card."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn

from training.network import HEADS, LAYERS, WIDTH, Known, ReplyNet

INPUTS = ("numbers", "grounds", "mask", "side", "known_keys", "known_values", "known_mask")
OUTPUTS = ("contributions", "tags", "cues", "kinds", "meaning", "politeness", "keys", "values")


class _Exported(nn.Module):
    """The net as a function of tensors only."""

    def __init__(self, net: ReplyNet) -> None:
        super().__init__()
        self.net = net

    def forward(
        self,
        numbers: Tensor,
        grounds: Tensor,
        mask: Tensor,
        side: Tensor,
        known_keys: Tensor,
        known_values: Tensor,
        known_mask: Tensor,
    ) -> tuple[Tensor, ...]:
        found = self.net.read(
            numbers, grounds, mask, Known(known_keys, known_values, known_mask), side
        )
        polite = self.net.public["wiki"](found.pooled[:, 0]).squeeze(-1)
        known = found.known
        return (
            found.contributions, found.tags, found.cues, found.kinds, found.meaning, polite,
            known.keys, known.values,
        )  # fmt: skip


_LARGE = 10_000
_QUANTISED = "com.microsoft"
_BLOCK = 128
"""Weights that share the size of their steps: a third of a row of the net's width."""


def export(net: ReplyNet, file: Path) -> None:
    """Write a net to a file with eight bits a weight.

    Weights and what they are multiplied by are rounded in blocks of one row each, so that the
    rounding cannot depend on what else is in the batch: the same reply must get the same score.
    """
    net.eval()
    numbers = torch.randint(1000, 2000, (2, 9))
    known = torch.randn(LAYERS, 2, HEADS, 5, WIDTH // HEADS)
    arguments = (
        numbers, torch.ones_like(numbers), torch.ones(2, 9), torch.tensor(0), known, known,
        torch.ones(2, 5),
    )  # fmt: skip
    replies, places, before = "replies", "places", "before"
    axes = {
        "numbers": {0: replies, 1: places}, "grounds": {0: replies, 1: places},
        "mask": {0: replies, 1: places}, "known_keys": {1: replies, 3: before},
        "known_values": {1: replies, 3: before}, "known_mask": {0: replies, 1: before},
        "contributions": {0: replies, 1: places}, "tags": {0: replies, 1: places},
        "cues": {0: replies, 1: places}, "kinds": {0: replies}, "meaning": {0: replies},
        "politeness": {0: replies}, "keys": {1: replies, 3: places},
        "values": {1: replies, 3: places},
    }  # fmt: skip
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Exported(net), arguments, str(whole), input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        model = onnx.load(whole)
    _in_eight_bits(model.graph)
    model.opset_import.append(helper.make_opsetid(_QUANTISED, 1))
    onnx.save(model, file)


def _in_eight_bits(graph: onnx.GraphProto) -> None:
    """Replace every large matrix by whole numbers and the size of their steps."""
    large = {
        it.name: numpy_helper.to_array(it)
        for it in graph.initializer
        if len(it.dims) == 2 and numpy_helper.to_array(it).size > _LARGE
    }
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        if node.op_type == "Gather" and node.input[0] in large:
            nodes += _looked_up(graph, node, large[node.input[0]])
        elif node.op_type == "MatMul" and node.input[1] in large:
            nodes.append(_multiplied(graph, node, large[node.input[1]]))
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend({node.output[0]: node for node in nodes}.values())
    used = {name for node in graph.node for name in node.input}
    kept = [it for it in graph.initializer if it.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def _steps(graph: onnx.GraphProto, name: str, matrix: numpy.ndarray) -> None:
    """Add a matrix as whole numbers from -127 to 127, with one step size a row."""
    steps = numpy.abs(matrix).max(axis=1, keepdims=True) / 127
    steps = numpy.where(steps == 0, 1, steps).astype(numpy.float32)
    whole = numpy.round(matrix / steps).astype(numpy.int8)
    graph.initializer.append(numpy_helper.from_array(whole, f"{name}.whole"))
    graph.initializer.append(numpy_helper.from_array(steps, f"{name}.steps"))


def _multiplied(
    graph: onnx.GraphProto, node: onnx.NodeProto, matrix: numpy.ndarray
) -> onnx.NodeProto:
    """Give the product with a matrix kept as whole numbers from 1 to 255, 128 being zero."""
    name, (rows, columns) = node.input[1], matrix.shape
    blocks = matrix.T.reshape(columns, rows // _BLOCK, _BLOCK)
    steps = numpy.abs(blocks).max(axis=-1, keepdims=True) / 127
    steps = numpy.where(steps == 0, 1, steps).astype(numpy.float32)
    whole = (numpy.round(blocks / steps) + 128).astype(numpy.uint8)
    graph.initializer.append(numpy_helper.from_array(whole, f"{name}.whole"))
    graph.initializer.append(numpy_helper.from_array(steps.reshape(-1), f"{name}.steps"))
    return helper.make_node(
        "MatMulNBits", [node.input[0], f"{name}.whole", f"{name}.steps"], [node.output[0]],
        domain=_QUANTISED, K=rows, N=columns, bits=8, block_size=_BLOCK, accuracy_level=4,
    )  # fmt: skip


def _looked_up(
    graph: onnx.GraphProto, node: onnx.NodeProto, matrix: numpy.ndarray
) -> list[onnx.NodeProto]:
    name, which, output = node.input[0], node.input[1], node.output[0]
    if f"{name}.whole" not in {it.name for it in graph.initializer}:
        _steps(graph, name, matrix)
    return [
        helper.make_node("Gather", [f"{name}.whole", which], [f"{output}.rows"], axis=0),
        helper.make_node("Cast", [f"{output}.rows"], [f"{output}.cast"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}.steps", which], [f"{output}.steps"], axis=0),
        helper.make_node("Mul", [f"{output}.cast", f"{output}.steps"], [output]),
    ]
