"""Words that a line's end divided become whole; hyphens that writers put stay."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.hyphens import ENOUGH, Vocabulary, join_lines


def joined(*lines: str, words: str = "") -> str:
    """The lines joined, in a document that also holds `words`."""
    return join_lines(lines, Vocabulary.of([words, *lines]))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("likestillings-", "og diskrimineringslova"), "likestillings- og diskrimineringslova"),  # shared last part
        (("stat-", "eller kommune"), "stat- eller kommune"),
        (("informations-", "och"), "informations- och"),
        (("dette –", "mener vi"), "dette – mener vi"),  # a dash is no hyphen
        (("dette -", "mener vi"), "dette - mener vi"),  # nor is a hyphen that stands alone
        (("EØS-", "terskelen"), "EØS-terskelen"),  # abbreviations
        (("uu-", "tilsyn"), "uu-tilsyn"),
        (("e-", "post"), "e-post"),
        (("Sør-", "Varanger"), "Sør-Varanger"),  # names
        (("perioden 2024-", "2027"), "perioden 2024-2027"),  # figures
        (("1980-", "talet"), "1980-talet"),
        (("ope 10–", "16 på kvardagar"), "ope 10–16 på kvardagar"),  # a dash between figures is no pause
        (("ope 10", "–16 på kvardagar"), "ope 10–16 på kvardagar"),
        (("i 2027", "– då er det for seint"), "i 2027 – då er det for seint"),
        (("det er 10 –", "16 er for få"), "det er 10 – 16 er for få"),
        (("i 2027–", "då er det for seint"), "i 2027– då er det for seint"),
    ],
)
def test_hyphens_that_stay(lines: tuple[str, ...], expected: str) -> None:
    """What the writer put is content."""
    assert joined(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("tvangs-", "mulkt blir"), "tvangsmulkt blir"),
        (("det er in-", "gen grunn"), "det er ingen grunn"),
        (("an\u00ad", "dre"), "andre"),
        (("uu-til-", "synet"), "uu-tilsynet"),
        (("en", "to", "tre"), "en to tre"),
        (("ord\u00addeling",), "orddeling"),
    ],
)
def test_hyphens_that_go(lines: tuple[str, ...], expected: str) -> None:
    """What the typesetter put is layout."""
    assert joined(*lines) == expected


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("nærings-drivande er med", "nærings-drivande"),
        ("næringsdrivande er med", "næringsdrivande"),
        ("nærings-liv og nærings-politikk", "nærings-drivande"),  # the document hyphenates such words
        ("", "næringsdrivande"),
    ],
)
def test_the_document_itself_tells(elsewhere: str, expected: str) -> None:
    """The same word, whole or hyphenated elsewhere in the document, decides."""
    assert joined("nærings-", "drivande", words=elsewhere) == expected


def test_divided_words_are_no_evidence() -> None:
    """The halves at lines' ends are not words of the document."""
    vocabulary = Vocabulary.of(["vi ber om tvangs-", "mulkt no"])
    assert "tvangs-" not in vocabulary.words
    assert "mulkt" not in vocabulary.words
    assert {"vi", "ber", "om", "no"} <= vocabulary.words


@settings(deadline=None)  # machines are busy
@given(
    st.lists(st.text(alphabet="abcæøå .,", min_size=1, max_size=20).map(str.strip).filter(bool), min_size=1, max_size=6)
)
def test_without_hyphens_nothing_but_line_ends_changes(lines: list[str]) -> None:
    """Joining keeps every character of lines that end in none."""
    assert join_lines(lines, Vocabulary.of(lines)) == " ".join(lines)


def test_a_long_paragraph_is_joined_as_its_pieces_are() -> None:
    """Wherever what is kept at hand is cut off, nothing is lost and no hyphen is judged otherwise."""
    lines = [
        "Kommunen bør innføre tvangs-",
        "mulkt, og EØS-",
        "reglane gjeld 10–",
        "16 år ",
        "",
        "«likestillings-",
        "og",
    ]
    once = joined(*lines)
    assert joined(*lines * 40) == " ".join([once] * 40)
    assert len(once) * 40 > 4 * ENOUGH


@pytest.mark.parametrize("line", ["Vi ber om 12 nye tiltak innan 2026 for alle", "Vi ber om tiltak med tvangs-"])
def test_a_hundred_pages_without_a_blank_line(line: str) -> None:
    """Four thousand lines of one paragraph, as some files give a whole report: not all of it again at each line."""
    began = time.process_time()
    joined(*[line] * 4000)
    assert time.process_time() - began < 2
