"""The law of durability at scale: whatever is changed behind our back, `consult check` finds it.

Random tamperings of a finished, reviewed and answered result: rows of every table changed, removed, slipped in and
swapped, bytes of the ledger, of what was published and of the source files flipped, cut and added. Bounded by default;
`CONSULT_TAMPERINGS=500` tries as many as the figure that the project has to reach names.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from consult.check import check, failed
from consult.errors import ConsultError
from consult.ledger import open_ledger
from consult.provenance import now
from consult.readings import Reading, add_readings
from consult.records import Response
from consult.results import write
from consult.review import reviewing
from consult.run import run
from tests.conftest import HashEncoder
from tests.test_run import make_consultation

TAMPERINGS = int(os.environ.get("CONSULT_TAMPERINGS", "36"))
UNSEEN = frozenset({"sqlite_sequence", "sqlite_stat1"})
"""Not tampered with: SQLite's own."""
CACHE = "vectors"
"""Rows that are gone from the encoder's cache are no tampering: they are made anew, the same to the bit."""
CHAINED = ("decisions", "response_log", "readings")

Tamper = Callable[[Path, random.Random], str]
"""Changes a result somewhere, and says where; nothing where it found nothing to change."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a consultation and its result, on which people have decided, answered and read."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("consult.themes.load_encoder", lambda _: HashEncoder())
        patch.setenv("SOURCE_DATE_EPOCH", "1780000000")
        run(make_consultation(folder / "liten"), folder / "out")
        with reviewing(folder / "out") as desk:
            themes = sorted(desk.analysis.themes, key=lambda theme: (-len(theme.passage_ids), theme.theme_id))
            desk.rename(themes[0].theme_id, "Nytt namn", role="coordinator", reason="Lettare å lese")
            desk.merge(themes[0].theme_id, themes[1].theme_id, role="coordinator")
            desk.place(themes[2].theme_id, "unplaced", role="coordinator")
            for theme, status in ((themes[0], "partly"), (themes[0], "knowledge"), (themes[2], "not_taken_up")):
                desk.respond(
                    Response(theme_id=theme.theme_id, target="", status=status, reason="Fordi"), role="department"
                )
            desk.finish()
        with open_ledger(folder / "out" / "ledger.db") as ledger:
            ids = [passage.passage_id for passage in ledger.analysis().passages[:3]]
            add_readings(ledger, [
                Reading(number=0, role="second-reader", time=now(), passage_id=one, target="new", theme="", remark="")
                for one in ids
            ])  # fmt: skip
            last = ledger.last_run()
            assert last is not None
            from consult.settings import load_settings

            write(ledger, last, load_settings(folder / "liten"), folder / "out")
        yield folder


# -- ledger ---------------------------------------------------------------------------------------------


def ledger_of(folder: Path) -> sqlite3.Connection:
    """The ledger without its triggers and keys, as somebody opens it who wants to change it."""
    connection = sqlite3.connect(folder / "out" / "ledger.db", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    return connection


def tables(connection: sqlite3.Connection) -> list[str]:
    """Tables that have a row."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return [name for name in names if name not in UNSEEN and connection.execute(f"SELECT 1 FROM {name}").fetchone()]


def keys(connection: sqlite3.Connection, table: str) -> list[str]:
    """Columns of the primary key."""
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return [row[1] for row in sorted(rows, key=lambda row: row[5]) if row[5]]


