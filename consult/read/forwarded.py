"""A message that somebody only passes on: the input is what stands below the copied head, and its writer contributes.

In: the lines of a mail's body and the fields of its head. Out: where the copied head and the message below it begin.
Programs that mark what they pass on as they mark a quotation, with `>` before each line, are read without the marks.
Not passed on is a letter that comes back to whoever sent it: who answers an invitation with *forward* answers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.utils import getaddresses

from consult.read.document import one_line
from consult.read.quoted import COPIED_FIELD, COPIED_HEAD, is_copied_head, quoted_blocks
from consult.read.units import word_count
from consult.read.vocabulary import pattern
from consult.records import Block, BlockKind

SUBJECT = re.compile(
    r"\s*(?:vs|vb|fw|fwd|vidaresendt?|videresendt?|vidarebefordra[td]|forwarded)\s*(?:\[\d+\])?\s*:", re.IGNORECASE
)
"""What programs write before the subject of a message that is passed on, in the five languages."""
REPLY = re.compile(r"\s*(?:re|sv|svar|aw|antw)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
PASSED_ON = re.compile(
    r"\s*(?:[-_]{2,}\s*)?(?:(?:begin )?forwarded message|(?:start på )?videresendt (?:e-post|melding|besked|meddelelse)"
    r"|vidaresendt? (?:e-post|melding)|vidarebefordrat (?:brev|e-?post|mejl|mail|meddelande))\s*(?:[-_]{2,}|:)\s*",
    re.IGNORECASE,
)
"""What programs write above a message that is passed on, on a line of its own, between dashes or before a colon."""
MARKED = re.compile(r"^ ?> ?")
COPIED_PERSON = re.compile(r"(?P<name>[^<\[]*)[<\[]\s*(?:mailto:)?(?P<address>[^>\]]*)[>\]]", re.IGNORECASE)
NOTE_WORDS = 25  # a note above with more words says something of its own
LONGEST_HEAD = 12  # lines of a copied head with many recipients


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """Numbers of lines: where the copied head begins, and the message below it. note_says: see `forwarded`."""

    head: int
    body: int
    writer: str
    note_says: bool


def says_forwarded(subject: str) -> bool:
    """Whether a subject says that a message is passed on; *SV: VS:* is a reply to such a one.

    >>> says_forwarded("VS: Innspel"), says_forwarded("Re: Fwd: Input"), says_forwarded("Vs. Oslo")
    (True, False, False)
    """
    return bool(SUBJECT.match(subject))


def passes_on(subject: str, lines: Sequence[str]) -> bool:
    """Whether a mail passes a message on: its subject says so, or it is no reply and a line of the program's does."""
    return says_forwarded(subject) or (not REPLY.match(subject) and any(map(PASSED_ON.fullmatch, lines)))


def unmarked(text: str) -> str:
    r"""A body whose message that is passed on has lost the `>` that stood before each of its lines, heads included.

    >>> unmarked("Sjå under.\n\n> From: Siv <s@x.no>\n> To: Post\n> Date: 9 March\n>\n> Nei!\n>> Kva?").split("\n")
    ['Sjå under.', '', 'From: Siv <s@x.no>', 'To: Post', 'Date: 9 March', '', 'Nei!', '> Kva?']
    """
    lines = text.split("\n")
    bare = [MARKED.sub("", line, count=1) for line in lines]
    for number, line in enumerate(lines):
        if COPIED_HEAD.match(line) and is_copied_head(lines, number):
            return text
        if line != bare[number] and is_copied_head(bare, number):
            first = next((at for at in range(number, 0, -1) if lines[at - 1] == bare[at - 1]), 0)
            return "\n".join((*lines[:first], *bare[first:]))
    return text


