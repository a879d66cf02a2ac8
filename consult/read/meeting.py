"""The frame of a table's notes: title and date, people, programme, prompts, status, farewell.

In: a Sheet and the number of a unit. Out: why the unit is not input, or None.
Position and form decide first: what stands above the first bullet, what leads in to a list, what comes last.
"""

from __future__ import annotations

import re
from functools import lru_cache

from consult.read.given_names import is_given
from consult.read.sheet import Sheet, last
from consult.read.signs import (
    CAPITAL,
    CASE,
    NAME,
    POINTS_TO,
    clock_times,
    gives_contact,
    has_contact,
    has_date,
    is_agenda,
    labelled,
    starts_with,
)
from consult.read.units import word_count
from consult.read.vocabulary import pattern
from consult.records import SetAsideReason

PREAMBLE_WORDS = 25  # a longer paragraph above the first bullet of notes says something, unless it bears a sign
CLOSING_UNITS = 3  # from the end, in which people are thanked and the next meeting is named
SIGNED_UNITS = 6  # from the end, in which minutes are signed
NAMED = re.compile(rf"[{CAPITAL}][\w-]+(?: [{CAPITAL}][\w-]+){{0,2}}(?= )")
PROMPT_WORDS = 40
UNREACHED_WORDS = 12  # of a line on what there was no time for
REPORT_WORDS = 6  # within which a report names who reports
DRAFT_WORDS = 12  # of a line on the footing of the notes
DESCRIBED_WORDS = 4  # behind a count of heads: *from local associations*
BREAK_WORDS = 6  # of a line with a clock time that is no bullet: *Pause til 10.45*


def in_notes(sheet: Sheet, at: int) -> SetAsideReason | None:
    """Why a unit of notes is not input."""
    if not sheet.is_note:
        return None
    line = sheet.lines[at]
    if lists_people(sheet, at):
        return "contact" if len(NAME.findall(line)) > 1 else "procedural"
    if has_contact(line) and gives_contact(line):
        return "contact"
    if _signs(sheet, at):
        return "contact"
    framed = at < preamble_end(sheet) or is_prompt(sheet, at) or _is_meta(sheet, at) or _is_closing(sheet, at)
    framed = framed or (sheet.beside(at) and bool(starts_with("reminder", line)))
    return "procedural" if framed or _is_under_frame(sheet, at) else None


def lists_people(sheet: Sheet, at: int) -> bool:
    """Whether a unit lists who was there, at its head or behind another label: *Referent: Kari. Til stades: …*."""
    line = sheet.lines[at]
    if labelled("participants", line):
        return True
    first, *rest = sheet.sentences(at) or [""]
    if sheet.units[at].kind != "paragraph" or not (labelled("meta_label", first) or labelled("meeting_role", first)):
        return False
    return any(labelled("participants", sentence) for sentence in rest)


def counts_heads(line: str) -> bool:
    """Whether all that a line says is how many sat there: *Vi var sju*, *Five people around the table.*"""
    found = starts_with("headcount", line)
    if found is None:
        return False
    rest = line[found.end() :].strip(" .!")
    return word_count(rest) <= DESCRIBED_WORDS and not re.search(r"[,;:.?]", rest) and not _goes_further(rest)


def _goes_further(rest: str) -> bool:
    """Whether what stands behind a count of heads is a statement: *Vi var fem som ville ha lys*."""
    return bool(pattern("statement").search(rest) or re.match(r"(?:som|der|who|that|to|å|at|att)\b", rest))


def is_prompt(sheet: Sheet, at: int) -> bool:
    """Whether a unit is what the leader of the meeting said to it, or asked before a list of answers."""
    line, unit = sheet.lines[at], sheet.units[at]
    if word_count(line) > PROMPT_WORDS:
        return False
    if unit.kind == "item":
        return labelled("meeting_role", line)
    if labelled("prompt", line) or any(starts_with("meeting_role", sentence) for sentence in sheet.sentences(at)):
        return True
    below = sheet.units[at + 1].kind if at + 1 < len(sheet.units) else ""
    opens = below == "item" and at > 0 and sheet.units[at - 1].kind == "heading"
    return opens and unit.kind == "paragraph" and (line.endswith("?") or unit.strong)


