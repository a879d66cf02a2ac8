"""Languages told by another process: the same, whatever becomes of it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from consult.read import language, polyglot
from consult.read.language import SHORT, evidence, passage_languages
from consult.read.ngrams import confidences, forget_models
from consult.read.polyglot import Polyglot, languages_elsewhere, serve

TEXTS = ["Vi vil ha svar på innspelet", "Vi vil ha svar", "What about the buses?", "\ud800 halv", 'med "hermeteikn"\n']


@pytest.fixture(scope="module")
def process() -> Iterator[Polyglot]:
    """One process for these tests: its models take a second."""
    started = Polyglot()
    yield started
    started.close()


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered, no models are here, and there are two cores."""
    evidence.cache_clear()
    forget_models()
    monkeypatch.setattr("consult.weights.processor.cores", lambda: 2)


def test_another_process_says_the_same(process: Polyglot) -> None:
    """Whatever stands in the text; the last digit changes with each start of lingua, here and there."""
    for text in (*TEXTS[:3], TEXTS[4]):
        assert process.ask(text) == pytest.approx(confidences(text), rel=1e-9)


def test_evidence_is_the_same_with_and_without(process: Polyglot) -> None:
    """And it is the process that is asked."""
    asked = []

    def ask(text: str) -> list[float] | None:
        asked.append(text)
        return process.ask(text)

    with language.told_by(ask):
        elsewhere = [evidence(text) for text in TEXTS[:3]]
    assert asked == TEXTS[:3]
    evidence.cache_clear()
    assert all(np.allclose(one, evidence(text), rtol=1e-9) for one, text in zip(elsewhere, TEXTS[:3], strict=True))


def test_long_texts_are_told_here() -> None:
    """The models for them load in no time."""

    def refuse(_: str) -> list[float] | None:
        raise AssertionError

    with language.told_by(refuse):
        assert evidence("Vi vil ha svar. " * (SHORT // 10)).any()


def test_who_is_not_wanted_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor where there is one core, or the models are here already."""

    def refuse() -> Polyglot:
        raise AssertionError

    monkeypatch.setattr(polyglot, "Polyglot", refuse)
    with languages_elsewhere(wanted=False):
        pass
    monkeypatch.setattr("consult.weights.processor.cores", lambda: 1)
    with languages_elsewhere(wanted=True):
        pass
    monkeypatch.setattr("consult.weights.processor.cores", lambda: 2)
    confidences("Vi vil")
    with languages_elsewhere(wanted=True):
        assert passage_languages(["Vi vil ha svar på innspelet vårt"], "nn") == ["nn"]


def test_where_it_cannot_start_or_ends_languages_are_told_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that allows no process, and one that answers half a line."""

    def refused(_: str) -> None:
        raise OSError

    monkeypatch.setattr("consult.read.worker.own_process", refused)
    with languages_elsewhere(wanted=True):
        assert passage_languages(["Kva gjer dei med dette no?"], "nn") == ["nn"]
    half = "import sys; sys.stdin.readline(); sys.stdout.write('[0.1')"
    monkeypatch.setattr(
        "consult.read.worker.own_process",
        lambda _: subprocess.Popen([sys.executable, "-c", half], stdin=subprocess.PIPE, stdout=subprocess.PIPE),
    )
    forget_models()
    with languages_elsewhere(wanted=True):
        assert passage_languages(["Vi vil ha svar på innspelet vårt no"], "nn") == ["nn"]
    assert language._ELSEWHERE == []


def test_it_has_ended_when_nobody_needs_it() -> None:
    """Also where what needed it has failed."""
    with pytest.raises(ZeroDivisionError), languages_elsewhere(wanted=True):
        _ = 1 / 0
    assert language._ELSEWHERE == []


def test_texts_are_answered_line_by_line() -> None:
    """On the standard streams, as the process does it."""
    answers = io.BytesIO()
    serve(io.BytesIO("".join(json.dumps(text) + "\n" for text in TEXTS[:3]).encode()), answers)
    for line, text in zip(answers.getvalue().splitlines(), TEXTS[:3], strict=True):
        assert json.loads(line) == pytest.approx(confidences(text), rel=1e-9)


def test_sabotage_other_numbers_would_be_seen() -> None:
    """A process that says something else changes the evidence."""
    before = evidence(TEXTS[0])
    evidence.cache_clear()
    with language.told_by(lambda _: [0.2] * 5):
        assert not np.array_equal(evidence(TEXTS[0]), before)
    evidence.cache_clear()
