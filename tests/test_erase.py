"""Taking a source out of a small ledger made by hand: what goes, what is marked, what stays, and what is left to do."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest

from consult.chain import chain_breaches, link_rows
from consult.check import seal_breaches
from consult.erase import EMPTIED, PENDING, end_withdrawal, erase, sweep
from consult.ledger import Ledger, open_ledger
from consult.read.withdrawn import MARK, Tombstone, path_hash
from consult.records import Source
from consult.residue import Residue, residue_of
from tests.conftest import make_analysis
from tests.test_ledger import make_run

WORD = "Vombatfjorden"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Two sources in three passages; themes t1 (both sources), t2 (the one that stays) and t3 (the one that goes)."""
    opened = open_ledger(tmp_path / "ledger.db")
    analysis = make_analysis()
    opened.replace(analysis, make_run())
    going = letter_of(opened)
    staying = [one for one in analysis.passages if one.source_id != going.source_id]
    (gone,) = [one for one in analysis.passages if one.source_id == going.source_id]
    with opened.transaction() as connection:
        connection.execute("DELETE FROM proposed_passages")
        connection.execute("DELETE FROM proposed_themes")
        for theme in ("t1", "t2", "t3"):
            connection.execute("INSERT INTO proposed_themes VALUES (?, 'Tittel', 'ord', '', 'proposed')", (theme,))
        for at, (passage, theme) in enumerate(((gone, "t1"), (staying[0], "t1"), (staying[1], "t2"))):
            connection.execute(
                "INSERT INTO proposed_passages VALUES (?, ?, ?, ?, 'nn', 'individual', ?, '', NULL, '{}', x'')",
                (passage.passage_id, passage.source_id, at, at + 1, theme),
            )
    return opened


def letter_of(ledger: Ledger) -> Source:
    """The source that goes."""
    return next(one for one in ledger.analysis().sources if one.path == "brev.txt")


def its_passage() -> str:
    """The id of its passage."""
    return next(one.passage_id for one in make_analysis().passages if one.text.startswith("Svar på brevet"))


def stone(source: Source, number: int = 1) -> Tombstone:
    """A tombstone of a source."""
    return Tombstone(
        number=number, time="2026-01-01T00:00:00Z", role="coordinator", reason="request", source_id=source.source_id,
        path_sha256=path_hash(source.path), sha256=source.sha256,
    )  # fmt: skip


def residue(*words: str) -> Residue:
    """What goes: words that nobody else has."""
    return Residue(words=frozenset(one.casefold() for one in words or (WORD,)), turns=frozenset(), whole=frozenset())


def erased(
    ledger: Ledger, *, needed: Collection[str] = (), stones: Sequence[Tombstone] = (), left: Residue | None = None
) -> tuple[str, ...]:
    """Take the letter out."""
    source = letter_of(ledger)
    with ledger.transaction() as connection:
        return erase(connection, [source], left or residue(), stones or [stone(source)], needed)


def values(ledger: Ledger, query: str) -> list[tuple[object, ...]]:
    """Rows as tuples."""
    return [tuple(row) for row in ledger.connection.execute(query)]


def decided(ledger: Ledger, *reasons: str) -> None:
    """Decisions with these reasons, linked as they should be."""
    rows = [
        (number, "coordinator", "", "rename_theme", '["t9"]', "{}", "{}", reason)
        for number, reason in enumerate(reasons, start=1)
    ]
    with ledger.transaction() as connection:
        linked = link_rows("", rows)
        connection.executemany("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", linked)
        connection.execute("INSERT OR REPLACE INTO run_heads VALUES ('r-1', 'run', ?, '')", (linked[-1][-1],))


def read_again(ledger: Ledger, *rows: tuple[str, str, str]) -> None:
    """Second readings: (passage, theme, remark)."""
    linked = link_rows(
        "",
        [(at, "reader", "", passage, "1", theme, remark) for at, (passage, theme, remark) in enumerate(rows, start=1)],
    )
    with ledger.transaction() as connection:
        connection.executemany("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", linked)
        connection.execute("INSERT INTO meta VALUES ('readings', ?)", (linked[-1][-1],))


# -- rows -----------------------------------------------------------------------------------------------------------


def test_the_source_goes_and_the_others_stay(ledger: Ledger) -> None:
    """Its rows, and the tables that the next run fills; every seal holds after it."""
    others = {one.source_id for one in make_analysis().sources} - {letter_of(ledger).source_id}
    asides = len(make_analysis().set_aside)
    assert erased(ledger) == ()

    assert {row[0] for row in values(ledger, "SELECT source_id FROM sources")} == others
    assert {row[0] for row in values(ledger, "SELECT source_id FROM proposed_passages")} < others
    assert len(values(ledger, "SELECT * FROM proposed_passages")) == 2
    assert len(values(ledger, "SELECT * FROM set_aside")) == asides
    assert all(values(ledger, f"SELECT * FROM {table}") == [] for table in EMPTIED)
    assert values(ledger, "SELECT * FROM runs")
    assert list(seal_breaches(ledger.connection)) == []
    assert ledger.meta(PENDING) == "pending"


