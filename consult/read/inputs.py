"""`inputs/` → one `Source` for each contribution, and one with its reason for each file that gives none.

Guaranteed: no file stops the others; sources come in the order of path and locator, whatever order the
system lists files in; the same bytes and settings give the same sources.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

from consult.read.document import Document
from consult.read.enclosed import MAILS, with_senders
from consult.read.folder import InputFile, archive_files, input_files, member_path
from consult.read.formats import file_format, suffix
from consult.read.withdrawn import Gone
from consult.read.worker import Worker
from consult.records import Language, Source, Voice
from consult.settings import Event, FormRule, Settings, VoiceRule

WORKERS = 2  # reading processes; more gain nothing on the machines this is made for
DEEPEST_MAIL = 5  # messages attached to one another
SAMPLE = 4000  # characters of a form's rows together that tell the language of the short ones

NOTHING_GONE = Gone()

Known = Mapping[tuple[str, str], tuple[Source, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one file: its path, the hash of its bytes, its documents; or sources known before."""

    path: str
    sha256: str
    documents: tuple[Document, ...] = ()
    known: tuple[Source, ...] = ()


def read_inputs(
    settings: Settings,
    *,
    known: Known | None = None,
    gone: Gone = NOTHING_GONE,
    progress: Callable[[int, int], None] | None = None,
    begin: Callable[[Sequence[Source]], object] = len,
) -> tuple[Source, ...]:
    """All sources of a consultation, the unreadable ones included, sorted by path and locator.

    known: (path, SHA-256 of the file's bytes) → its sources when it was read last with these settings;
    such a file is not read again. gone: what was withdrawn, and is not read at all.
    progress: called with files done and files in all. begin: called with the same sources before the languages of a
    form's rows are known, for whatever can begin with their texts.
    """
    files = list(input_files(settings.inputs))
    readings: list[Reading] = []
    for done, found in enumerate(_read_all(files, settings, known or {}, gone), start=1):
        readings += found
        if progress is not None:
            progress(done, len(files))
    rows = _Rows()
    sources = [source for reading in readings for source in _sources(reading, settings, rows)]
    ruled = {one.path for one in sources for rule in settings.voices if matches(one.path, rule.inputs)}
    ordered = _numbered(gone.stay(sorted(with_senders(sources, frozenset(ruled)), key=_order)))
    begin(ordered)
    return tuple(map(rows.in_language, ordered))


def _read_all(files: Sequence[InputFile], settings: Settings, known: Known, gone: Gone) -> Iterator[list[Reading]]:
    """Readings of each file, in order, from a few processes at once."""
    size = min(WORKERS, len(files))
    if not size:
        return
    workers = [Worker() for _ in range(size)]
    idle = list(workers)

    def read(file: InputFile) -> list[Reading]:
        worker = idle.pop()  # as many threads as workers, so there is one
        try:
            return list(_readings(file, worker, settings, known, gone))
        finally:
            idle.append(worker)

    try:
        with ThreadPoolExecutor(size) as pool:
            yield from pool.map(read, files)
    finally:
        for worker in workers:
            worker.close()


def _readings(
    file: InputFile, worker: Worker, settings: Settings, known: Known, gone: Gone, depth: int = 0
) -> Iterator[Reading]:
    """A file's reading, then those of what is in it."""
    try:
        data = file.read()
    except OSError:
        file, data = replace(file, reason="broken"), b""
    sha256 = hashlib.sha256(data).hexdigest()
    if gone.file(file.path, sha256):
        return
    if file.reason:
        reason = Document(format=suffix(file.path) or "unknown", reason=file.reason)
        yield Reading(path=file.path, sha256=sha256, documents=(reason,))
    elif (file.path, sha256) in known:
        yield Reading(path=file.path, sha256=sha256, known=known[file.path, sha256])
    elif file_format(file.path, data) == "zip":
        for member in archive_files(file.path, data):
            yield from _readings(member, worker, settings, known, gone, depth)
    else:
        documents = worker.read(file.path, data, _form_rule(file.path, settings.forms))
        yield Reading(path=file.path, sha256=sha256, documents=documents)
        if depth < DEEPEST_MAIL:
            for inner in _attached(file.path, documents):
                yield from _readings(inner, worker, settings, known, gone, depth + 1)


def _attached(path: str, documents: Sequence[Document]) -> Iterator[InputFile]:
    for document in documents:
        for attachment in document.attachments:
            yield InputFile(path=member_path(path, attachment.name), content=attachment.content)


