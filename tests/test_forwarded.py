"""A letter that somebody only passes on is read as its writer's."""

from __future__ import annotations

import pytest

from consult.read.document import Document
from consult.read.forwarded import forwarded, passes_on, says_forwarded, sender_name, unmarked
from consult.read.mail import read_eml
from consult.read.passages import split_source
from consult.records import Source
from tests.made_files import eml_of
from tests.reading_sources import SETTINGS

LETTER = "Ferja må gå heile natta.\n\nDet trengst òg betre skredvarsling på vegen."
HEAD = "Fra: Siv Moe <siv@heime.example>\nSendt: mandag 9. mars 2026 20:11\nTil: Postmottak\nEmne: Innspel"
OUTER = {"From": "Postmottak <post@fylke.example>", "To": "plan@fylke.example"}


def passed_on(body: str, subject: str = "VS: Innspel", **fields: str) -> Document:
    """A mail as a registry passes it on."""
    return read_eml(eml_of(body, **{**OUTER, **fields}, Subject=subject))


def read(document: Document) -> tuple[list[str], list[tuple[str, str]]]:
    """The passages' words, and what is set aside with its reason; together they tile the text."""
    source = Source(
        path="m.eml", sha256="0", format="eml", text=document.text, blocks=document.blocks, voice="individual",
        language="nn",
    )  # fmt: skip
    found = split_source(source, SETTINGS)
    spans = sorted((one.start, one.end) for one in (*found.passages, *found.set_aside))
    assert "".join(document.text[a:b] for a, b in spans) == document.text
    passages = [" ".join(one.text.split()) for one in found.passages]
    return passages, [(one.reason, one.text.strip()) for one in found.set_aside]


@pytest.mark.parametrize("subject", ["Innspel", "SV: Innspel", "Re: Fwd: Innspel", "SV: VS: Innspel", "Vs. Nes"])
def test_a_reply_stays_a_reply(subject: str) -> None:
    """Without a word of passing on first in its subject, what is copied below is an earlier message."""
    document = passed_on(f"Eg er samd i dette.\n\n{HEAD}\n\n{LETTER}", subject)
    assert document.contributor == "Postmottak"
    assert "quoted" in {block.kind for block in document.blocks}
    assert read(document)[0] == ["Eg er samd i dette."]


def test_an_invitation_passed_back_is_no_input() -> None:
    """Who answers an invitation with *forward* answers: what came from the recipient is an earlier message."""
    head = HEAD.replace("Siv Moe <siv@heime.example>", "Fylket <plan@fylke.example>")
    own = "Bussen bør gå kvar time."
    document = passed_on(f"{own}\n\n{head}\n\nVi inviterer til høyring.", From="Siv Moe <siv@heime.example>")
    assert (document.contributor, read(document)[0]) == ("Siv Moe", [own])
    office = head.replace("plan@", "post@")
    document = passed_on(f"{own}\n\n{office}\n\nVi inviterer til høyring.", From="Siv Moe <siv@heime.example>")
    assert (document.contributor, read(document)[0]) == ("Siv Moe", [own])


@pytest.mark.parametrize("subject", ["VS: Innspel", "Fwd: Input", "FW: x", "VB: Synpunkter", "Vidaresendt: Innspel"])
@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        "--- Forwarded message ---\nFrom: Siv Moe <s@x.example>\nDate: Mon, 9 Mar\nSubject: Innspel\nTo: <a@b.example>",
        "Fra: Siv Moe [mailto:siv@heime.example]\nSendt: mandag\nTil: Postmottak\nEmne: Innspel",
        "-------- Videresendt melding --------\n\n" + HEAD,
        "________________________________\nFrån: Siv Moe\nSkickat: den 9 mars\nTill: Post\nÄmne: Plan",
    ],
)
def test_the_letter_is_the_input(subject: str, head: str) -> None:
    """The message below the copied head is read; its writer contributes, and not who passes it on."""
    document = passed_on(f"Til saksbehandlar.\n\n{head}\n\n{LETTER}\n\nHelsing\nSiv Moe", subject)
    passages, aside = read(document)
    assert document.contributor == "Siv Moe"
    assert passages == LETTER.split("\n\n")
    assert any(reason == "boilerplate" and text.startswith("Til saksbehandlar.") for reason, text in aside)


