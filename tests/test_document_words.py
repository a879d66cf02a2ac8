"""Words around a document's own, and texts made fit to be written."""

from __future__ import annotations

import pytest

from consult.publish.document.widths import shares
from consult.publish.document.words import byline, long_date, printable, titled, words
from tests import document_cases as cases


@pytest.mark.parametrize(
    "text",
    [
        cases.SIGNS,  # letters of all scripts
        cases.HOSTILE,  # markup is the writers' business
        "linje\nny\tinnrykk",  # line ends and tabs
        "a\u00a0b\u200bc\u00ad",  # spaces and signs without breadth
        "\u202bעברית\u202c og \u2067مرحبا\u2069",  # turns of direction that end
        "😀",
        "",
    ],
)
def test_what_can_stand_stays(text: str) -> None:
    """Nothing that a file may hold is changed."""
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b", "a␀b"),
        ("\x1b[31m", "␛[31m"),
        ("a\x0cb\x0b", "a␌b␋"),
        ("\x7f\x85\x9b", "␡��"),
        ("\ufffe\uffff\ud800", "���"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\u202esnudd", "\u202esnudd\u202c"),
        ("\u2066a\u202bb", "\u2066a\u202bb\u202c\u2069"),
        ("\u2066a\u202bb\u2069", "\u2066a\u202bb\u2069"),  # ending the outer ends the inner
    ],
)
def test_what_cannot_stand_is_shown_and_what_is_open_is_ended(text: str, expected: str) -> None:
    """Controls become pictures of themselves; a turned direction ends where the text ends."""
    assert printable(text) == expected


@pytest.mark.parametrize(
    ("iso", "language", "expected"),
    [
        ("2026-03-04", "nn", "4. mars 2026"), ("2026-03-04", "en", "4 March 2026"), ("2026-05-01", "nb", "1. mai 2026"),
        ("2026-03-04T12:00:00Z", "nn", "4. mars 2026"), ("våren 2026", "nn", "våren 2026"), ("", "nn", ""),
    ],
)  # fmt: skip
def test_dates_are_written_as_people_write_them(iso: str, language: str, expected: str) -> None:
    """In the document's language; what is no date stays."""
    assert long_date(iso, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("nn", "Sitat 3"), ("en", "Quote 3"), ("sv", "Citat 3"), ("fi", "Quote 3")]
)
def test_the_words_are_in_the_documents_language_or_the_nearest(language: str, expected: str) -> None:
    """A language without a catalogue takes another's words."""
    from consult.publish.document import Document

    assert words(Document(title="x", language=language, blocks=()))("document-quote", number=3) == expected


def test_the_byline_says_who_answers_and_when() -> None:
    """On one line each; what is not known is not said."""
    from consult.publish.document import Document

    made = Document(title="x", language="nn", blocks=(), author="A\nB", date="2026-03-04")
    assert byline(made, words(made)) == ("Ansvarleg: A B", "Dato: 4. mars 2026")
    bare = Document(title="x", language="nn", blocks=())
    assert byline(bare, words(bare)) == ()


def test_columns_are_as_broad_as_their_words() -> None:
    """Together the whole width; figures narrow, titles broad; no head is cut."""
    found = shares(cases.table())
    assert sum(found) == pytest.approx(1)
    assert found[0] > found[2] > 0.1


@pytest.mark.parametrize(
    ("text", "expected"), [("", "–"), (" \n", "–"), ("\u200b\u202e", "–"), ("a", "a"), ("\x00", "␀")]
)
def test_a_name_is_never_empty(text: str, expected: str) -> None:
    """Nor made of signs that nobody sees: such headings break PDF/UA and say nothing to screen readers."""
    assert titled(text) == expected