def test_themes_it_was_in_are_named_anew_and_empty_ones_go(ledger: Ledger) -> None:
    """Titles and keywords were drawn from its words."""
    erased(ledger)

    assert values(ledger, "SELECT theme_id, title, keywords FROM proposed_themes ORDER BY theme_id") == [
        ("t1", "", ""), ("t2", "Tittel", "ord"),
    ]  # fmt: skip


def test_vectors_that_nothing_needs_are_forgotten(ledger: Ledger) -> None:
    """By the hashes of the texts that stay."""
    with ledger.transaction() as connection:
        connection.executemany("INSERT INTO vectors VALUES (?, 'm', x'00', '')", [("a",), ("b",)])
    erased(ledger, needed={"b", "c"})

    assert values(ledger, "SELECT text_hash FROM vectors") == [("b",)]


def test_snapshots_of_its_themes_are_blanked(ledger: Ledger) -> None:
    """In the run in which the theme held it: title and conclusions; another theme, another run, and paths stay."""
    passage = its_passage()
    rows = [
        ("r1", "passage", passage, "t1", ""), ("r1", "theme", "t1", "Tittel", ""), ("r1", "theme", "t11", "Anna", ""),
        ("r1", "conclusion", "c1", "Sagt", "t1|nn"), ("r1", "conclusion", "c2", "Sagt", "t11|nn"),
        ("r1", "placement", "t1", "2", "t1|nn"), ("r1", "link", passage, "t2", ""), ("r1", "theme", "t2", "To", ""),
        ("r2", "passage", "p-other", "t1", ""), ("r2", "theme", "t1", "Tittel", ""),
        ("r2", "conclusion", "c1", "S", "t1|nn"),
    ]  # fmt: skip
    with ledger.transaction() as connection:
        connection.execute("DELETE FROM snapshots")
        connection.executemany("INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, '')", rows)
    erased(ledger)
    found = {
        (run, kind, one): value
        for run, kind, one, value in values(ledger, "SELECT run_id, kind, id, value FROM snapshots")
    }

    assert found["r1", "theme", "t1"] == found["r1", "conclusion", "c1"] == MARK
    stay = (("theme", "t11"), ("conclusion", "c2"), ("placement", "t1"), ("theme", "t2"))
    assert [found["r1", *key] for key in stay] == ["Anna", "Sagt", "2", "To"]
    assert (found["r2", "theme", "t1"], found["r2", "conclusion", "c1"]) == ("Tittel", "S")


# -- what repeats the words -----------------------------------------------------------------------------------------


def test_a_decision_that_repeats_a_word_is_marked_and_the_chain_holds(ledger: Ledger) -> None:
    """The row keeps its hash; `redactions` has the new one and the tombstone; the next row is as it was."""
    decided(ledger, "Lettare å lese", f"Dei i {WORD} sa det", "Kortare")
    before = values(ledger, "SELECT previous, sha256 FROM decisions")
    assert erased(ledger, stones=[stone(letter_of(ledger), 1), stone(letter_of(ledger), 2)]) == ("decisions 2",)

    assert values(ledger, "SELECT reason FROM decisions") == [("Lettare å lese",), (MARK,), ("Kortare",)]
    assert values(ledger, "SELECT previous, sha256 FROM decisions") == before
    assert values(ledger, "SELECT table_name, number, tombstone FROM redactions") == [("decisions", 2, 2)]
    assert list(chain_breaches(ledger.connection)) == []