def test_what_the_letter_quotes_stays_quoted() -> None:
    """Earlier messages below the one that is passed on are set aside as ever."""
    document = passed_on(f"{HEAD}\n\n{LETTER}\n\nDen 2. april 2026 kl. 14:12 skrev Fylket <x@y.example>:\n> Kva no?")
    passages, aside = read(document)
    assert passages == LETTER.split("\n\n")
    assert aside[-1][0] == "quoted_previous"


def test_a_note_that_demands_is_input_too() -> None:
    """What who passes it on demands themselves is not lost, nor what they add to a letter of their own."""
    note = "Vi støttar dette: fylket må svare."
    assert read(passed_on(f"{note}\n\n{HEAD}\n\n{LETTER}"))[0] == [note, *LETTER.split("\n\n")]
    again = "Eg sende dette i fjor òg."
    document = passed_on(f"{again}\n\n{HEAD}\n\n{LETTER}", From="Siv Moe <siv@heime.example>")
    assert read(document)[0] == [again, *LETTER.split("\n\n")]


def test_a_formatted_letter_passed_on() -> None:
    """The same where the body is formatted, also where the program marks it as a quotation."""
    head = "<p><b>Fra:</b> Siv Moe<br><b>Sendt:</b> mandag<br><b>Til:</b> Post<br><b>Emne:</b> Plan</p>"
    html = f"<p>Til orientering</p>{head}<blockquote><p>Ferja må gå heile natta.</p></blockquote>"
    data = eml_of(html, **OUTER, Subject="VS: Innspel").replace(b"text/plain", b"text/html")
    document = read_eml(data)
    assert document.contributor == "Siv Moe"
    assert read(document)[0] == ["Ferja må gå heile natta."]


# -- behind `>`, as Apple Mail writes it ----------------------------------------------------------------

APPLE = "From: Siv Moe <siv@heime.example>\nSubject: Innspel\nDate: 9 March 2026 at 20:11:12 CET\nTo: <p@f.example>"
NORWEGIAN = "Fra: Siv Moe <siv@heime.example>\nEmne: Innspel\nDato: 9. mars 2026 kl. 20:11:12 CET\nTil: Postmottak"


