"""The training of the entailment model: full batches, a rate that rises and falls, and what is held out for ever."""

from __future__ import annotations

import hashlib
import random
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))
from entailment_text import Item, OwnText, divided, read_items  # noqa: E402
from train_entailment import Pupil, Row, Teacher, agree, batches, begin, between, rate_at  # noqa: E402

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


class Small:
    """What learns in the place of the network: one row of weights, of which the loss wants the row's number."""

    def __init__(self, *weights: float) -> None:
        self.open = {"row": torch.nn.Parameter(torch.tensor(weights))}
        self.head = torch.nn.Linear(1, 3)
        torch.nn.init.zeros_(self.head.weight)
        self.drawn: list[tuple[float, float]] = []

    def state(self) -> dict[str, torch.Tensor]:
        """Its weights."""
        return {"row": self.open["row"].detach()}

    def load_state(self, state: Mapping[str, torch.Tensor]) -> None:
        """Others."""
        with torch.no_grad():
            self.open["row"].copy_(state["row"])

    def odds(self, rows: Sequence[Row], dropped: float, draws: torch.Generator) -> torch.Tensor:
        """(pairs, 3)."""
        self.drawn.append((dropped, float(torch.rand(1, generator=draws))))
        return self.open["row"].expand(len(rows), 3) + self.head(torch.zeros(len(rows), 1))


def pupil(*weights: float, seed: int = 1) -> Any:
    """A copy with a small thing to teach."""
    schedule = {"rate": 0.1, "head_rate": 0.1, "decay": 0.0}
    return Pupil(Small(*weights), schedule, seed)  # type: ignore[arg-type]


def test_weights_between_two_stages() -> None:
    """Each weight by itself; the share is the second one's."""
    states = {"one": {"a": torch.tensor([0.0, 10.0])}, "other": {"a": torch.tensor([10.0, 0.0])}}
    assert between({"of": ["one", "other"], "share": 0.6}, states)["a"].tolist() == [6.0, 4.0]
    assert set(SETTINGS["mean"]["of"]) <= set(SETTINGS["stage"])


def test_a_stage_begins_between_stages_that_were_before_it() -> None:
    """So that the scripts run from the first stage to the last."""
    names = list(SETTINGS["stage"])
    for at, stage in enumerate(SETTINGS["stage"].values()):
        assert set(stage.get("begins", {}).get("of", ())) <= set(names[:at])


def test_copies_begin_at_the_same_place() -> None:
    """Where the first stands, or between two stages; sabotage twin: before that they differ."""
    some: Any = [Small(1.0, 2.0, 3.0), Small(5.0, 6.0, 7.0)]
    assert some[0].state()["row"].tolist() != some[1].state()["row"].tolist()
    begin(some, None, {})
    assert [one.state()["row"].tolist() for one in some] == [[1.0, 2.0, 3.0]] * 2

    states = {"a": {"row": torch.zeros(3)}, "b": {"row": torch.ones(3)}}
    begin(some, {"of": ["a", "b"], "share": 0.5}, states)
    assert [one.state()["row"].tolist() for one in some] == [[0.5, 0.5, 0.5]] * 2


def test_copies_agree_on_the_mean() -> None:
    """Of all their weights."""
    two = [pupil(0.0, 2.0, 4.0), pupil(2.0, 4.0, 8.0)]
    agree(two)
    assert [one.learner.state()["row"].tolist() for one in two] == [[1.0, 3.0, 6.0]] * 2


def test_a_copy_learns_its_labels_at_the_rate_of_each_step() -> None:
    """The loss falls; at a rate of nothing the weights stay as they are."""
    own, rows = pupil(0.0, 0.0, 0.0), [([1, 2], 1, 2)] * 4
    losses = own.learn([rows] * 12, [1.0] * 12, SETTINGS)
    assert losses[-1] < losses[0] / 2
    assert own.learner.state()["row"].argmax() == 2

    still = pupil(0.0, 0.0, 0.0)
    still.learn([rows], [0.0], SETTINGS)
    assert still.learner.state()["row"].tolist() == [0.0, 0.0, 0.0]


def test_copies_draw_for_themselves() -> None:
    """The same seed gives the same draws, so that training gives the same model again; another seed gives others."""
    drawn = []
    for seed in (1, 1, 2):
        own = pupil(0.0, 0.0, 0.0, seed=seed)
        own.learn([[([1, 2], 1, 0)]] * 3, [1.0] * 3, SETTINGS)
        drawn.append(own.learner.drawn)
    assert drawn[0] == drawn[1] != drawn[2]


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
