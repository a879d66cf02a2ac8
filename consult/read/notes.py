"""What each part of a source does in it: input, or set aside and why.

In: a Source and its units. Out: parts, in order: spans with a reason, or without one where people say something.
Guaranteed: parts lie inside units; what a part leaves of a unit is list marks, white space or punctuation.

Three kinds of text have three kinds of frame around their input: a table's notes (programme, prompts, who was
there; a farewell), a letter or mail (letterhead, greeting, thanks; courtesy, signature) and a form's answer (none).
Position and form decide first; words only where they must, from `vocabulary.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from consult.read.sentences import sentence_spans
from consult.read.signs import (
    CASE,
    IDENTITY,
    NAME,
    NUMERIC_DATE,
    POINTS_TO,
    clock_times,
    formula_length,
    gives_contact,
    has_contact,
    has_date,
    is_agenda,
    labelled,
    orders_a_machine,
    says_nothing,
    starts_with,
)
from consult.read.units import Unit, plain, word_count
from consult.read.vocabulary import pattern
from consult.records import Block, SetAsideReason, Source, Span, Voice

SIGNATURE_WORDS = 14  # a line under a closing formula with more words is a postscript
SIGNATURE_LINES = 12  # from the end: further up, *hilsen* is a word of the text
LETTERHEAD_WORDS = 14  # a line without a full stop above the text of a letter
OPENING_PARAGRAPHS = 2  # of a letter in which thanks and presentation may stand
CLOSING_PARAGRAPHS = 2  # before the signature in which courtesies may stand
PREAMBLE_WORDS = 25  # a longer paragraph above the first bullet of notes says something, unless it bears a sign
CLOSING_UNITS = 3  # of notes, from the end, in which people are thanked and the next meeting is named
PROMPT_WORDS = 40
LEAD_ITEM_WORDS = 8  # of a bullet that only announces those under it
LEAD_WORDS = 10  # of a line that announces a paragraph
REPORT_WORDS = 6  # within which a report names who reports
TABLE_LABEL = re.compile(
    rf"(?:{pattern('table').pattern})\s+\d{{1,2}}\s*(?:\([^)]{{1,40}}\)|[–-]\s*[^:.]{{1,40}})?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
NUMBERED_TABLE = re.compile(rf"(?<![^\W\d_])(?:{pattern('table').pattern})\s?\d", re.IGNORECASE)
PRIVATE = re.compile(r"(?i)\b(?:som privatperson|privatperson|as a private (?:person|citizen|individual))\b")
BODY = re.compile(
    r"(?i)\b(?:org\.? ?n(?:r|ummer)|cvr|(?:på vegner? av|på uppdrag av|on behalf of|for) (?:styret|bestyrelsen|styrelsen|the board))\b"
)
WE_ARE = re.compile(
    rf"(?:(?i:\bvi i|\bvi er|\bvi är|\bfrå|\bfra|\bfrån|\bfrom|\bwe at|\bwe are))\s+(?:the\s+)?[A-ZÆØÅÄÖ]\w*(?i:forening|foreining|gruppen|gruppa|organisasjon|nettverk|forbund|laget|rådet|network|association|society|förbund|nätverk|union)\w*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Span):
    """A stretch of a unit: input where `reason` is None. label: what was cut from before it (*Bord 3:*)."""

    unit: int
    reason: SetAsideReason | None
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A source laid out for judging: its units and their words on one line each."""

    source: Source
    units: tuple[Unit, ...]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The words of each unit, wraps and emphasis undone."""
        return tuple(plain(self.source.text, unit) for unit in self.units)

    @cached_property
    def is_form(self) -> bool:
        """A row of a form export: nothing frames its answers."""
        return any(block.kind in ("question", "answer") for block in self.source.blocks)

    @cached_property
    def is_note(self) -> bool:
        """Somebody's notes of what a table said."""
        return self.source.voice == "group_note" and not self.is_form

    @cached_property
    def told(self) -> tuple[int, ...]:
        """Numbers of the units that are neither the file's own frame nor an earlier message."""
        return tuple(at for at, unit in enumerate(self.units) if unit.kind not in ("aside", "quoted"))

    def heading_above(self, at: int) -> str:
        """The words of the heading that a unit stands under, without its colon."""
        above = (number for number in range(at, -1, -1) if self.units[number].kind == "heading")
        number = next(above, None)
        return self.lines[number].strip(" :.") if number is not None else ""

    @cached_property
    def body(self) -> tuple[int, int]:
        """Where a letter's text begins and where its signature begins, as numbers of units."""
        return _body_begins(self), _body_ends(self)

    @cached_property
    def preamble(self) -> int:
        """The first unit of notes that is not title, date, people or programme."""
        return _preamble_ends(self)


