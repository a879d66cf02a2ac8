"""spaCy is loaded without torch, and torch can be loaded afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

START = "import sys; from consult.read.spacy_alone import load_spacy; "


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("load_spacy(); print('torch' in sys.modules, 'spacy' in sys.modules)", "False True"),
        ("load_spacy().blank('nb'); import thinc.api; print('torch' in sys.modules)", "False"),
        ("load_spacy(); load_spacy(); import torch; print(bool(torch.ones(1).sum()))", "True"),
    ],
    ids=["spacy alone", "thinc alone", "torch afterwards"],
)
def test_torch_is_left_out(code: str, expected: str) -> None:
    """Each in a process of its own, for what was imported stays imported."""
    done = subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[-2] == expected
