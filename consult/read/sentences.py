"""Text → sentences, as a spaCy pipeline for each of the five languages.

In: a text and its language. Out: half-open spans of its sentences, in order, without surrounding white space.
Guaranteed: abbreviations (*f.eks., jf., nr., Fv., kl., t.ex., e.g.*), ordinals (*12. februar*) and initials end no
sentence; a line break inside a paragraph ends none either, an empty line always does.

>>> text = "Vi har bl.a. nr. 5, jf. § 3. Det held."
>>> [text[a:b] for a, b in sentence_spans(text, "nn")]
['Vi har bl.a. nr. 5, jf. § 3.', 'Det held.']
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from consult.read.vocabulary import words
from consult.records import Language

BEGINS, INSIDE = 1, -1  # spaCy's values of SENT_START
COMPONENT = "consult_sentences"
ENDERS = frozenset(".!?…")
CLOSERS = frozenset("»”\"'’)]*_")
OPENERS = "«“„\"'‘([*_–—-•"
PARAGRAPH = re.compile(r"\n\s*\n\s*")
POSSIBLE = re.compile(r"[.!?…][^\w\s]*\s+\S|\n\s*\n")
ORDINAL = re.compile(r"\d{1,2}\.\Z")
NUMBER_LAST = re.compile(r"\d\s*\Z")
INITIAL = re.compile(r"(?:[^\W\d_]\.)+\Z")
NUMBER_WORDS = (
    "nr.",
    "no.",
    "nos.",
    "art.",
    "kap.",
    "pkt.",
    "s.",
    "p.",
    "pp.",
    "st.",
    "sec.",
    "fig.",
    "tab.",
    "prop.",
    "dok.",
    "ref.",
    "pr.",
    "fv.",
    "rv.",
    "fnr.",
    "gnr.",
    "bnr.",
    "snr.",
    "matr.nr.",
    "lnr.",
    "km.",
    "kr.",
    "postnr.",
    "vedl.",
)
"""Abbreviations that stand before a number; before anything else a capital may begin a new sentence after them."""
MEASURES = ("km.", "kr.")
"""Those of them that stand behind their number as well."""


@cache
def pipeline(language: Language) -> Any:
    """The spaCy pipeline of a language: its tokeniser and our sentence bounds, no trained parts."""
    from consult.read.spacy_alone import load_spacy

    spacy = load_spacy()
    from spacy.language import Language as Pipeline

    if not Pipeline.has_factory(COMPONENT):
        Pipeline.component(COMPONENT, func=mark_sentences)
    nlp = spacy.blank(language)
    nlp.add_pipe(COMPONENT)
    return nlp


@lru_cache(maxsize=4096)
def sentence_spans(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of `text`, white space at their edges left out."""
    if not text.strip():
        return ()
    if not POSSIBLE.search(text):
        return (_trimmed(text, 0, len(text)),)  # the most common case in notes: no need of a tokeniser
    bounds = [sentence.start_char for sentence in pipeline(language)(text).sents]
    spans = (_trimmed(text, a, b) for a, b in zip(bounds, [*bounds[1:], len(text)], strict=True))
    return tuple(span for span in spans if span[0] < span[1])


def mark_sentences(doc: Any) -> Any:
    """The spaCy component: mark which tokens begin a sentence, by what stands before them."""
    import numpy as np

    text = doc.text
    edges = {found.end() - 1 for found in POSSIBLE.finditer(text)} | {found.end() for found in PARAGRAPH.finditer(text)}
    marks = np.full(len(doc), INSIDE, dtype=np.int64)
    start = 0
    for token, at in enumerate(doc.to_array("IDX").tolist()):
        if token == 0 or (at in edges and _begins(text, start, at)):
            marks[token] = BEGINS
            start = at
    return doc.from_array(["SENT_START"], marks.astype(np.uint64))


def _begins(text: str, start: int, at: int) -> bool:
    """Whether a sentence begins at `at`, the one before it having begun at `start`."""
    before = text[start:at]
    stripped = before.rstrip()
    gap = before[len(stripped) :]
    if not stripped or not gap or text[at].isspace():
        return False
    if gap.count("\n") > 1:
        return True
    while stripped and stripped[-1] in CLOSERS:
        stripped = stripped[:-1]
    if not stripped or stripped[-1] not in ENDERS:
        return False
    return _opens(text, at) and not _held(stripped, text, at)


def _opens(text: str, at: int) -> bool:
    """Whether what stands at `at` can begin a sentence: a capital or a digit, behind quotes and dashes."""
    first = text[at : at + 4].lstrip(OPENERS + " ")[:1]
    return first.isupper() or first.isdigit()


def _held(before: str, text: str, at: int) -> bool:
    """Whether the full stop that `before` ends with belongs to its word and not to the sentence."""
    if before[-1] != "." or before.endswith(".."):
        return False
    word = before.rsplit(maxsplit=1)[-1].lstrip(OPENERS).lower()
    digit = text[at].isdigit()
    if word in NUMBER_WORDS:
        behind = word in MEASURES and NUMBER_LAST.search(before[-len(word) - 3 : -len(word)])
        return digit and not behind
    if word in words("abbreviation_inside"):
        return True
    if word in words("abbreviation_anywhere"):
        return digit
    if ORDINAL.fullmatch(word):
        return before == before.rsplit(maxsplit=1)[-1] or _names_month(text, at)
    return bool(INITIAL.fullmatch(word)) and before.rsplit(maxsplit=1)[-1][-2].isupper()


def _names_month(text: str, at: int) -> bool:
    """Whether a month's name stands at `at`: *12. Februar*, as some write it."""
    return re.match(r"[^\W\d_]*", text[at:]).group().lower() in words("month")  # type: ignore[union-attr]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