def marked(text: str) -> str:
    """Each line behind a mark of quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Ferja må gå.\n> 50 prosent er einige.",  # more than half
        f"Eg er samd.\n\nDen 9. mars 2026 kl. 20:11 skrev Siv <siv@heime.example>:\n\n{marked(LETTER)}",
        f"{HEAD}\n\n{LETTER}\n\n{marked(HEAD)}\n>\n{marked('Kva no?')}",  # the letter's own quotation
        marked(LETTER),
        marked("Fra: alle\nTil: dei som styrer"),  # one field is no head of a mail
    ],
)
def test_marks_that_stay(body: str) -> None:
    """Without a copied head behind them, or below one without, they are the writer's or a quotation's."""
    assert unmarked(body) == body


@pytest.mark.parametrize("subject", ["SV: Innspel", "Re: Fwd: Innspel"])
def test_a_reply_with_a_forward_below_stays_a_reply(subject: str) -> None:
    """What somebody answers to is an earlier message, however it came there."""
    body = f"Eg er samd i dette.\n\nBegin forwarded message:\n{marked(APPLE)}\n>\n{marked(LETTER)}"
    document = passed_on(body, subject)
    assert document.contributor == "Postmottak"
    assert not set(LETTER.split("\n\n")) & set(read(document)[0])


@pytest.mark.parametrize("subject", ["Fwd: Innspel", "VS: Innspel", "Innspel"])
@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("Begin forwarded message:", APPLE),
        ("Videresendt melding:", NORWEGIAN),
        ("Vidaresend melding:", NORWEGIAN.replace("Fra:", "Frå:")),
        ("Start på videresendt besked:", NORWEGIAN),
        ("Vidarebefordrat brev:", "Från: Siv Moe <s@x.example>\nÄmne: Plan\nDatum: 9 mars 2026\nTill: Post"),
        ("---------- Forwarded message ---------", APPLE),
    ],
)
@pytest.mark.parametrize("marks", [True, False])
def test_a_message_behind_marks_is_the_input(subject: str, line: str, head: str, *, marks: bool) -> None:
    """Whether its lines are marked or not, and where the line says so also without a word of it in the subject."""
    letter = f"\n{head}\n\n{LETTER}\n\nHelsing\nSiv Moe"
    document = passed_on(f"Til saksbehandlar.\n\n{line}\n{marked(letter) if marks else letter}", subject)
    passages, aside = read(document)
    assert passages == LETTER.split("\n\n")
    assert document.contributor == "Siv Moe"
    assert ">" not in document.text.replace(".example>", "")
    assert any(reason == "boilerplate" and text.startswith("Til saksbehandlar.") for reason, text in aside)


def test_only_one_mark_is_of_the_program() -> None:
    """What the letter quotes in its turn stays quoted."""
    letter = f"{APPLE}\n\n{LETTER}\n\n> Kva meiner du?\n> Svar innan fredag."
    document = passed_on(f"Begin forwarded message:\n\n{marked(letter)}")
    passages, aside = read(document)
    assert passages == LETTER.split("\n\n")
    assert aside[-1] == ("quoted_previous", "> Kva meiner du?\n> Svar innan fredag.")


@pytest.mark.parametrize(
    "own", ["Vi krev at fylket svarer.", "Eg meiner noko heilt anna om dette, og vil seie det med mange ord her. " * 2]
)
def test_who_says_something_themselves_is_read_themselves(own: str) -> None:
    """Where only a line of the program's tells of passing on: the mail is its sender's."""
    document = passed_on(f"{own}\n\nBegin forwarded message:\n\n{marked(f'{APPLE}' + chr(10) * 2 + LETTER)}", "Innspel")
    assert document.contributor == "Postmottak"
    assert not set(LETTER.split("\n\n")) & set(read(document)[0])


def test_a_formatted_message_of_apples() -> None:
    """The line, the head and the message each in an element of its own."""
    head = "".join(
        f"<div><b>{line.partition(':')[0]}: </b>{line.partition(':')[2]}</div>"
        for line in NORWEGIAN.replace("<", "&lt;").split("\n")
    )
    below = f"<div>Videresendt melding:</div><br>{head}<br><div>Ferja må gå heile natta.</div>"
    html = f"<div>Til orientering<br><blockquote type='cite'>{below}</blockquote></div>"
    document = read_eml(eml_of(html, **OUTER, Subject="Innspel").replace(b"text/plain", b"text/html"))
    assert document.contributor == "Siv Moe"
    assert read(document)[0] == ["Ferja må gå heile natta."]


@pytest.mark.parametrize("line", ["Videresendt melding", "Vi fekk ei videresendt melding:", "Melding:", "forwarded"])
def test_ordinary_lines_say_nothing_of_passing_on(line: str) -> None:
    """A line of prose, or one without the program's colon or dashes."""
    assert not passes_on("Innspel", [line])


@pytest.mark.parametrize("body", ["", "Sjå vedlegg.", HEAD, "-----Opprinnelig melding-----"])
def test_nothing_below_is_nothing_passed_on(body: str) -> None:
    """Without a copied head, or without a word below it, a mail is read as any other."""
    assert forwarded(body.split("\n"), OUTER) is None


def test_a_divider_without_a_head() -> None:
    """A message below a bare divider is read; nobody is named as its writer."""
    found = forwarded(["--- Forwarded message ---", LETTER], OUTER)
    assert found is not None
    assert (found.body, found.writer) == (1, "")


def test_words_and_names() -> None:
    """The words of the five languages, and who a field names."""
    assert [says_forwarded(f"{word}: x") for word in ("VS", "VB", "Fwd", "SV", "Re")] == [True] * 3 + [False] * 2
    assert sender_name("Siv Moe <s@x.example>") == "Siv Moe"
    assert sender_name("s@x.example") == "s@x.example"
    assert sender_name("Siv Moe") == "Siv Moe"
    found = forwarded([*HEAD.replace("Siv Moe", "Moe, Siv").split("\n"), "", LETTER], OUTER)
    assert found is not None
    assert found.writer == "Moe, Siv"