def forwarded(lines: Sequence[str], fields: Mapping[str, str]) -> Forwarded | None:
    """The message passed on in a body; None where no copied head has text below it, or it came from the recipient.

    None, too, where only a line of the program's says that it is passed on, below what the sender says themselves.
    fields: of the outer head. `note_says`: whether the lines above the copied head demand something themselves, or
    are many; otherwise they only tell the next reader what comes.
    """
    copied = next((number for number in range(len(lines)) if is_copied_head(lines, number)), None)
    if copied is None:
        return None
    head = _divided(lines, copied)
    body = _below(lines, head)
    stated = next((found[1] for line in lines[head:body] if (found := _from(line))), "")
    if not any(line.strip() for line in lines[body:]) or _comes_back(stated, fields):
        return None
    note = " ".join(lines[:head])
    name, address = _person(stated)
    own = (name or address) == sender_name(fields.get("From", ""))
    says = own or word_count(note) > NOTE_WORDS or bool(pattern("demand").search(note))
    if says and not says_forwarded(fields.get("Subject", "")):
        return None
    return Forwarded(head=head, body=body, writer=name or address, note_says=says)


def forwarded_blocks(text: str, found: Forwarded) -> Iterator[Block]:
    """Blocks of a plain body: a note above, the copied head, and the message with what it quotes in its turn."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    head, body = starts[found.head], starts[found.body]
    note: BlockKind = "lines" if found.note_says else "meta"
    stretches: tuple[tuple[int, int, BlockKind], ...] = ((0, head, note), (head, min(body, len(text)), "header"))
    for start, end, kind in stretches:
        span = text[start:end]
        if span.strip():
            yield Block(start=start + len(span) - len(span.lstrip()), end=start + len(span.rstrip()), kind=kind)
    for block in quoted_blocks(text[body:]):
        yield Block(start=block.start + body, end=block.end + body, kind=block.kind)


def sender_name(stated: str) -> str:
    """The name in a field of addresses, else the address."""
    if "@" not in stated:
        return one_line(stated)
    name, address = (getaddresses([stated]) or [("", "")])[0]
    return one_line(name or address)


def _divided(lines: Sequence[str], copied: int) -> int:
    """Where a copied head begins: at the program's line above it, if there is one."""
    above = next((number for number in range(copied - 1, -1, -1) if lines[number].strip()), copied)
    return above if PASSED_ON.fullmatch(lines[above]) else copied


def _below(lines: Sequence[str], head: int) -> int:
    """The number of the line below a copied head: below the last of its fields before the first gap."""
    at = head
    while at < len(lines) - 1 and not _from(lines[at]):
        at += 1  # from the divider to the head, gaps between them or not
        if lines[at].strip() and not _from(lines[at]) and not COPIED_FIELD.match(lines[at]):
            return head + 1  # a divider with the message below it at once
    last = at
    for number in range(at, min(at + LONGEST_HEAD, len(lines))):
        if not lines[number].strip():
            break
        if _from(lines[number]) or COPIED_FIELD.match(lines[number]):
            last = number
    return last + 1


def _from(line: str) -> tuple[str, str] | None:
    """The name of the field and who it names, where a line says who wrote."""
    if not COPIED_HEAD.match(line):
        return None
    name, _, stated = line.partition(":")
    return name, stated.strip(" *")


def _comes_back(stated: str, fields: Mapping[str, str]) -> bool:
    """Whether a message's writer is among those that it now goes to, or works where they do and the sender does not."""
    name, address = _person(stated)
    reached = getaddresses([fields.get("To", ""), fields.get("Cc", "")])
    names = {one.casefold() for pair in reached for one in pair if one}
    if {name.casefold(), address.casefold()} & names:
        return True
    sender = _domain(getaddresses([fields.get("From", "")])[0][1]) if fields.get("From") else ""
    domain = _domain(address)
    return bool(domain) and domain != sender and domain in {_domain(one) for _, one in reached}


def _person(stated: str) -> tuple[str, str]:
    """Name and address in a copied field, which has its commas unguarded: *Moe, Siv <siv@x.no>*, *[mailto:…]* too."""
    found = COPIED_PERSON.match(stated)
    name, address = (found["name"], found["address"]) if found else ("", stated) if "@" in stated else (stated, "")
    return one_line(name.strip(" \"'")), one_line(address)


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()
