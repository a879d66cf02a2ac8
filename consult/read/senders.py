"""Which association signs, heads or names a file: *Eidsnes bondelag*, *Mvh Nes vel v/ Oddny Ness*.

In: a file's own text and name. Out: the association's name, or nothing. A name is capitalised words that end in a kind
of association, or a kind that a place follows; *Støtte til idrettslag*, *Nytt forslag* and *Lev vel* are none.

>>> sender_in_file("innspel/Innspel frå Sandvik FAU.docx"), sender_in_file("Støtte til idrettslag.docx")
('Sandvik FAU', '')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from consult.read.cues import cue
from consult.read.signs import CAPITAL, NAME, heads_copies, starts_with
from consult.read.units import word_count
from consult.read.vocabulary import pattern
from consult.records import Block

NAME_LINES = 2  # lines at the top that may be a letterhead
NAME_WORDS = 8  # words of a line that is a name and what belongs to it
SIGNATURE_LINES = 7  # under a closing formula
LIST_LINES = 15  # at the end, in which the others stand who got the letter
LAST_LINES = 2  # that may be a signature without a closing formula
NAMED = rf"[{CAPITAL}][\w.'’-]*"
WITHIN = (
    r"(?:og|och|and|&|[\w-]+-|sk[uo]le|skola|barnehage|förskola|omegn|omland|krets|sokn|grend|bygd|(?:i|på|of)\s"
    rf"{NAMED})"
)
LONG_KIND = 5  # letters of a kind that a place may follow with no word between: *Per Vel Dahl* is a person
PLACE_BEHIND = rf"(?:\s+{NAMED}){{1,2}}(?=\s*(?:\Z|[,(/–:|]))"
BEHIND = rf"(?=\s*(?:\Z|[,(/–:|.!])|\s+-\s|\s+(?:v/|v\.|v\Z|ved\b|avd\b)|\s+(?:i|på|for|of|av)\s+{NAMED})"
PLACED = rf"\s+(?:(?:ved|i|på|for|of|at|av)\s+)?{NAMED}(?:\s(?:sk[uo]le|skola|barnehage|grend|bygd|län|fylke))?"
LETTER = (
    r"(?:innspe?i?ll?|inspel|merknad(?:er|ar)?|brev|svar|h[øö]y?ri?n[gs]*(?:svar|uttal\w*|fråsegn)|uttal\w+|fråsegn|synpunkter"
    r"|yttrande|bem[æe]rkninger|kommentar(?:er|ar)?|udtalelse|indsigelse|tilbakemelding|attendemelding|tilbagemelding"
    r"|remissvar|indspil|høringssvar|input|submission|response|comments)"
)
SENT_BY = re.compile(rf"(?:{LETTER}\s+)?(?:frå|fra|från|from)[:\s]\s*", re.IGNORECASE)
CALLED = re.compile(rf"(?i:{LETTER})\s*[:–-]?\s+(?=[{CAPITAL}])")
"""A kind of letter right before who sent it: *Høringssvar Nes velforening*."""
NATIONAL = re.compile(
    rf"(?:Norske?|Danske?|Svenska?|Finska?|Nordisk[ea]?|Samiske?|Danish|Swedish|Norwegian|Nordic)\s(?=[{CAPITAL}])"
)
"""What opens many a name of a body, and is no name of a person: *Norsk Fjellforening*."""
SAYS = re.compile(r"\s+(?:seier|sier|siger|säger|says?|meiner|mener|tycker|anser|ønskjer|ønsker|önskar|vil|vill)\s*:\Z")
"""What a list of what somebody says is headed by, behind their name."""
Tables = tuple[str, ...]
ASSOCIATIONS: Tables = ("association", "organisation")
FIELD = re.compile(r"(?:From|Subject|Emne|Ämne|Avsend[ae]r|Avsändare|Afsender):\s*", re.IGNORECASE)
ADDRESS = re.compile(r"\s*<[^>\n]*>|\"")
APART = re.compile(r"\s*[·•|]\s*|\t|\s{3,}|,?\s+c/o\s")  # between a name and its address on one line
FOR_ALL = re.compile(r"(?:oss|alle|alla|alle sammen|vi|us|all of us)\s+(?:i|in|at|på)\s+", re.IGNORECASE)
ROLE_JOIN = re.compile(r"\s*(?:[,:–/-]|(?:i|for|in|of|av)\b)?\s*", re.IGNORECASE)
I_SAY = re.compile(
    r"\b(?:[Ee]g|[Jj]eg|[Jj]ag"
    r"|I(?:['’]m|\s(?:am|think|believe|want|would|have|live|feel|hope|wish|was|do|don['’]t)))\b"
)
WE_IN = re.compile(r"\b(?:vi|me|we)\s+(?:i|in|at)\s+(?:the\s+)?", re.IGNORECASE)
SHARED_HOME = re.compile(r"(?:bu?retts\w*|sameig\w*|sameie\w*|brl)\Z", re.IGNORECASE)


@cache
def _kind(tables: Tables = ASSOCIATIONS) -> str:
    return rf"(?i:(?<!\w)(?:{'|'.join(pattern(table).pattern for table in tables)}))"


@cache
def _name(tables: Tables = ASSOCIATIONS) -> re.Pattern[str]:
    """An association's name at the head of a line, or that of another kind. tables: those that hold the kinds."""
    before = rf"{NAMED}(?:\s(?:{NAMED}|{WITHIN})){{0,4}}?\s"
    placed = rf"{before}(?=[\w-]{{{LONG_KIND}}}){_kind(tables)}{PLACE_BEHIND}"
    return re.compile(rf"{placed}|{before}{_kind(tables)}{BEHIND}|(?=[{CAPITAL}]){_kind(tables)}{PLACED}")


