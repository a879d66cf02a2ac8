"""Whose words a form on the web has sent as a mail."""

from __future__ import annotations

import pytest

from consult.read.mail import mail_document
from consult.read.web_forms import writer_of

FORM = "Namn: Kari Nes\nE-post: kari@nes.example\nInnspel: Meir lys langs vegen.\nVil du vere anonym: Ja"


@pytest.mark.parametrize("sender", ["kari@nes.example", "Norma Reply <norma@nes.example>", "post@nes.example", ""])
def test_what_somebody_sends_is_theirs(sender: str) -> None:
    """Whatever their mail says in its lines."""
    assert writer_of(sender, FORM) is None


@pytest.mark.parametrize(
    ("body", "writer"),
    [
        ("Innspel: Meir lys.", ""),
        ("Namnet på vegen er: Storgata\nInnspel: Meir lys.", ""),
        (FORM, "Kari Nes"),
        ("Fornavn: Kari\nEtternavn: Nes\nMelding: Lys", "Kari Nes"),
        ("Navn: Kari Nes\nOrganisasjon: Nes vel\nHøringssvar: Lys", "Nes vel"),
        ("**Name:** Ann Lee\n**Comment:** Light", "Ann Lee"),
    ],
)
@pytest.mark.parametrize("sender", ["noreply@skjema.example", "Nes <no-reply@nes.example>", "ikkesvar@nes.example"])
def test_what_a_form_sends_is_whose_name_it_bears(body: str, writer: str, sender: str) -> None:
    """An organisation before the person; nobody where the form says nothing."""
    assert writer_of(sender, body) == writer


def test_two_answers_from_one_form_are_two_peoples() -> None:
    """The machine's address would make all of them one."""
    fields = (("From", "noreply@skjema.example"), ("Subject", "Nytt innspel"))
    kari, anonymous = (mail_document("eml", fields, body, "", ()) for body in (FORM, "Innspel: Lys."))

    assert (kari.contributor, anonymous.contributor) == ("Kari Nes", "")