def test_the_locks_are_on_again(ledger: Ledger) -> None:
    """A chain can be added to and nothing else, before and after."""
    decided(ledger, WORD)
    before = values(ledger, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    erased(ledger)

    assert values(ledger, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name") == before
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        ledger.connection.execute("UPDATE decisions SET reason = ''")


def test_a_reading_of_its_passage_loses_its_remark(ledger: Ledger) -> None:
    """Whatever the words; what is empty stays empty, a reading of another passage stays, none of the rows goes."""
    gone = its_passage()
    read_again(ledger, (gone, "Buss", "Bra sagt"), (gone, "", ""), ("p-other", "Buss", "Bra sagt"))

    assert erased(ledger) == ("readings 1",)
    assert values(ledger, "SELECT passage_id, theme, remark FROM readings") == [
        (gone, MARK, MARK), (gone, "", ""), ("p-other", "Buss", "Bra sagt"),
    ]  # fmt: skip
    assert list(chain_breaches(ledger.connection)) == []


def test_of_json_only_the_part_is_marked_and_numbers_stay(ledger: Ledger) -> None:
    """A run's counts and settings repeat a word: the rest of the row stays."""
    with ledger.transaction() as connection:
        connection.execute("UPDATE runs SET settings = ?", (json.dumps({"a": WORD, "b": "Kurs", "c": 2}),))
    before = values(ledger, "SELECT number, counts FROM runs")
    erased(ledger)

    assert json.loads(str(values(ledger, "SELECT settings FROM runs")[0][0])) == {"a": MARK, "b": "Kurs", "c": 2}
    assert values(ledger, "SELECT number, counts FROM runs") == before


def test_a_row_whose_key_repeats_a_word_goes_and_so_does_an_answer(ledger: Ledger) -> None:
    """A key cannot be marked, and a cached answer is asked for anew; hashes are no words."""
    answer = "INSERT INTO answers VALUES (?, 'm', 'i', 'task', ?, '', 1, 1, '[]', '', ?)"
    with ledger.transaction() as connection:
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [(f"om {WORD}", "1"), ("om noko", f"i {WORD}")])
        connection.executemany(answer, [("p1", f"i {WORD}", ""), ("p2", "Kurs", ""), ("p3", "Kurs", WORD)])
    erased(ledger)

    assert (ledger.meta(f"om {WORD}"), ledger.meta("om noko")) == ("", MARK)
    assert values(ledger, "SELECT prompt_hash, sha256 FROM answers") == [("p2", ""), ("p3", WORD)]


def test_what_nobody_repeated_is_not_touched(ledger: Ledger) -> None:
    """With the residue as it is drawn from the sources themselves."""
    decided(ledger, "Kortare")
    going = letter_of(ledger)
    staying = [one for one in ledger.analysis().sources if one != going]

    assert erased(ledger, left=residue_of([going], staying)) == ()
    assert values(ledger, "SELECT * FROM redactions") == []
    assert values(ledger, "SELECT reason FROM decisions") == [("Kortare",)]


def test_a_tombstone_follows_on_the_one_before(ledger: Ledger) -> None:
    """The chain of tombstones holds over two withdrawals, and `meta` keeps its last hash."""
    source = letter_of(ledger)
    erased(ledger, stones=[stone(source, 1), stone(source, 2)])
    other = ledger.connection.execute("SELECT source_id FROM sources WHERE path = 'skann.pdf'").fetchone()[0]
    broken = next(one for one in make_analysis().sources if one.source_id == other)
    with ledger.transaction() as connection:
        erase(connection, [broken], residue(), [stone(broken, 3)], ())

    assert list(chain_breaches(ledger.connection)) == []
    assert [row[0] for row in values(ledger, "SELECT number FROM withdrawn")] == [1, 2, 3]
    assert values(ledger, "SELECT sha256 FROM withdrawn WHERE number = 3") == [(ledger.meta("withdrawn"),)]


# -- files ----------------------------------------------------------------------------------------------------------


def beside(out: Path, *names: str) -> None:
    """Files in a folder of results, and a run.json that vouches for the first one."""
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("x", encoding="utf-8")
    (out / "run.json").write_text(json.dumps({"files": {names[0]: "0"}}), encoding="utf-8")


def test_sweeping_leaves_what_the_run_vouches_for(ledger: Ledger, tmp_path: Path) -> None:
    """Old copies and exports go, with folders that are empty then; the ledger and its lock stay; again is no harm."""
    beside(
        tmp_path, "tables/themes.csv", "ledger.version-2.db", "internal/old/a.qdpx", "internal/old/deep/b.csv", ".lock"
    )
    (tmp_path / "empty" / "inner").mkdir(parents=True)

    assert set(sweep(ledger.connection, tmp_path)) >= {"ledger.version-2.db", "internal/old/a.qdpx"}
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} - {"ledger.db-wal", "ledger.db-shm"}
    assert left == {"tables", "tables/themes.csv", "ledger.db", "run.json", ".lock"}
    assert set(sweep(ledger.connection, tmp_path)) <= {"ledger.db-wal", "ledger.db-shm"}


def test_no_byte_of_it_is_left_in_the_ledger(ledger: Ledger, tmp_path: Path) -> None:
    """Not in free pages, and not in the log of writings."""
    assert any(b"takk." in path.read_bytes() for path in tmp_path.glob("ledger.db*"))
    erased(ledger)
    beside(tmp_path, "tables/themes.csv")
    sweep(ledger.connection, tmp_path)

    assert not any(b"takk." in path.read_bytes() for path in tmp_path.glob("ledger.db*"))


def test_no_free_page_is_left_in_the_ledger(ledger: Ledger, tmp_path: Path) -> None:
    """The file is written anew: what is free in it could be read."""
    with ledger.transaction() as connection:
        rows = [(str(at), b"x" * 3000) for at in range(40)]
        connection.executemany("INSERT INTO vectors VALUES (?, 'm', ?, '')", rows)
    erased(ledger)
    beside(tmp_path, "tables/themes.csv")
    assert values(ledger, "PRAGMA freelist_count") != [(0,)]
    sweep(ledger.connection, tmp_path)

    assert values(ledger, "PRAGMA freelist_count") == [(0,)]


def test_a_withdrawal_is_ended_once(ledger: Ledger, tmp_path: Path) -> None:
    """Where none has begun nothing is removed; where one has, what is left is swept and forgotten."""
    beside(tmp_path, "tables/themes.csv", "old.csv")
    assert end_withdrawal(ledger, tmp_path) == ()
    assert (tmp_path / "old.csv").exists()

    erased(ledger)
    assert "old.csv" in end_withdrawal(ledger, tmp_path)
    assert ledger.meta(PENDING) == ""
    assert end_withdrawal(ledger, tmp_path) == ()
