"""Lines by which somebody signs without a closing formula."""

from __future__ import annotations

import pytest

from consult.read.signing import signs_for, stands_over_address, tells_who
from tests.reading_sources import judged, lines_source

SAID = ["Det er mørkt langs vegen, og borna går der.", "Fem etasjar er for mykje."]
FOR = [
    ("For dyrt", False, "an opinion"),
    ("For mange blokker", False, "another"),
    ("For FAU er trygg skuleveg viktig", False, "a sentence"),
    ("For FAU, Siri Nordal", True, "a kind alone"),
    ("For Naturvernforbundet i Nes", True, "a name"),
    ("For Nes Utbygging AS", True, "a company"),
]
WHO = [
    ("Meir lys", "Ola Dal", False, "an idea"),
    ("Ola bør få lys", "Ola Dal", False, "a sentence that begins with the name"),
    ("gard", "Gard Dal", False, "a word in small letters"),
    ("Leiar for alle", "", False, "a role in a phrase"),
    ("Gard", "Gard Dal", True, "the given name of the sender"),
    ("Knut Eide", "knut.eide@example.com", True, "a name that the address tells"),
    ("Leiar: Mina Solheim", "", True, "an office before the name"),
    ("Mina Solheim, leiar", "", True, "and behind it"),
]


@pytest.mark.parametrize(("line", "expected", "why"), FOR, ids=[case[2] for case in FOR])
def test_for_whom_a_line_signs(line: str, expected: bool, why: str) -> None:
    """*For* before a body's name signs; before anything else it is a word."""
    assert signs_for(line) is expected, why


@pytest.mark.parametrize(("line", "contributor", "expected", "why"), WHO, ids=[case[3] for case in WHO])
def test_who_a_line_tells_of(line: str, contributor: str, expected: bool, why: str) -> None:
    """Name and office, or the sender's own name."""
    assert tells_who(line, contributor) is expected, why


def test_a_street_at_the_end_belongs_to_the_name_above() -> None:
    """Only under a name: *Runde 2* alone is none."""
    assert stands_over_address("Bakkevegen 11", "Knut Eide", "")
    assert stands_over_address("Knut Eide", "Takk.", "Bakkevegen 11")
    assert not stands_over_address("Runde 2", "Meir lys langs vegen", "")


@pytest.mark.parametrize(
    "tail",
    [
        ("Leiar: Mina Solheim",),
        ("For FAU, Siri Nordal",),
        ("For Naturvernforbundet i Nes", "Synnøve Lid, leiar"),
        ("Knut Eide", "Bakkevegen 11"),
        ("Med helsing", "Eva Nes", "planrådgjevar", "Brevet er elektronisk godkjent og har derfor ikkje underskrift."),
        (
            "Med helsing",
            "Eva Nes",
            "Dokumentet er elektronisk godkjent",
            "Kopi til:",
            "Nes kommune, Postboks 1, 6900 Nes",
        ),
    ],
)
def test_a_signature_is_nobodys_opinion(tail: tuple[str, ...]) -> None:
    """What stands above it is input, and nothing of it."""
    found = judged(lines_source("\n\n".join((*SAID, *tail)), voice="individual"))
    assert [words for reason, words in found if reason == "input"] == SAID
