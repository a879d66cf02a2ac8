"""Mail gives its head, what the sender wrote, and apart from it what the sender quotes."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.document import Document
from consult.read.mail import read_eml
from consult.read.quoted import quoted_blocks
from tests.made_files import eml_of


def said(document: Document) -> list[tuple[str, str, str]]:
    """(kind, label, text) of each block."""
    return [(block.kind, block.label, document.text[block.start : block.end]) for block in document.blocks]


def kinds(body: str) -> list[tuple[str, str]]:
    """(kind, text) of the blocks of a plain body."""
    return [(block.kind, body[block.start : block.end]) for block in quoted_blocks(body)]


def message(body: str = "Hei.", **fields: str) -> EmailMessage:
    """A message to build on."""
    built = EmailMessage()
    built["From"] = "Kari <kari@example.example>"
    for name, value in fields.items():
        built[name] = value
    built.set_content(body)
    return built


@pytest.mark.parametrize(
    "body",
    [
        "Hei,\n\njeg skriver fordi > 50 prosent\nav oss venter.\n\nHilsen Kari",
        "Han skrev at dette var feil.\n\nJeg er uenig.",  # someone wrote something, but nothing is quoted
        "Den 3. mai skrev vi til dere: ingen svarte.",  # goes on after the colon
        "Fra oss: takk for at dere spør.\n\nMer tekst her.",  # one line like a mail head is none
        "On Monday we wrote:\nthe plan is good",  # no program's attribution: it has no address and no time of day
        "Innspill:\n- fra kommunen\n- til staten",
        "Fra: start\ntil slutt",
    ],
)
def test_what_the_sender_wrote_is_not_quoted(body: str) -> None:
    """Words like those above quotations are input all the same."""
    assert kinds(body) == [("lines", body)]


@pytest.mark.parametrize(
    "attribution",
    [
        "Den 2. april 2026 kl. 14:12 skrev Marit Løvstakken\n<marit@example.example>:",
        "Den tors. 2. apr. 2026 kl. 14:12 skreiv Marit <m@example.example>:",
        "On Thu, 2 Apr 2026 at 14:12, Marit <m@example.example> wrote:",
        "Den tors 2 apr. 2026 kl 14:12 skrev Marit <m@example.example>:",
        "tor. 2. apr. 2026 kl. 14.12 skrev Marit:",
        "2026-04-02 14:12 skrev Marit:",
        "Marit Løvstakken <m@example.example> skrev:",
    ],
)
def test_attributions(attribution: str) -> None:
    """As mail programs write them in the five languages, wrapped or not."""
    body = f"Takk, det passer.\n\n{attribution}\n> Passer mandag?\n>\n> Hilsen Marit"
    assert kinds(body) == [("lines", "Takk, det passer."), ("quoted", body.split("\n\n", 1)[1])]


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----\nFrom: Marit\nSent: Monday\nTo: Kari\nSubject: Plan",
        "-----Opprinnelig melding-----",
        "Fra: Marit <m@example.example>\nSendt: 2. april 2026 14:12\nTil: Kari\nEmne: Plan",
        "Från: Marit\nSkickat: den 2 april\nTill: Kari\nÄmne: Plan",
        "*From:* Marit\n*Sent:* Monday\n*To:* Kari\n*Subject:* Plan",
        "________________________________\nFra: Marit\nSendt: mandag\nTil: Kari\nEmne: Plan",
    ],
)
def test_copied_heads_quote_all_below(head: str) -> None:
    """Programs that do not mark lines copy the earlier message's head above it."""
    blocks = kinds(f"Enig.\n\n{head}\n\nPasser mandag?")
    assert blocks[0][1].startswith("Enig.")
    assert blocks[-1][0] == "quoted"
    assert blocks[-1][1].endswith("Passer mandag?")


def test_answers_between_quoted_lines() -> None:
    """Answers below each quoted question are the sender's."""
    body = "> Passer mandag?\nJa.\n> Og tirsdag?\n\nNei."
    assert kinds(body) == [
        ("quoted", "> Passer mandag?"),
        ("lines", "Ja."),
        ("quoted", "> Og tirsdag?"),
        ("lines", "Nei."),
    ]