def parts_of(sheet: Sheet) -> list[Part]:
    """Every unit of the sheet in parts, with the reason for each that is not input."""
    parts: list[Part] = []
    for at, unit in enumerate(sheet.units):
        reason = next((found for judge in JUDGES if (found := judge(sheet, at))), None)
        if reason is not None:
            parts.append(Part(start=unit.start, end=unit.end, unit=at, reason=reason))
        else:
            parts += _cut(sheet, at)
    return parts


def guess_voice(text: str, blocks: Sequence[Block], path: str, format: str) -> Voice:  # noqa: A002, ARG001 - the caller's words
    """Who speaks in a file about which the settings say nothing: its name, its head, its signature tell.

    A numbered table in the name or title, or roles and participants at the top, make it a table's notes; an
    organisation number, *på vegne av*, *vi i Foreningen …* or a letterhead make it an organisation's; else a
    person speaks.
    """
    name = re.sub(r"[\W_]+|(?<=[^\W\d_])(?=\d)", " ", path.rsplit("/", 1)[-1])
    head = [line.strip(" #*=_") for line in text[:2000].split("\n") if line.strip()]
    if NUMBERED_TABLE.search(name) or any(NUMBERED_TABLE.search(line[:60]) for line in head[:1]):
        return "group_note"
    if any(labelled("meeting_role", line) or labelled("participants", line) for line in head[:12]):
        return "group_note"
    if PRIVATE.search(text[:2000]):
        return "individual"
    presented = (found[0] for found in pattern("presentation").finditer(text[:2000]))
    if BODY.search(text) or WE_ARE.search(text[:600]) or any(map(pattern("organisation").search, presented)):
        return "organisation"
    return "organisation" if _has_letterhead(head) else "individual"


def _has_letterhead(head: Sequence[str]) -> bool:
    """Whether one of a text's first lines is an organisation's name and no sentence or address to somebody."""
    return any(
        pattern("organisation").search(line) and word_count(line) <= 6 and line[0].isupper() and line[-1] not in ".,!?:"
        for line in head[:2]
        if not re.match(r"(?:til|till|to|kjære|kära|kære|dear)\b", line, re.IGNORECASE)
    )


def _by_kind(sheet: Sheet, at: int) -> SetAsideReason | None:
    """What the file itself says that a unit is."""
    unit = sheet.units[at]
    if unit.kind in ("heading", "question"):
        return "heading"
    if unit.kind == "quoted":
        return "quoted_previous"
    if unit.kind == "aside":
        return "contact" if has_contact(sheet.lines[at]) else "boilerplate"
    if unit.kind == "cell" and pattern("column_aside").fullmatch(unit.label.strip(" :")):
        return "procedural"
    return None


def _by_emptiness(sheet: Sheet, at: int) -> SetAsideReason | None:
    line = sheet.lines[at]
    if formula_length(line) == len(line) > 0:
        return "boilerplate"
    return "blank" if says_nothing(line) else None


def _lead_in(sheet: Sheet, at: int) -> SetAsideReason | None:
    """A line that ends in a colon announces what follows: a list, or what the person it names says."""
    unit, line = sheet.units[at], sheet.lines[at]
    after = sheet.units[at + 1] if at + 1 < len(sheet.units) else None
    if after is None or after.kind in ("heading", "question", "aside", "quoted") or not line.endswith(":"):
        return None
    if unit.kind == "item":
        announces = after.kind == "item" and after.level > unit.level and word_count(line) <= LEAD_ITEM_WORDS
    else:
        announces = after.kind == "item" or word_count(line) <= LEAD_WORDS
    return "heading" if announces else None


def _in_notes(sheet: Sheet, at: int) -> SetAsideReason | None:
    """The frame of a table's notes."""
    if not sheet.is_note:
        return None
    line, unit = sheet.lines[at], sheet.units[at]
    if labelled("participants", line):
        return "contact" if len(NAME.findall(line)) > 1 else "procedural"
    if has_contact(line) and gives_contact(line):
        return "contact"
    if at < sheet.preamble or _is_prompt(sheet, at) or _is_meta(line, unit):
        return "procedural"
    if unit.kind != "item" and at in sheet.told[-CLOSING_UNITS:] and _ends_meeting(line):
        return "procedural"
    if pattern("follow_up").fullmatch(sheet.heading_above(at)) and (starts_with("meeting_end", line) or has_date(line)):
        return "procedural"
    return "procedural" if POINTS_TO.search(line) and word_count(line) <= PREAMBLE_WORDS and CASE.search(line) else None


