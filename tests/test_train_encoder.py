"""The training of the encoder: which texts are paired, what the loss pulls apart, and the schedule."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

MODELS = Path(__file__).parent.parent / "models"
SETTINGS: dict[str, Any] = tomllib.loads((MODELS / "encoder.toml").read_text(encoding="utf-8"))


def load(name: str) -> ModuleType:
    """A script of `models/`, as a module."""
    spec = importlib.util.spec_from_file_location(name, MODELS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pairs() -> ModuleType:
    """How documents become pairs."""
    return load("pairs")


def row(number: int, **changes: Any) -> dict[str, Any]:
    """One made-up document, as the collection has them."""
    summary = f"Utredningen nummer {number} ser över reglerna om insyn i kommunala bolag."
    body = (
        f"{summary}\n\nBolagen ska lämna ut handlingar inom {number + 3} dagar. Avgift tas inte ut för kopior.\n\n"
        f"## Tillsyn\n\nEn myndighet ska granska att reglerna följs. Den får besluta om vite mot bolag {number}. Ja."
    )
    return {"id": f"d{number:02}", "title": f"Insyn {number}", "text": summary, "body": body, "label": ["A"]} | changes


@pytest.fixture
def documents(pairs: ModuleType, tmp_path: Path) -> list[Any]:
    """Seventy documents, written in another order than they are read."""
    lines = [json.dumps(row(number, label=["A", "B"][: 1 + number % 2])) for number in reversed(range(70))]
    path = tmp_path / "documents.jsonl"
    path.write_text("\n".join([*lines, json.dumps(row(99, body=None))]), encoding="utf-8")
    found: list[Any] = pairs.read_documents(path)
    return found


def test_documents_are_read_in_the_order_of_their_ids(documents: list[Any]) -> None:
    """The file's order must not decide what is learnt; documents without a body are left out."""
    assert [document.key for document in documents] == [f"d{number:02}" for number in range(70)]


def test_headings_divide_a_body(documents: list[Any]) -> None:
    """Sentences know their heading; scraps are no sentences."""
    (first, before), (heading, below) = documents[0].sections
    assert (first, heading) == ("", "Tillsyn")
    assert len(before) == 3
    assert below == ("En myndighet ska granska att reglerna följs.", "Den får besluta om vite mot bolag 0.")


@pytest.mark.parametrize(
    "text", ["Enligt prop. 2019/20:3 gäller detta från och med i dag.", "Det kostar ca 3,5 miljarder kronor per år."]
)
def test_a_sentence_is_not_cut_inside(pairs: ModuleType, text: str) -> None:
    """A point before a small letter or a digit ends nothing."""
    assert pairs.sentences(text) == (text,)


@pytest.mark.parametrize(
    "kind", ["title_start", "title_sentence", "area_sentence", "heading_sentence", "sentence_sentence", "summary_body"]
)
def test_every_kind_pairs_two_texts_of_one_document(pairs: ModuleType, documents: list[Any], kind: str) -> None:
    """Both sides come from the same document, and they are not the same text."""
    maker = pairs.PairMaker(random.Random(1), SETTINGS["fragments"])  # noqa: S311
    for document in documents:
        pair = maker.draw(kind, document)
        assert pair.key == document.key
        assert pair.left
        assert pair.right
        assert pair.left != pair.right


def test_a_document_that_lacks_a_kind_gives_none(pairs: ModuleType) -> None:
    """No heading, no pair of heading and sentence."""
    maker = pairs.PairMaker(random.Random(1), SETTINGS["fragments"])  # noqa: S311
    bare = pairs.Document("x", "Titel", "", "Kort text utan rubriker som räcker.", (), ())
    kinds = ("heading_sentence", "sentence_sentence", "title_sentence", "summary_body")
    assert [maker.draw(kind, bare) for kind in kinds] == [None] * 4