@settings(deadline=None)  # machines are busy
@given(
    st.lists(
        st.sampled_from(["", "> før", "Hei.", "Den 2. april skrev Ola:", "Fra: x", "Til: y", "Emne: z", "-- "]),
        max_size=12,
    )
)
def test_blocks_tile_the_body(lines: list[str]) -> None:
    """Whatever stands in a body, each character that is no white space is in one block."""
    body = "\n".join(lines)
    covered = "".join(text for _, text in kinds(body))
    assert "".join(covered.split()) == "".join(body.split())


def test_head_and_body() -> None:
    """The head is labelled, the body keeps its characters and line ends."""
    fields = {"From": "=?utf-8?q?K=C3=A5re?= <k@x.example>", "To": "a@b.example", "Subject": "Om  arkiv"}
    date = "Tue, 14 Apr 2026 21:47:05 +0200"
    document = read_eml(eml_of("Hei,\n\nhard-\nbroten   line.\n", **fields, Date=date))
    assert said(document) == [
        ("header", "From", "From: Kåre <k@x.example>"),
        ("header", "To", "To: a@b.example"),
        ("header", "Subject", "Subject: Om arkiv"),
        ("header", "Date", "Date: Tue, 14 Apr 2026 21:47:05 +0200"),
        ("lines", "", "Hei,\n\nhard-\nbroten   line."),
    ]
    assert (document.title, document.date, document.contributor) == ("Om arkiv", "2026-04-14", "Kåre")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "no-such-charset"])
def test_charsets(charset: str) -> None:
    """The stated charset, or what the bytes are when it is wrong."""
    encoding = "cp1252" if charset == "no-such-charset" else charset
    data = eml_of("", Content_Transfer_Encoding="8bit").replace(b"utf-8", charset.encode())
    assert "blåbær" in read_eml(data + "blåbær".encode(encoding)).text


def test_formatted_mail() -> None:
    """Without a plain body the formatted one is read, earlier messages told apart."""
    built = message()
    built.set_content("<p>Eg er samd.</p><blockquote><p>Er du samd?</p></blockquote>", subtype="html")
    assert [(kind, text) for kind, _, text in said(read_eml(built.as_bytes()))][1:] == [
        ("paragraph", "Eg er samd."),
        ("quoted", "Er du samd?"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "<p><b>Fra:</b> Marit<br><b>Sendt:</b> mandag 2. april<br><b>Til:</b> Kari<br><b>Emne:</b> Plan</p>",
        "<div>Den tor. 2. apr. 2026 kl. 14:12 skrev Marit &lt;m@x.example&gt;:</div>",
    ],
)
def test_formatted_mail_with_an_earlier_message_that_nothing_marks(head: str) -> None:
    """Outlook copies the earlier mail's head above it, and marks neither."""
    built = message()
    built.set_content(f"<p>Eg er samd.</p><hr>{head}<p>Er du samd?</p>", subtype="html")
    assert [kind for kind, _, _ in said(read_eml(built.as_bytes()))] == ["header", "paragraph", "quoted", "quoted"]


def test_the_plain_body_is_preferred() -> None:
    """Where a mail has both, its plain body is what is quoted from."""
    built = message("Rein tekst.")
    built.add_alternative("<p>Formatert.</p>", subtype="html")
    assert "Formatert" not in read_eml(built.as_bytes()).text


