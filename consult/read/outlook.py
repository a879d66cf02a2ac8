"""msg → the same document as the mail it was, by python-oxmsg.

Outlook keeps a plain body beside a formatted one in nearly every message; the formatted one is read where
it does not.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from consult.read.document import Attachment, Document
from consult.read.mail import mail_document

SECURE = ("IPM.Note.SMIME", "IPM.Note.Secure")


def read_msg(data: bytes) -> Document:
    """The message; `encrypted` when only the recipient's key opens it. Raises what the library raises."""
    from oxmsg import Message

    message: Any = Message.load(BytesIO(data))
    if str(message.message_class).startswith(SECURE) and not message.message_class.endswith("MultipartSigned"):
        return Document(format="msg", reason="encrypted")
    attachments = tuple(_attachments(message))
    if any(attachment.name.endswith(".pgp-encrypted") for attachment in attachments):
        return Document(format="msg", reason="encrypted")
    sent = "" if message.sent_date is None else message.sent_date.isoformat(sep=" ")
    recipients = ", ".join(str(recipient.name or recipient.email_address) for recipient in message.recipients)
    fields = [("From", message.sender or ""), ("To", recipients), ("Subject", message.subject or ""), ("Date", sent)]
    return mail_document("msg", fields, message.body or "", message.html_body or "", attachments)


def _attachments(message: Any) -> list[Attachment]:
    return [
        Attachment(name=part.file_name or "attachment", content=part.file_bytes or b"") for part in message.attachments
    ]
