"""Who says that an earlier contribution of theirs does not hold any more."""

from __future__ import annotations

import pytest

from consult.read.replaced import replacing, says_so
from consult.records import Block, Source


@pytest.mark.parametrize(
    "text",
    [
        "Den nye brua erstatter den gamle.",
        "Revidert plan må på høyring.",
        "Planen erstatter tidligere plan.",
        "Kommunen må trekke forslaget.",
        "Vi trekker fram innspill fra ungdom.",
        "Revidert nasjonalbudsjett nevner høringssvar.",
        "Vi viser til vårt brev av 1. mai.",
        "The new road replaces the earlier one and our comments stand.",
    ],
)
def test_what_is_proposed_to_be_replaced_is_no_contribution(text: str) -> None:
    """Roads, plans and proposals are replaced; and people point to what they sent."""
    assert not says_so(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hei, det var ein feil. Denne erstattar den førre.",
        "REVIDERT uttalelse fra Nes kommune - erstatter tidligere",
        "Hei, jeg trekker innspillet mitt fra januar.",
        "Eg trekkjer tilbake merknaden min.",
        "Jag drar tillbaka mitt yttrande.",
        "Denne erstatter vores tidligere høringssvar.",
        "We withdraw our earlier response.",
        "Uttalelse revidert",
    ],
)
def test_who_replaces_or_takes_back_says_so(text: str) -> None:
    """In the five languages."""
    assert says_so(text)


def test_what_a_mail_quotes_is_not_its_own() -> None:
    """And the name of a file says it as well."""
    quoted = "Eg står ved det.\n\n> Denne erstatter den forrige."
    block = Block(start=18, end=len(quoted), kind="quoted")
    mail = Source(path="a.eml", sha256="a", format="eml", text=quoted, blocks=(block,))
    named = Source(path="b/Uttale revidert.docx", sha256="b", format="docx", text="Lys.")

    assert list(replacing([named, mail])) == [named]
