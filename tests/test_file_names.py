"""Personal data in a file's name."""

from __future__ import annotations

import pytest

from consult.read.file_names import find_in_path

STAYS = [
    ("20260301.txt", "a day"),
    ("brev 2026-03-01 kl 1012.txt", "a day and a time"),
    ("mote1_bord4_marked.md", "a meeting and a table"),
    ("sak 2025-11873.pdf", "a case"),
    ("12345678.pdf", "a number that may be anything"),
    ("bakkevegen 56.pdf", "another house than the text's"),
]
FOUND = [
    ("11 Bakkevegen 7.docx", "Bakkevegen 7", "an address"),
    ("Strandgata_21.pdf", "Strandgata_21", "joined words"),
    ("06 merknad bakkevegen 5.eml", "bakkevegen 5", "in small letters, as the text has it"),
    ("mail/merknad-bakkevegen-5.eml", "bakkevegen-5", "joined by dashes"),
]
SAID = [("Bakkevegen 5", "address")]


@pytest.mark.parametrize(("path", "why"), STAYS, ids=[case[1] for case in STAYS])
def test_what_names_no_person_stays(path: str, why: str) -> None:
    """Days, cases and tables are in the names of most files."""
    assert find_in_path(path, SAID) == [], why


@pytest.mark.parametrize(("path", "words", "why"), FOUND, ids=[case[2] for case in FOUND])
def test_where_somebody_lives_is_found(path: str, words: str, why: str) -> None:
    """By its own form, or because the text says it."""
    assert [(path[one.start : one.end], one.kind) for one in find_in_path(path, SAID)] == [(words, "address")], why
