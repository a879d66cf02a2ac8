"""Names that one source gives away, looked for in all others: whole, in whatever letters, and in names of files.

In: sources with what each says of itself. Out: findings in those that have not found the names themselves. Nobody is
surer of a name there than where it was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consult.read.again import ByWords, pairs
from consult.read.findings import finding
from consult.read.given_names import also_words, is_given
from consult.read.known_names import names_in_path
from consult.read.taken import Taken
from consult.records import SPECIAL_KINDS, Finding, Source

SHORTEST_NAME = 3  # letters of a family name that is looked for in other writing
KNOWN = 0.8  # names of at least this certainty are looked for in other sources
LEAST = 0.3  # of what only the model finds; what is less certain is no finding
JOINING = re.compile(r"[_.+-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAway:
    """Whole names that some source is sure of: as they were written, and in small letters for any other writing.

    Those of which it is not sure are looked for too, and are no surer there: a person decides. certainty: of each, in
    small letters, `KNOWN` at most; joined: as they stand in names of files and in addresses, without hyphens. Law 9
    looks for a whole name however it is written, so what is taken out must be no less.
    """

    written: ByWords
    any_way: ByWords
    certainty: Mapping[str, float]
    joined: ByWords


def given_away(sources: Sequence[Source], found: Mapping[str, Sequence[Finding]]) -> GivenAway:
    """Whole names of two words or more that some source is sure of, its contributor among them."""
    texts = {source.source_id: source for source in sources}
    names: dict[str, float] = {}
    certainty: dict[str, float] = {}
    for source_id, findings in found.items():
        for one in findings:
            words = getattr(texts[source_id], one.where)[one.start : one.end]
            name = " ".join(re.split(r"[\s_.+]+", words) if one.where == "path" else words.split())
            known = one.kind == "name" and one.found_by != "elsewhere" and " " in name
            if known and (one.where != "path" or _is_anybody(name)):
                names[name] = max(one.certainty, names.get(name, 0.0))
    for name, sure in names.items():
        if sure >= LEAST and any(len(word) > SHORTEST_NAME for word in name.split()):
            certainty[_plain(name)] = max(min(sure, KNOWN), certainty.get(_plain(name), 0.0))
    return GivenAway(
        written=ByWords(sorted(name for name, sure in names.items() if sure >= KNOWN)),
        any_way=ByWords(sorted(certainty)), certainty=certainty,
        joined=ByWords(sorted({" ".join(JOINING.sub(" ", name).split()) for name in certainty})),
    )  # fmt: skip


def _is_anybody(name: str) -> bool:
    """Whether a given name is among its words, and a word that is nothing else."""
    words = [word.capitalize() for word in name.split()]
    return any(is_given(word) for word in words) and any(
        len(word) >= SHORTEST_NAME and word not in also_words() for word in words[1:]
    )


def _plain(text: str) -> str:
    """Small letters, each in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(sign.lower()[:1] for sign in text)


def found_elsewhere(source: Source, own: Sequence[Finding], names: GivenAway) -> Iterator[Finding]:
    """Names that another source gives away, or this one written otherwise, where it has not found them itself."""
    taken = Taken((one.start, one.end) for one in own if one.where == "text" and one.kind not in SPECIAL_KINDS)
    plain = _plain(source.text)
    ways = ((source.text, names.written), (plain, names.any_way), (JOINING.sub(" ", plain), names.joined))
    for text, known in ways:
        for start, first, second in pairs(text) if known.may_stand_in(text) else ():
            for name in sorted(known.at(first, second), key=_longest):
                found = _whole_name(name).match(text, start)
                if found and known is names.joined and " " in source.text[found.start() : found.end()]:
                    continue  # a file's name or an address has no space
                if found and taken.is_free(*found.span()):
                    taken.add(*found.span())
                    sure = names.certainty.get(name, KNOWN)
                    yield finding(source, *found.span(), "name", sure, found_by="elsewhere")
                    break
    yield from _in_path(source, own, names)


def _in_path(source: Source, own: Sequence[Finding], names: GivenAway) -> Iterator[Finding]:
    """Names that a text gives away and that stand in the name of the file, whatever joins their words."""
    here = {(one.start, one.end) for one in own if one.where == "path"}
    words = JOINING.sub(" ", _plain(source.path))
    likely = {name for _, first, second in pairs(words) for name in names.any_way.at(first, second)}
    for found in names_in_path(source.path, sorted(likely)) if likely else ():
        if not any(start <= found.start and found.end <= end for start, end in here):
            sure = min(names.certainty[name] for name in likely)
            yield finding(source, found.start, found.end, "name", sure, where="path", found_by="elsewhere")


def _longest(name: str) -> tuple[int, str]:
    return -name.count(" "), name


@lru_cache(maxsize=4096)
def _whole_name(name: str) -> re.Pattern[str]:
    """A name broken over lines or not, with a genitive's s behind it or not, and no part of a longer word."""
    form = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w)(?<!\w-){form}(?:(?!\w)|(?=['’]?s(?!\w)))")
