"""`consult check`: does a finished output folder still hold what it promises?

In: an output folder, and the consultation it was made from. Out: the laws 1 to 6, 9 and 10, each with
every breach that was found, named by file and row. Nothing is changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from consult.chain import chain_breaches
from consult.csv_file import table_rows
from consult.errors import LedgerError
from consult.laws import Law, Row, Rows, check_rows, rows_of
from consult.ledger import Ledger, open_ledger
from consult.ledger_faults import ledger_fault, of_the_place
from consult.privacy import privacy_law
from consult.read.withdrawn import Gone, gone_with
from consult.records import Source, Theme
from consult.rows import COLUMNS, KEYS
from consult.runs import Run
from consult.seals import SEALED, seal_rows
from consult.vectors import vector_breaches

CHUNK = 1 << 20  # bytes read at a time when a file is hashed
FACTS_OF_A_SOURCE = ("path", "locator", "format", "status", "reason", "text")


def check(out: Path, *, inputs: Path | None = None) -> tuple[Law, ...]:
    """Check the laws on the ledger in `out`, on the files beside it and on the source files.

    inputs: the folder of input files, where it is not the one the ledger remembers.
    Raises LedgerError where there is no ledger that can be opened at all, or another program holds it.
    """
    with open_checked(out) as ledger:
        try:
            return _check(ledger, out, inputs)
        except (sqlite3.DatabaseError, KeyError, TypeError, ValueError) as error:
            if of_the_place(error):
                raise ledger_fault(out / "ledger.db", error) from error
            return (*_no_laws(), Law(number=10, name="durability", breaches=(f"ledger.db: damaged: {error}",)))


def _check(ledger: Ledger, out: Path, inputs: Path | None) -> tuple[Law, ...]:
    damage = tuple(_structure(ledger.connection))
    rows = rows_of(ledger.connection)
    folder = inputs or consultation_folder(ledger, out) / "inputs"
    found = {law.number: law.breaches for law in check_rows(rows)}
    gone = gone_with(ledger.tombstones())
    found[2] += (*_received(rows.inputs, folder, gone), *_books(ledger, out))
    found[3] += tuple(_source_files(rows, folder, gone))
    acts = chain_breaches(ledger.connection)
    durability = (
        *damage,
        *acts,
        *_decided(ledger),
        *seal_breaches(ledger.connection),
        *_outputs(rows, out, ledger.last_run()),
        *_published(ledger, out),
    )
    names = {law.number: law.name for law in check_rows_names()}
    laws = [Law(number=number, name=names[number], breaches=breaches) for number, breaches in found.items()]
    return (*laws, privacy_law(ledger, out), Law(number=10, name="durability", breaches=durability))


def check_rows_names() -> tuple[Law, ...]:
    """The laws that rows can show, without breaches: for their numbers and names."""
    from consult.laws import LAWS

    return tuple(Law(number=number, name=name, breaches=()) for number, name, _ in LAWS)


def _no_laws() -> tuple[Law, ...]:
    unknown = ("cannot be checked: the ledger is damaged",)
    return tuple(Law(number=law.number, name=law.name, breaches=unknown) for law in check_rows_names())


def consultation_folder(ledger: Ledger, out: Path) -> Path:
    """The consultation that a ledger was made from, as it remembers it relative to itself."""
    remembered = ledger.meta("consultation")
    return Path(os.path.normpath(out / remembered)) if remembered else out


# -- law 10: the ledger and the files beside it ------------------------------------------------------


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"ledger.db: {row[0]}"
    if connection.execute("SELECT 1 FROM meta WHERE key = 'erasure' AND value != ''").fetchone():
        yield "ledger.db: a withdrawal has not ended; run again, and it will"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"ledger.db: a row of {row[0]} points to a row of {row[2]} that is missing"


def seal_breaches(connection: sqlite3.Connection) -> Iterator[str]:
    """Rows that differ from their seal, or are missing, or were slipped in; and damaged vectors."""
    sealed: dict[str, dict[str, str]] = {table: {} for table in SEALED}
    for table, key, seal in connection.execute("SELECT table_name, row_key, sha256 FROM seals"):
        sealed.setdefault(table, {})[key] = seal
    for table in SEALED:
        expected = sealed.pop(table)
        for key, seal in seal_rows(connection, table):
            if expected.pop(key, None) != seal:
                yield f"ledger.db: {table}: row {key} is not as the run left it"
        for key in expected:
            yield f"ledger.db: {table}: row {key} is gone"
    for table in sealed:
        yield f"ledger.db: seals: {table} is no table of ours"
    yield from vector_breaches(connection)
    yield from _answer_breaches(connection)


def _answer_breaches(connection: sqlite3.Connection) -> Iterator[str]:
    from consult.writings import answer_breaches

    yield from answer_breaches(connection)


def _decided(ledger: Ledger) -> Iterator[str]:
    """Themes, placements and responses that do not follow from what the machine proposed and what people did."""
    from consult.answer.replay import decided
    from consult.answer.respond import answered

    last = ledger.last_run()
    if last is None or "framework" not in last.settings:
        return
    targets = {str(one["target_id"]): str(one["kind"]) for one in last.settings["framework"]["targets"]}
    stands, _ = decided(ledger.proposed(), ledger.decisions(), targets)
    analysis = ledger.analysis()
    for theme in set(_named(stands.themes) ^ _named(analysis.themes)):
        yield f"ledger.db: themes: {theme[0]} is not what the machine proposed and people decided"
    for one in {(p.theme_id, p.passage_id) for p in set(stands.placements) ^ set(analysis.placements)}:
        yield f"ledger.db: placements: {'|'.join(one)} is not what the machine proposed and people decided"
    for response in set(answered(ledger.replies(), analysis.placements).standing) ^ set(analysis.responses):
        yield f"ledger.db: responses: {response.theme_id}|{response.target} is not what people answered"


def _named(themes: Iterable[Theme]) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(theme.theme_id, theme.title, theme.passage_ids) for theme in themes}


def _outputs(rows: Rows, out: Path, last: Run | None) -> Iterator[str]:
    try:
        text = (out / "run.json").read_text(encoding="utf-8")
        run = json.loads(text)
        files: dict[str, str] = dict(run["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"run.json: cannot be read ({type(error).__name__}); run again to write it anew"
        return
    if run.get("seal") != run_seal(run) or text != f"{json.dumps(run, ensure_ascii=False, indent=2, sort_keys=True)}\n":
        yield "run.json: is not as the run left it"
    elif last is not None and run.get("run_id") != last.run_id:
        yield "run.json: is of an earlier run than the ledger; run again to write the files anew"
    for name, digest in files.items():
        path = out / name
        if not path.is_file():
            yield f"{name}: is gone; run again to write it anew"
        elif file_sha256(path) != digest:
            yield from _changed_file(rows, path, name)


def _books(ledger: Ledger, out: Path) -> Iterator[str]:
    """Sources without a receipt, passages without a fate on it, and sums that differ, in what lies published."""
    from consult.published import book_breaches

    yield from book_breaches(ledger, out)


def _published(ledger: Ledger, out: Path) -> Iterator[str]:
    """Files of the last edition that are not as they were published."""
    from consult.edition import editions, file_breaches

    for edition in editions(ledger)[-1:]:
        yield from file_breaches(edition, out)


def run_seal(run: Mapping[str, Any]) -> str:
    """SHA-256 of run.json without its seal."""
    plain = {key: value for key, value in run.items() if key != "seal"}
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _changed_file(rows: Rows, path: Path, name: str) -> Iterator[str]:
    table = path.stem
    named = list(_changed_rows(rows, path, table)) if path.suffix == ".csv" and table in COLUMNS else []
    yield from (f"{name}: {breach}" for breach in named)
    if not named:
        yield f"{name}: is not as the run left it"


def _changed_rows(rows: Rows, path: Path, table: str) -> Iterator[str]:
    expected = {
        _key(row, table): _as_text(row, table) for row in getattr(rows, table, ()) if set(KEYS[table]) <= set(row)
    }
    for row in table_rows(path.read_bytes().decode("utf-8", "replace")):
        key = _key(row, table)
        if expected.pop(key, None) != _as_text(row, table):
            yield f"row {key} is not what the ledger holds"
    for key in expected:
        yield f"row {key} is gone"


def _key(row: Row, table: str) -> str:
    return "|".join(str(row.get(column)) for column in KEYS[table])


def _as_text(row: Row, table: str) -> tuple[str, ...]:
    return tuple("" if row.get(column) is None else str(row.get(column)) for column in COLUMNS[table])


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()


# -- the source files ---------------------------------------------------------------------------------


def input_hashes(folder: Path) -> dict[str, str]:
    """Every file under `inputs/`: its path as in the tables → SHA-256 of its bytes, of none where it is not opened."""
    from consult.read.folder import input_files

    unopened = hashlib.sha256(b"").hexdigest()
    return {
        file.path: unopened if file.reason or file.place is None else file_sha256(file.place)
        for file in input_files(folder)
    }


def _received(inputs: Mapping[str, str], folder: Path, gone: Gone) -> Iterator[str]:
    if not folder.is_dir():
        yield f"{folder}: the folder of source files is not there; name it with --inputs"
        return
    now = gone.of_files(input_hashes(folder))
    for name in sorted(now.keys() - inputs.keys()):
        yield f"{name}: came after the run; run again"
    for name in sorted(inputs.keys() - now.keys()):
        yield f"{name}: was read, and is gone from the inputs"
    for name in sorted(now.keys() & inputs.keys()):
        if now[name] != inputs[name]:
            yield f"{name}: was changed after it was read"


def _source_files(rows: Rows, folder: Path, gone: Gone) -> Iterator[str]:
    """Read the source files again, and compare what they say with what the ledger says they say."""
    if not folder.is_dir():
        return
    from consult.read import read_inputs
    from consult.settings import load_settings

    try:
        again = {source.source_id: source for source in read_inputs(load_settings(folder.parent), gone=gone)}
    except ExceptionGroup as error:
        yield f"{folder.parent}: the settings cannot be read: {error.exceptions[0]}"
        return
    for row in rows.sources:
        source = again.get(str(row["source_id"]))
        if source is None:
            yield f"{row['source_id']}: {row['path']} {row['locator']} no longer says what was read"
        else:
            yield from _differences(row, source)


def _differences(row: Row, source: Source) -> Iterator[str]:
    for fact in FACTS_OF_A_SOURCE:
        if row[fact] != getattr(source, fact):
            yield f"{row['source_id']}: {row['path']} {row['locator']}: {fact} in the ledger is not what the file gives"


def failed(laws: tuple[Law, ...]) -> tuple[Law, ...]:
    """The laws that do not hold."""
    return tuple(law for law in laws if not law.holds)


def open_checked(out: Path) -> Ledger:
    """Open the ledger of an output folder for reading, or say how to make one."""
    if not (out / "ledger.db").is_file():
        raise LedgerError(f"{out}: no ledger here; run `consult run` first, or name the folder with --in")
    ledger = open_ledger(out / "ledger.db", create=False)
    try:
        finished = ledger.connection.execute("SELECT 1 FROM runs LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        return ledger  # damaged: whoever asked finds out what is wrong
    if finished is None:
        ledger.connection.close()
        raise LedgerError(f"{out}: no run has finished here; run `consult run` again")
    return ledger
