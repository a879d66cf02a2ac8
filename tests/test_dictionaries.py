"""Dictionaries that are mapped: the same lemmas as simplemma's own, whatever has become of the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import simplemma

from consult.themes import dictionaries, words
from consult.themes.dictionaries import Mapped, known_forms, lemmatizer

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


def files(place: Path) -> list[Path]:
    """What lies in the cache."""
    return sorted(path for path in place.rglob("*") if path.is_file())


def test_a_dictionary_is_written_once_and_then_found(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is made; the file is named by its content."""
    first = Mapped.get_dictionary("nn")
    (path,) = files(place)
    forget()
    monkeypatch.setattr(dictionaries, "_made", lambda *_: pytest.fail("made again"))
    assert Mapped.get_dictionary("nn")["kommunane"] == first["kommunane"]
    assert path.name == f"nn-{dictionaries._digest(path)}.trie"


def test_a_damaged_file_counts_as_missing(place: Path) -> None:
    """One byte is another: the dictionary is made anew, and the right file stands there again."""
    Mapped.get_dictionary("nn")
    (path,) = files(place)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    forget()
    assert Mapped.get_dictionary("nn")["kommunane"] == "kommune"
    assert path.read_bytes() == whole


def test_where_nothing_can_be_written_the_dictionary_is_there_all_the_same(place: Path) -> None:
    """A file stands where the folder should be."""
    (place / "dictionaries").write_text("in the way", encoding="utf-8")
    assert Mapped.get_dictionary("nn")["kommunane"] == "kommune"
    assert files(place) == [place / "dictionaries"]


def test_a_language_without_a_dictionary_is_refused() -> None:
    """As simplemma refuses it."""
    with pytest.raises(ValueError, match="xx"):
        Mapped.get_dictionary("xx")


def test_sabotage_a_file_under_a_wrong_hash_would_be_believed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the hash not looked at, another language's forms would pass for nynorsk."""
    Mapped.get_dictionary("en")
    (path,) = files(place)
    path.rename(path.with_name("nn-0000000000000000.trie"))
    forget()
    assert "kommunane" in Mapped.get_dictionary("nn")
    forget()
    monkeypatch.setattr(dictionaries, "_digest", lambda _: "0000000000000000")
    assert "kommunane" not in Mapped.get_dictionary("nn")
