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
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from consult.read.addresses import find_addresses
from consult.read.again import ByWords, pairs
from consult.read.contacts import find_contacts
from consult.read.given_names import is_given
from consult.read.numbers import find_numbers, without_overlap
from consult.read.people import (
    ANY,
    DOUBTFUL,
    IN_FORM,
    RUNNING,
    SHOUTED,
    NameSpan,
    names_again,
    names_by_rule,
    names_in_path,
    settle,
)
from consult.read.public_names import is_body_word, is_public, names_something_else
from consult.read.sensitive import find_sensitive
from consult.read.taken import Taken
from consult.records import SPECIAL_KINDS, Finding, FindingStatus, PersonalKind, Source

SURE = 0.75
"""Findings that are less certain are queued for a person; they are hidden until somebody decides."""

TRUSTED = 0.9  # from here on the model is believed, though a name is also a place's, a month's or oddly written
REFUTED = 0.1  # what the model is less certain of is no name, though a rule for running text or another place says so
KNOWN = 0.8  # names of at least this certainty are looked for in other sources
LEAST = 0.2  # of what only the model finds; what is less certain is no finding
LEAST_ALONE = 0.3  # the same for one word that is no given name
Progress = Callable[[int, int], None]


def find_personal(
    sources: Sequence[Source], known: Mapping[str, tuple[Finding, ...]] | None = None, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Everything personal in `sources`. known: source id → what an earlier run with the same rules found in it."""
    earlier = known or {}
    fresh = [source for source in sources if source.source_id not in earlier]
    found = {source.source_id: [*earlier.get(source.source_id, ())] for source in sources}
    names = _names(fresh, progress)
    for source, spans in zip(fresh, names, strict=True):
        found[source.source_id] = list(_in_source(source, spans))
    elsewhere = _given_away(sources, found)
    for source in sources:
        own = [one for one in found[source.source_id] if one.found_by != "elsewhere"]
        found[source.source_id] = _numbered(source, [*own, *_elsewhere(source, own, elsewhere)])
    every = (one for source in sources for one in found[source.source_id])
    return tuple(sorted(every, key=lambda f: (f.source_id, f.where, f.start, f.end)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Names in a text: all that were found, those that stand in a form, and whatever the model thinks possible."""

    found: tuple[NameSpan, ...]
    in_form: tuple[NameSpan, ...]
    possible: tuple[NameSpan, ...]


# -- one source -------------------------------------------------------------------------------------------------


def _in_source(source: Source, names: _Names) -> Iterator[Finding]:
    """What a source says of itself. names: as the model and the rules see them in its text."""
    text = source.text
    hard = [*find_numbers(text), *find_contacts(text), *find_addresses(text)]
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


def _names(sources: Sequence[Source], progress: Progress | None) -> list[_Names]:
    """Names in each source's text, by rule and by the model, and what the model thinks possible at all."""
    modelled = _by_model(sources, progress)
    return [_in_text(source.text, model) for source, model in zip(sources, modelled, strict=True)]


def _in_text(text: str, model: Sequence[NameSpan]) -> _Names:
    """What rules and model find: the model may refute rules for running text, but not those for forms."""
    in_form = names_by_rule(text, IN_FORM)
    running = [one for one in names_by_rule(text, RUNNING) if _is_possible(one, model)]
    found = settle([*in_form, *running, *(one for one in model if _may_be(text, one))])
    return _Names(found=tuple(found), in_form=tuple(in_form), possible=tuple(model))


def _is_possible(one: NameSpan, model: Sequence[NameSpan]) -> bool:
    """Whether the model thinks any part of it possible; of what is doubtful anyway it must think so itself."""
    least = LEAST if one.certainty <= DOUBTFUL else REFUTED
    return any(other.start < one.end and one.start < other.end and other.certainty >= least for other in model)


def _by_model(sources: Sequence[Source], progress: Progress | None) -> list[list[NameSpan]]:
    """What `consult.read.names` finds, a source at a time, so that nothing depends on what else is read."""
    from consult.read.names import find_names
    from consult.read.spacy_alone import load_spacy

    load_spacy()  # before the model asks for it, and for torch with it
    found = []
    for number, source in enumerate(sources, start=1):
        spans = find_names([source.text], [source.language], REFUTED)[0] if source.text else []
        found.append([NameSpan(start=one.start, end=one.end, certainty=one.certainty) for one in spans])
        if progress is not None:
            progress(number, len(sources))
    return found


def _may_be(text: str, one: NameSpan) -> bool:
    """Whether a name of the model's is none of what must stay."""
    name = text[one.start : one.end]
    if names_something_else(text, one.end):
        return False
    if one.certainty >= TRUSTED:
        return not any(is_body_word(word) for word in name.split())
    return one.certainty >= LEAST and _shaped(name) and not is_public(name)


def _shaped(name: str) -> bool:
    """Whether words are written as names are; in small letters only where a given name is among them."""
    if re.fullmatch(rf"(?:{ANY}|{SHOUTED})", name):
        return True
    words = name.split()
    return len(words) > 1 and any(is_given(word.capitalize()) for word in words) and name.replace(" ", "").isalpha()


def _given_away(sources: Sequence[Source], found: Mapping[str, Sequence[Finding]]) -> ByWords:
    """Whole names of two words or more that some source is sure of, its contributor among them."""
    texts = {source.source_id: source for source in sources}
    names = {
        " ".join(getattr(texts[source_id], one.where)[one.start : one.end].split())
        for source_id, findings in found.items()
        for one in findings
        if one.kind == "name" and one.where != "path" and one.certainty >= KNOWN and one.found_by != "elsewhere"
    }
    return ByWords(sorted(name for name in names if " " in name))


def _elsewhere(source: Source, own: Sequence[Finding], names: ByWords) -> Iterator[Finding]:
    """Names that another source gives away, where this one has not found them itself."""
    taken = Taken((one.start, one.end) for one in own if one.where == "text" and one.kind not in SPECIAL_KINDS)
    for start, first, second in pairs(source.text):
        for name in sorted(names.at(first, second), key=_longest):
            found = _whole_name(name).match(source.text, start)
            if found and taken.is_free(*found.span()):
                taken.add(*found.span())
                yield _finding(source, *found.span(), "name", KNOWN, found_by="elsewhere")
                break


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
