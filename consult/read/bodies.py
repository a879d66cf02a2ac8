"""Which public body, institution or company sends a letter: *Statsforvaltaren i Vestland*, *Nes museum*, *Nes Bygg AS*.

In: a file's own text and name, or a mail's sender. Out: the body's name, or nothing. A letter's head names whom it goes
to as well as whom it comes from: a body there is the sender only where the letter is signed as offices sign. A file's
name is also what a letter is about: a body there is the sender only where the letter names itself so.

>>> letter = "Statens vegvesen har ikkje merknader."
>>> body_in_file("03 Statens vegvesen.pdf", letter), body_in_file("Merknad til Nes kommune.docx", letter)
('Statens vegvesen', '')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consult.read.given_names import is_given
from consult.read.senders import ASSOCIATIONS, SENT_BY, headed, of_signer, speaks_alone, written_lines
from consult.read.signs import CAPITAL, starts_with
from consult.read.units import word_count
from consult.read.vocabulary import pattern

BODIES = ("body", *ASSOCIATIONS)
HEAD_LINES = 3  # lines at the top that may be a letterhead
SIGNATURE_LINES = 10  # under a closing formula, or the last ones
ROLE_WORDS = 8  # of a line that a name and an office end
OFFICIAL_HEAD = 8  # lines at the top in which an office's own number and day stand
ADDRESSED = re.compile(r"(?:til|till|to|att\.?|kjære|kära|kære|dear)\b", re.IGNORECASE)
ALONE = re.compile(
    rf"[{CAPITAL}][\w-]*(?:verket|styrelsen|myndighet(?:en)?|inspektion(?:en)?|tilsynet|direktoratet|departement(?:et)?"
    r"|ministeri(?:et|um)|ombod(?:et)?|ombud(?:et)?)"
)
"""Bodies of one word: *Trafikverket*, *Miljøstyrelsen*."""
SAYS = re.compile(
    r"[\s,–-]*(?:(?:sin|si|sine|sitt)\s)?(?:(?:h[øö]y?ring|remiss)s?[-\s]?)?"
    r"(?:uttale\w*|fråsegn\w*|svar|merknad\w*|innspe?i?ll?\w*|yttrande\w*|synpunkter|motsegn\w*|innsigelse\w*"
    r"|response|submission|comments|statement|brev|letter)?(?:\s*\(?[\d.-]*\)?)",
    re.IGNORECASE,
)
"""What a file's name says behind its sender: *Statens vegvesen uttale (2)*."""


def body_of_text(text: str) -> str:
    """The body that a letter without an *I* comes from, by its signature, or by its head where officials signed it."""
    if speaks_alone(text):
        return ""
    lines = written_lines(text)
    head = [line for line in lines[:HEAD_LINES] if not ADDRESSED.match(line)] if is_official(lines) else []
    signed = (_not_person(of_signer(line, BODIES)) for line in _signature(lines))
    return next((name for name in (*map(_named, head), *signed) if name), "")


def body_in_file(path: str, text: str) -> str:
    """The body that a file's name consists of, but for a number and a kind of letter, where the text names it."""
    stem = re.sub(r"^[\d\W_]+", "", " ".join(path.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ").split()))
    stem = SENT_BY.sub("", stem, count=1)
    name = next((name for words in _heads(stem) if (name := _named(words))), "")
    return name if name and name in text and SAYS.fullmatch(stem[len(name) :]) else ""


def is_body(name: str) -> bool:
    """Whether a name by itself is a body's or an association's.

    >>> is_body("Nes Museum"), is_body("Coop Nes SA"), is_body("Liv Nes")
    (True, True, False)
    """
    return bool(name) and _named(name) == name.strip(" ,")


def is_official(lines: Sequence[str]) -> bool:
    """Whether a letter bears what an office's does: its number, how it is signed, an official under a formula."""
    head, foot = lines[:OFFICIAL_HEAD], lines[-SIGNATURE_LINES:]
    if any(pattern("official_head").search(line) for line in head):
        return True
    if any(pattern("official_foot").search(line) for line in foot if line not in head):
        return True
    return any(_ends_in_role(line.strip(" .,")) for line in _signature(lines) if word_count(line) <= ROLE_WORDS)


def _ends_in_role(line: str) -> bool:
    return any(found.end() == len(line) for found in pattern("official_role").finditer(line))


def _named(line: str) -> str:
    return line if ALONE.fullmatch(line) else _not_person(headed(line, BODIES))


def _not_person(name: str) -> str:
    """The name, unless it may be a person's whose family is called by a kind: *Knut Skule*, *Anna Stad*."""
    first, *rest = name.split() or [""]
    return "" if len(rest) == 1 and is_given(first) else name


def _heads(words: str) -> list[str]:
    """The words, and without the last one, two and three: a name ends before *uttale*, *høyringssvar (2)*."""
    every = words.split()
    return [" ".join(every[: len(every) - fewer]) for fewer in range(min(4, len(every)))]


def _signature(lines: Sequence[str]) -> Sequence[str]:
    """The closing formula, and the lines under it; nothing where there is none."""
    tail = lines[-SIGNATURE_LINES:]
    return next((tail[at:] for at, line in enumerate(tail) if starts_with("closing", line)), [])