def _ends_meeting(line: str) -> bool:
    return bool(starts_with("meeting_end", line)) or labelled("follow_up", line)


def _is_prompt(sheet: Sheet, at: int) -> bool:
    """Whether a unit is what the leader of the meeting said to it, or a line about the leader."""
    line, unit = sheet.lines[at], sheet.units[at]
    if unit.kind == "item" and not labelled("meeting_role", line):
        return False
    if word_count(line) > PROMPT_WORDS:
        return False
    sentences = [line[a:b] for a, b in sentence_spans(line, sheet.source.language)]
    return any(starts_with("meeting_role", sentence) for sentence in sentences) or (
        unit.strong and any(starts_with("meeting_end", sentence) for sentence in sentences)
    )


def _is_meta(line: str, unit: Unit) -> bool:
    """Whether a line says when, where, in which order or by whom, and not what."""
    if labelled("agenda", line) or (is_agenda(line) and unit.kind != "cell"):
        return True
    head = " ".join(line.split()[:REPORT_WORDS])
    return unit.kind == "paragraph" and (labelled("meta_label", line) or bool(pattern("status_report").search(head)))


def _in_letters(sheet: Sheet, at: int) -> SetAsideReason | None:
    """The frame of a letter or a mail: what stands above its text and below it."""
    if sheet.is_note or sheet.is_form:
        return None
    begins, ends = sheet.body
    line = sheet.lines[at]
    if at >= ends:
        return "contact"
    if at < begins:
        return "contact" if has_contact(line) or IDENTITY.search(line) else "procedural"
    inside = [number for number in sheet.told if begins <= number < ends and sheet.units[number].kind != "heading"]
    if at in inside[:OPENING_PARAGRAPHS] and (found := _opening(sheet, at)):
        return found
    return _farewell(sheet, at) if at in inside[-CLOSING_PARAGRAPHS:] and sheet.units[at].kind != "item" else None


def _opening(sheet: Sheet, at: int) -> SetAsideReason | None:
    """Thanks, presentation and purpose: a paragraph near the top in which no sentence says anything else."""
    line = sheet.lines[at]
    sentences = [line[a:b] for a, b in sentence_spans(line, sheet.source.language)]
    if not all(_opens_letter(sentence) or has_contact(sentence) for sentence in sentences):
        return None
    return "contact" if has_contact(line) else "procedural"


def _opens_letter(sentence: str) -> bool:
    if starts_with("greeting", sentence) and word_count(sentence) <= 8:
        return True
    if labelled("meta_label", sentence) or starts_with("reference", sentence) or _is_place_and_date(sentence):
        return True
    return any(pattern(table).search(sentence) for table in ("thanks", "presentation", "purpose"))


def _is_place_and_date(sentence: str) -> bool:
    return has_date(sentence) and word_count(sentence) <= 6


def _farewell(sheet: Sheet, at: int) -> SetAsideReason | None:
    """How to reach the writer, or courtesies only: the last paragraphs before a signature."""
    if sheet.body[1] >= len(sheet.units) and at != sheet.told[-1]:
        return None
    line = sheet.lines[at]
    sentences = [line[a:b] for a, b in sentence_spans(line, sheet.source.language)]
    if IDENTITY.search(line) or (has_contact(line) and any(gives_contact(sentence) for sentence in sentences)):
        return "contact"
    return "procedural" if all(pattern("courtesy").search(sentence) for sentence in sentences) else None


JUDGES: tuple[Callable[[Sheet, int], SetAsideReason | None], ...] = (
    _by_kind,
    _by_emptiness,
    _in_notes,
    _in_letters,
    _lead_in,
)


def _preamble_ends(sheet: Sheet) -> int:
    """The number of the first unit of notes below title, date, people and programme.

    Paragraphs between the title and the first heading, bullet or prompt are that frame if one of them bears its
    signs; a long one that bears none says something and ends it.
    """
    above: list[int] = []
    for at in sheet.told:
        kind = sheet.units[at].kind
        if kind != "paragraph" and not (kind == "heading" and not above):
            break
        if kind == "paragraph":
            above.append(at)
    frame = [at for at in above if _is_frame(sheet, at)]
    if not frame:
        return 0
    followed = above[-1] != sheet.told[-1]  # paragraphs all the way down are prose, not a preamble
    short = [at for at in above if word_count(sheet.lines[at]) <= PREAMBLE_WORDS] if followed else []
    end = frame[-1] + 1
    while end in short:
        end += 1
    return end if all(at in frame or at in short for at in above if at < end) else frame[0] + 1


