"""Whatever is repeated, reading it takes time that grows with its length: no text makes a pattern or a loop explode.

Time is the process's own, not the clock's: a busy machine takes none of it. A text twice as long may take `GROWTH`
times as long; what takes less than `BLINK` seconds is not measured any closer. Something quadratic takes four times as
long; something that backtracks takes forever, and is stopped. `CONSULT_LONG=20000` looks closer, and takes minutes.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import pytest

from consult.answer.gate import scopes
from consult.answer.gate.bounds import _bounded
from consult.answer.gate.numerals import numbers_in
from consult.read.addresses import find_addresses
from consult.read.again import ByWords
from consult.read.contacts import find_contacts
from consult.read.known_names import names_again, names_in_path
from consult.read.numbers import Sighting, find_numbers, without_overlap
from consult.read.people import names_by_rule
from consult.read.plain import read_text
from consult.read.privacy import find_personal
from consult.read.redaction import masked
from consult.read.sensitive import find_sensitive
from consult.records import Finding, Passage, Source
from consult.themes.asides import without_tally
from tests.fuzz.targets import check_split, source_of

LENGTH = int(os.environ.get("CONSULT_LONG", "3000"))  # characters; a text is tried at this length and at twice of it
GROWTH = 3.2
BLINK = 0.25  # seconds
LIMIT = 20.0  # seconds of the process: what is not done by then never will be

SHORT = {
    "a", "0", " ", "\t", "\n", ".", ",", ";", ":", "-", "_", "*", "#", "/", "(", ")", "[", "|", "«", "\"", "'", "@",
    "+", "\u00a0", "\u200b", "A", "Å", "e\u0301", "=", ">", "<", "&", "{", "\\", "?", "!", "…", "–", "•", "§",
}  # fmt: skip
LONGER = {
    "a ", "A ", "a\n", "A.", "A. ", "Aa ", "Aa-", "Aa\n", "AA ", "a@", "a.b.", "a-", "a'", "- ", "1.", "1 ", "1\n",
    "12-", "0) ", "# ", ". ", "> ", "| ", "|a", "**", "- a\n", "og ", "av de ", "ja; ", "ja, nei, ", "Bord:\n",
    "Bord 1: ",
    "Mvh\n", "Hei Kari", "Kari sa ", "Kari Nes ", "Kari Nes, ", "Kari-", "dr. A", "fru A ", "Referent: ", "+47", "(0)",
    "12 34 ", "428 06 917 ", "tlf 42806917\n", "01019012345 ", "1234.56.78901 ", "NO93 ", "AB 12345 ", "gata ",
    "vegen 1 ", "Storgata 4, 0123 Oslo ", "Lia 2, ", "http://a.b/", "x.com/in/", "kari@dal.no ", "a at a dot ",
    "kari (at) dal dot no ", "eg er blind ", "min ", "fødd 01.01.1990 ", "Fra: a\n", "Til stade: ", "«a» ", "Vi vil. ",
    "12. mars ", "a, b og c", "konto ", "fnr. ",
}  # fmt: skip
UNTIMED = pytest.mark.skipif(
    not hasattr(signal, "SIGVTALRM"), reason="needs a timer of the process's own time (not on Windows)"
)
PATTERNS = tuple(sorted(SHORT | LONGER))
FINDERS: tuple[Callable[[str], Any], ...] = (
    find_numbers, find_contacts, find_addresses, find_sensitive, names_by_rule, names_in_path,
)  # fmt: skip


class TooSlowError(BaseException):
    """Not an Exception, which readers take for a broken file."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End what takes more time of this process than `seconds`."""

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds_of(work: Callable[[str], object], text: str) -> float:
    """What one call takes of this process; LIMIT where it is stopped."""
    began = time.process_time()
    try:
        with limited(LIMIT):
            work(text)
    except TooSlowError:
        return LIMIT
    return time.process_time() - began


