"""msg gives the same as the mail that it was."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import oxmsg
import pytest

from consult.read.outlook import read_msg


def stored(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Have the library find this message in any bytes."""
    fields: dict[str, Any] = {
        "message_class": "IPM.Note",
        "attachments": [],
        "sent_date": datetime.datetime(2026, 4, 14, 21, 47, tzinfo=datetime.UTC),
        "recipients": [
            SimpleNamespace(name="Innspel", email_address="i@x.example"),
            SimpleNamespace(name="", email_address="b@x.example"),
        ],
        "sender": "Kari Li <kari@x.example>",
        "subject": "Om arkiv",
        "body": "Hei,\r\n\r\narkivet bør opnast.\r\n\r\n> før",
        "html_body": "",
    }
    monkeypatch.setattr(oxmsg.Message, "load", lambda _: SimpleNamespace(**{**fields, **changes}))


def test_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """Head, body and what is quoted, as in eml."""
    stored(monkeypatch)
    document = read_msg(b"x")
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("header", "From: Kari Li <kari@x.example>"),
        ("header", "To: Innspel, b@x.example"),
        ("header", "Subject: Om arkiv"),
        ("header", "Date: 2026-04-14 21:47:00+00:00"),
        ("lines", "Hei,\n\narkivet bør opnast."),
        ("quoted", "> før"),
    ]
    assert (document.title, document.date, document.contributor) == ("Om arkiv", "2026-04-14", "Kari Li")


def test_formatted_body(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Outlook keeps no plain body."""
    stored(monkeypatch, body=None, html_body="<p>Berre formatert.</p>")
    assert read_msg(b"x").text.endswith("Berre formatert.")


def test_attachments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files with their names; one without a name gets one."""
    parts = [SimpleNamespace(file_name="brev.docx", file_bytes=b"1"), SimpleNamespace(file_name=None, file_bytes=None)]
    stored(monkeypatch, attachments=parts)
    assert [(part.name, part.content) for part in read_msg(b"x").attachments] == [
        ("brev.docx", b"1"),
        ("attachment", b""),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"message_class": "IPM.Note.SMIME"},
        {"attachments": [SimpleNamespace(file_name="ATT1.pgp-encrypted", file_bytes=b"")]},
    ],
)
def test_encrypted(monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]) -> None:
    """What only the recipient's key opens."""
    stored(monkeypatch, **changes)
    assert read_msg(b"x").reason == "encrypted"


def test_no_message() -> None:
    """The caller turns what the library raises into a reason."""
    with pytest.raises(Exception):  # noqa: B017, PT011 -- olefile's errors
        read_msg(b"no message")


@pytest.mark.shared
def test_real_messages(shared: Path) -> None:
    """Messages that Outlook itself wrote have text, subject and date."""
    found = [read_msg(path.read_bytes()) for path in sorted((shared / "ingest").glob("*.msg"))]
    assert len(found) == 8
    assert [document.reason for document in found].count("") == 7
    assert all(document.date and document.text.strip() for document in found if not document.reason)
    assert any(attachment.name == "test-unicode.doc" for document in found for attachment in document.attachments)