def _form_rule(path: str, rules: Sequence[FormRule]) -> FormRule | None:
    return next((rule for rule in rules if matches(path, rule.inputs)), None)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path is one of those meant; a pattern for an archive or a mail holds for what is in it."""
    return any(fnmatchcase(path, pattern) or fnmatchcase(path, f"{pattern}/*") for pattern in patterns)


# -- documents → sources ---------------------------------------------------------------------------------


class _Rows:
    """What the rows of forms say, each of which may be in another language than their file."""

    def __init__(self) -> None:
        self._said: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._told: dict[str, defaultdict[tuple[str, str], deque[Language]]] = {}

    def add(self, source: Source, document: Document) -> None:
        """Remember a row until languages are asked for."""
        self._said[source.path].append((source.locator, source.sha256, _said(document)))

    def in_language(self, source: Source) -> Source:
        """A source in the language of what it says, if it is a row, else as it is."""
        if source.path not in self._said:
            return source
        if source.path not in self._told:
            self._told[source.path] = self._of_form(source.path, source.language)
        told = self._told[source.path][source.locator, source.sha256]
        return replace(source, language=told.popleft()) if told else source

    def _of_form(self, path: str, main: Language) -> defaultdict[tuple[str, str], deque[Language]]:
        """The languages of a form's rows, by locator and hash: told together, a short row by the others."""
        from consult.read.language import row_languages

        rows = self._said[path]
        found: defaultdict[tuple[str, str], deque[Language]] = defaultdict(deque)
        for (locator, sha256, _), language in zip(rows, row_languages([said for *_, said in rows], main), strict=True):
            found[locator, sha256].append(language)
        return found


def _sources(reading: Reading, settings: Settings, rows: _Rows) -> Iterator[Source]:
    if reading.known:
        yield from reading.known
        return
    default = _common_language(reading.documents, settings)
    for document in reading.documents:
        source = _source(document, reading, settings, default)
        if document.locator:
            rows.add(source, document)
        yield source


def _source(document: Document, reading: Reading, settings: Settings, default: Language) -> Source:
    event = next((event for event in settings.events if matches(reading.path, event.inputs)), None)
    rule = next((rule for rule in settings.voices if matches(reading.path, rule.inputs)), None)
    return Source(
        path=reading.path,
        locator=document.locator,
        sha256=_text_hash(document.text) if document.own_hash else reading.sha256,
        format=document.format,
        text=document.text,
        blocks=document.blocks,
        voice=_voice(document, reading.path, rule),
        contributor=(rule.contributor if rule else "") or _sender(document, reading.path, rule),
        language=default,
        title=document.title,
        event=event.event_id if event else "",
        date=_date(document, event),
        status="unreadable" if document.reason else "read",
        reason=document.reason,
    )


def _text_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _date(document: Document, event: Event | None) -> str:
    """The day of the event that the settings name, else what the file says of itself."""
    return event.date if event and event.date else document.date


def _voice(document: Document, path: str, rule: VoiceRule | None) -> Voice:
    """The settings decide, but a row's organisation column knows better than a rule for the whole form."""
    if document.voice == "organisation" or (document.voice and rule is None):
        return document.voice
    if rule is not None:
        return rule.voice
    from consult.read.bodies import is_body
    from consult.read.notes import guess_voice

    guessed = guess_voice(document.text, document.blocks, path, document.format) if document.text else "individual"
    sent_by_body = guessed == "individual" and document.format in MAILS and is_body(document.contributor)
    return "organisation" if sent_by_body else guessed


def _sender(document: Document, path: str, rule: VoiceRule | None) -> str:
    """The contributor that a document names; of an association's letter, or a person's mail for it, the association.

    An organisation's name is published: that of whoever wrote the mail for it must not stand in its place.
    """
    from consult.read.public_names import is_public
    from consult.read.voice import association_of

    told = document.contributor
    if (
        not document.text
        or document.voice
        or (told and is_public(told))
        or _voice(document, path, rule) != "organisation"
    ):
        return told
    return association_of(document.text, document.blocks, path) or told


def _common_language(documents: Sequence[Document], settings: Settings) -> Language:
    """The language that a file's short rows take: that of their answers together."""
    from consult.read.language import main_language

    fallback: Any = settings.languages[0] if settings.languages else "nb"
    sample: list[str] = []
    size = 0
    for document in documents:
        if size > SAMPLE:
            break
        said = _said(document)
        sample.append(said)
        size += len(said)
    return main_language("\n".join(sample), fallback)


def _said(document: Document) -> str:
    """What the contributor wrote: without mail heads, questions and what is quoted."""
    own = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind not in ("header", "footer", "question", "meta", "respondent", "quoted")
    ]
    return "\n".join(own) if own else document.text


def _numbered(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources in order, with occurrences counted among those that would else bear one id."""
    seen: Counter[tuple[str, str]] = Counter()
    numbered = []
    for source in sorted(sources, key=_order):
        key = (source.path, source.sha256)
        numbered.append(replace(source, occurrence=seen[key]))
        seen[key] += 1
    return tuple(numbered)


def _order(source: Source) -> tuple[str, tuple[tuple[int, int, str], ...], str]:
    """Path, locator with its numbers as numbers, content."""
    parts = re.split(r"(\d+)", source.locator)
    natural = tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)
    return source.path, natural, source.sha256
