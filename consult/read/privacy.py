"""Personal data in sources, found before anything is embedded, titled or prompted.

In: sources. Out: findings, sorted, each a span of its source's text, path or contributor; their words are stored
nowhere but in the source. What is below `SURE` is open: a person decides. Names that belong together bear the same
number within a document. What one source says of itself depends on that source alone and is found once; a name that one
source gives away is then looked for in all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from consult.read.addresses import find_addresses
from consult.read.again import ByWords, pairs
from consult.read.contacts import find_contacts
from consult.read.file_names import find_in_path
from consult.read.given_names import also_words, is_given
from consult.read.known_names import names_again, names_in_path
from consult.read.numbers import find_numbers, without_overlap
from consult.read.ordinary import is_ordinary
from consult.read.people import (
    ANY,
    CAPITAL,
    DOUBTFUL,
    IN_FORM,
    RUNNING,
    SHOUTED,
    NameSpan,
    names_by_rule,
    settle,
)
from consult.read.public_names import is_body_word, is_public, names_something_else
from consult.read.seen import Seen
from consult.read.sensitive import find_sensitive
from consult.read.taken import Taken
from consult.records import SPECIAL_KINDS, Finding, FindingStatus, Language, PersonalKind, Source
from consult.weights.processor import cores

if TYPE_CHECKING:
    from consult.read.names_ahead import Ahead

SURE = 0.75
"""Findings that are less certain are queued for a person; they are hidden until somebody decides."""

TRUSTED = 0.8  # from here on the model is believed, though a name is also a place's, a month's or oddly written
REFUTED = 0.02  # what the model is less certain of is no name, though a rule for running text or another place says so
SHORTEST_NAME = 3  # letters of a family name that is looked for in other writing
JOINING = re.compile(r"[_.+-]")
KNOWN = 0.8  # names of at least this certainty are looked for in other sources
LEAST = 0.3  # of what only the model finds; what is less certain is no finding
LEAST_GIVEN = 0.03  # the same of a known given name that stands alone: *Marit ringte NAV*
CAPITAL_BEHIND = re.compile(rf"[ \u00a0-][{CAPITAL}]")
Progress = Callable[[int, int], None]


def find_personal(
    sources: Sequence[Source],
    known: Mapping[str, tuple[Finding, ...]] | None = None,
    progress: Progress | None = None,
    ahead: Ahead | None = None,
) -> tuple[Finding, ...]:
    """Everything personal in `sources`. known: source id → what an earlier run with the same rules found in it.

    ahead: what `read_ahead` gave for the same sources.
    """
    earlier = known or {}
    fresh = _fresh(sources, earlier)
    found = {source.source_id: [*earlier.get(source.source_id, ())] for source in sources}
    for source, spans in zip(fresh, _names(fresh, progress, ahead), strict=True):
        found[source.source_id] = list(_in_source(source, spans))
    elsewhere = _given_away(sources, found)
    for source in sources:
        own = [one for one in found[source.source_id] if one.found_by != "elsewhere"]
        found[source.source_id] = _numbered(source, [*own, *_elsewhere(source, own, elsewhere)])
    every = (one for source in sources for one in found[source.source_id])
    return tuple(sorted(every, key=lambda f: (f.source_id, f.where, f.start, f.end)))


def read_ahead(
    sources: Sequence[Source], known: Mapping[str, tuple[Finding, ...]]
) -> AbstractContextManager[Ahead | None]:
    """Let the network begin with what `find_personal` will ask; nothing where there is one core or nothing new."""
    fresh = _fresh(sources, known)
    if cores() < 2 or not fresh:
        return nullcontext()
    from consult.read import names

    return names.read_ahead([Seen(source.text).text for source in fresh])


def _fresh(sources: Sequence[Source], known: Mapping[str, tuple[Finding, ...]]) -> list[Source]:
    return [source for source in sources if source.source_id not in known]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Names in a text: all that were found, those that stand in a form, and whatever the model thinks possible."""

    found: tuple[NameSpan, ...]
    in_form: tuple[NameSpan, ...]
    possible: tuple[NameSpan, ...]


# -- one source -------------------------------------------------------------------------------------------------


