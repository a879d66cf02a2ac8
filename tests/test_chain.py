"""Whatever is changed, removed, swapped or slipped in among people's acts is found and named."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consult.chain import CHAINED, chain_breaches, heads, link, link_rows
from consult.ledger import Ledger, open_ledger
from consult.records import Reply, Response
from tests.conftest import make_analysis
from tests.review_cases import Case
from tests.test_ledger import make_run

ROWS = 6


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Six decisions and six replies, the last of each in a run of its own."""
    case = Case()
    for act, *arguments in (
        ("rename", case.answer.theme_id, "Svar til folk"),
        ("merge", case.answer.theme_id, case.rest.theme_id),
        ("place", case.answer.theme_id, "4"),
        ("set_aside", case.p(4)),
        ("move", case.p(3), case.course.theme_id),
        ("undo", 1),
    ):
        case.make(act, *arguments, reason=f"fordi {act}")
    replies = [
        Reply(
            number=at + 1,
            role="department",
            time=f"2026-06-0{at + 1}T08:00:00Z",
            response=Response(
                theme_id=f"t-{at}", target="4", status="partly", reason=f"grunn {at}", responsible="KDD",
                next_step="høyring", date="2027",
            ),
        )
        for at in range(ROWS)
    ]  # fmt: skip
    with open_ledger(tmp_path / "ledger.db") as opened:
        opened.replace(make_analysis(), make_run(1), decisions=case.decisions[:5], replies=replies[:5])
        run = replace(make_run(2), how="review")
        opened.replace(make_analysis(), run, decisions=case.decisions[5:], replies=replies[5:])
        for table in CHAINED:
            drop_triggers(opened.connection, table)
        yield opened


def drop_triggers(connection: sqlite3.Connection, table: str) -> None:
    """What somebody does first who wants to change history."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    for row in connection.execute(query, (table,)).fetchall():
        connection.execute(f"DROP TRIGGER {row[0]}")


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def found(ledger: Ledger, table: str) -> list[str]:
    """The breaches of one table's chain."""
    return [breach for breach in chain_breaches(ledger.connection) if f": {table}: " in breach]


def test_a_sound_chain_has_no_breach(ledger: Ledger) -> None:
    """Nothing is reported where nothing was changed, and nothing in an empty ledger."""
    assert list(chain_breaches(ledger.connection)) == []
    with open_ledger(Path(":memory:")) as empty:
        assert list(chain_breaches(empty.connection)) == []
        assert heads(empty.connection) == {}


def test_the_tables_refuse_to_be_changed(tmp_path: Path) -> None:
    """Without taking the triggers away first, no row can be changed or removed."""
    with open_ledger(tmp_path / "other.db") as fresh:
        case = Case()
        case.make("rename", case.answer.theme_id, "Nytt")
        fresh.replace(make_analysis(), make_run(1), decisions=case.decisions)
        for statement in ("UPDATE decisions SET role = 'x'", "DELETE FROM decisions"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                fresh.connection.execute(statement)


@pytest.mark.parametrize("table", CHAINED)
def test_every_field_of_every_row_is_watched(ledger: Ledger, table: str) -> None:
    """Each value is changed in turn, in each row, and the row is named each time."""
    connection = ledger.connection
    for column in columns(connection, table):
        for number in range(1, ROWS + 1):
            connection.execute("BEGIN")
            changed = "number + 100" if column == "number" else f"{column} || 'x'"
            connection.execute(f"UPDATE {table} SET {column} = {changed} WHERE number = ?", (number,))
            named = number + 100 if column == "number" else number

            assert any(f"row {named} " in breach for breach in found(ledger, table)), (column, number)

            connection.execute("ROLLBACK")


@pytest.mark.parametrize("table", CHAINED)
@pytest.mark.parametrize("number", range(1, ROWS + 1))
def test_every_removed_row_is_missed(ledger: Ledger, table: str, number: int) -> None:
    """The first, the last and those between."""
    ledger.connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))

    assert found(ledger, table)


