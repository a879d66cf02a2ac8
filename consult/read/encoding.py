"""Bytes → characters, for files that do not say how they are written.

A byte-order mark decides; then valid UTF-8; then UTF-16 by where its zero bytes stand; then, among the
8-bit sets that the five languages have been written in, the one that gives the most letters of theirs.
No library: general detectors read short Scandinavian Windows-1252 as Cyrillic or Central European
(docs/decisions/0001-extraction-library.md).

>>> decode("blåbær".encode("cp1252"))
'blåbær'
"""

from __future__ import annotations

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
EXPECTED = frozenset("æøåäöéüèóòôêáÆØÅÄÖÉÜÓ–—«»“”‘’„…§•·°½€´\xa0\xad")
"""What stands outside ASCII in running text of nn, nb, da, sv and en."""

EIGHT_BIT = ("cp1252", "mac_roman", "cp865", "cp850", "cp500")
"""Windows first: it wins ties. Then old Macintosh, Nordic and Western DOS, and EBCDIC."""


def decode(data: bytes) -> str:
    """The characters of `data`; never fails, since Latin-1 gives each byte a character."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _utf_16_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)


def _utf_16_without_mark(data: bytes) -> str:
    """The byte order of UTF-16, if most of the bytes at even or at odd places are zero."""
    head = data[:4096]
    pairs = len(head) // 2
    if pairs == 0 or len(data) % 2:
        return ""
    if head[1::2].count(0) > 0.6 * pairs and head[0::2].count(0) < 0.2 * pairs:
        return "utf-16-le"
    if head[0::2].count(0) > 0.6 * pairs and head[1::2].count(0) < 0.2 * pairs:
        return "utf-16-be"
    return ""


def _eight_bit(data: bytes) -> str:
    best, best_score = data.decode("latin-1"), float("-inf")
    for encoding in EIGHT_BIT:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _likeness(text[:20_000])
        if score > best_score:
            best, best_score = text, score
    return best


def _likeness(text: str) -> float:
    """Share of the characters that such text is made of: ASCII print, white space and `EXPECTED`."""
    good = sum(1 for char in text if char in EXPECTED or " " <= char <= "~" or char in "\t\n\r")
    return good / max(1, len(text))
