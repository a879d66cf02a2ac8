"""What the gate lets through and refuses on real themes: bounds at what was measured, else the reach of 0.

A part of `python -m benchmarks.gate`, which prints the whole table; the bounds hold a known weakness from growing.
What is at its reach of 0 must stay there: numbers, quotes, citations, names of the sample, personal data.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from consult.answer.own_entailment import load_own
from consult.ledger import open_ledger
from consult.run import run
from consult.settings import load_settings
from consult.themes import load_encoder
from tests.gate.measure import REACH, Measured, measure

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
MEASURED = {
    "quantity word": 0.09, "negation added": 0.13, "negation dropped": 0.13, "claim unsupported": 0.05,
    "wrong language": 0.05,
}  # fmt: skip
"""The greatest share let through of 24: measured, and one sentence more. The others must stay at none."""
REFUSED = 0.20  # of 150 correct ones; measured 0.16 of these, 0.13 of 600


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """The shipped consultation, with the shipped encoder."""
    folder, out = ROOT / "corpora" / "ogp-norge-2026", tmp_path_factory.mktemp("gate")
    run(folder, out)
    with open_ledger(out / "ledger.db", create=False) as ledger:
        settings = load_settings(folder)
        return measure(ledger, settings, load_encoder(settings.model), each=24, right=150, scorer=load_own())


@pytest.mark.parametrize("kind", sorted(REACH))
def test_no_more_is_let_through_than_was_measured(measured: Measured, kind: str) -> None:
    """Each planted fault."""
    assert len(measured.of(kind)) == 24
    assert measured.let_through(kind) <= MEASURED.get(kind, 0.0)


def test_no_more_correct_sentences_are_refused_than_was_measured(measured: Measured) -> None:
    """A gate that refuses all lets nothing through, and helps nobody."""
    assert 1 - measured.let_through("ok") <= REFUSED


def test_a_gate_without_a_check_would_be_found_out(measured: Measured) -> None:
    """Sabotage twin: of the faults that one check alone refuses, without it far more than the bound would pass."""
    of_kind = measured.of("negation added")
    without = [[fault for fault in faults if not fault.code.startswith("negation")] for _, faults in of_kind]
    assert sum(not faults for faults in without) / len(without) > MEASURED["negation added"]
