"""The training of the entailment model: full batches, a rate that rises and falls, and what is held out for ever."""

from __future__ import annotations

import hashlib
import random
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))
from entailment_text import Item, OwnText, divided, read_items  # noqa: E402
from train_entailment import Teacher, batches, between, rate_at  # noqa: E402

FOLDER = ROOT / "models" / "entailment"
SETTINGS = tomllib.loads((FOLDER / "settings.toml").read_text(encoding="utf-8"))


def items(number: int) -> list[Item]:
    """Items with names only."""
    return [Item(name=f"a-01 {at}", language="nn", passages=("x",), reports={}) for at in range(number)]


def test_what_is_held_out_stays_held_out_when_items_are_added() -> None:
    """Else a model would be measured on what it has learnt; sabotage twin: nothing is on both sides."""
    learnt, kept = divided(items(500), 0.1)
    more_learnt, more_kept = divided(items(900), 0.1)

    assert {one.name for one in kept} <= {one.name for one in more_kept}
    assert {one.name for one in learnt} <= {one.name for one in more_learnt}
    assert not {one.name for one in more_learnt} & {one.name for one in more_kept}


def test_about_a_tenth_of_our_items_is_held_out() -> None:
    """Of those that are there."""
    _, kept = divided(read_items(), SETTINGS["schedule"]["held_out"])
    assert 0.07 < len(kept) / len(read_items()) < 0.13


def test_a_stage_learns_from_its_files_alone() -> None:
    """Named by the first letters of their names; every stage of the settings names some that are there."""
    some = [
        Item(name=f"{letter}-01 0", language="nn", passages=(letter * 3,), reports={"right": (f"{letter} seier det.",)})
        for letter in "ab"
    ]
    own = OwnText(some, random.Random(1))  # noqa: S311 - reproducible, not secret
    pairs = Teacher(own, {}, SETTINGS).epoch(
        {"files": "b", "made": dict.fromkeys(SETTINGS["stage"]["own"]["made"], 0), "shares": {}, "twins": 0}
    )
    assert {pair.passage for pair in pairs} == {"bbb"}
    there = {item.name[0] for item in read_items()}
    assert all(set(stage["files"]) <= there for stage in SETTINGS["stage"].values())


def test_batches_hold_every_row_and_are_not_too_large() -> None:
    """With what fills up the shorter ones; one that is longer than a batch stands alone."""
    rows = [([1] * length, 1, 0) for length in (*range(5, 90), 900)]
    found = batches(rows, 400, random.Random(1))  # noqa: S311 - reproducible, not secret

    assert sorted(len(ids) for batch in found for ids, *_ in batch) == sorted(len(ids) for ids, *_ in rows)
    assert all(len(batch) == 1 or len(batch) * max(len(ids) for ids, *_ in batch) <= 400 + 8 * 40 for batch in found)


def test_weights_between_two_stages() -> None:
    """Each weight by itself; the share is the second one's."""
    from torch import tensor

    found = between({"a": tensor([0.0, 10.0])}, {"a": tensor([10.0, 0.0])}, 0.6)
    assert found["a"].tolist() == [6.0, 4.0]
    assert set(SETTINGS["mean"]["of"]) <= set(SETTINGS["stage"])


def test_the_rate_rises_and_falls() -> None:
    """From nearly nothing to the whole and to nothing."""
    rates = [rate_at(step, 100, 0.1) for step in range(1, 101)]
    assert rates[0] < rates[8] <= 1
    assert max(rates) == rates[9] == 1
    assert rates[-1] == 0


def test_the_files_are_the_pinned_ones() -> None:
    """Weights and roundings belong together."""
    about = tomllib.loads((FOLDER / "model.toml").read_text(encoding="utf-8"))
    for kind, pin in (("file", "sha256"), ("integers", "integers_sha256")):
        assert hashlib.sha256((FOLDER / about[kind]).read_bytes()).hexdigest() == about[pin]
    assert sum((FOLDER / about[kind]).stat().st_size for kind in ("file", "integers")) < 12e6
    assert about["network"] == {"base": "multilingual-e5-small", **SETTINGS["network"]}
