"""Who speaks in a file about which the settings say nothing.

In: a file's text and name. Out: a Voice. A numbered table in the name or title, or roles and participants at the
top, make it a table's notes, and so does a meeting with several tables; an organisation number, *på vegne av*, *vi i
Foreningen …*, a letterhead, an association or office in the signature or the file's name make it an organisation's;
else a person speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consult.read.bodies import body_in_file, body_of_text
from consult.read.gatherings import numbers_gathering
from consult.read.lines import MARK
from consult.read.senders import own_words, sender_in_file, sender_of_text, signed_by_office, speaks_alone
from consult.read.signs import CAPITAL, LETTER, labelled, starts_with, without_dates
from consult.read.units import word_count
from consult.read.vocabulary import pattern
from consult.records import Block, Voice

HEAD = 2000  # characters in which a text says who speaks
NAME_LINES = 2  # lines at the top that may be a letterhead
NAME_WORDS = 6
ROLE_LINES = 12
TITLE = 60  # characters of a title in which a table is named
GATHERED_LINES = 3  # at the top, in which a meeting is named
LISTED = 3  # lines behind list marks, that make a text a list
SEVERAL = 2  # tables that make a text notes of a meeting
NUMBERED_TABLE = re.compile(rf"(?<![^\W\d_])(?:(?i:{pattern('table').pattern})(?:\s?\d|\s*{LETTER}))")
"""*Bord 3*, *Grupp3*, *Table B*."""
PRIVATE = re.compile(
    r"\b(?:som privatperson|som privat person|as a private (?:person|citizen|individual))\b", re.IGNORECASE
)
BODY = re.compile(
    r"\b(?:org\.? ?n(?:r|ummer)|cvr"
    r"|på (?:styrets?|bestyrelsens|styrelsens|(?:\w*(?:foren|fören|forein)ing|\w*organisa[st]jon|\w*lag)(?:e[nt]|a)?s?)"
    r" (?:vegne?r?|vägnar|uppdrag)"
    r"|(?:på vegn[ea]r? av|på uppdrag av|on behalf of|for|för) (?:styret|bestyrelsen|styrelsen|the board))\b",
    re.IGNORECASE,
)
WE_ARE = re.compile(
    rf"(?i:\b(?:vi i|vi er|vi är|frå|fra|från|from|we at|we are))\s+(?:the\s+)?([{CAPITAL}][\w-]*(?:\s[\w-]+){{0,3}})"
)
ADDRESSED = re.compile(r"(?:til|till|to|kjære|kära|kære|dear)\b", re.IGNORECASE)


def guess_voice(text: str, blocks: Sequence[Block], path: str, format: str) -> Voice:  # noqa: A002, ARG001 - the caller's words
    """The voice of a file, from its name, its head and its signature."""
    name = re.sub(r"[\W_]+|(?<=[^\W\d_])(?=\d)", " ", path.rsplit("/", 1)[-1])
    head = [line.strip(" #*=_") for line in text[:HEAD].split("\n") if line.strip(" #*=_")]
    if NUMBERED_TABLE.search(name) or any(NUMBERED_TABLE.search(line[:TITLE]) for line in head[:1]):
        return "group_note"
    if _gathers_tables(head, text) or _is_of_session(head, text):
        return "group_note"
    if any(labelled("meeting_role", line) or labelled("participants", line) for line in head[:ROLE_LINES]):
        return "group_note"
    if PRIVATE.search(text[:HEAD]):
        return "individual"
    if BODY.search(text) or _is_organisation(text[:HEAD], head) or signed_by_office(own_words(text, blocks)):
        return "organisation"
    return "organisation" if association_of(text, blocks, path) else "individual"


def _gathers_tables(head: Sequence[str], text: str) -> bool:
    """Whether a text that a meeting is named above has lines that begin with different tables."""
    met = (found[0] for line in head[:GATHERED_LINES] for found in pattern("gathering").finditer(line))
    if all(pattern("table").fullmatch(word) for word in met):
        return False
    lines = (line.strip(" #*=_") for line in text.split("\n"))
    tables = {found[0].casefold() for line in lines if (found := NUMBERED_TABLE.match(line))}
    return len(tables) >= SEVERAL


def _is_of_session(head: Sequence[str], text: str) -> bool:
    """Whether a text is called by a session's number, lists what was said, and nobody signs it: *Session 3*."""
    if not head or not numbers_gathering(without_dates(head[0])):
        return False
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    listed = sum(MARK.match(line) is not None for line in lines)
    return listed >= LISTED and not any(starts_with("closing", line) for line in lines[-NAME_WORDS:])


def association_of(text: str, blocks: Sequence[Block], path: str) -> str:
    """The association or body that a text's head or signature names, or its file where nobody says *I*; or nothing."""
    own = own_words(text, blocks)
    return sender_of_text(own) or body_of_text(own) or ("" if speaks_alone(own) else _in_file(path, own))


def _in_file(path: str, text: str) -> str:
    return sender_in_file(path) or body_in_file(path, text)


def _is_organisation(text: str, head: Sequence[str]) -> bool:
    """Whether the head of a text presents an organisation as the one who speaks."""
    said = [found[1] for found in WE_ARE.finditer(text)] + [
        found[0] for found in pattern("presentation").finditer(text)
    ]
    if any(pattern("organisation").search(words) for words in said):
        return True
    names = (line for line in head[:NAME_LINES] if word_count(line) <= NAME_WORDS and line[-1] not in ".,!?:")
    return any(
        line[0].isupper() and pattern("organisation").search(line) for line in names if not ADDRESSED.match(line)
    )