def test_attachments() -> None:
    """Files come along; a picture that the body shows and a signature do not."""
    built = message("Sjå vedlegg.")
    built.add_attachment(b"brev", maintype="application", subtype="pdf", filename="brev på norsk.pdf")
    built.add_attachment(
        b"logo", maintype="image", subtype="png", filename="logo.png", cid="<logo>", disposition="inline"
    )
    built.add_attachment(b"sig", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert [(part.name, part.content) for part in read_eml(built.as_bytes()).attachments] == [
        ("brev på norsk.pdf", b"brev")
    ]


def test_a_mail_that_only_brings_a_letter() -> None:
    """A blank body with a letter attached is no fault: the head is kept, the letter is the contribution."""
    built = message("", Subject="Innspel")
    built.add_attachment("brev", filename="brev.txt")
    document = read_eml(built.as_bytes())
    assert (document.reason, {block.kind for block in document.blocks}) == ("", {"header"})


def test_a_forwarded_message_is_an_attachment() -> None:
    """A message inside a message is a contribution of its own, with its own attachments."""
    inner = message("Innspelet mitt.", Subject="Innspel")
    inner.add_attachment("notat", filename="notat.txt")
    outer = message("Sjå under.", Subject="VS: Innspel")
    outer.add_attachment(inner)
    document = read_eml(outer.as_bytes())
    assert "Innspelet mitt" not in document.text
    assert [part.name for part in document.attachments] == ["message-1.eml"]
    inside = read_eml(document.attachments[0].content)
    assert "Innspelet mitt." in inside.text
    assert [part.name for part in inside.attachments] == ["notat.txt"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (eml_of("", From="a@b.example"), "empty"),
        (eml_of("x").replace(b"text/plain; charset=utf-8", b'multipart/encrypted; boundary="b"'), "encrypted"),
        (
            eml_of("x").replace(b"text/plain; charset=utf-8", b"application/pkcs7-mime; smime-type=enveloped-data"),
            "encrypted",
        ),
    ],
)
def test_reasons(data: bytes, reason: str) -> None:
    """Mail without words of its own, and mail that only its recipient can open."""
    assert read_eml(data).reason == reason


def test_signed_mail_is_read() -> None:
    """A signature does not hide what it signs."""
    data = eml_of("x").replace(b"text/plain; charset=utf-8", b'multipart/signed; boundary="b"')
    parts = b"--b\nContent-Type: text/plain\n\nInnhald.\n--b\nContent-Type: application/pgp-signature\n\nxx\n--b--"
    data = data.replace(b"\n\nx", b"\n\n" + parts)
    document = read_eml(data)
    assert "Innhald." in document.text
    assert document.attachments == ()


@pytest.mark.parametrize(
    "field", ["Subject: =?utf-8?q?=FF=FE?=", "From: <<<>>>", "Date: i går", "To: undisclosed-recipients:;"]
)
def test_malformed_fields_do_not_stop_a_mail(field: str) -> None:
    """A field that no rule allows is shown as it can be; the body is read."""
    assert "Innhald." in read_eml(f"{field}\n\nInnhald.".encode()).text


def test_mail_saved_as_utf_16() -> None:
    """A text editor may save a mail so."""
    assert "blåbær" in read_eml("Subject: x\n\nblåbær".encode("utf-16")).text


def test_an_attribution_without_marks_quotes_all_below() -> None:
    """Some programs do not mark the lines they quote; their attribution has an address or a time of day."""
    body = "Enig.\n\nDen 2. april 2026 kl. 14:12 skrev Marit:\n\nPasser mandag?"
    assert kinds(body) == [("lines", "Enig."), ("quoted", body.split("\n\n", 1)[1])]


LONG = "Ferja står innstilt kvar veke om vinteren, og skuleungdom må få gratis plass i hybel når ho ikkje går."


@pytest.mark.parametrize(
    ("plain", "rich", "read"),
    [
        ("Meir lys i parken.", "<p>Meir lys i parken.</p><p>Kari, Nes</p>", "Meir lys i parken."),  # the same, signed
        ("Einig.", f"<p>Einig.</p><blockquote type=cite>{LONG}</blockquote>", "Einig."),  # what is longer is quoted
        (LONG, f"<p>{LONG}</p>", LONG),
        ("Se HTML", f"<p>{LONG}</p>", LONG),
        ("This is a multi-part message in MIME format.", f"<p>{LONG} {LONG}</p>", f"{LONG} {LONG}"),
    ],
)
def test_a_text_that_points_to_the_formatted_body_gives_way_to_it(plain: str, rich: str, read: str) -> None:
    """A body as text is what was written, unless it is a few words where the formatted one says far more."""
    mail = message(plain, Subject="x")
    mail.add_alternative(rich, subtype="html")
    assert [text for kind, _, text in said(read_eml(mail.as_bytes())) if kind not in ("header", "quoted")] == [read]