@pytest.mark.parametrize("table", CHAINED)
def test_five_hundred_random_tamperings_are_found(ledger: Ledger, table: str) -> None:
    """A field changed by one sign, two fields or rows swapped, a row removed, doubled or made up: every time."""
    dice, connection = random.Random(17), ledger.connection  # noqa: S311 - damage, no secret
    for attempt in range(250):
        connection.execute("BEGIN")
        what = tamper(connection, table, dice)

        assert found(ledger, table), (attempt, what)

        connection.execute("ROLLBACK")
    assert found(ledger, table) == []


def tamper(connection: sqlite3.Connection, table: str, dice: random.Random) -> str:
    """Do one random thing to a chained table that changes it."""
    names = columns(connection, table)
    rows = {row[0]: list(row) for row in connection.execute(f"SELECT * FROM {table}")}
    one, other = dice.sample(sorted(rows), 2)
    column, second = dice.sample(range(1, len(names)), 2)
    kind = dice.choice(("sign", "cut", "swap fields", "swap rows", "swap values", "remove", "renumber", "add", "tail"))
    value = str(rows[one][column])
    if kind == "sign" or (kind == "cut" and not value):
        at = dice.randrange(len(value) + 1)
        write(connection, table, names, one, {column: value[:at] + dice.choice("aø1 ") + value[at:]})
    elif kind == "cut":
        write(connection, table, names, one, {column: value[:-1]})
    elif kind == "swap fields" and rows[one][column] != rows[one][second]:
        write(connection, table, names, one, {column: rows[one][second], second: rows[one][column]})
    elif kind == "swap values" and rows[one][column] != rows[other][column]:
        write(connection, table, names, one, {column: rows[other][column]})
    elif kind == "remove":
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (one,))
    elif kind == "renumber":
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (one,))
        connection.execute(f"UPDATE {table} SET number = number - 1 WHERE number > ?", (one,))
    elif kind == "add":
        added = link_rows(str(rows[max(rows)][-1]), [[max(rows) + 1, *rows[one][1:-2]]])[0]
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", added)
    elif kind == "tail":
        connection.execute(f"DELETE FROM {table} WHERE number >= ?", (one,))
    else:
        kind = "swap rows"
        for number, source in ((one, other), (other, one)):
            write(connection, table, names, number, dict(enumerate(rows[source][1:], start=1)))
    return f"{kind} {one} {other} {names[column]} {names[second]}"


def write(connection: sqlite3.Connection, table: str, names: list[str], number: int, values: dict[int, object]) -> None:
    """Put values into columns of one row."""
    sets = ", ".join(f"{names[column]} = ?" for column in values)
    connection.execute(f"UPDATE {table} SET {sets} WHERE number = ?", (*values.values(), number))


def test_rewriting_the_whole_chain_is_noticed_by_the_runs(ledger: Ledger) -> None:
    """Whoever computes all hashes anew still lacks the one that the first run has seen."""
    connection = ledger.connection
    rows = [list(row)[:-2] for row in connection.execute("SELECT * FROM decisions ORDER BY number")]
    rows[2][1] = "minister"
    connection.execute("DELETE FROM decisions")
    connection.executemany(f"INSERT INTO decisions VALUES ({', '.join('?' * 10)})", link_rows("", rows))

    assert any("row that run r-1 replayed is gone" in breach for breach in found(ledger, "decisions"))


@pytest.mark.parametrize(
    ("one", "other"),
    [((1, "ab", "c"), (1, "a", "bc")), ((1, "1"), ("1", 1)), (("a", ""), ("", "a")), (("a",), ("a", ""))],
)
def test_different_rows_have_different_hashes(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    """Nothing moves across a border, and a number is not its digits."""
    assert link(one) != link(other)
    assert link(one) == link(one)


def test_each_row_that_is_gone_is_named() -> None:
    """Two rows taken out of the middle are two breaches, and the row behind them is none of its own number."""
    from consult.chain import _row_breaches

    rows = link_rows("", [(number, "x") for number in range(1, 6)])
    assert list(_row_breaches("decisions", rows, {})) == []
    told = list(_row_breaches("decisions", [rows[0], rows[3], rows[4]], {}))
    assert [line for line in told if "is gone" in line] == [
        "ledger.db: decisions: row 2 is gone", "ledger.db: decisions: row 3 is gone"
    ]  # fmt: skip
    assert sum("does not follow" in line for line in told) == 1
