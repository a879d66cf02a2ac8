"""eml and msg → header lines, body, and what was quoted from earlier messages; attachments beside it.

A plain body keeps its characters, hard line ends included. From, To, Subject and Date stand above it, as
in the file, as `header` blocks with the field's name as label. What the sender quotes is `quoted`: lines
behind `>`, and everything below an attribution or a copied mail head. Signature files and pictures that
the body itself shows are no attachments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from itertools import pairwise

from consult.read.document import Attachment, Document, Piece, assemble, normalise, one_line
from consult.read.encoding import decode
from consult.read.markup import decode_html, html_pieces, parse
from consult.read.plain import read_text
from consult.records import Block

FIELDS = ("From", "To", "Cc", "Subject", "Date")
LONGEST_FIELD = 20_000  # characters; the standard library takes half a minute for a list of 40,000 recipients
SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/ms-tnef"}
)
ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})

ATTRIBUTION = re.compile(
    r"^(?:(?:den|på|on|am|le|i|mån|tis|ons|tors|fre|lör|sön|man|tir|tor|lør|søn)\b.{0,160}?"
    r"|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.{0,120}?|[^\n]{0,60}<[^>\n]+@[^>\n]+>\s*)"
    r"\b(?:skrev|skreiv|skrev følgende|wrote|schrieb|skriver)\b.{0,120}?:\s*$",
    re.IGNORECASE | re.DOTALL,
)
MACHINE_MADE = re.compile(
    r"@|\b\d{1,2}[:.]\d{2}\b"
)  # an address or a time of day: no person writes these above a quote
DIVIDER = re.compile(
    r"^\s*(?:-{2,}|_{2,})\s*(?:original message|opprinnelig melding|opphavleg melding|oprindelig meddelelse|"
    r"ursprungligt meddelande|videresendt melding|vidaresend melding|videresendt meddelelse|vidarebefordrat meddelande|"
    r"forwarded message|begin forwarded message)\s*(?:-{2,}|_{2,}|:)?\s*$",
    re.IGNORECASE,
)
COPIED_HEAD = re.compile(r"^\s*\*?(?:fra|frå|från|from)\s*:\*?\s*\S", re.IGNORECASE)
COPIED_FIELD = re.compile(
    r"^\s*\*?(?:sendt|sent|skickat|til|till|to|dato|date|datum|emne|ämne|subject|kopi|cc)\s*:\*?", re.IGNORECASE
)


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
    said = dict(fields)
    head, head_blocks = assemble(
        Piece(kind="header", text=f"{name}: {value}", label=name) for name, value in fields if value
    )
    body, body_blocks = _body(plain, rich)
    if not body.strip() and not (head and attachments):
        return Document(format=format, reason="empty", attachments=attachments, date=_day(said.get("Date", "")))
    offset = len(head) + 2 if head else 0
    return Document(
        format=format,
        text="\n\n".join(part for part in (head, body) if part.strip()),
        blocks=(*head_blocks, *_moved(body_blocks, offset)),
        title=said.get("Subject", ""),
        date=_day(said.get("Date", "")),
        contributor=_sender(said.get("From", "")),
        attachments=attachments,
    )


def _body(plain: str, rich: str) -> tuple[str, tuple[Block, ...]]:
    text = normalise(plain)
    if text.strip():
        return text, tuple(quoted_blocks(text))
    tree = parse(rich)
    return ("", ()) if tree is None else assemble(_with_quoted(list(html_pieces(tree, quotes=True))))


def _with_quoted(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a formatted body, `quoted` from the first that begins an earlier message."""
    for number, piece in enumerate(pieces):
        lines = piece.text.split("\n")
        end = _attribution_end(lines, 0)
        if (end and MACHINE_MADE.search(" ".join(lines[:end]))) or _is_copied_head(lines, 0):
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


def _sender(stated: str) -> str:
    """The sender's name, else the address."""
    name, address = (getaddresses([stated]) or [("", "")])[0]
    return one_line(name or address)


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


# -- what is quoted from earlier messages ------------------------------------------------------------------


def quoted_blocks(text: str) -> Iterator[Block]:
    """Blocks of a plain body: `lines`, and `quoted` for earlier messages. They tile all but blank ends."""
    lines = text.split("\n")
    quoted = _quoted_lines(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or quoted[number] != quoted[first]:
            block = _trimmed(text, starts[first], min(starts[number], len(text)), quoted=quoted[first])
            if block:
                yield block
            first = number


def _trimmed(text: str, start: int, end: int, *, quoted: bool) -> Block | None:
    span = text[start:end]
    if not span.strip():
        return None
    start += len(span) - len(span.lstrip())
    end -= len(span) - len(span.rstrip())
    return Block(start=start, end=end, kind="quoted" if quoted else "lines")


def _quoted_lines(lines: Sequence[str]) -> list[bool]:
    quoted = [line.lstrip().startswith(">") for line in lines]
    for number in range(len(lines)):
        if quoted[number]:
            continue
        end = _attribution_end(lines, number)
        if end and _next_is_quoted(lines, quoted, end):
            quoted[number:end] = [True] * (end - number)
        elif (end and MACHINE_MADE.search(" ".join(lines[number:end]))) or _is_copied_head(lines, number):
            return quoted[:number] + [True] * (len(lines) - number)
    return _bridged(lines, quoted)


def _attribution_end(lines: Sequence[str], number: int) -> int:
    """The line after an attribution that begins at `number` (it may be wrapped over three), or 0."""
    for size in (1, 2, 3):
        candidate = "\n".join(lines[number : number + size]).strip()
        if candidate and "\n\n" not in candidate and ATTRIBUTION.match(candidate):
            return number + size
    return 0


def _next_is_quoted(lines: Sequence[str], quoted: Sequence[bool], number: int) -> bool:
    following = [index for index in range(number, len(lines)) if lines[index].strip()]
    return bool(following) and quoted[following[0]]


def _is_copied_head(lines: Sequence[str], number: int) -> bool:
    """A divider, or a mail head that a program copied above an earlier message."""
    if DIVIDER.match(lines[number]):
        return True
    return (
        bool(COPIED_HEAD.match(lines[number]))
        and sum(bool(COPIED_FIELD.match(line)) for line in lines[number + 1 : number + 7]) >= 2
    )


def _bridged(lines: Sequence[str], quoted: list[bool]) -> list[bool]:
    """Blank lines between quoted lines are quoted too."""
    marked = [index for index, is_quoted in enumerate(quoted) if is_quoted]
    for before, after in pairwise(marked):
        if not any(lines[index].strip() for index in range(before + 1, after)):
            quoted[before:after] = [True] * (after - before)
    return quoted
