"""The first half of the way, with what is begun beside it: the same, whatever runs where."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult import intake, reuse
from consult.intake import take_in
from consult.progress import silent
from consult.provenance import Clock
from consult.read import polyglot
from consult.read.language import evidence
from consult.read.ngrams import forget_models
from consult.read.withdrawn import Gone
from consult.reuse import Kept
from consult.run import run
from consult.settings import load_settings
from consult.themes import ahead
from tests.conftest import HashEncoder
from tests.test_run import consultation, files_of, make_consultation

__all__ = ["consultation"]
MORE = "Hei,\n\nEg vil ha kurs på biblioteket om kvelden òg.\n\nHelsing Ola\n"


def with_a_letter_more(folder: Path, out: Path) -> dict[str, bytes]:
    """What two runs leave, of which the second has found one letter more."""
    run(folder, out)
    (folder / "inputs" / "brev2.txt").write_text(MORE, encoding="utf-8")
    evidence.cache_clear()
    forget_models()
    run(folder, out)
    (folder / "inputs" / "brev2.txt").unlink()
    return {name: data for name, data in files_of(out).items() if name != "ledger.db"}


def test_what_is_begun_beside_changes_no_byte(
    consultation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Languages told by another process, words and encoder made ready ahead; and all of it here, one by one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    started = []
    begin = polyglot.Polyglot

    def counted() -> polyglot.Polyglot:
        started.append(1)
        return begin()

    monkeypatch.setattr(polyglot, "Polyglot", counted)
    alone = with_a_letter_more(consultation, tmp_path / "outputs" / "a")
    assert not started
    monkeypatch.setattr(reuse, "MANY", 1)
    monkeypatch.setattr(ahead, "FROM", 1)
    for module in ("consult.weights.processor", "consult.themes.ahead"):
        monkeypatch.setattr(f"{module}.cores", lambda: 2)
    assert with_a_letter_more(consultation, tmp_path / "outputs" / "b") == alone
    assert started == [1]


def test_the_network_begins_with_the_texts_that_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the languages of rows are known, and with sources in the order in which their names are looked for."""
    settings = load_settings(make_consultation(tmp_path / "corpora" / "liten"))
    begun: list[list[str]] = []
    real = intake.personal_data

    def watched(sources, kept, progress, there=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        assert there is not None
        begun.append(list(there.texts))
        assert begun[0] == [source.text for source in sources if source.text]
        return real(sources, kept, progress, there)

    monkeypatch.setattr("consult.read.privacy.cores", lambda: 2)
    monkeypatch.setattr(intake, "personal_data", watched)
    taken = take_in(settings, HashEncoder(), Kept(), Gone(), (), Clock(), silent)
    assert begun
    assert [passage.passage_id for passage in taken.safe] == [passage.passage_id for passage in taken.passages]
    assert sum(len(part.passages) for part in taken.splits) == len(taken.passages)
