"""Withdraw a source: take it out of everything, for good, and go on without it.

In: an output folder, and the id or path of a source. Out: the folder as if the source had never come, and a
tombstone that says when, by which role and why. The ledger changes in one transaction; the run that follows and the
sweeping of files and free pages are done by the next run where this one is killed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from consult.answer.decide import role_of
from consult.answer.privacy import field_of, standing
from consult.check import consultation_folder, open_checked
from consult.csv_file import table_rows
from consult.deletion import ask_to_delete, end_deletion
from consult.erase import erase
from consult.errors import InputError
from consult.ledger import Ledger
from consult.our_words import imprint_texts, our_texts
from consult.progress import Progress, silent
from consult.provenance import now, plain
from consult.read.withdrawn import REASONS, Tombstone, path_hash
from consult.records import Source
from consult.residue import Residue, ordinary_words, residue_of
from consult.run import Finished, alone, refuse_broken, run
from consult.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLES = ("decisions", "response_log")
"""Tables of what people wrote of what others said."""

CITATIONS = "conclusion_id,passage_id,"
"""How the table of quotes begins."""
CUT_BEFORE = re.compile(r'("prefix": ?")[^\s"]*')
CUT_AFTER = re.compile(r'("suffix": ?"(?:[^"\\]|\\.)*?)[^\s"]*(?=")')
MARKUP_WITHIN = 200  # characters at the head of a file, in which a tag stands where it is a page or a picture
OURS_IN_PAGE = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
READ_OUT = re.compile(r'\s(?:title|alt|aria-label|content|value|href|id)="([^"]*)"', re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
TEXT = frozenset({".csv", ".html", ".json", ".jsonld", ".md", ".toml", ".txt", ".svg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What a withdrawal has done.

    redacted: rows of people's acts in which words were replaced; copies: ids of sources that hold the same content;
    files: input files that the user still has to delete, or rows of; rows: path and locator of these rows; deleted:
    files that were; repeats: files in which words stand.
    """

    tombstones: tuple[Tombstone, ...]
    redacted: tuple[str, ...]
    copies: tuple[str, ...]
    files: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    deleted: tuple[str, ...]
    repeats: tuple[str, ...]
    finished: Finished


def withdraw(
    out: Path, named: str, *, role: str, reason: str, delete: bool = False, progress: Progress = silent
) -> Withdrawn:
    """Take the source `named` (its id, or its path for all of a file) out of `out`, and run without it.

    reason: one of `REASONS`. delete: remove its file from the inputs too, where it is a file of its own.
    Raises InputError where nothing bears the name, and what `run` raises.
    """
    if reason not in REASONS:
        raise InputError(f"--reason {reason}: choose one of {', '.join(REASONS)}")
    signed = role_of(role)
    open_checked(out).connection.close()  # say that there is no run before a lock is made in a folder of nobody's
    with alone(out), open_checked(out) as ledger:
        refuse_broken(ledger, out)
        folder = consultation_folder(ledger, out)
        settings = load_settings(folder)
        sources = ledger.analysis().sources
        going = chosen(sources, named)
        staying = without(sources, going)
        residue = what_gives_away(ledger, going, staying, settings)
        tombstones = buried(ledger, going, staying, signed, reason)
        ledger.connection.execute("PRAGMA secure_delete = ON")
        needed = hashes_that_stay(ledger, going, settings)
        with ledger.transaction() as connection:
            if delete:
                ask_to_delete(connection, going)
            redacted = erase(connection, going, residue, tombstones, needed)
        deleted = end_deletion(ledger, settings.inputs)
    finished = run(folder, out, progress=progress)
    contents = {source.sha256 for source in going}
    return Withdrawn(
        tombstones=tombstones,
        redacted=redacted,
        copies=tuple(source.source_id for source in staying if source.sha256 in contents and source.text),
        files=tuple(sorted({source.path for source in going} - set(deleted))),
        rows=tuple(sorted((source.path, source.locator) for source in going if source.locator)),
        deleted=deleted,
        repeats=tuple(repeats(out, folder, residue)),
        finished=finished,
    )


def chosen(sources: Sequence[Source], named: str) -> list[Source]:
    """The sources that a name means: one by its id, with what was attached to it; all of a path. Raises InputError."""
    path = named.replace("\\", "/").removeprefix("inputs/")
    found = [source for source in sources if source.source_id == named]
    if not found:
        found = [source for source in sources if path in (source.path, f"inputs/{source.path}")]
    ids = {source.source_id for source in found}
    heads = tuple({f"{source.path}/" for source in found if not source.locator} | {f"{path}/"})
    every = [source for source in sources if source.source_id in ids or source.path.startswith(heads)]
    if not every:
        raise InputError(f"{named}: no source bears this id or path; `tables/sources.csv` lists them")
    return every


def without(sources: Sequence[Source], going: Sequence[Source]) -> list[Source]:
    """The sources that stay."""
    ids = {source.source_id for source in going}
    return [source for source in sources if source.source_id not in ids]


