"""The frame of a letter or a mail: letterhead, address, greeting, thanks; courtesy, signature, disclaimer.

In: a Sheet and the number of a unit. Out: why the unit is not input, or None.
Above the text short lines without a full stop are letterhead; below it short lines under a closing formula are the
signature. What a letter says between them is input, but for an opening or closing paragraph of courtesies only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from consult.read.courtesy import closes_politely, opens_politely, takes_sides
from consult.read.sheet import Sheet
from consult.read.signing import says_where_and_when, signs_for, signs_over, stands_over_address, tells_who
from consult.read.signs import (
    ADDRESS,
    CAPITAL,
    IDENTITY,
    gives_contact,
    has_contact,
    has_date,
    heads_copies,
    labelled,
    starts_with,
)
from consult.read.units import word_count
from consult.read.vocabulary import pattern
from consult.records import SetAsideReason

SIGNATURE_WORDS = 14  # a line under a closing formula with more words is a postscript
SIGNATURE_LINES = 14  # from the end: further up, *hilsen* is a word of the text
LETTERHEAD_WORDS = 14  # a line without a full stop above the text of a letter
TEXT_WORDS = 15  # a unit with so many words is text, whatever its last character
GREETING_WORDS = 8
GREETING_REST = 2  # words behind the comma of a greeting: *Hei, alle saman*
SENTENCE_WORDS = 6  # of a line with a full stop that is a sentence and no name or title
DATE_WORDS = 6
OPENING = 2  # paragraphs in which thanks and presentation may stand
CLOSING = 2  # paragraphs before the signature in which courtesies may stand
SIGNED_BELOW = re.compile(r"-- ?(?:\n|\Z)")
POSTSCRIPT = re.compile(r"\W*P\.?\s?S\b")
RECIPIENT = re.compile(rf"(?:Til|Till|To|Att\.?|Attn\.?)\s+(?:the\s+)?[{CAPITAL}]")

ADDRESSEE = re.compile(r"(?:Til|Till|Att\.?)\s+\w+(?:\s+\w+){0,2}[.!]")
"""To whom, before the text on the same line: *Til fylket. Vegen er …*"""
WORD = re.compile(r"\w")
AFTER_CLOSING = re.compile(rf"[\s,.:;–-]*(?:\Z|[{CAPITAL}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Numbers of units: where the text begins, where the signature begins and ends, the first and last paragraphs."""

    begins: int
    ends: int
    signed: int
    opening: frozenset[int]
    closing: frozenset[int]


def in_letters(sheet: Sheet, at: int) -> SetAsideReason | None:
    """Why a unit of a letter or a mail is not input."""
    if sheet.is_note or sheet.is_form:
        return None
    body, line = body_of(sheet), sheet.lines[at]
    if body.ends <= at < body.signed:
        return "contact"
    if at >= body.ends and (found := _below(sheet, at, body)):
        return found
    if at < body.begins:
        return "contact" if has_contact(line) or IDENTITY.search(line) else "procedural"
    if at in body.opening and (found := _opening(sheet, at)):
        return found
    return _farewell(sheet, at) if at in body.closing else None


def _below(sheet: Sheet, at: int, body: Body) -> SetAsideReason | None:
    """Why a unit below a letter's text is nobody's words, or a postscript that only thanks."""
    line = sheet.lines[at]
    if starts_with("disclaimer", line):
        return "boilerplate"
    if any(heads_copies(sheet.lines[above]) for above in range(body.ends, at + 1)):
        return "contact"
    found = POSTSCRIPT.match(line)
    if at < body.signed or found is None or takes_sides(line[found.end() :]):
        return None
    return "procedural" if all(map(closes_politely, sheet.sentences(at))) else None


@lru_cache(maxsize=8)
def body_of(sheet: Sheet) -> Body:
    """Where the text of a letter stands between its head and its signature."""
    begins = _begins(sheet)
    ends, signed = _signature(sheet)
    inside = [at for at in sheet.told if begins <= at < ends and sheet.units[at].kind != "heading"]
    ended = signed > ends or len(inside) > OPENING  # an unsigned line or two is all text
    return Body(
        begins=begins,
        ends=ends,
        signed=signed,
        opening=frozenset(inside[:OPENING]),
        closing=frozenset(at for at in inside[-CLOSING:] if sheet.units[at].kind != "item") if ended else frozenset(),
    )


def opens_letter(sentence: str) -> bool:
    """Whether a sentence only greets, thanks, presents the writer, or says why or on what they write."""
    if _heads_letter(sentence):
        return True
    if opens_politely(sentence):
        return True
    told = pattern("presentation").search(sentence) or pattern("purpose").search(sentence)
    return told is not None and not takes_sides(sentence[told.end() :])


