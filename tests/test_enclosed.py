"""Enclosures of mails speak for who sent the mail, unless they say otherwise."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from consult.read.enclosed import with_senders
from consult.read.inputs import read_inputs
from consult.records import Source, Voice
from consult.settings import VoiceRule
from tests.reading_sources import SETTINGS

MAIL = Source(
    path="a/mail.eml", sha256="1", format="eml", text="Sjå vedlegg.\n\nMvh Jens Ravn", contributor="Nes syklistlag",
    voice="organisation",
)  # fmt: skip


def enclosure(text: str = "Bygg sykkelveg.", **fields: object) -> Source:
    """A file in the mail."""
    made = Source(path="a/mail.eml/merknad.docx", sha256="2", format="docx", text=text)
    return replace(made, **fields)  # type: ignore[arg-type]


def sent(source: Source, mail: Source = MAIL, ruled: frozenset[str] = frozenset()) -> tuple[str, Voice]:
    """Contributor and voice of a source beside the mail."""
    found = {one.path: one for one in with_senders([mail, source], ruled)}[source.path]
    return found.contributor, found.voice


STAYS = [
    (enclosure(voice="group_note"), "a table's notes that a facilitator sends"),
    (enclosure(contributor="Kari"), "a file that names its writer"),
    (enclosure(status="unreadable", reason="broken"), "what cannot be read"),
    (enclosure(locator="sheet=1;row=2"), "a row of a form"),
    (enclosure("Bygg sykkelveg.\n\nMvh\nOddny Ness"), "what another has signed"),
    (replace(enclosure(), path="b/merknad.docx"), "a file beside the mail"),
    (replace(enclosure(), path="a/mail.eml2/merknad.docx"), "a file in a folder that is called almost so"),
]


@pytest.mark.parametrize(("source", "why"), STAYS, ids=[row[1] for row in STAYS])
def test_what_stays_as_it_is(source: Source, why: str) -> None:
    """Nothing that says who speaks is overruled, and nothing that came otherwise."""
    assert sent(source) == (source.contributor, source.voice), why


BEARS = [
    (enclosure(), "a file that names nobody"),
    (enclosure("Bygg sykkelveg.\n\nMvh\nJens Ravn"), "a file that the mail's writer has signed"),
    (enclosure(voice="organisation"), "an organisation's without a name"),
    (replace(enclosure(), path="a/mail.eml/inne/merknad.docx"), "a file in an archive in it"),
]


@pytest.mark.parametrize(("source", "why"), BEARS, ids=[row[1] for row in BEARS])
def test_what_the_sender_encloses_is_the_senders(source: Source, why: str) -> None:
    """One contribution in two files is one voice."""
    assert sent(source) == ("Nes syklistlag", "organisation"), why


def test_a_private_persons_enclosure_is_theirs_and_an_organisations_is_not() -> None:
    """A person sends what an association wrote: its voice stays, and it does not get the person's name."""
    mail = replace(MAIL, contributor="Jens Ravn", voice="individual")
    assert sent(enclosure(), mail) == ("Jens Ravn", "individual")
    assert sent(enclosure(voice="organisation"), mail) == ("", "organisation")


def test_a_rule_of_the_settings_holds() -> None:
    """Where the settings say who speaks, only the name is taken over, and where the voices agree."""
    path = frozenset({"a/mail.eml/merknad.docx"})
    assert sent(enclosure(), ruled=path) == ("", "individual")
    assert sent(enclosure(voice="organisation"), ruled=path) == ("Nes syklistlag", "organisation")


def test_a_mail_without_a_sender_gives_none() -> None:
    """Nothing is made up."""
    assert sent(enclosure(), replace(MAIL, contributor="")) == ("", "individual")


def test_a_mail_is_read_with_what_it_encloses(tmp_path: Path) -> None:
    """The whole way, with a rule and without."""
    mail = EmailMessage()
    mail["From"] = "Nes Syklistforbund <post@syklist.example>"
    mail["Subject"] = "Merknad"
    mail.set_content("Merknaden er vedlagd. Kort sagt: bygg sykkelveg til skulen.")
    mail.add_attachment("Sykkelvegen til skulen må byggjast i 2027.", filename="tekst.txt")
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / "mail.eml").write_bytes(bytes(mail))
    settings = replace(SETTINGS, folder=tmp_path)
    said = {source.path: (source.contributor, source.voice) for source in read_inputs(settings)}
    assert said["mail.eml/tekst.txt"] == said["mail.eml"] == ("Nes Syklistforbund", "organisation")
    ruled = replace(settings, voices=(VoiceRule(voice="individual", inputs=("*/tekst.txt",)),))
    said = {source.path: (source.contributor, source.voice) for source in read_inputs(ruled)}
    assert said["mail.eml/tekst.txt"] == ("", "individual")


def test_an_enclosure_that_says_the_senders_name_in_short_is_the_senders() -> None:
    """*Cyklistforbundet* in a file is *Skovby Cyklistforbund* who sent it, and counts once; another body is another."""
    mail = replace(MAIL, contributor="Skovby Cyklistforbund")
    short, other = (enclosure(contributor=name, voice="organisation") for name in ("Cyklistforbundet", "Nes vel"))
    assert sent(short, mail) == ("Skovby Cyklistforbund", "organisation")
    assert sent(other, mail) == ("Nes vel", "organisation")