def buried(
    ledger: Ledger, going: Sequence[Source], staying: Sequence[Source], role: str, reason: str
) -> tuple[Tombstone, ...]:
    """A tombstone for each source that goes, and for each input file of which nothing stays."""
    first, time = len(ledger.tombstones()) + 1, now()
    last = ledger.last_run()
    inputs = last.inputs if last else {}
    known = {(source.path, source.sha256) for source in going}
    here = {source.path for source in staying}
    files = [
        (path, sha256)
        for path, sha256 in sorted(inputs.items())
        if (path, sha256) not in known
        and any(one.path == path or one.path.startswith(f"{path}/") for one in going)
        and not any(one == path or one.startswith(f"{path}/") for one in here)
    ]
    left = {key: sum((one.path, one.sha256) == key for one in staying) for key in known}
    rows = [(source.source_id, source.path, source.sha256) for source in going]
    rows += [("", path, sha256) for path, sha256 in files]
    return tuple(
        Tombstone(
            number=number, time=time, role=role, reason=reason, source_id=source_id, path_sha256=path_hash(path),
            sha256=sha256, left=left.get((path, sha256), 0),
        )
        for number, (source_id, path, sha256) in enumerate(rows, start=first)
    )  # fmt: skip


def what_gives_away(ledger: Ledger, going: Sequence[Source], staying: Sequence[Source], settings: Settings) -> Residue:
    """The words that must stand nowhere any more: those that no other source, no act and no page of ours has."""
    residue = residue_of(going, staying, our_own_words(settings))
    return residue.beside(written_of_others(ledger, going), ordinary_words(going, personal_words(ledger, going)))


def our_own_words(settings: Settings) -> list[str]:
    """Texts whose words give nobody away: the framework's, the consultation's, the office's, and those of the pages."""
    return [*our_texts(plain(settings)), *imprint_texts(settings.publication)]


def written_of_others(ledger: Ledger, going: Sequence[Source]) -> Iterator[str]:
    """What people decided and answered that is about none of the sources, nor of a theme that ever held any of them."""
    about = {source.source_id for source in going}
    query = "SELECT run_id, id, value, source_id FROM snapshots WHERE kind = 'passage'"
    rows = [row for row in ledger.connection.execute(query) if row["source_id"] in about]
    proposed = [one for one in ledger.proposed().passages if one.source_id in about]
    about |= {row["id"] for row in rows} | {row["value"] for row in rows} | {one.passage_id for one in proposed}
    for table in PEOPLES:
        for row in ledger.connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - names of our own
            text = "\n".join(value for value in tuple(row) if isinstance(value, str))
            if not any(one in text for one in about):
                yield text


def personal_words(ledger: Ledger, going: Sequence[Source]) -> Iterator[str]:
    """What was found in the sources to be personal data, by the machine or by people."""
    analysis, by_id = ledger.analysis(), {source.source_id: source for source in going}
    for one in standing(analysis.findings, analysis.sources, ledger.decisions()).findings:
        if one.source_id in by_id:
            yield field_of(by_id[one.source_id], one.where)[one.start : one.end]


def hashes_that_stay(ledger: Ledger, going: Sequence[Source], settings: Settings) -> set[str]:
    """Hashes of the texts whose vectors are still needed."""
    from consult.themes.context import texts_to_embed
    from consult.themes.embed import text_hash
    from consult.themes.targets import framework_texts

    gone = {source.source_id for source in going}
    passages = [passage for passage in ledger.proposed().passages if passage.source_id not in gone]
    texts = [*(texts_to_embed(passages) if passages else ()), *framework_texts(settings.framework)]
    return {text_hash(text) for text in texts}


def repeats(out: Path, folder: Path, residue: Residue) -> Iterator[str]:
    """Text files that still repeat what went: settings that name it, and defects of ours."""
    for path in [*sorted(folder.glob("*.toml")), *sorted(path for path in out.rglob("*") if path.suffix in TEXT)]:
        if path.is_file() and any(map(residue.holds, _whole_words(path.read_text("utf-8", "replace")))):
            yield str(path)


def _whole_words(text: str) -> Iterator[str]:
    """The lines of a file without the ends of words that 32 characters before and after a quote begin or end with.

    Of a page what a reader sees or hears, without its tags, style and script: *class* and *dark* are nobody's words.
    """
    if text[:MARKUP_WITHIN].lstrip().startswith("<"):
        yield from _seen(text)
        return
    if text.startswith(CITATIONS):
        for row in table_rows(text):
            yield from (row["exact"], row["prefix"].partition(" ")[2], row["suffix"].rpartition(" ")[0])
        return
    yield from (CUT_AFTER.sub(r"\1", CUT_BEFORE.sub(r"\1", line)) for line in text.splitlines())


def _seen(page: str) -> Iterator[str]:
    """The text of a page or picture, and of the attributes that are read out."""
    bare = OURS_IN_PAGE.sub(" ", page)
    yield from (unescape(found[1]) for found in READ_OUT.finditer(bare))
    yield from unescape(TAG.sub("\n", bare)).splitlines()