def _in_source(source: Source, names: _Names) -> Iterator[Finding]:
    """What a source says of itself. names: as the model and the rules see them in its text."""
    text, seen = source.text, Seen(source.text)
    hard = [
        replace(one, start=start, end=end)
        for find in (find_numbers, find_contacts, find_addresses)
        for one in find(seen.text)
        for start, end in [seen.span(one.start, one.end)]
    ]
    taken = without_overlap(hard)
    free = Taken((one.start, one.end) for one in taken).is_free

    def is_theirs(one: NameSpan) -> bool:
        return free(one.start, one.end) and not _is_sender(source, text[one.start : one.end])

    people = [one for one in names.found if is_theirs(one)]
    sender = [source.contributor] if _is_person(source) else []
    given = [*sender, *(text[one.start : one.end] for one in names.in_form if is_theirs(one))]
    whole = [text[one.start : one.end] for one in people if one.certainty >= KNOWN]
    again = [
        *names_again(text, given),
        *(one for one in names_again(text, whole) if _is_possible(one, names.possible)),
    ]
    people = settle([*people, *(one for one in again if free(one.start, one.end))])
    for one in taken:
        yield _finding(source, one.start, one.end, one.kind, one.certainty, found_by="rule")
    for name in people:
        yield _finding(source, name.start, name.end, "name", name.certainty, found_by="names")
    for one in find_sensitive(text):
        if free(one.start, one.end):
            yield _finding(source, one.start, one.end, one.kind, one.certainty, found_by="rule")
    for name in names_in_path(source.path, [*whole, *sender]):
        yield _finding(source, name.start, name.end, "name", name.certainty, where="path", found_by="names")
    for one in find_in_path(source.path, [(text[one.start : one.end], one.kind) for one in taken]):
        yield _finding(source, one.start, one.end, one.kind, one.certainty, where="path", found_by="rule")
    if sender:
        yield _finding(source, 0, len(source.contributor), "name", 1.0, where="contributor", found_by="field")


def _finding(
    source: Source, start: int, end: int, kind: str, certainty: float, *, where: str = "text", found_by: str
) -> Finding:
    status: FindingStatus = "open" if certainty < SURE or kind in SPECIAL_KINDS else "redacted"
    return Finding(
        source_id=source.source_id, start=start, end=end, kind=cast("PersonalKind", kind),
        certainty=round(certainty, 3), status=status, where=where, found_by=found_by,  # type: ignore[arg-type]
    )  # fmt: skip


def _is_person(source: Source) -> bool:
    """Whether a source's contributor is a person: an organisation's name is public."""
    return bool(source.contributor.strip()) and source.voice != "organisation" and not is_public(source.contributor)


def _is_sender(source: Source, name: str) -> bool:
    """Whether a name is that of the organisation that sent the source: *Bygdenett Sunnre* signs like a person."""
    words = set(name.casefold().split())
    return source.voice == "organisation" and bool(words) and words <= set(source.contributor.casefold().split())


# -- names --------------------------------------------------------------------------------------------------------


def _names(sources: Sequence[Source], progress: Progress | None, ahead: Ahead | None) -> Iterator[_Names]:
    """Names in each source's text, by rule and by the model, and what the model thinks possible at all.

    They come one by one: while rules look at a text, the network reads the next ones.
    """
    texts = [Seen(source.text) for source in sources]
    modelled = _by_model([seen.text for seen in texts], progress, ahead)
    for source, seen, model in zip(sources, texts, modelled, strict=True):
        yield _placed(_in_text(seen.text, source.language, model), seen)


def _placed(names: _Names, seen: Seen) -> _Names:
    """Names of what is seen, as stretches of the text."""
    return _Names(
        found=_back(names.found, seen), in_form=_back(names.in_form, seen), possible=_back(names.possible, seen)
    )


def _back(names: Iterable[NameSpan], seen: Seen) -> tuple[NameSpan, ...]:
    spans = [(one, *seen.span(one.start, one.end)) for one in names]
    return tuple(replace(one, start=start, end=end) for one, start, end in spans)


def _in_text(text: str, language: Language, model: Sequence[NameSpan]) -> _Names:
    """What rules and model find: the model may refute rules for running text, but not those for forms."""
    in_form = names_by_rule(text, IN_FORM)
    running = [one for one in names_by_rule(text, RUNNING) if _is_possible(one, model)]
    found = settle([*in_form, *running, *(one for one in model if _may_be(text, one, language))])
    return _Names(found=tuple(found), in_form=tuple(in_form), possible=tuple(model))


def _is_possible(one: NameSpan, model: Sequence[NameSpan]) -> bool:
    """Whether the model thinks any part of it possible; of what is doubtful anyway it must think so itself."""
    least = LEAST if one.certainty <= DOUBTFUL else REFUTED
    return any(other.start < one.end and one.start < other.end and other.certainty >= least for other in model)


def _by_model(texts: Sequence[str], progress: Progress | None, ahead: Ahead | None) -> Iterator[list[NameSpan]]:
    """What `consult.read.names` finds in each text; nothing depends on what else is read."""
    from consult.read.names import each_names
    from consult.read.spacy_alone import load_spacy

    load_spacy()  # before the model asks for it, and for torch with it
    for number, spans in enumerate(each_names(texts, REFUTED, ahead), start=1):
        yield [NameSpan(start=one.start, end=one.end, certainty=one.certainty) for one in spans]
        if progress is not None:
            progress(number, len(texts))