def grows_faster(work: Callable[[str], object], text: str) -> tuple[float, float] | None:
    """The seconds for half a text and the whole, where the whole takes more than its share; measured again if so."""
    for _ in range(3):
        whole = seconds_of(work, text)
        if whole <= BLINK:
            return None
        half = seconds_of(work, text[: len(text) // 2])
        if whole <= GROWTH * half:
            return None
    return half, whole


def repeated(pattern: str, length: int = 2 * LENGTH) -> str:
    """A pattern again and again."""
    return (pattern * (length // len(pattern) + 1))[:length]


def split(text: str) -> None:
    """Guess who speaks, and divide a note."""
    document = read_text(text.encode(), "txt")
    if document.text:
        check_split(source_of(document))


def find(text: str) -> None:
    """All that finds personal data by rule."""
    for finder in FINDERS:
        finder(text)


def read_numbers(text: str) -> None:
    """As the gate reads a passage, without what it has kept."""
    numbers_in.__wrapped__(text, "nn")


def read_bounds(text: str) -> None:
    """And what bounds them."""
    numbers_in.cache_clear()
    list(_bounded(text, "nn"))


@UNTIMED
@pytest.mark.parametrize("pattern", [" ", "●", "● ", "●  ", "| ", "(1 ", "( ", "(1 prikk"])
def test_votes_behind_a_note(pattern: str) -> None:
    """A drawn line, a form filled up with spaces: what looks for votes goes through them once."""
    assert grows_faster(without_tally, repeated(pattern) + "a") is None


@UNTIMED
@pytest.mark.parametrize("pattern", ["1 ", "12 kr ", "over 5 ", "tre "])
@pytest.mark.parametrize("work", [read_numbers, read_bounds])
def test_a_table_of_numbers(work: Callable[[str], object], pattern: str) -> None:
    """What a number hangs on stands right before it: a passage that is a table is no sum of all its beginnings."""
    work("Over 5 kr")
    assert grows_faster(work, repeated(pattern)) is None


@UNTIMED
@pytest.mark.parametrize("pattern", ["bussen går ikkje, ", "utan at ", "ikkje ", "Lia 2, "])
def test_a_claim_that_denies_again_and_again(pattern: str) -> None:
    """All of it is read once, and not once for each *not*."""
    scopes.stretches("Bussen går ikkje.", "nn")
    work: Callable[[str], object] = lambda text: scopes.stretches.__wrapped__(text, "nn")  # noqa: E731 - short
    assert grows_faster(work, repeated(pattern)) is None


@UNTIMED
@pytest.mark.parametrize("work", [split, find])
def test_repeated_patterns(work: Callable[[str], object]) -> None:
    """Every pattern, through the note parser and through all that finds personal data."""
    work("Vi vil ha innsyn. Kari Nes\n" * 3)  # patterns are compiled at the first use
    slow = {pattern: found for pattern in PATTERNS if (found := grows_faster(work, repeated(pattern)))}
    assert slow == {}


@UNTIMED
@pytest.mark.parametrize("work", [split, find])
def test_patterns_between_words(work: Callable[[str], object]) -> None:
    """A pattern that is opened by one thing and never closed: the classic trap of a backtracking pattern."""
    openings = ("Mvh\n", "Referent: ", "Til stades: ", "tlf. ", "kari@", "Storgata ", "eg er ", "- Bord 1")
    slow = {
        (opening, pattern): found
        for opening, pattern in product(openings, ("Kari ", "a.", "Aa, ", "1 ", "- A\n", "\u00a0", " ", "A-"))
        if (found := grows_faster(work, (opening + repeated(pattern, LENGTH)) * 2))
    }
    assert slow == {}


# -- many different things --------------------------------------------------------------------------------


def letters(number: int) -> str:
    """A number as letters, so that each is a name of its own."""
    return "".join(chr(97 + int(digit)) for digit in f"{number:06}")


def test_many_sightings() -> None:
    """Twenty thousand stretches that overlap are sorted out in a blink."""
    found = [Sighting(at, at + 7, "phone", 0.5 + at % 3 / 10) for at in range(0, 100_000, 5)]
    assert seconds_of(lambda _: without_overlap(found), "") < 2


@pytest.mark.parametrize("same", ["first", "last", "none"])
def test_many_names(same: str) -> None:
    """Two thousand people are found again, also where all are called Kari, or all Nes."""
    first, last = ("Kari" if same == "first" else ""), ("Nes" if same == "last" else "")
    names = [f"{first or 'K' + letters(n)} {last or 'N' + letters(n)}" for n in range(2000)]
    text = ", ".join(names)
    began = time.process_time()
    found = names_again(text, names)
    assert len(found) == len(names)
    assert time.process_time() - began < 5
    assert [*ByWords(names).at(*names[77].split())] == [names[77]]


def test_many_people_in_one_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found, numbered, told from each other, and taken out of many passages."""
    monkeypatch.setattr("consult.read.names.each_names", lambda texts, *_: iter([[] for _ in texts]))
    lines = [f"Referent: K{letters(n)} N{letters(n)}, tlf {41000000 + n}" for n in range(1000)]
    text = "\n".join(lines)
    source = Source(path="liste.txt", sha256="0" * 64, format="txt", text=text)
    began = time.process_time()
    found = find_personal([source])
    assert len({one.person for one in found if one.kind == "name"}) == 1000
    passages, at = [], 0
    for line in lines:
        passages.append(Passage(
            source_id=source.source_id, start=at, end=at + len(line), text=line, language="nn", voice="individual",
        ))  # fmt: skip
        at += len(line) + 1
    shown = masked(passages, [source], found)
    assert time.process_time() - began < 10
    assert not any(re.search(r"N[a-j]{6}|41\d{6}", one.text) for one in shown)
    assert all(len(one.text) == len(line) for one, line in zip(shown, lines, strict=True))


def test_masking_asks_only_what_touches() -> None:
    """A finding that reaches over many passages is found from each of them."""
    text = "abcdefghij" * 3
    source = Source(path="a.txt", sha256="0" * 64, format="txt", text=text)

    def finding(start: int, end: int) -> Finding:
        return Finding(
            source_id=source.source_id, start=start, end=end, kind="other", certainty=1.0, status="redacted",
            where="text", found_by="people",
        )  # fmt: skip

    passages = [
        Passage(
            source_id=source.source_id, start=at, end=at + 5, text=text[at : at + 5], language="nn", voice="individual"
        )
        for at in range(0, 30, 5)
    ]
    shown = masked(passages, [source], [finding(3, 22), finding(4, 5), finding(28, 29)])
    assert [one.text for one in shown] == ["abc……", "…    ", "…    ", "…    ", "… cde", "fgh…j"]


# -- the measure itself ------------------------------------------------------------------------------------


@UNTIMED
def test_what_is_quadratic_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: a pattern with a hole in it, and a loop in a loop."""
    monkeypatch.setattr("tests.test_linear_time.LIMIT", 1.0)
    trap = re.compile(r"(?:a|aa)+$")
    assert seconds_of(trap.search, "a" * 60 + "b") == 1.0

    def loop(text: str) -> int:
        return sum(len(text.replace("a", "b")) for _ in range(len(text) // 4))

    monkeypatch.setattr("tests.test_linear_time.BLINK", 0.01)
    assert grows_faster(loop, "a" * 40_000) is not None
