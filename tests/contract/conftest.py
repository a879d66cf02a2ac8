"""The three analyses that every format is tried on: made up, hostile, and the shipped corpus after a run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from consult.ledger import open_ledger
from consult.publish.exchange.consultation import Consultation, consultation_of
from consult.records import Analysis
from consult.run import run
from tests.conftest import ROOT, HashEncoder
from tests.contract import cases


@dataclass(frozen=True)
class Material:
    """An analysis and what its run says of itself."""

    analysis: Analysis
    run_info: dict[str, Any]

    @property
    def consultation(self) -> Consultation:
        """What exchange files say of the consultation."""
        return consultation_of(self.run_info)


@pytest.fixture(scope="session")
def shipped_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped corpus after a run, grouped by an encoder that needs no model."""
    out = tmp_path_factory.mktemp("shipped") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("consult.themes.load_encoder", lambda _: HashEncoder())
        run(ROOT / "corpora" / "ogp-norge-2026", out)
    return out


@pytest.fixture(params=["made", "hostile", "shipped"])
def material(request: pytest.FixtureRequest) -> Material:
    """Each of the three in turn."""
    if request.param != "shipped":
        return Material(getattr(cases, request.param)(), cases.run_info())
    folder: Path = request.getfixturevalue("shipped_run")
    with open_ledger(folder / "ledger.db", create=False) as ledger:
        return Material(ledger.analysis(), json.loads((folder / "run.json").read_text(encoding="utf-8")))