def rows_of(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    """A table's rows, in the order of their keys."""
    order = ", ".join(f'"{key}"' for key in keys(connection, table))
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY {order}")
    heads = [head[0] for head in cursor.description]
    return [dict(zip(heads, row, strict=True)) for row in cursor]


def where(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> tuple[str, list[Any]]:
    """A condition that only this row meets."""
    names = keys(connection, table)
    return " AND ".join(f'"{name}" = ?' for name in names), [row[name] for name in names]


def altered(value: Any, rng: random.Random) -> Any:
    """Another value of the same kind: a character or byte changed, added or taken away; a number moved."""
    if value is None:
        return 1
    if isinstance(value, (int, float)):
        return value + rng.choice((-1, 1, 7))
    if not value:
        return value + ("x" if isinstance(value, str) else b"x")
    at, how = rng.randrange(len(value)), rng.randrange(3)
    sign = value[at : at + 1]
    other = ("y" if sign == "x" else "x") if isinstance(value, str) else bytes([sign[0] ^ 1])
    middle = (other, "", sign + other)[how] if isinstance(value, str) else (other, b"", sign + other)[how]
    return value[:at] + middle + value[at + 1 :]


def change(folder: Path, rng: random.Random, chosen: tuple[str, ...] = ()) -> str:
    """One value of one row."""
    with ledger_of(folder) as connection:
        table = rng.choice([name for name in tables(connection) if not chosen or name in chosen])
        row = rng.choice(rows_of(connection, table))
        column = rng.choice(sorted(row))
        condition, values = where(connection, table, row)
        try:
            connection.execute(
                f'UPDATE {table} SET "{column}" = ? WHERE {condition}', (altered(row[column], rng), *values)
            )
        except sqlite3.IntegrityError:  # the new key is taken
            return ""
    connection.close()
    return f"{table}.{column} changed"


def change_an_act(folder: Path, rng: random.Random) -> str:
    """One value of a decision, an answer or a reading."""
    return change(folder, rng, CHAINED)


def change_words(folder: Path, rng: random.Random) -> str:
    """One value of a source, passage, quote or conclusion."""
    return change(folder, rng, ("sources", "passages", "citations", "conclusions", "responses"))


def remove(folder: Path, rng: random.Random) -> str:
    """One row, anywhere."""
    with ledger_of(folder) as connection:
        table = rng.choice([name for name in tables(connection) if name != CACHE])
        condition, values = where(connection, table, rng.choice(rows_of(connection, table)))
        connection.execute(f"DELETE FROM {table} WHERE {condition}", values)
    connection.close()
    return f"{table}: row removed"


def slip_in(folder: Path, rng: random.Random) -> str:
    """A copy of a row under another key."""
    with ledger_of(folder) as connection:
        table = rng.choice(tables(connection))
        row = rng.choice(rows_of(connection, table))
        name = rng.choice(keys(connection, table))
        row[name] = row[name] + (1000 if isinstance(row[name], int) else "x")
        marks = ", ".join("?" * len(row))
        try:
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", list(row.values()))
        except sqlite3.IntegrityError:
            return ""
    connection.close()
    return f"{table}: row slipped in"


def swap(folder: Path, rng: random.Random) -> str:
    """What two rows say of one thing, exchanged."""
    with ledger_of(folder) as connection:
        table = rng.choice([name for name in tables(connection) if len(rows_of(connection, name)) > 1])
        one, other = rng.sample(rows_of(connection, table), 2)
        columns = [name for name in one if name not in keys(connection, table) and one[name] != other[name]]
        if not columns:
            return ""
        column = rng.choice(columns)
        for row, value in ((one, other[column]), (other, one[column])):
            condition, values = where(connection, table, row)
            try:
                connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {condition}', (value, *values))
            except sqlite3.IntegrityError:
                return ""
    connection.close()
    return f"{table}.{column} swapped"


def flip_a_page(folder: Path, rng: random.Random) -> str:
    """A byte of the ledger's file, where it changes what the file says."""
    path = folder / "out" / "ledger.db"
    before, data = dump(path), bytearray(path.read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)
    return "" if dump(path) == before else "a byte of ledger.db"


def dump(path: Path) -> str:
    """Everything that a ledger says, or that it cannot be read."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    try:
        names = [row[0].decode() for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        ours = sorted(set(names) - UNSEEN)
        return repr([connection.execute(f"SELECT * FROM {name}").fetchall() for name in ours])
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return f"broken: {type(error).__name__}"
    finally:
        connection.close()


# -- files ----------------------------------------------------------------------------------------------


def files(folder: Path, part: str) -> list[Path]:
    """Files of the result that it vouches for, or of the inputs."""
    if part == "inputs":
        return sorted(path for path in (folder / "liten" / "inputs").rglob("*") if path.is_file())
    left_out = (".lock", "ledger.db")
    return sorted(path for path in (folder / "out").rglob("*") if path.is_file() and path.name not in left_out)


def damage(folder: Path, rng: random.Random, part: str) -> str:
    """A byte flipped, added or cut off, or the whole file gone."""
    path = rng.choice(files(folder, part))
    data, how = bytearray(path.read_bytes()), rng.randrange(4)
    if how == 0 or not data:
        path.unlink()
        return f"{path.name} removed"
    if how == 1:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data if how == 1 else data + b"x" if how == 2 else data[:-1])
    return f"{path.name} changed"


def damage_published(folder: Path, rng: random.Random) -> str:
    """Of a table, a page, or run.json."""
    return damage(folder, rng, "out")


def damage_input(folder: Path, rng: random.Random) -> str:
    """Of a file that somebody sent."""
    return damage(folder, rng, "inputs")


KINDS: tuple[Tamper, ...] = (
    change, change_an_act, change_words, remove, slip_in, swap, flip_a_page, damage_published, damage_input,
)  # fmt: skip


# -- the law --------------------------------------------------------------------------------------------


def found(folder: Path) -> bool:
    """Whether `consult check` sees that something is wrong."""
    try:
        return bool(failed(check(folder / "out")))
    except ConsultError:
        return True


def test_an_untouched_result_holds(whole: Path) -> None:
    """Without tampering nothing is found: what follows cannot pass by crying wolf."""
    assert failed(check(whole / "out")) == ()
    with open_ledger(whole / "out" / "ledger.db") as ledger:
        assert len(ledger.decisions()) == 3
        assert ledger.replies()


def test_every_tampering_is_found(whole: Path, tmp_path: Path) -> None:
    """Each kind in turn, with its own seed; what changes nothing is tried again with the next."""
    missed, done, seed = [], 0, 0
    while done < TAMPERINGS:
        kind, rng = KINDS[done % len(KINDS)], random.Random(seed)  # noqa: S311 - to try, not to hide
        seed += 1
        folder = tmp_path / "tampered"
        shutil.copytree(whole, folder)
        said = kind(folder, rng)
        if said:
            done += 1
            if not found(folder):
                missed.append(f"seed {seed - 1}, {kind.__name__}: {said}")
        shutil.rmtree(folder)
    assert missed == []


@pytest.mark.parametrize("table", CHAINED)
def test_triggers_stop_a_slip_of_the_hand(whole: Path, tmp_path: Path, table: str) -> None:
    """With the triggers in place, a row of people's acts can neither be changed nor removed."""
    shutil.copy(whole / "out" / "ledger.db", tmp_path / "ledger.db")
    connection = sqlite3.connect(tmp_path / "ledger.db")
    for sql in (f"UPDATE {table} SET role = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            connection.execute(sql)
    connection.close()


def test_a_check_that_looks_away_would_be_noticed(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: without seals and hashes of files, tamperings pass unseen, and the test above would say so."""
    monkeypatch.setattr("consult.check.seal_breaches", lambda _: iter(()))
    monkeypatch.setattr("consult.check.chain_breaches", lambda _: iter(()))
    shutil.copytree(whole, tmp_path / "tampered")
    with ledger_of(tmp_path / "tampered") as connection:
        connection.execute("UPDATE decisions SET reason = 'noko anna' WHERE number = 1")
    connection.close()
    assert not found(tmp_path / "tampered")
