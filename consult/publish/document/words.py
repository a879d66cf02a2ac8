"""The few words that stand around a document's own, and its words made fit to be written into a file.

In: a document's language, a text. Out: the message function, a date as people write it, a text without signs that
files forbid or that act instead of showing. Guaranteed: no sign is lost; what cannot stand is shown by a picture of it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from consult.messages import Message, messages, publication_languages
from consult.publish.document import Document
from consult.publish.report import page_language

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 forbids, and controls that act on terminals and print: tab and line feed are kept."""

PICTURES, DELETED, REPLACEMENT = 0x2400, "\u2421", "\ufffd"
"""Unicode's pictures of the controls below 32 stand in their order from U+2400."""

LOCALES = {"en": "en_GB"}
"""Where a language alone would bring another country's order of day and month."""

NAMELESS = "–"

OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
         "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip
CLOSES = frozenset(OPENS.values())
"""Signs that turn the direction of what follows, and those that end it (Unicode Annex 9)."""


def words(document: Document) -> Message:
    """The message function for a document: of its language, or the nearest that has a catalogue."""
    return messages(_spoken(document.language))


def _spoken(language: str) -> str:
    return language if language in publication_languages() else page_language((language,))


def printable(text: str) -> str:
    r"""`text` with forbidden and acting controls shown, and every turn of direction ended within it.

    >>> printable("a\x00b\x1b[2J")
    'a␀b␛[2J'
    """
    shown = CONTROL.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n"))
    return shown + _unclosed(shown)


def titled(text: str) -> str:
    """A name that may not be empty, printable; a dash for one in which nothing can be seen."""
    shown = printable(text)
    return shown if any(unicodedata.category(sign)[0] not in "ZCM" for sign in shown) else NAMELESS


def _picture(match: re.Match[str]) -> str:
    sign = ord(match.group())
    if sign < 0x20:
        return chr(PICTURES + sign)
    return DELETED if sign == 0x7F else REPLACEMENT


def _unclosed(text: str) -> str:
    """What ends the turns of direction that `text` leaves open, so that they cannot turn what stands behind it."""
    if not any(sign in text for sign in OPENS):
        return ""
    open_: list[str] = []
    for sign in text:
        if sign in OPENS:
            open_.append(OPENS[sign])
        elif sign in CLOSES and sign in open_:
            del open_[len(open_) - 1 - open_[::-1].index(sign) :]
    return "".join(reversed(open_))


@cache
def long_date(iso: str, language: str) -> str:
    """A date as people write it; what is no ISO date stays as it is.

    >>> long_date("2026-03-04", "nn")
    '4. mars 2026'
    """
    from babel.dates import format_date

    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return format_date(day, "long", locale=LOCALES.get(_spoken(language), _spoken(language)))


def byline(document: Document, m: Message) -> tuple[str, ...]:
    """Who answers for a document and when: what is not told is not shown."""
    name = " ".join(printable(document.author).split())
    author = [m("document-responsible", author=name)] if name else []
    when = long_date(document.date, document.language)
    return (*author, *([m("document-date", date=when)] if when else []))