@cache
def _definite() -> re.Pattern[str]:
    """A kind alone, with or without its place: *velforeningen på Håøya*, *FAU*."""
    return re.compile(rf"(?:styret i\s)?(?P<kind>{_kind()})(?:{PLACED})?")


def is_kind(words: str) -> bool:
    """Whether words are a kind alone, with or without its place: *FAU*, *velforeningen på Håøya*."""
    return words[:1].isupper() and _definite().fullmatch(words) is not None


def sender_of_text(text: str) -> str:
    """The association that a text's letterhead, its *Vi i …* or its signature names."""
    lines = written_lines(text)
    for line in lines[:NAME_LINES]:
        if found := headed(line) or _says(line):
            return found
    return _signed(lines) or ("" if speaks_alone(text) else _we_in(text))


def written_lines(text: str) -> list[str]:
    """The lines of a text that are not empty, without marks, up to a list at its end of who else got it."""
    lines = [line.strip(" #*=_\t\u00a0") for line in text.split("\n") if line.strip(" #*=_\t\u00a0")]
    first = max(1, len(lines) - LIST_LINES)
    return lines[: next((at for at in range(first, len(lines)) if heads_copies(lines[at])), len(lines))]


def sender_in_file(path: str) -> str:
    """The association that a file's own name names."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = re.sub(r"^[\d\W]+", "", " ".join(re.sub(r"[_]+", " ", stem).split()))
    return headed(words)


def own_words(text: str, blocks: Sequence[Block]) -> str:
    """A text without what it quotes of earlier messages: their signatures are not its own."""
    kept, at = [], 0
    for block in blocks:
        if block.kind == "quoted":
            kept.append(text[at : block.start])
            at = block.end
    return "".join([*kept, text[at:]])


def speaks_alone(text: str) -> bool:
    """Whether somebody says *I*: then a file's name tells what it is about, and *vi i laget* whom the writer knows."""
    return bool(I_SAY.search(text))


