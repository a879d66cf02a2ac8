"""eml and msg → header lines, body, and what was quoted from earlier messages; attachments beside it.

A plain body keeps its characters, hard line ends included. From, To, Subject and Date stand above it, as
in the file, as `header` blocks with the field's name as label. What the sender quotes is `quoted`: lines
behind `>`, and everything below an attribution or a copied mail head. Signature files and pictures that
the body itself shows are no attachments. Of a message that the sender only passes on (*VS:*), the message
is the input and who wrote it the contributor; marks of quotation before its lines are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from itertools import accumulate

from consult.read.document import Attachment, Document, Piece, assemble, normalise, one_line
from consult.read.encoding import decode
from consult.read.forwarded import Forwarded, forwarded, forwarded_blocks, passes_on, sender_name, unmarked
from consult.read.markup import decode_html, html_pieces, parse
from consult.read.plain import read_text
from consult.read.quoted import MACHINE_MADE, attribution_end, is_copied_head, quoted_blocks
from consult.read.web_forms import writer_of
from consult.records import Block

FIELDS = ("From", "To", "Cc", "Subject", "Date")
STUB_WORDS = 20  # a body as text with more words is no pointer to the formatted one
STUB_SHARE = 2  # and that one says more than so many times as much, and half the words above
LONGEST_FIELD = 20_000  # characters; the standard library takes half a minute for a list of 40,000 recipients
SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/ms-tnef"}
)
ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def read_eml(data: bytes) -> Document:
    """The message; `encrypted` when only the recipient's key opens it, `broken` without head and body."""
    if not data.strip():
        return Document(format="eml", reason="empty")
    message = _parsed(data)
    if message.get_content_type() in ENCRYPTED:
        return Document(format="eml", reason="encrypted")
    fields = [(name, _field(message, name)) for name in FIELDS]
    plain, rich = _bodies(message)
    if not (plain.strip() or rich.strip() or any(value for _, value in fields)):
        return read_text(data, "eml")  # someone's text under a mail's name
    return mail_document("eml", fields, plain, rich, tuple(_attachments(message)))


def _parsed(data: bytes) -> EmailMessage:
    """The message; mail saved as UTF-16 by a text editor is read as the text it is."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:400].count(0) > 100:
        data = normalise(decode(data)).encode("utf-8")
    return BytesParser(policy=policy.default).parsebytes(data.lstrip(b"\xef\xbb\xbf\r\n"))


def _field(message: Message, name: str) -> str:
    """One header field, decoded; as it stands when it cannot be, or is longer than people write."""
    raw = next((value for key, value in message.raw_items() if key.casefold() == name.casefold()), "")
    if len(str(raw)) > LONGEST_FIELD:
        return one_line(str(raw))
    try:
        return one_line(str(message.get(name, "")))
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):  # the standard library on malformed fields
        return one_line(str(raw))


def mail_document(
    format: str,  # noqa: A002 -- the record's own word
    fields: Sequence[tuple[str, str]],
    plain: str,
    rich: str,
    attachments: tuple[Attachment, ...],
) -> Document:
    """A document from a mail's parts. plain, rich: the body as text and as html; either may be empty."""
    plain = "" if _is_stub(plain, rich) else plain
    said = dict(fields)
    head, head_blocks = assemble(
        Piece(kind="header", text=f"{name}: {value}", label=name) for name, value in fields if value
    )
    passed_on = _forwarded(said, plain, rich)
    writer, body, body_blocks = passed_on or ("", *_body(plain, rich))
    if not body.strip() and not (head and attachments):
        return Document(format=format, reason="empty", attachments=attachments, date=_day(said.get("Date", "")))
    offset = len(head) + 2 if head else 0
    return Document(
        format=format,
        text="\n\n".join(part for part in (head, body) if part.strip()),
        blocks=(*head_blocks, *_moved(body_blocks, offset)),
        title=said.get("Subject", ""),
        date=_day(said.get("Date", "")),
        contributor=writer or _sender(said.get("From", ""), body),
        attachments=attachments,
    )


def _sender(stated: str, body: str) -> str:
    """Who has sent a mail; where a form on the web has, who filled it in, or nobody."""
    writer = writer_of(stated, body)
    return sender_name(stated) if writer is None else writer


def _body(plain: str, rich: str) -> tuple[str, tuple[Block, ...]]:
    text = normalise(plain)
    if text.strip():
        return text, tuple(quoted_blocks(text))
    tree = parse(rich)
    return ("", ()) if tree is None else assemble(_with_quoted(list(html_pieces(tree, quotes=True))))


