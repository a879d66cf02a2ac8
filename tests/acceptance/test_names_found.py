"""Names of persons, by the whole step of a run: in newspapers nothing was trained on, and in our consultation.

NorNE's held-out documents come from ../shared/data (labels CC0); which they are, `models/names_text.py` decides.
A name is found when all of its letters are taken out; precision is the share of what was taken out that touches one.
The bounds are those of the issue, where what was reached is higher, what was measured less a margin.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from consult.evaluate.privacy import privacy_figures
from consult.read import read_inputs
from consult.read.privacy import find_personal
from consult.records import Language
from consult.settings import load_settings

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "models"))
from fit_names import documents, measure, whole_step  # noqa: E402
from names_text import Sentence, divided, read_norne  # noqa: E402

SCORES = json.loads((ROOT / "models" / "names" / "scores.json").read_text(encoding="utf-8"))
RECALL = {"nb": 0.97, "nn": 0.98, "sv": 0.95}  # measured 0.989, 0.997, 0.962
PRECISION = {"nb": 0.92, "nn": 0.94, "sv": 0.93}  # measured 0.931, 0.963, 0.963
STAY = {"nb": 0.94, "nn": 0.96, "sv": 0.97}  # of names of bodies, places and things; measured 0.948, 0.972, 0.982
MISTAKEN = 0.03  # of stretches that must stay; measured 0


def held_out(shared: Path, language: str) -> list[Sentence]:
    """Whole documents that neither training nor weighing has seen."""
    return documents(divided(read_norne(shared / "data" / f"norne_ndt_{language}_train.jsonl"))["test"])


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_names_in_newspapers(shared: Path, language: Language) -> None:
    """The whole step finds them, and takes little else; it is what the committed figures say."""
    found = measure(held_out(shared, language), partial(whole_step, language=language))
    assert found["recall"] >= RECALL[language]
    assert found["precision"] >= PRECISION[language]
    assert found["stay"] >= STAY[language]
    for figure in ("recall", "precision", "stay"):
        assert found[figure] == pytest.approx(SCORES["whole step"][language][figure], abs=0.01)


@pytest.mark.shared
def test_without_the_model_names_are_missed(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: a model that sees nothing leaves rules for forms, and the bound is not kept."""
    monkeypatch.setattr("consult.read.names.each_names", lambda texts, *_: iter([[] for _ in texts]))
    assert measure(held_out(shared, "nb")[:4], whole_step)["recall"] < 0.2


@pytest.mark.parametrize("language", ["nb", "nn", "sv"])
def test_committed_figures_keep_the_bounds(language: str) -> None:
    """What models/README.md tells is enough, and both Norwegian standards reach what was asked: 0.96 and 0.90."""
    found = SCORES["whole step"][language]
    assert found["recall"] >= RECALL[language] >= 0.95
    assert found["precision"] >= PRECISION[language] >= 0.90
    assert found["stay"] >= STAY[language]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "sv", "en"])
def test_made_up_notes_are_found_in_each_language(language: str) -> None:
    """Notes with names that no training has seen, a part of them in small letters, at the model's own floor."""
    both = SCORES[f"notes {language}"]["both"]
    assert both["recall"] >= 0.98
    assert both["precision"] >= 0.98


def test_our_consultation() -> None:
    """Every name of `gold/pii.jsonl` is taken out, and hardly anything that must stay."""
    folder = ROOT / "corpora" / "ogp-norge-2026"
    sources = read_inputs(load_settings(folder))
    figures = privacy_figures(folder, SimpleNamespace(sources=sources, findings=find_personal(sources)))  # type: ignore[arg-type]
    assert figures.pop("privacy: taken out by mistake") <= MISTAKEN
    assert figures == dict.fromkeys(figures, 1.0)
    assert len(figures) >= 6
