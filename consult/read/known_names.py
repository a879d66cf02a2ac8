"""Names that are known, found again: whole or by a part, in the same text, in another one and in a file's name.

In: a text or a path, and names as they were found. Out: `NameSpan`s, surer where the whole name stands.

>>> [found.start for found in names_again("Hilsen Vegard. Hjelmeseters svar.", ["Vegard Hjelmeseter"])]
[7, 15]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from consult.read.again import RUN, ByWords, pairs
from consult.read.cues import cue
from consult.read.given_names import also_words, is_given
from consult.read.people import CAPITAL, LIKELY, SURE, NameSpan, settle
from consult.read.public_names import is_body_word, is_place, is_public, stands_for_place


def names_again(text: str, names: Sequence[str]) -> list[NameSpan]:
    """Where names that are known stand again: whole, or by a family or given name alone, also with a genitive's s.

    names: as they were found, in this text or for the contributor. A family name that stands as a place stays.
    """
    wanted: dict[str, bool] = {}
    for name in names:
        parts = [part for part in name.split() if len(part) > 2 and part[0].isupper()]
        wanted[" ".join(name.split())] = True
        if len(parts) > 1:
            wanted |= {
                part: part in wanted for part in (parts[0], parts[-1]) if part not in also_words() or part == parts[-1]
            }
    odd = {name: whole for name, whole in wanted.items() if not RUN.match(name)}
    found = [span for name, whole in odd.items() for span in _again(text, name, whole=whole)]
    return settle([*found, *_at_words(text, {name: wanted[name] for name in wanted.keys() - odd.keys()})])


def _at_words(text: str, wanted: Mapping[str, bool]) -> Iterator[NameSpan]:
    """Where names that begin with a letter stand. wanted: name → whether it is whole."""
    known, ends = ByWords(wanted), dict.fromkeys(wanted, 0)
    for start, first, second in pairs(text) if wanted else ():
        for name in known.at(first, second):
            found = _form(name).match(text, start) if start >= ends[name] else None
            if found:
                ends[name] = found.end()
                yield from _if_name(text, name, found, whole=wanted[name])


def _again(text: str, name: str, *, whole: bool) -> Iterator[NameSpan]:
    for found in _form(name).finditer(text):
        yield from _if_name(text, name, found, whole=whole)


@lru_cache(maxsize=4096)
def _form(name: str) -> re.Pattern[str]:
    """A name as it may stand again: broken over lines, in the genitive, and no part of a longer word."""
    form = r"\s+".join(re.escape(part) for part in name.split())
    return re.compile(rf"(?<![\w-]){form}(?P<genitive>['’]?s|['’])?(?![\w])(?!-[{CAPITAL}])")


def _if_name(text: str, name: str, found: re.Match[str], *, whole: bool) -> Iterator[NameSpan]:
    """The span without its genitive; nothing where one word alone stands for a place or a body."""
    single = " " not in name
    if single and (stands_for_place(text, found.start(), found.end()) or is_place(name) or is_body_word(name)):
        return
    end = found.end() - len(found["genitive"] or "")
    yield NameSpan(start=found.start(), end=end, certainty=SURE if whole else LIKELY)


# -- file names -------------------------------------------------------------------------------------------------


_DOUBLE = re.compile(r"(?:-[^\W\d_]{2,})+(?![^\W_])")
"""The rest of a double family name in a file's name."""


def names_in_path(path: str, names: Sequence[str] = ()) -> list[NameSpan]:
    """Names in a file's path: a given name and the word behind it, whatever joins them, and `names` known already."""
    spans = []
    for found in re.finditer(r"(?<![^\W_])([^\W\d_]+)(?=[ ._+-]+([^\W\d_]{2,})(?![^\W_]))", path):
        first = found[1].capitalize()
        if is_given(first) and not _is_common(found[2]) and not (first in also_words() and found[1].islower()):
            joined = "-" in path[found.end(1) : found.start(2)]
            double = None if joined else _DOUBLE.match(path, found.end(2))
            end = double.end() if double else found.end(2)
            spans.append(NameSpan(start=found.start(), end=end, certainty=LIKELY))
    for name in names:
        parts = [part for part in re.split(r"[\s.]+", name) if part]
        form = r"[\s._+-]*".join(re.escape(part) for part in parts)
        long = max((len(part) for part in parts), default=0) > 3
        found_again = re.finditer(rf"(?<![^\W\d_]){form}(?![^\W\d_])", path, re.IGNORECASE) if long else ()
        spans += [NameSpan(start=one.start(), end=one.end(), certainty=SURE) for one in found_again]
    return settle(spans)


def _is_common(word: str) -> bool:
    """Whether a word behind a given name in a file's name is no family name: *kari_innspel*, *anna_docx*."""
    return bool(cue("file_word").fullmatch(word)) or is_body_word(word) or is_public(word.capitalize())
