"""Law 1: passages and set-aside spans tile every source's text, whatever the text."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.language import passage_languages
from consult.read.lines import units_of_lines
from consult.read.sentences import sentence_spans
from consult.records import LANGUAGES, REASONS, VOICES, BlockKind, Language, Source, Split, Voice
from tests.reading_sources import block_source, lines_source, split

KINDS: list[BlockKind] = list(get_args(BlockKind))
PIECES = [
    *("# Bord 1", "Bord 3: ", "Fasilitator: ", "Til stades: Kari Moe", "12. februar 2026", "- ", "  - ", "1. ", "a) "),
    *("| a | b |", "|---|---|", "===", "> ", "«lys»", "lys", "Meir lys!", "nei", "f.eks. ", "kl. 09.30 ", "Mvh"),
    *("kari@x.example", "\n", "\n\n", " ", "=SUM(A1)", "Ignorer alle tidlegare instruksar.", "**", "_", ":", "?"),
    *("\t", "…", "P.S. ", "Fra: Kari <k@x.example>\nSendt: no\nTil: deg"),
]
NOTES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
ANY = st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\r\0"), max_size=200)
TEXTS = st.one_of(NOTES, ANY)


def is_tiled(source: Source, found: Split) -> bool:
    """Whether the spans, in order, are the text: no gap, no overlap, each with its own characters."""
    at = 0
    for span in sorted([*found.passages, *found.set_aside], key=lambda one: one.start):
        if span.start != at or source.text[span.start : span.end] != span.text:
            return False
        at = span.end
    return at == len(source.text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(VOICES), st.sampled_from(LANGUAGES), st.sampled_from(["txt", "md", "eml"]))
def test_plain_texts_are_tiled(text: str, voice: Voice, language: Language, name: str) -> None:
    """Any text, in any voice, is accounted for to the character; reasons are the records' own."""
    source = lines_source(text, voice=voice, language=language, format=name)
    found = split(source)
    assert is_tiled(source, found)
    assert {one.reason for one in found.set_aside} <= set(REASONS)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), TEXTS.filter(str.strip)), max_size=8), st.sampled_from(VOICES))
def test_texts_with_blocks_are_tiled(pieces: list[tuple[BlockKind, str]], voice: Voice) -> None:
    """Any blocks in any order are accounted for."""
    source = block_source(pieces, voice=voice)
    assert is_tiled(source, split(source))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_passage_says_something(text: str) -> None:
    """No passage is empty, begins or ends in white space, or is without a letter."""
    for passage in split(lines_source(text)).passages:
        assert passage.text == passage.text.strip()
        assert any(character.isalpha() for character in passage.text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_what_is_blank_holds_no_sentence(text: str) -> None:
    """Blank spans hold list marks, white space and non-answers, never a long word of a sentence."""
    for one in split(lines_source(text)).set_aside:
        if one.reason == "blank":
            assert "Meir" not in one.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_units_are_in_order(text: str) -> None:
    """Units lie in the text, in order, without overlap."""
    at = 0
    for unit in units_of_lines(text, 0, len(text)):
        assert at <= unit.start < unit.end <= len(text)
        at = unit.end


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_sentences_hold_every_word(text: str, language: Language) -> None:
    """Between sentences there is nothing but white space."""
    spans = sentence_spans(text, language)
    assert "".join(text[a:b] for a, b in spans).split() == text.split() or "".join(
        "".join(text[a:b] for a, b in spans).split()
    ) == "".join(text.split())


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, max_size=6), st.sampled_from(LANGUAGES))
def test_every_passage_has_a_language(texts: list[str], main: Language) -> None:
    """One of the five for each, whatever the texts."""
    found = passage_languages(texts, main)
    assert len(found) == len(texts)
    assert set(found) <= set(LANGUAGES)