def test_fragments_are_stretches_of_the_sentence(pairs: ModuleType) -> None:
    """Some sentences are cut to a run of their words, as notes are; most stay whole."""
    maker = pairs.PairMaker(random.Random(1), SETTINGS["fragments"])  # noqa: S311
    whole = " ".join(f"ord{number}" for number in range(30))
    cuts = [maker._cut(whole) for _ in range(400)]
    assert all(cut in whole for cut in cuts)
    share = sum(cut != whole for cut in cuts) / len(cuts)
    assert abs(share - SETTINGS["fragments"]["share"]) < 0.08


def test_batches_follow_the_mixture_and_the_seed(pairs: ModuleType, documents: list[Any]) -> None:
    """Equal seeds give equal batches; kinds come as often as the mixture says; a batch is full."""
    parallel = [pairs.Pair(f"s{number}", f"nb {number}", f"nn {number}") for number in range(64)]
    first, second = (pairs.batches(documents, parallel, SETTINGS, 3) for _ in range(2))
    drawn = [next(first) for _ in range(300)]
    assert drawn == [next(second) for _ in range(300)]
    assert all(len(batch) == SETTINGS["loss"]["batch"] for _, batch in drawn)
    assert all(len({pair.key for pair in batch}) == len(batch) for _, batch in drawn)
    counts, parts = Counter(kind for kind, _ in drawn), SETTINGS["mixture"]
    assert set(counts) == set(parts)
    assert all(abs(counts[kind] / 300 - parts[kind] / sum(parts.values())) < 0.08 for kind in parts)


def test_hard_negatives_share_an_area(pairs: ModuleType, documents: list[Any]) -> None:
    """All documents of such a batch come from one policy area."""
    areas = pairs._by_area(documents, 16)
    assert {name: len(members) for name, members in areas.items()} == {"A": 70, "B": 35}


@pytest.fixture(scope="module")
def trainer() -> ModuleType:
    """The training script."""
    return load("train_encoder")


def test_the_loss_is_least_for_what_belongs_together(trainer: ModuleType) -> None:
    """Right pairs side by side cost next to nothing; sabotage twin: exchanged, they cost much."""
    import torch

    rows = torch.eye(4)
    assert trainer.contrast(rows, rows, list("abcd"), 0.05) < 1e-6
    assert trainer.contrast(rows, rows[[1, 0, 3, 2]], list("abcd"), 0.05) > 10


def test_pairs_of_one_document_are_not_pulled_apart(trainer: ModuleType) -> None:
    """Two pairs of the same document are no negatives of each other."""
    import torch

    rows = torch.eye(3)[[0, 0, 1]]
    assert trainer.contrast(rows, rows, ["a", "a", "b"], 0.05) < 1e-6
    assert trainer.contrast(rows, rows, ["a", "c", "b"], 0.05) > 0.1


def test_the_rate_rises_and_falls(trainer: ModuleType) -> None:
    """Warm-up to the full rate, then down to nothing, never above it."""
    schedule = {"rate": 3e-5, "warm_up": 0.1, "steps": 100}
    rates = [trainer.rate_at(step, schedule) for step in range(101)]
    assert max(rates) == pytest.approx(3e-5)
    assert rates[0] < rates[5] < rates[9]
    assert rates[20] > rates[60] > rates[99] > rates[100] == 0


def test_what_was_trained_on_is_declared() -> None:
    """The manifest names every training file with its hash, and none of them among the unseen."""
    manifest = tomllib.loads((MODELS / "data.toml").read_text(encoding="utf-8"))
    trained = {entry["file"] for entry in manifest["trained_on"]}
    assert all(len(entry["sha256"]) == 64 and entry["licence"] for entry in manifest["trained_on"])
    assert not trained & {entry.get("file") for entry in manifest["never_seen"]}
    script = (MODELS / "train_encoder.py").read_text(encoding="utf-8")
    assert all(name in script for name in trained)
    assert not any(entry["file"] in script for entry in manifest["never_seen"] if "file" in entry)