def _opening(sheet: Sheet, at: int) -> SetAsideReason | None:
    """A paragraph near the top in which no sentence says anything on the matter."""
    sentences = sheet.sentences(at)
    if not all(opens_letter(sentence) or has_contact(sentence) for sentence in sentences):
        return None
    return "contact" if has_contact(sheet.lines[at]) else "procedural"


def _farewell(sheet: Sheet, at: int) -> SetAsideReason | None:
    """How to reach the writer, or courtesies only: the last paragraphs before a signature."""
    line, sentences = sheet.lines[at], sheet.sentences(at)
    if IDENTITY.search(line) and not pattern("demand").search(line) and not any(map(_tells_more, sentences)):
        return "contact"  # whose number it is, and which case
    if not all(_reaches(one) or closes_politely(one) for one in sentences):
        return None
    return "contact" if any(map(_reaches, sentences)) else "procedural"


def frames(sheet: Sheet, at: int, sentence: str, *, first: bool, last: bool) -> SetAsideReason | None:
    """Why a sentence on the first or last line of a letter only says to whom it goes, or who signs."""
    if sheet.is_note or sheet.is_form or first == last:
        return None
    body = body_of(sheet)
    if first and at == body.begins and ADDRESSEE.fullmatch(sentence):
        return "procedural"
    ending = [other for other in sheet.told if other < body.ends and sheet.units[other].kind != "heading"]
    closing = starts_with("closing", sentence) if last and ending and at == ending[-1] else None
    signed = closing and word_count(sentence) <= SIGNATURE_WORDS and AFTER_CLOSING.match(sentence, closing.end())
    return "contact" if signed else None


def takes_leave(sheet: Sheet, at: int, sentence: str) -> SetAsideReason | None:
    """Why one sentence of a closing paragraph is not input, where the writer says there how to be reached.

    Whoever gives a number often thanks in the same breath, and demands something in the next: the demand is input.
    """
    if sheet.is_note or sheet.is_form or at not in body_of(sheet).closing:
        return None
    if not any(map(_reaches, sheet.sentences(at))):
        return None
    if _reaches(sentence):
        return "contact"
    return "procedural" if closes_politely(sentence) and not pattern("demand").search(sentence) else None


def _tells_more(sentence: str) -> bool:
    """Whether a sentence beside a number tells something of its own, in so many words: no number, case or courtesy."""
    if _reaches(sentence) or has_contact(sentence) or opens_letter(sentence) or closes_politely(sentence):
        return False
    return word_count(sentence) > SENTENCE_WORDS and not any(map(str.isdigit, sentence))


def _reaches(sentence: str) -> bool:
    """Whether a sentence says how to reach the writer, or under which number the state knows them."""
    return gives_contact(sentence) or bool(IDENTITY.search(sentence))


def _begins(sheet: Sheet) -> int:
    """The number of the first unit that is neither letterhead, address, date, reference nor greeting."""
    texts = [at for at in sheet.told if _is_text(sheet, at)]
    greeted = False
    for at in sheet.told:
        unit, line = sheet.units[at], sheet.lines[at]
        if unit.kind == "item":
            return at
        if unit.kind == "heading" or all(_heads_letter(sentence) for sentence in sheet.sentences(at)):
            greeted = greeted or bool(starts_with("greeting", line))
            continue
        stands_above = bool(texts) and at < texts[0] and not greeted and word_count(line) <= LETTERHEAD_WORDS
        if not stands_above:
            return at
    return 0


def _is_text(sheet: Sheet, at: int) -> bool:
    """Whether a unit is running text: whole sentences, or too long for a letterhead."""
    unit, line = sheet.units[at], sheet.lines[at]
    if unit.kind == "heading" or has_contact(line) or all(_heads_letter(sentence) for sentence in sheet.sentences(at)):
        return False
    return unit.kind == "item" or line[-1:] in '.!?:…»”"' or word_count(line) > TEXT_WORDS


def _heads_letter(sentence: str) -> bool:
    """Whether a sentence belongs above a letter: to whom, when, which case, how to reach the sender, a greeting."""
    count = word_count(sentence)
    if _greets(sentence):
        return True
    if (
        labelled("meta_label", sentence)
        or starts_with("reference", sentence)
        or (has_date(sentence) and count <= DATE_WORDS)
    ):
        return True
    if RECIPIENT.match(sentence) and count <= LETTERHEAD_WORDS:
        return True
    reached = has_contact(sentence) and (gives_contact(sentence) or bool(ADDRESS.search(sentence)))
    return count <= LETTERHEAD_WORDS and (
        reached or bool(pattern("reference").search(sentence) and any(map(str.isdigit, sentence)))
    )


