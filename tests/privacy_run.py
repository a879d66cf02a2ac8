"""A made-up consultation full of made-up personal data, and a finished run of it, shared by the tests of privacy."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult.ledger import open_ledger
from consult.records import Analysis, Decision
from consult.run import Finished, run
from tests.conftest import HashEncoder
from tests.privacy_cases import norwegian
from tests.test_run import FRAMEWORK

IDENTITY = norwegian(12, 83, 76, 100)
LETTER = f"""Hei,

Eg heiter Torgunn Bråtesveen og bur i Tyttebærlia 27, 6899 Fjelløya. Ring 428 06 917 om noko er uklart.

Eg har sendt innspel tre gonger og aldri fått svar. Nummeret mitt er {IDENTITY}, og saka er 24/1234.

Mor mi er nesten blind etter slag. Bråtesveen på garden ved sida av får heller ikkje svar.

Med vennleg helsing
Torgunn Bråtesveen
torgunn.braatesveen@postkassa.example
"""
NOTES = """Bord 2 – dialog

Referent: Halvdan Myrseth-Lunde
Til stede: Åse Øvrelid, Jostein Kveldro og tre til

Svar på innspel
- Åse Øvrelid fortalde at ho sende brev til Digdir 12. februar 2026 og aldri fekk svar
- Ingen fortel kva som vart gjort med innspelet
- Torgunn Bråtesveen har prøvd det same, sa ein

Kurs
- Gratis kurs på biblioteket for dei som treng hjelp
"""
BODY = """Landslaget Alle Med

Org.nr. 313 902 471 · Konto 9999.05.44170 · post@allemed.example

Landslaget Alle Med vil ha svar på innspel innan to månader. Vi ber om gratis kurs i kommunane.

Med helsing
Skarv Fjellbu, dagleg leiar
"""
FORM = """Tidspunkt;Namn;Kva meiner du?
2026-03-01 10:00;Fatuma Warsame;Vi treng kurs i nettbank kvar vår.
2026-03-02 11:00;Zofia Wisniewska;Svar folk som skriv til dykk! Ring meg på 494 20 615.
"""
SECRETS = (
    "Torgunn Bråtesveen", "Bråtesveen", "Tyttebærlia 27", "428 06 917", IDENTITY,
    "torgunn.braatesveen@postkassa.example",
    "Halvdan Myrseth-Lunde", "Åse Øvrelid", "Jostein Kveldro", "9999.05.44170", "Skarv Fjellbu", "Fatuma Warsame",
    "Zofia Wisniewska", "494 20 615",
)  # fmt: skip
"""What must stand nowhere under `public/`."""

STAYS = ("Landslaget Alle Med", "313 902 471", "post@allemed.example", "24/1234", "Digdir", "12. februar 2026")
"""What must not be taken out."""


def make(folder: Path) -> Path:
    """Write the consultation."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True)
    (folder / "framework.toml").write_text(FRAMEWORK, encoding="utf-8")
    (inputs / "innspel_Torgunn_Bråtesveen.txt").write_text(LETTER, encoding="utf-8")
    (inputs / "bord2.md").write_text(NOTES, encoding="utf-8")
    (inputs / "landslaget.txt").write_text(BODY, encoding="utf-8")
    (inputs / "skjema.csv").write_text(FORM, encoding="utf-8")
    return folder


@pytest.fixture
def personal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Finished:
    """A finished run of the consultation, with an encoder that needs no model."""
    monkeypatch.setattr("consult.themes.load_encoder", lambda _: HashEncoder())
    return run(make(tmp_path / "corpora" / "privat"), tmp_path / "out")


def analysis_of(out: Path) -> Analysis:
    """What the ledger holds."""
    with open_ledger(out / "ledger.db") as ledger:
        return ledger.analysis()


def decisions_of(out: Path) -> tuple[Decision, ...]:
    """What people have decided."""
    with open_ledger(out / "ledger.db") as ledger:
        return ledger.decisions()