def _is_frame(sheet: Sheet, at: int) -> bool:
    line, unit = sheet.lines[at], sheet.units[at]
    dated = (has_date(line) or clock_times(line) > 0) and word_count(line) <= PREAMBLE_WORDS
    named = any(labelled(table, line) for table in ("participants", "agenda", "meta_label", "meeting_role"))
    return dated or named or _is_prompt(sheet, at) or _is_meta(line, unit) or bool(NUMERIC_DATE.match(line))


def _body_begins(sheet: Sheet) -> int:
    """The number of the first unit of a letter that is neither letterhead, address, date, reference nor greeting."""
    for at in sheet.told:
        unit, line = sheet.units[at], sheet.lines[at]
        if unit.kind == "item" or (unit.kind != "heading" and not _is_letterhead(sheet, at, line)):
            return at
    return 0


def _is_letterhead(sheet: Sheet, at: int, line: str) -> bool:
    sentences = [line[a:b] for a, b in sentence_spans(line, sheet.source.language)]
    if all(_heads_letter(sentence) for sentence in sentences):
        return True
    last = at >= sheet.told[-1]
    return (
        not last and word_count(line) <= LETTERHEAD_WORDS and line[-1] not in '.!?:…»”"' and not sheet.units[at].label
    )


def _heads_letter(sentence: str) -> bool:
    """Whether a sentence belongs above a letter: to whom, when, which case, how to reach the sender, a greeting."""
    if starts_with("greeting", sentence) and word_count(sentence) <= 8:
        return True
    if labelled("meta_label", sentence) or starts_with("reference", sentence) or _is_place_and_date(sentence):
        return True
    recipient = re.match(r"(?:Til|Till|To)\s+(?:the\s+)?[A-ZÆØÅÄÖ]", sentence)
    return bool(recipient) or (
        (has_contact(sentence) or bool(re.search(pattern("reference"), sentence)))
        and word_count(sentence) <= LETTERHEAD_WORDS
    )


def _body_ends(sheet: Sheet) -> int:
    """The number of the first unit of a letter's signature; as many as there are units where it has none."""
    last = [at for at in sheet.told if sheet.units[at].kind != "heading"][-SIGNATURE_LINES:]
    for at in last:
        if starts_with("closing", sheet.lines[at]) and all(_signs(sheet.lines[below]) for below in last if below >= at):
            return at
    end = len(sheet.units)
    for at in reversed(last):
        if not (
            has_contact(sheet.lines[at])
            and word_count(sheet.lines[at]) <= SIGNATURE_WORDS
            and gives_contact(sheet.lines[at])
        ):
            break
        end = at
    return end


def _signs(line: str) -> bool:
    return word_count(line) <= SIGNATURE_WORDS and not re.match(r"\W*P\.?\s?S\b", line)


def _cut(sheet: Sheet, at: int) -> list[Part]:
    """A unit of input in parts: its table's label, formulas, greetings, contact data and orders to a machine cut out."""
    unit, text = sheet.units[at], sheet.source.text
    start, label, parts = unit.start, "", list[Part]()
    if sheet.is_note and (found := TABLE_LABEL.match(text, unit.start, unit.end)):
        label = found[0].strip(" :")
        parts.append(Part(start=start, end=start + len(found[0].rstrip()), unit=at, reason="procedural"))
        start = found.end()
    if computed := formula_length(text[start : unit.end]):
        parts.append(Part(start=start, end=start + computed, unit=at, reason="boilerplate"))
        start += computed
    spans = [(start + a, start + b) for a, b in sentence_spans(text[start : unit.end], sheet.source.language)]
    reasons = [_sentence_reason(sheet, at, text[a:b], first=number == 0) for number, (a, b) in enumerate(spans)]
    runs = groupby(range(len(spans)), key=lambda number: reasons[number])
    for reason, numbers in ((reason, list(run)) for reason, run in runs):
        parts.append(Part(start=spans[numbers[0]][0], end=spans[numbers[-1]][1], unit=at, reason=reason, label=label))
    return parts


def _sentence_reason(sheet: Sheet, at: int, sentence: str, *, first: bool) -> SetAsideReason | None:
    """Why one sentence of a unit of input is not input itself."""
    line = " ".join(sentence.split())
    if orders_a_machine(line):
        return "boilerplate"
    if gives_contact(line):
        return "contact"
    if first and not sheet.is_note and starts_with("greeting", line) and word_count(line) <= 6 and line[-1] in "!,.":
        return "procedural"
    courteous = not sheet.is_note and not sheet.is_form and at <= sheet.body[0] + 1
    return "procedural" if courteous and first and pattern("thanks").search(line) else None