def _greets(sentence: str) -> bool:
    """Whether a sentence greets and says no more: not *Kjære kommune, slutt å leggje ned skular!*."""
    if not starts_with("greeting", sentence) or word_count(sentence) > GREETING_WORDS:
        return False
    rest = re.split(r"[,!:]", sentence, maxsplit=1)[1:]
    return not rest or word_count(rest[0]) <= GREETING_REST


def _signature(sheet: Sheet) -> tuple[int, int]:
    """Numbers of the first unit of the signature and of the first below it; both the end where there is none."""
    begins, ends = _signed(sheet)
    above = [at for at in sheet.told if at < begins]
    dated = begins < ends and above and says_where_and_when(sheet.lines[above[-1]])
    return (above[-1] if dated else begins), ends


def _signed(sheet: Sheet) -> tuple[int, int]:
    """The signature by its formula, its dashes or its addresses, as for `_signature`."""
    tail = [at for at in sheet.told if sheet.units[at].kind != "heading"][-SIGNATURE_LINES:]
    end = len(sheet.units)
    while tail and starts_with("disclaimer", sheet.lines[tail[-1]]):
        end = tail.pop()
    dashed = _dashes(sheet, tail)
    if dashed is not None:
        begins, _ = _formula(sheet, tail[: tail.index(dashed)], dashed)
        return begins, end
    return _formula(sheet, tail, end)


def _dashes(sheet: Sheet, tail: list[int]) -> int | None:
    """The unit that begins with the two dashes below which mail programs put a signature (RFC 3676, 4.3)."""
    for place, at in enumerate(tail):
        unit = sheet.units[at]
        if SIGNED_BELOW.match(sheet.source.text, unit.start, unit.end) and all(
            word_count(sheet.lines[below]) <= SIGNATURE_WORDS or starts_with("disclaimer", sheet.lines[below])
            for below in tail[place:]
        ):
            return at
    return None


def _formula(sheet: Sheet, tail: list[int], end: int) -> tuple[int, int]:
    """The signature below a closing formula, or without one, that ends before `end`."""
    for place, at in enumerate(tail):
        line, under = sheet.lines[at], tail[place:]
        if _ends_in_formula(sheet, at) and under[1:] and all(_signs(sheet, below) for below in under[1:]):
            return under[1], end
        if (starts_with("closing", line) or signs_for(line)) and _signs(sheet, at):
            long = next((below for below in under if not _signs(sheet, below)), end)
            if long == end or POSTSCRIPT.match(sheet.lines[long]) or starts_with("disclaimer", sheet.lines[long]):
                return at, long
    return _bare_signature(sheet, tail, end)


def _ends_in_formula(sheet: Sheet, at: int) -> bool:
    """Whether a closing formula stands alone behind what a paragraph says: *Ring meg gjerne. Vennleg helsing*."""
    *said, last = sheet.sentences(at) or ("",)
    closing = starts_with("closing", last) if said else None
    return closing is not None and not WORD.search(last, closing.end())


def _bare_signature(sheet: Sheet, tail: list[int], end: int) -> tuple[int, int]:
    """The signature of a letter without a closing formula: addresses, numbers, name and office at the very end."""
    begins = end
    for at in reversed(tail):
        below = begins if begins < end else None
        line, above = sheet.lines[at], sheet.lines[at - 1] if at else ""
        under = "" if below is None else sheet.lines[below]
        told = tells_who(line, sheet.source.contributor) or stands_over_address(line, above, under)
        told = told or (tells_who(under, sheet.source.contributor) and signs_over(line))
        if not (told and _signs(sheet, at)):
            break
        begins = at
    return begins, end


def _signs(sheet: Sheet, at: int) -> bool:
    """Whether a line can be part of a signature: short, and no whole sentence but one with an address."""
    line = sheet.lines[at]
    if word_count(line) > SIGNATURE_WORDS or POSTSCRIPT.match(line) or starts_with("disclaimer", line):
        return False
    if has_contact(line):
        return not any(_tells(sentence) for sentence in sheet.sentences(at))
    return line[-1:] not in ".!?" or word_count(line) < SENTENCE_WORDS


def _tells(sentence: str) -> bool:
    """Whether a sentence beside an address says something of its own: it demands, or is whole, and no courtesy."""
    if has_contact(sentence) or starts_with("closing", sentence) or pattern("courtesy").search(sentence):
        return False
    whole = sentence[-1:] in ".!?" and word_count(sentence) >= SENTENCE_WORDS
    return whole or (word_count(sentence) > 1 and bool(pattern("demand").search(sentence)))
