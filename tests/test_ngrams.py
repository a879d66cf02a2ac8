"""What character n-grams say of a language, and their memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

from consult.read.ngrams import are_loaded, confidences, forget_models
from consult.records import LANGUAGES


@pytest.mark.parametrize(
    ("text", "language"), [("Kva skjer med det vi seier her?", "nn"), ("What happens to what we say?", "en")]
)
def test_the_likeliest_language(text: str, language: str) -> None:
    """One number for each of the five, together at most one."""
    found = confidences(text)
    assert len(found) == len(LANGUAGES)
    assert LANGUAGES[found.index(max(found))] == language
    assert sum(found) <= 1.0 + 1e-9


def test_no_words_tell_nothing() -> None:
    """Neither marks nor nothing at all is likelier in one of them."""
    assert len(set(confidences(""))) == len(set(confidences("– ?"))) == 1


def test_what_was_forgotten_says_the_same_again() -> None:
    """Their memory is given back, and they are loaded when somebody asks."""
    before = confidences("Vi vil ha svar")
    assert are_loaded()
    forget_models()
    forget_models()
    assert not are_loaded()
    assert confidences("Vi vil ha svar") == pytest.approx(before, rel=1e-9)


def test_nothing_but_lingua_is_loaded() -> None:
    """A process that does nothing else is ready soon."""
    code = (
        "import sys, consult.read.polyglot; print(sorted({'numpy', 'scipy', 'spacy', 'lingua'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
