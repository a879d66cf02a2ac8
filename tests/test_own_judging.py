"""Our entailment model in a drafting: what it refuses, what it lets stand, and what happens where it is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest

from consult.answer.gate.meaning import LEAST
from consult.drafting import draft_folder, summary
from consult.errors import ModelError
from consult.ledger import open_ledger
from consult.review import reviewing
from consult.run import run
from tests.test_drafting import broken, drafting
from tests.test_entailment import SAID, Sure
from tests.test_run import consultation, out
from tests.test_sendable import retelling

__all__ = ["consultation", "out"]  # fixtures
OURS = 'entailment = "consult"'


def drafted_with(consultation: Path, out: Path, scorer: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What a drafting makes of a paraphrase when ours is set, and says what this one says."""
    note = "# Notat\n\n- Kurset som Kari Nordmann held på folkebiblioteket, må halde fram i haust\n"
    (consultation / "inputs" / "bord9.md").write_text(note, encoding="utf-8")
    monkeypatch.setattr("consult.rounds.load_scorer", scorer if callable(scorer) else lambda _: scorer)
    with drafting(consultation, out, retelling, OURS):
        return draft_folder(out)


def test_what_it_finds_right_stands(consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked of masked text only; the law judges again by what was kept, and says so where that is gone."""
    scorer = Sure(0.99)
    made = drafted_with(consultation, out, scorer, monkeypatch)

    assert SAID in {one.text for one in made.wordings}
    assert {one.encoder.split()[1:] == [Sure.fingerprint, "own"] for one in made.wordings} == {True}
    assert "Nordmann" not in str(scorer.asked)
    assert broken(out) == []
    with open_ledger(out / "ledger.db") as ledger:
        ledger.connection.execute("DELETE FROM vectors WHERE model = ?", (Sure.fingerprint,))
    assert any("run `consult draft` again" in one for one in broken(out))


def test_what_it_finds_turned_is_refused(consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: the same sentence, a model that denies it; the quote stands, and the reason is kept."""
    made = drafted_with(consultation, out, Sure(LEAST / 2), monkeypatch)

    assert SAID not in {one.text for one in made.wordings}
    assert ("turned", SAID[:60]) in {reason for one in made.refusals for reason in one.reasons}
    assert broken(out) == []


def test_a_score_that_was_tampered_with_is_found(
    consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The law reads what was kept: changed to a denial, the sentence no longer stands."""
    drafted_with(consultation, out, Sure(0.99), monkeypatch)
    with open_ledger(out / "ledger.db") as ledger:
        hashes = [
            str(row[0])
            for row in ledger.connection.execute("SELECT text_hash FROM vectors WHERE model = ?", (Sure.fingerprint,))
        ]
        ledger.connection.execute("DELETE FROM vectors WHERE model = ?", (Sure.fingerprint,))
        ledger.add_vectors(Sure.fingerprint, {one: _row(0.0) for one in hashes})
    assert any("turned" in one for one in broken(out))


def _row(value: float) -> Any:
    import numpy as np

    return np.asarray([value], np.float32)


def test_without_its_weights_the_rules_judge_alone_and_that_is_told(
    consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged installation still drafts."""

    def damaged(_: str) -> NoReturn:
        raise ModelError("not the pinned weights")

    made = drafted_with(consultation, out, damaged, monkeypatch)
    assert SAID in {one.text for one in made.wordings}
    assert all(len(one.encoder.split()) == 1 for one in made.wordings)
    assert "The rules alone have judged" in summary(made, "en")
    assert broken(out) == []


def test_an_edit_is_warned_by_rules_and_model(consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The model adds a warning and takes none away: the law judges edits by the rules alone."""
    (consultation / "consult.toml").write_text(f"[writer]\n{OURS}\n", encoding="utf-8")
    run(consultation, out)
    with open_ledger(out / "ledger.db") as ledger:
        one = next(c for c in ledger.analysis().conclusions if "nettbank" in c.text)
    warned = []
    for score, text in (
        (0.99, "Det heiter at vi treng kurs i nettbank."), (0.0, "Vi treng kurs i nettbank."),
        (0.99, "Vi treng ikkje kurs i nettbank."),
    ):  # fmt: skip
        scorer = Sure(score)
        scorer.fingerprint = f"{score} {text}"
        monkeypatch.setattr("consult.editing.load_scorer", lambda _, scorer=scorer: scorer)
        with reviewing(out) as desk:
            warned.append(desk.edit(one.conclusion_id, text, role="coordinator").after["warnings"])
            desk.finish()
        assert broken(out) == []

    assert "turned" not in warned[0]
    assert "turned" in warned[1]
    assert "negation-added" in warned[2]