def _may_be(text: str, one: NameSpan, language: Language) -> bool:
    """Whether a name of the model's is none of what must stay; of what it is not sure, no ordinary first word."""
    name = text[one.start : one.end]
    if names_something_else(text, one.end):
        return False
    if one.certainty >= TRUSTED:
        return not any(is_body_word(word) for word in name.split())
    if one.certainty < SURE and is_ordinary(text, one.start, one.end, language):
        return False
    least = LEAST_GIVEN if is_given(name) and not CAPITAL_BEHIND.match(text, one.end) else LEAST
    return one.certainty >= least and _shaped(name) and not is_public(name)


def _shaped(name: str) -> bool:
    """Whether words are written as names are; in small letters only where a given name is among them."""
    if re.fullmatch(rf"(?:{ANY}|{SHOUTED})", name):
        return True
    words = name.split()
    return len(words) > 1 and any(is_given(word.capitalize()) for word in words) and name.replace(" ", "").isalpha()


@dataclass(frozen=True, slots=True, kw_only=True)
class _GivenAway:
    """Whole names that some source is sure of: as they were written, and in small letters for any other writing.

    Those of which it is not sure are looked for too, and are no surer there: a person decides. certainty: of each, in
    small letters, `KNOWN` at most; joined: as they stand in names of files and in addresses, without hyphens. Law 9
    looks for a whole name however it is written, so what is taken out must be no less.
    """

    written: ByWords
    any_way: ByWords
    certainty: Mapping[str, float]
    joined: ByWords


def _given_away(sources: Sequence[Source], found: Mapping[str, Sequence[Finding]]) -> _GivenAway:
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
    return _GivenAway(
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


def _elsewhere(source: Source, own: Sequence[Finding], names: _GivenAway) -> Iterator[Finding]:
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
                    yield _finding(source, *found.span(), "name", sure, found_by="elsewhere")
                    break
    yield from _in_path(source, own, names)


def _in_path(source: Source, own: Sequence[Finding], names: _GivenAway) -> Iterator[Finding]:
    """Names that a text gives away and that stand in the name of the file, whatever joins their words."""
    here = {(one.start, one.end) for one in own if one.where == "path"}
    words = JOINING.sub(" ", _plain(source.path))
    likely = {name for _, first, second in pairs(words) for name in names.any_way.at(first, second)}
    for found in names_in_path(source.path, sorted(likely)) if likely else ():
        if not any(start <= found.start and found.end <= end for start, end in here):
            sure = min(names.certainty[name] for name in likely)
            yield _finding(source, found.start, found.end, "name", sure, where="path", found_by="elsewhere")


def _longest(name: str) -> tuple[int, str]:
    return -name.count(" "), name


@lru_cache(maxsize=4096)
def _whole_name(name: str) -> re.Pattern[str]:
    """A name broken over lines or not, with a genitive's s behind it or not, and no part of a longer word."""
    form = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w)(?<!\w-){form}(?:(?!\w)|(?=['’]?s(?!\w)))")


def _numbered(source: Source, findings: Sequence[Finding]) -> list[Finding]:
    """Names with the number of their person: in the order in which persons first stand in the text."""
    fields = {"text": source.text, "path": source.path, "contributor": source.contributor}
    words = {
        one.finding_id: tuple(
            part.casefold() for part in re.split(r"[\s._+]+", fields[one.where][one.start : one.end]) if part
        )
        for one in findings
        if one.kind == "name"
    }
    persons = _Persons(words.values())
    order = {"text": 0, "contributor": 1, "path": 2}
    numbers: dict[frozenset[str], int] = {}
    numbered = []
    for one in sorted(findings, key=lambda f: (order[f.where], f.start, f.end)):
        if one.kind == "name":
            person = persons.who(frozenset(words[one.finding_id]))
            numbered.append(replace(one, person=numbers.setdefault(person, len(numbers) + 1)))
        else:
            numbered.append(one)
    return numbered


class _Persons:
    """The words that each person is called by: a shorter name is whoever's longer name holds all of it."""

    def __init__(self, names: Iterable[tuple[str, ...]]) -> None:
        self._by_word: dict[str, list[frozenset[str]]] = defaultdict(list)
        for name in sorted({frozenset(name) for name in names}, key=lambda words: (-len(words), sorted(words))):
            if not self._all(name):
                for word in name or ("",):
                    self._by_word[word].append(name)

    def who(self, name: frozenset[str]) -> frozenset[str]:
        """The first person whose name holds all words of this one."""
        return self._all(name)[0]

    def _all(self, name: frozenset[str]) -> list[frozenset[str]]:
        """Persons that it may be; only those are looked at that share its rarest word."""
        rarest = min((self._by_word.get(word, []) for word in sorted(name or ("",))), key=len)
        return [person for person in rarest if name <= person]
