"""Dictionaries that are mapped: the same lemmas as simplemma's own, whatever has become of the files."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
import simplemma

from consult.themes import words
from consult.weights import dictionaries
from consult.weights.dictionaries import Mapped, known_forms, lemmatizer

FORMS = (
    "kommunane", "kommunene", "innkjøpslistene", "Openheit", "DFØ", "åpenhet", "e-post", "byggja", "kommunerna",
    "skolerne", "buildings", "don't", "xqzwt", "12", "forvaltningsinformatikk",
)  # fmt: skip
LANGUAGES = ("nn", "nb", "da", "sv", "en")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache of one's own, and nothing remembered before or after."""
    monkeypatch.setenv("CONSULT_CACHE", str(tmp_path))
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    """As in a process that has just begun."""
    for remembered in (Mapped.get_dictionary, known_forms, lemmatizer, words.is_known, words.key_of):
        remembered.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_lemmas_and_known_forms_are_those_of_simplemma(language: str) -> None:
    """In each language, for forms that are there, that are not, and that are put together."""
    for form in FORMS:
        assert lemmatizer().lemmatize(form, language) == simplemma.lemmatize(form, lang=language)
        assert words.is_known(form, language) == simplemma.is_known(form, lang=language)


def test_a_dictionary_is_a_mapping_of_all_its_forms() -> None:
    """Every form once, with its lemma; what is not there raises KeyError, or is the default."""
    forms = Mapped.get_dictionary("nn")
    assert len(forms) == len(list(forms)) > 100_000
    assert forms["kommunane"] == forms.get("kommunane") == "kommune"
    assert forms.get("xqzwt") is None
    assert forms.get("xqzwt", "–") == "–"
    with pytest.raises(KeyError):
        forms["xqzwt"]


def test_a_language_without_a_dictionary_is_refused() -> None:
    """As simplemma refuses it."""
    with pytest.raises(ValueError, match="xx"):
        Mapped.get_dictionary("xx")


def test_the_second_process_finds_what_the_first_one_wrote(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped dictionary is not read again; another version of simplemma has files of its own."""
    Mapped.get_dictionary("nn")
    forget()
    monkeypatch.setattr(dictionaries, "_entries", lambda _: iter([("kommunane", b"another")]))
    assert Mapped.get_dictionary("nn")["kommunane"] == "kommune"
    forget()
    monkeypatch.setattr(dictionaries, "version", lambda _: "0")
    assert Mapped.get_dictionary("nn")["kommunane"] == "another"
    assert {path.parent.name for path in place.rglob("*.trie")} == {"simplemma-0", f"simplemma-{version('simplemma')}"}
