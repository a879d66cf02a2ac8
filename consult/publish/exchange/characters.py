r"""What XML and zip can hold of any text, code point for code point, and the GUIDs that REFI-QDA asks for.

Nothing here changes the length of a text: a span means the same stretch before and after.

>>> holdable("a\x00b]]>")
'a�b]]>'
>>> one_line("Kurs\r\nog rettleiing")
'Kurs og rettleiing'
"""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Mapping

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:consult")
"""Everything that consult gives a GUID gets it by name in here: the same thing, the same GUID."""

UNHOLDABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Neither XML 1.0 (production 2, Char) nor, for half of a surrogate pair, UTF-8 can hold these."""

HALVES = re.compile("[\ud800-\udfff]")
REPLACEMENT, MARK, JOINER = "\N{REPLACEMENT CHARACTER}", "\ufeff", "\N{WORD JOINER}"


def holdable(text: str) -> str:
    """The text with what XML cannot hold replaced, one code point for one and wherever it stands.

    A carriage return becomes a line feed, since readers would fold CR LF into one; a byte order mark becomes a
    word joiner, which means the same, since readers would take it off; all else becomes U+FFFD.
    """
    return UNHOLDABLE.sub(REPLACEMENT, text.replace("\r", "\n").replace(MARK, JOINER))


def encodable(text: str) -> str:
    """The text with halves of surrogate pairs replaced, one for one: neither UTF-8 nor JSON in it can hold them."""
    return HALVES.sub(REPLACEMENT, text)


def one_line(text: str, longest: int = 0) -> str:
    """A name: NFC, white space folded, what XML cannot hold replaced; cut to `longest` characters where given."""
    name = " ".join(holdable(unicodedata.normalize("NFC", text)).split())
    return name if not longest or len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def guid(kind: str, *parts: object) -> str:
    """The GUID of a thing, from its kind and id alone (RFC 9562, version 5).

    >>> guid("theme", "t-1") == guid("theme", "t-1") != guid("source", "t-1")
    True
    """
    return str(uuid.uuid5(NAMESPACE, "\x1f".join((kind, *map(encodable, map(str, parts))))))


def unique_names(names: Mapping[str, str]) -> dict[str, str]:
    """Id → a name that no other id has, whatever its case; those that collide bear their id behind.

    Programs join codes that have one name (QualCoder keeps the first and loses the others' codings).

    >>> unique_names({"t-1": "Kurs", "t-2": "kurs", "t-3": "Svar"})
    {'t-1': 'Kurs (t-1)', 't-2': 'kurs (t-2)', 't-3': 'Svar'}

    Ids that differ in case alone (a framework's *C1* and *c1*) tell nothing apart: there stands a hash.
    """
    found, alike = dict(names), Counter(key.casefold() for key in names)
    told = {key: key if alike[key.casefold()] == 1 else guid("name", key)[:8] for key in names}
    while True:
        seen = Counter(name.casefold() for name in found.values())
        if not any(count > 1 for count in seen.values()):
            return found
        found = {key: f"{name} ({told[key]})" if seen[name.casefold()] > 1 else name for key, name in found.items()}