def _is_stub(plain: str, rich: str) -> bool:
    """Whether the body as text only points to the formatted one: *Se HTML*, few words where that one says far more."""
    said = normalise(plain)
    own = " ".join(said[block.start : block.end] for block in quoted_blocks(said) if block.kind != "quoted")
    words = len(own.split())
    if not own.strip() or words > STUB_WORDS or (tree := parse(rich)) is None:
        return False
    pieces = _with_quoted(list(html_pieces(tree, quotes=True)))
    formatted = sum(len(piece.text.split()) for piece in pieces if piece.kind != "quoted")
    return formatted > STUB_SHARE * words + STUB_WORDS / 2


def _forwarded(fields: Mapping[str, str], plain: str, rich: str) -> tuple[str, str, tuple[Block, ...]] | None:
    """Who wrote the message that the sender passes on, the body, and its blocks; None where nothing is passed on."""
    text = normalise(plain)
    tree = None if text.strip() else parse(rich)
    pieces = [] if tree is None else list(html_pieces(tree))
    lines = text.split("\n") if text.strip() else "\n".join(piece.text for piece in pieces).split("\n")
    if not passes_on(fields.get("Subject", ""), lines):
        return None
    text = unmarked(text)
    found = forwarded(text.split("\n") if text.strip() else lines, fields)
    if found is None:
        return None
    if text.strip():
        return found.writer, text, tuple(forwarded_blocks(text, found))
    return found.writer, *assemble(_with_forwarded(pieces, found))


def _with_forwarded(pieces: Sequence[Piece], found: Forwarded) -> list[Piece]:
    """The pieces of a formatted body: a note above, the copied head, and the message with what it quotes."""
    sizes = [piece.text.count("\n") + 1 for piece in pieces]
    firsts = list(accumulate(sizes, initial=0))[:-1]
    above = [piece for piece, at in zip(pieces, firsts, strict=True) if at < found.head]
    head = [piece for piece, at in zip(pieces, firsts, strict=True) if found.head <= at < found.body]
    below = [piece for piece, at in zip(pieces, firsts, strict=True) if at >= found.body]
    note = above if found.note_says else [replace(piece, kind="meta", level=0) for piece in above]
    return [*note, *(replace(piece, kind="header", level=0) for piece in head), *_with_quoted(below)]


def _with_quoted(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a formatted body, `quoted` from the first that begins an earlier message."""
    for number, piece in enumerate(pieces):
        lines = piece.text.split("\n")
        end = attribution_end(lines, 0)
        if (end and MACHINE_MADE.search(" ".join(lines[:end]))) or is_copied_head(lines, 0):
            return [*pieces[:number], *(replace(piece, kind="quoted", level=0) for piece in pieces[number:])]
    return list(pieces)


def _moved(blocks: Sequence[Block], offset: int) -> Iterator[Block]:
    for block in blocks:
        yield Block(
            start=block.start + offset,
            end=block.end + offset,
            kind=block.kind,
            level=block.level,
            page=block.page,
            label=block.label,
        )


def _day(stated: str) -> str:
    """The ISO date of a mail's date field, or empty."""
    try:
        return parsedate_to_datetime(stated).date().isoformat()
    except (ValueError, TypeError, IndexError):
        match = re.match(r"\d{4}-\d{2}-\d{2}", stated)
        return match.group() if match else ""


def _bodies(message: EmailMessage) -> tuple[str, str]:
    """The body as plain text and as html."""
    plain, rich = (_first(message, kind) for kind in ("plain", "html"))
    return (_text(plain) if plain else "", _text(rich) if rich else "")


def _first(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of a kind that is not an attachment."""
    for part in message.walk():
        if part.get_content_type() == f"text/{kind}" and not _is_attached(part) and not part.is_multipart():
            return part
        if part is not message and part.get_content_type() == "message/rfc822":
            return None  # the parts of a forwarded message are its own
    return None


def _text(part: EmailMessage) -> str:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset("")
    try:
        return data.decode(charset) if charset else decode(data)
    except (LookupError, UnicodeDecodeError):
        return decode_html(data) if part.get_content_subtype() == "html" else decode(data)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _attachments(message: EmailMessage) -> Iterator[Attachment]:
    """Files sent along; a picture with a content id is part of the body."""
    forwarded = 0
    inside: set[int] = set()
    for part in message.walk():
        if id(part) in inside or part is message:
            continue
        if part.get_content_type() == "message/rfc822":
            forwarded += 1
            inside.update(id(inner) for inner in part.walk())
            inner = part.get_payload(0) if part.is_multipart() else None
            name = part.get_filename() or f"message-{forwarded}.eml"
            if isinstance(inner, Message):
                yield Attachment(name=name, content=inner.as_bytes(policy=policy.default.clone(refold_source="none")))
        elif _is_attached(part) and not _is_shown(part) and part.get_content_type() not in SIGNATURES:
            content = part.get_payload(decode=True)
            yield Attachment(
                name=part.get_filename() or "attachment", content=content if isinstance(content, bytes) else b""
            )


def _is_shown(part: Message) -> bool:
    return part.get_content_maintype() == "image" and (
        "Content-ID" in part or part.get_content_disposition() == "inline"
    )
