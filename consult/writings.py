"""The writer's tables in the ledger: answers as they came, wordings that passed, refusals with their reasons.

In: a ledger's connection. Out: records. An answer is committed as soon as it is there, with its own hash, so that
nothing is asked twice; wordings and refusals are replaced together with the analysis that shows them.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from consult.answer.prompts import Prompt
from consult.answer.server import CUT, Answer
from consult.answer.wordings import Wording
from consult.chain import link
from consult.ledger import Ledger
from consult.provenance import now
from consult.seals import seal_tables
from consult.stored import as_json
from consult.writer_settings import WriterSettings

TABLES = ("wordings", "refusals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A drafted sentence that the gate refused.

    attempt: 1, or 2 where it had been sent back; reasons: (code, detail).
    """

    stands_for: str
    language: str
    task: str
    attempt: int
    theme_id: str
    text: str
    reasons: tuple[tuple[str, str], ...]
    prompt_hash: str
    model: str
    input_hash: str


def kept_answer(ledger: Ledger, prompt: Prompt, settings: WriterSettings) -> Answer | None:
    """What the model has answered to this before; none where it has not, or where the row is damaged.

    Nor where it was cut off by a limit that has been raised since: that answer would be half for ever.
    """
    query = "SELECT * FROM answers WHERE prompt_hash = ? AND model = ? AND input_hash = ?"
    row = ledger.connection.execute(query, (prompt.prompt_hash, settings.model, prompt.input_hash)).fetchone()
    if row is None or row["sha256"] != link(tuple(row)[:-1]):
        return None
    if row["finish"] == CUT and 0 < row["tokens_out"] < settings.answer_tokens:
        return None
    return Answer(text=row["answer"], finish=row["finish"], tokens_in=row["tokens_in"], tokens_out=row["tokens_out"])


def keep_answer(ledger: Ledger, prompt: Prompt, model: str, answer: Answer, passage_ids: Sequence[str]) -> None:
    """Keep an answer, committed at once."""
    text = answer.text.encode("utf-8", "replace").decode()
    row = (
        prompt.prompt_hash, model, prompt.input_hash, prompt.task, text, answer.finish, answer.tokens_in,
        answer.tokens_out, as_json(sorted(passage_ids)), now(),
    )  # fmt: skip
    linked = (*row, link(row))
    with ledger.transaction() as connection:
        connection.execute(f"INSERT OR REPLACE INTO answers VALUES ({', '.join('?' * len(linked))})", linked)  # noqa: S608 - question marks


def answer_breaches(connection: sqlite3.Connection) -> Iterator[str]:
    """Kept answers that are not as they came, or stand for another question."""
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        for row in map(tuple, connection.execute("SELECT * FROM answers")):
            if link(row[:-1]).encode() != row[-1]:
                yield f"ledger.db: answers: row {bytes(row[2]).decode('utf-8', 'replace')} is not as it came"
    finally:
        connection.text_factory = factory


def wordings(connection: sqlite3.Connection) -> tuple[Wording, ...]:
    """Every wording, in the order of what it stands for."""
    return tuple(
        Wording(**{**_plain(row), "passage_ids": tuple(json.loads(row["passages"]))})
        for row in connection.execute("SELECT * FROM wordings")
    )


def refusals(connection: sqlite3.Connection) -> tuple[Refusal, ...]:
    """Every refusal, in the order of what it was to stand for."""
    return tuple(
        Refusal(**{**_plain(row), "reasons": tuple((code, detail) for code, detail in json.loads(row["reasons"]))})
        for row in connection.execute("SELECT * FROM refusals")
    )


def _plain(row: sqlite3.Row) -> dict[str, Any]:
    return {key: row[key] for key in row.keys() if key != "passages"}  # noqa: SIM118 - a Row iterates its values


def head_of(made: Iterable[Wording]) -> dict[str, str]:
    """What a run's fingerprint takes of wordings: a hash of all of them, nothing where there are none."""
    rows = sorted(map(_wording_row, made))
    return {"wordings": hashlib.sha256(as_json(rows).encode()).hexdigest()} if rows else {}


def replace_wordings(connection: sqlite3.Connection, made: Iterable[Wording], refused: Iterable[Refusal]) -> None:
    """Put these in place of all that stand, inside the caller's transaction, and seal them."""
    for table, rows in (("wordings", map(_wording_row, made)), ("refusals", map(_refusal_row, refused))):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        for row in sorted(rows):
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - the same
    seal_tables(connection, TABLES)


def forget(connection: sqlite3.Connection, passage_ids: Iterable[str]) -> None:
    """Remove every answer, wording and refusal that draws on these passages, inside the caller's transaction."""
    gone = set(passage_ids)
    for rowid in list(_drawing_on(connection, gone)):
        connection.execute("DELETE FROM answers WHERE prompt_hash = ? AND model = ? AND input_hash = ?", rowid)
    themes = {
        row["theme_id"]
        for row in connection.execute("SELECT * FROM wordings")
        if gone & set(json.loads(row["passages"]))
    }
    for row in connection.execute("SELECT passage_id, theme_id FROM passages"):
        if row["passage_id"] in gone:
            themes.add(row["theme_id"])
    for table in TABLES:
        connection.executemany(f"DELETE FROM {table} WHERE theme_id = ?", [(one,) for one in sorted(themes)])  # noqa: S608 - the same
    seal_tables(connection, TABLES)


def _drawing_on(connection: sqlite3.Connection, gone: set[str]) -> Iterator[tuple[str, str, str]]:
    for row in connection.execute("SELECT prompt_hash, model, input_hash, passages FROM answers").fetchall():
        if gone & set(json.loads(row["passages"])):
            yield row["prompt_hash"], row["model"], row["input_hash"]


def _wording_row(one: Wording) -> tuple[str, ...]:
    return (
        one.stands_for, one.language, one.task, one.theme_id, one.text, as_json(one.passage_ids), one.point,
        one.prompt_hash, one.model, one.input_hash, one.encoder,
    )  # fmt: skip


def _refusal_row(one: Refusal) -> tuple[str | int, ...]:
    return (
        one.stands_for, one.language, one.task, one.attempt, one.theme_id, one.text, as_json(one.reasons),
        one.prompt_hash, one.model, one.input_hash,
    )  # fmt: skip
