"""The training of the model that finds names: pieces with labels, full batches, a rate that rises and falls."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))
from names_text import Sentence  # noqa: E402
from train_names import NOT_READ, Learner, Teacher, filled, look, rate_at  # noqa: E402

from consult.read.names_labels import LABELS, PERSON  # noqa: E402

SETTINGS = tomllib.loads((ROOT / "models" / "names" / "settings.toml").read_text(encoding="utf-8"))
CORPUS = [
    Sentence(text=f"Kari Moe sa {number}.", spans=((0, 8, "PER"),), language="nb", document=f"nb/{number // 5}")
    for number in range(30)
]


def letters(text: str) -> Any:
    """A tokenizer of single letters between two marks."""
    return SimpleNamespace(
        ids=[0, *range(len(text)), 2], offsets=[(0, 0), *((at, at + 1) for at in range(len(text))), (0, 0)]
    )


def item(sentence: Sentence) -> tuple[list[int], list[int]]:
    """What a learner makes of a sentence, with that tokenizer."""
    return Learner.item(SimpleNamespace(tokenizer=SimpleNamespace(encode=letters)), sentence)  # type: ignore[arg-type]


def test_pieces_bear_the_label_of_their_span() -> None:
    """Letters of a name are persons, a space beside it is not, and marks are not read."""
    _, aims = item(Sentence(text="Ja Kari", spans=((3, 7, "PER"),), language="nb"))
    assert aims == [NOT_READ, 0, 0, 0, *[PERSON] * 4, NOT_READ]


def test_batches_hold_every_text_and_are_not_too_large() -> None:
    """Nothing of the corpus is left out, and a batch with its filling stays under the limit."""
    settings = SETTINGS | {"made_up": SETTINGS["made_up"] | {"notes": 5, "stay": 5, "other_names": 0.0}}
    found = Teacher(SimpleNamespace(item=item), CORPUS, settings).batches()  # type: ignore[arg-type]
    assert all(len(batch) * max(len(ids) for ids, _ in batch) <= settings["schedule"]["tokens"] for batch in found)
    persons = sum(label == PERSON for batch in found for _, aims in batch for label in aims)
    assert persons >= 30 * len("KariMoe")


def test_an_epoch_is_reproducible_and_the_next_one_is_another() -> None:
    """Equal seeds give equal batches; from one epoch to the next texts vary."""
    teachers = [Teacher(SimpleNamespace(item=item), CORPUS, SETTINGS) for _ in range(2)]  # type: ignore[arg-type]
    first, again = (teacher.batches() for teacher in teachers)
    assert first == again
    assert teachers[0].batches() != first


def test_a_batch_is_filled_up_with_what_is_not_read() -> None:
    """Short texts are filled up, masked and left out of the loss."""
    ids, mask, aims = filled([([5, 6], [0, 1]), ([7], [0])])
    assert ids.shape == mask.shape == aims.shape == (2, 2)
    assert mask.tolist() == [[1, 1], [1, 0]]
    assert aims[1].tolist() == [0, NOT_READ]


@pytest.mark.parametrize(("step", "share"), [(0, 0.1), (9, 1.0), (55, 0.5), (100, 0.0)])
def test_the_rate_rises_and_falls(step: int, share: float) -> None:
    """Linear up to the end of warming up, linear down to nothing."""
    assert rate_at(step, 100, 0.1) == pytest.approx(share)


def test_a_look_tells_a_good_learner_from_a_bad_one() -> None:
    """One that is right has an area of 1; its sabotage twin, which guesses the contrary, has not."""
    held = [([0, 1, 2, 3], [NOT_READ, 0, PERSON, NOT_READ])] * 3

    def knowing(sign: float) -> Any:
        odds = np.zeros((4, len(LABELS)))
        odds[2, PERSON] = sign * 5
        return SimpleNamespace(odds=lambda ids, _mask: torch.tensor(np.stack([odds] * len(ids))))

    assert look(knowing(1.0), held)["area"] == 1.0
    assert look(knowing(-1.0), held)["area"] < 0.7