def headed(line: str, tables: Tables = ASSOCIATIONS) -> str:
    """The association that a line consists of, or that *Innspel frå* names; or another kind's."""
    line = APART.split(ADDRESS.sub("", FIELD.sub("", line, count=1)).strip(), maxsplit=1)[0]
    if not SENT_BY.match(line):
        return named(CALLED.sub("", line, count=1), tables)
    rest = SENT_BY.sub("", line, count=1)
    return named(rest, tables) or (rest if rest[:1].isupper() and _definite().fullmatch(rest) else "")


def named(line: str, tables: Tables = ASSOCIATIONS) -> str:
    """The name that stands at the head of a line of a few words, whose kind is in the tables; or nothing."""
    if word_count(line) > NAME_WORDS or line[-1:] in ".?!:":
        return ""
    found = _name(tables).match(line)
    if not found or (cue("never_name").fullmatch(line.split(maxsplit=1)[0]) and not NATIONAL.match(line)):
        return ""
    return found[0].strip(" ,")


def _says(line: str) -> str:
    """The association that a list is headed by: *Ungdomsrådet i Nes meiner:*."""
    name = SAYS.sub("", line)
    return name if name != line and (is_kind(name) or named(name) == name) else ""


def _signed(lines: Sequence[str]) -> str:
    """The association in a signature: behind a closing formula, under it, or in the last lines."""
    for at in range(max(0, len(lines) - SIGNATURE_LINES), len(lines)):
        closing = starts_with("closing", lines[at])
        if closing and word_count(lines[at]) <= NAME_WORDS + 4:
            rest = re.sub(r"^\W+", "", lines[at][closing.end() :])
            signed = [_closed(rest), *(of_signer(line) for line in [rest, *lines[at + 1 :]])]
            return next((name for name in signed if name), "")
    return next((name for line in lines[1:][-LAST_LINES:] if (name := of_signer(line))), "")


def signed_by_office(text: str) -> bool:
    """Whether who signs bears an office, *Inga Madsen, formand*, and nobody says *I*: so boards write."""
    lines = written_lines(text)
    tail = lines[1:][-SIGNATURE_LINES:]
    closed = next((at for at, line in enumerate(tail) if starts_with("closing", line)), len(tail))
    under = any(_bears_office(line) for line in tail[closed + 1 :])
    return not speaks_alone(text) and (under or any(_is_officer(line) for line in tail[closed:] or tail[-LAST_LINES:]))


def _bears_office(line: str) -> bool:
    """A board's role alone on a line, or with the body's name behind it: *formand*, *formand, DN Skovby*."""
    return bool(pattern("board_role").fullmatch(line.strip(" .!").partition(",")[0].strip()))


def _is_officer(line: str) -> bool:
    """A name, a comma and a board's role: *Inga Madsen, formand*."""
    name, _, office = line.strip(" .!").partition(",")
    names = list(NAME.finditer(name))
    return bool(names) and names[-1].end() == len(name) and bool(pattern("board_role").match(office.strip()))


def _closed(rest: str) -> str:
    """*Hilsen velforeningen på Håøya*, *Helsing oss i bondelaget*: all that stands behind the formula."""
    found = _definite().fullmatch(FOR_ALL.sub("", rest).strip(" .,!"))
    return found[0] if found else ""


def of_signer(line: str, tables: Tables = ASSOCIATIONS) -> str:
    """The association in one line of a signature: alone, behind a name and a comma, or behind a board's role."""
    for piece in re.split(r"\s*(?:[,|–]|(?<![vV])/)\s*|\s+-\s+", line.strip(" .!")):
        role = pattern("board_role").match(piece)
        rest = piece[role.end() :] if role else piece
        joined = ROLE_JOIN.match(rest) if role else None
        if found := named(rest[joined.end() :] if joined else rest, tables):
            return found
    return ""


def _we_in(text: str) -> str:
    """*Vi i grendalaget krev*: who says *we* in an association; who shares a house or a stair does not speak for it."""
    for found in WE_IN.finditer(text):
        at = _name().match(text, found.end()) or _definite().match(text, found.end())
        if at and not SHARED_HOME.search(at[0]):
            return at[0].strip()
    return ""
