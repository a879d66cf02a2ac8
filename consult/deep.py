"""`consult check --deep`: everything again from the sources, beside all that a check looks at.

In: an output folder, and the consultation it was made from. Out: the laws as `consult check` gives them, with what a
second reading, dividing and search for personal data found otherwise, and how much was gone through. Nothing changes.
Rules change with versions: where another consult made the result, such differences are told, and are no breach.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from consult.chain import CHAINED, EDITIONS, READINGS, WITHDRAWN
from consult.check import check, consultation_folder, file_sha256, open_checked
from consult.edition import editions
from consult.errors import LedgerError
from consult.laws import Law
from consult.ledger import Ledger
from consult.migrate import schema_of, schema_of_this_version
from consult.provenance import plain, versions_of_code
from consult.read.withdrawn import gone_with
from consult.records import Finding, Passage, Source
from consult.runs import Run
from consult.seals import SEALED
from consult.settings import Settings, load_settings

Progress = Callable[[str, int, int], None]
OF_THE_FOLDER = {"name": "", "title": {}}
"""Settings that a folder's name gives where nothing else does: they change when it is moved."""

SHOWN = 20  # differences of a kind that are named; the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Deep:
    """What a deep check found. covered: what was gone through → how much; told: differences that are no breach."""

    laws: tuple[Law, ...]
    covered: Mapping[str, int]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Read, divided and searched anew."""

    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    set_aside: frozenset[tuple[str, int, int, str]]
    findings: tuple[Finding, ...]


def check_deep(out: Path, *, inputs: Path | None = None, progress: Progress = lambda *_: None) -> Deep:
    """Check a result and everything that it was made from.

    inputs: as for `check`. Raises LedgerError where there is no ledger that can be opened at all.
    """
    laws = check(out, inputs=inputs)
    with open_checked(out) as ledger:
        try:
            return _deep(ledger, out, inputs, laws, progress)
        except (sqlite3.DatabaseError, KeyError, TypeError, ValueError, ExceptionGroup) as error:
            told = f"cannot be gone through again: {error}"
            return Deep(laws=_with(laws, {10: (told,)}), covered={})


def _deep(ledger: Ledger, out: Path, inputs: Path | None, laws: tuple[Law, ...], progress: Progress) -> Deep:
    from consult.read.names_model import names_way

    last = ledger.last_run()
    if last is None:
        raise LedgerError(f"{out}: no run has finished here; run `consult run` again")
    folder = inputs.parent if inputs else consultation_folder(ledger, out)
    settings = load_settings(folder)
    again = _again(ledger, settings, progress)
    found = {1: tuple(_divided(ledger, again)), 3: tuple(_read(ledger, again)), 9: tuple(_searched(ledger, again))}
    durability = (*_schema(ledger), *_backups(out), *_settings(settings, last, moved=inputs is not None))
    rules = versions_of_code() | {"names": names_way()}  # a run also tells its model and engine
    ours = {name: last.versions.get(name) for name in rules} == rules
    told = () if ours else tuple(one for number in found for one in found[number])
    laws = _with(laws, {10: durability, **(found if ours else {})})
    return Deep(laws=laws, covered=_covered(ledger, out, again, settings), told=told)


def _with(laws: Iterable[Law], more: Mapping[int, tuple[str, ...]]) -> tuple[Law, ...]:
    """Laws with further breaches, each named once."""
    return tuple(
        replace(law, breaches=tuple(dict.fromkeys((*law.breaches, *more.get(law.number, ()))))) for law in laws
    )


def _again(ledger: Ledger, settings: Settings, progress: Progress) -> Again:
    from consult.read import read_inputs
    from consult.read.passages import split_sources
    from consult.read.privacy import find_personal

    gone = gone_with(ledger.tombstones())
    sources = read_inputs(settings, gone=gone, progress=lambda done, total: progress("read", done, total))
    readable = [source for source in sources if source.status == "read"]
    splits = split_sources(readable, settings, progress=lambda done, total: progress("split", done, total))
    findings = find_personal(sources, progress=lambda done, total: progress("privacy", done, total))
    return Again(
        sources=sources,
        passages=tuple(passage for part in splits for passage in part.passages),
        set_aside=frozenset(
            (span.source_id, span.start, span.end, span.reason) for part in splits for span in part.set_aside
        ),
        findings=findings,
    )


# -- what differs ---------------------------------------------------------------------------------------


def _read(ledger: Ledger, again: Again) -> Iterator[str]:
    """Sources of which the ledger says something else than their files give."""
    held = {source.source_id: source for source in ledger.analysis().sources}
    yield from _differ("read again, source", held, {source.source_id: source for source in again.sources})


def _divided(ledger: Ledger, again: Again) -> Iterator[str]:
    """Passages and set-aside spans that dividing the sources gives otherwise."""
    proposed = ledger.proposed()
    held = {one.passage_id: one for one in proposed.passages}
    yield from _differ("divided again, passage", held, {one.passage_id: one for one in again.passages})
    spans = {(one.source_id, one.start, one.end, one.reason) for one in proposed.set_aside}
    yield from _differ("divided again, span", dict.fromkeys(spans), dict.fromkeys(again.set_aside))


def _searched(ledger: Ledger, again: Again) -> Iterator[str]:
    """Personal data that a second search finds otherwise; what it is, is not said."""
    held = {_place(one): one for one in ledger.analysis().findings}
    yield from _differ("searched again, finding", held, {_place(one): one for one in again.findings})


def _place(one: Finding) -> tuple[str, str, int, int]:
    return (one.source_id, one.where, one.start, one.end)


def _differ(what: str, held: Mapping[Any, object], again: Mapping[Any, object]) -> Iterator[str]:
    """Keys of what is held and what is found again that do not say the same."""
    wrong = sorted(
        (key for key in held.keys() | again.keys() if key not in held or key not in again or held[key] != again[key]),
        key=str,
    )
    for key in wrong[:SHOWN]:
        name = "|".join(map(str, key)) if isinstance(key, tuple) else str(key)
        how = "differs" if key in held and key in again else "is not found" if key in held else "is not in the ledger"
        yield f"{what} {name}: {how}"
    if wrong[SHOWN:]:
        yield f"{what}: {len(wrong) - SHOWN} more"


def _schema(ledger: Ledger) -> Iterator[str]:
    """Tables, indices and triggers that are not as this version makes them: a trigger that is gone guards nothing."""
    held, ours = schema_of(ledger.connection), schema_of_this_version()
    for name in sorted(held.keys() | ours.keys()):
        if held.get(name) != ours.get(name):
            yield f"ledger.db: {name} is not as consult makes it"


def _backups(out: Path) -> Iterator[str]:
    """Copies of older ledgers that are damaged."""
    for path in sorted(out.glob("ledger.version-*.db")):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            wrong = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        except sqlite3.DatabaseError as error:
            wrong = [error]
        finally:
            connection.close()
        yield from (f"{path.name}: {one}" for one in wrong)


def _settings(settings: Settings, last: Run, *, moved: bool) -> Iterator[str]:
    left_out = OF_THE_FOLDER if moved else {}
    if plain(settings) | left_out != last.settings | left_out:
        yield f"{settings.folder}: consult.toml or framework.toml changed since the run; run again"


# -- how much -------------------------------------------------------------------------------------------


def _covered(ledger: Ledger, out: Path, again: Again, settings: Settings) -> dict[str, int]:
    """What was gone through, and how much of it."""
    last_edition = editions(ledger)[-1:]
    files = set(last_edition[0].files) if last_edition else set()
    needed, held = _vectors(ledger, again, settings)
    return {
        "sources read again": len(again.sources),
        "passages divided again": len(again.passages),
        "set-aside spans divided again": len(again.set_aside),
        "personal data searched again, findings": len(again.findings),
        "rows of the ledger held to their seals": sum(_count(ledger, table) for table in SEALED),
        "rows of chains held to the row before": sum(
            _count(ledger, table) for table in (*CHAINED, READINGS, EDITIONS, WITHDRAWN)
        ),
        "vectors held to their texts and models": _count(ledger, "vectors"),
        "texts that need a vector": needed,
        "of these, kept (the others are made anew)": held,
        "answers of a writer held to their questions": _count(ledger, "answers"),
        "editions": len(editions(ledger)),
        "files held to the last edition": len(files),
        "receipts among them": sum("/receipts/" in name for name in files),
        "files held to run.json": _vouched(out),
    }


def _count(ledger: Ledger, table: str) -> int:
    return int(ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - names of our own


def _vouched(out: Path) -> int:
    from consult.publish.exchange.consultation import read_run_info

    named = read_run_info(out).get("files", {})
    return sum((out / name).is_file() and file_sha256(out / name) == digest for name, digest in named.items())


def _vectors(ledger: Ledger, again: Again, settings: Settings) -> tuple[int, int]:
    """Texts that the last run had to embed, and how many of them have a vector of its model."""
    from consult.intake import without_personal_data
    from consult.themes.context import texts_to_embed
    from consult.themes.embed import text_hash
    from consult.themes.targets import framework_texts

    last = ledger.last_run()
    model = last.versions.get("model", "").rpartition(" ")[2] if last else ""
    safe = without_personal_data(again.passages, again.sources, again.findings, ledger.decisions())
    texts = [*(texts_to_embed(safe) if safe else ()), *framework_texts(settings.framework)]
    hashes = {text_hash(text) for text in texts}
    rows = ledger.connection.execute("SELECT text_hash FROM vectors WHERE model = ?", (model,))
    return len(hashes), len(hashes & {row[0] for row in rows})
