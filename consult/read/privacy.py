"""Personal data in sources, found before anything is embedded, titled or prompted.

In: sources. Out: findings, sorted, each a span of its source's text, path or contributor; their words are stored
nowhere but in the source. What is below `SURE` is open: a person decides. Names that belong together bear the same
number within a document. What one source says of itself depends on that source alone and is found once; a name that one
source gives away is then looked for in all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from consult.read.addresses import find_addresses
from consult.read.contacts import find_contacts
from consult.read.file_names import find_in_path
from consult.read.findings import SURE, finding, numbered
from consult.read.given_away import KNOWN, LEAST, found_elsewhere, given_away
from consult.read.given_names import is_given
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
from consult.read.signs import starts_with
from consult.read.taken import Taken
from consult.records import Finding, Language, Source
from consult.weights.processor import cores

if TYPE_CHECKING:
    from consult.read.names_ahead import Ahead

TRUSTED = 0.8  # from here on the model is believed, though a name is also a place's, a month's or oddly written
REFUTED = 0.02  # what the model is less certain of is no name, though a rule for running text or another place says so
LEAST_GIVEN = 0.03  # as `LEAST`, of a known given name that stands alone: *Marit ringte NAV*
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
    elsewhere = given_away(sources, found)
    for source in sources:
        own = [one for one in found[source.source_id] if one.found_by != "elsewhere"]
        found[source.source_id] = numbered(source, [*own, *found_elsewhere(source, own, elsewhere)])
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
        yield finding(source, one.start, one.end, one.kind, one.certainty, found_by="rule")
    for name in people:
        yield finding(source, name.start, name.end, "name", name.certainty, found_by="names")
    for one in find_sensitive(text, [(name.start, name.end) for name in people]):
        if free(one.start, one.end):
            yield finding(source, one.start, one.end, one.kind, one.certainty, found_by="rule")
    for name in names_in_path(source.path, [*whole, *sender]):
        yield finding(source, name.start, name.end, "name", name.certainty, where="path", found_by="names")
    for one in find_in_path(source.path, [(text[one.start : one.end], one.kind) for one in taken]):
        yield finding(source, one.start, one.end, one.kind, one.certainty, where="path", found_by="rule")
    if sender:
        yield finding(source, 0, len(source.contributor), "name", 1.0, where="contributor", found_by="field")


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
    bare = [short for one in model if (short := _without_formula(text, one))]
    found = settle([*in_form, *running, *(one for one in bare if _may_be(text, one, language))])
    return _Names(found=tuple(found), in_form=tuple(in_form), possible=tuple(model))


def _without_formula(text: str, one: NameSpan) -> NameSpan | None:
    """A name of the model's without a greeting before it: *Hilsen Hilde*; None where nothing else is left."""
    words = text[one.start : one.end]
    found = starts_with("closing", words) or starts_with("greeting", words)
    if found is None or found.end() == 0:
        return one
    behind = re.match(r"[\s,.:!]*", words[found.end() :])
    start = one.start + found.end() + (behind.end() if behind else 0)
    return replace(one, start=start) if start < one.end else None


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