def _is_meta(sheet: Sheet, at: int) -> bool:
    """Whether a unit says when, where, in which order, by whom or on what footing, and not what."""
    line, unit = sheet.lines[at], sheet.units[at]
    if labelled("agenda", line) or (is_agenda(line) and unit.kind != "cell"):
        return True
    if unit.kind != "paragraph":
        return False
    if _leads(line) and word_count(line) <= PREAMBLE_WORDS:
        return True
    if clock_times(line) and word_count(line) <= BREAK_WORDS:
        return True
    head = " ".join(line.split()[:REPORT_WORDS])
    draft = starts_with("draft", line) and word_count(line) <= DRAFT_WORDS
    return labelled("meta_label", line) or bool(pattern("status_report").search(head) or draft)


def _signs(sheet: Sheet, at: int) -> bool:
    """Whether a unit at the end of notes is the name of who signs them, or what stands over it."""
    line = sheet.lines[at].strip(" .")
    if at not in last(sheet.told, SIGNED_UNITS):
        return False
    named = NAME.fullmatch(line) and is_given(line.split(maxsplit=1)[0])
    return bool(named or pattern("signed_by").fullmatch(line.strip(" :")))


def _leads(line: str) -> bool:
    """Whether a line tells how somebody opened the meeting: *Anna hälsade välkommen*. Others present their views."""
    first = NAMED.match(line)
    if first is None or not is_given(first[0].split(maxsplit=1)[0]):
        return False
    return pattern("leads_meeting").match(line, first.end() + 1) is not None


def _is_closing(sheet: Sheet, at: int) -> bool:
    """Whether a unit closes the meeting, points to a case, or says what happens next or was not reached."""
    line, unit = sheet.lines[at], sheet.units[at]
    ends = starts_with("meeting_end", line) or labelled("follow_up", line)
    if unit.kind != "item" and at in last(sheet.told, CLOSING_UNITS) and ends:
        return True
    if starts_with("unreached", line) and word_count(line) <= UNREACHED_WORDS and len(sheet.sentences(at)) == 1:
        return True
    return bool(word_count(line) <= PREAMBLE_WORDS and POINTS_TO.search(line) and CASE.search(line))


def _is_under_frame(sheet: Sheet, at: int) -> bool:
    """Whether a unit stands in a list of people, a programme or an owner's status, or among agreements."""
    head, line = sheet.heads[at], sheet.lines[at]
    if not head or head == line.strip(" :."):
        return False
    if (
        pattern("participants").fullmatch(head)
        or pattern("agenda").fullmatch(head)
        or starts_with("status_report", head)
    ):
        return True
    agreed = starts_with("meeting_end", line) or has_date(line)
    return bool(pattern("follow_up").fullmatch(head) and agreed)


@lru_cache(maxsize=8)
def preamble_end(sheet: Sheet) -> int:
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
    frame = [at for at in above if _bears_sign(sheet, at)]
    if not frame:
        return 0
    followed = above[-1] != sheet.told[-1]  # paragraphs all the way down are prose, not a preamble
    short = [at for at in above if word_count(sheet.lines[at]) <= PREAMBLE_WORDS] if followed else []
    end = frame[-1] + 1
    while end in short:
        end += 1
    return end if all(at in frame or at in short for at in above if at < end) else frame[0] + 1


def _bears_sign(sheet: Sheet, at: int) -> bool:
    line = sheet.lines[at]
    dated = (has_date(line) or clock_times(line) > 0) and word_count(line) <= PREAMBLE_WORDS
    named = any(labelled(table, line) for table in ("participants", "agenda", "meta_label", "meeting_role"))
    return dated or named or counts_heads(line) or is_prompt(sheet, at) or _is_meta(sheet, at)
