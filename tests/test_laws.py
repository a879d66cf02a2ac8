"""Each law holds on a sound analysis, and each way of breaking it is found and named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consult.laws import LAWS, Rows, check_rows, rows_of
from consult.ledger import open_ledger
from consult.records import Analysis
from tests.test_ledger import make_run

Table = list[dict[str, Any]]


@pytest.fixture
def rows(tmp_path: Path, analysis: Analysis) -> Rows:
    """The bare rows of a ledger in which every law holds."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.replace(analysis, replace(make_run(), inputs={"mote/bord1.txt": "", "brev.txt": "", "skann.pdf": ""}))
        return rows_of(ledger.connection)


def broken(rows: Rows, number: int) -> tuple[str, ...]:
    """The breaches of one law."""
    return next(law.breaches for law in check_rows(rows) if law.number == number)


def changed(rows: Rows, table: str, change: Callable[[Table], Table]) -> Rows:
    """The same rows with one table changed."""
    return replace(rows, **{table: change([dict(row) for row in getattr(rows, table)])})


def without(**match: object) -> Callable[[Table], Table]:
    """Drop the first row that has these values."""

    def change(table: Table) -> Table:
        table.remove(next(row for row in table if all(row[key] == value for key, value in match.items())))
        return table

    return change


def first(**values: object) -> Callable[[Table], Table]:
    """Change the first row."""
    return lambda table: [{**table[0], **values}, *table[1:]]


def reworded(words: str, others: str) -> Callable[[Table], Table]:
    """Change words in every sentence that has them."""
    return lambda table: [{**row, "text": row["text"].replace(words, others)} for row in table]


def test_all_laws_hold_on_a_sound_analysis(rows: Rows) -> None:
    """Nothing is reported where nothing is wrong."""
    assert [law.breaches for law in check_rows(rows)] == [()] * len(LAWS)


@pytest.mark.parametrize(
    ("number", "table", "change", "named"),
    [
        (1, "set_aside", without(start=22), "gap between 22 and 25"),
        (1, "set_aside", without(start=37), "characters 37 to 38 are not accounted for"),
        (1, "set_aside", lambda t: [{**row, "end": row["end"] + 1} for row in t], "overlap"),
        (1, "passages", lambda t: [{**row, "text": row["text"].upper()} for row in t], "does not hold"),
        (2, "sources", without(path="skann.pdf"), "skann.pdf: received, but neither read nor"),
        (2, "sources", lambda t: [{**row, "reason": ""} for row in t], "status unreadable with reason ''"),
        (2, "placements", lambda t: [row for row in t if not row["passage_id"]], "has no placement"),
        (2, "placements", lambda t: [row for row in t if row["passage_id"]], "the theme has no placement"),
        (2, "citations", lambda t: t[1:], "supports no conclusion"),
        (2, "conclusions", lambda t: [row for row in t if row["target"] != "4"], "the theme has no conclusion"),
        (2, "themes", without(title="Kurs"), "does not exist"),
        (2, "passages", lambda t: t[1:], "passages, has"),
        (3, "citations", first(exact="Svar"), "the quote is not what"),
        (3, "citations", first(prefix="andre ord"), "prefix or suffix"),
        (3, "sources", lambda t: [{**row, "text": row["text"].replace("S", "s")} for row in t], "is not what"),
        (4, "citations", lambda _: [], "cites nothing"),
        (4, "conclusions", lambda t: t[1:], "does not exist"),
        (4, "citations", lambda t: [{**row, "end": row["end"] + 1} for row in t], "outside the passage"),
        (4, "conclusions", lambda t: [{**row, "text": "Alle er samde."} for row in t], "does not stand in"),
        (4, "conclusions", lambda t: [{**row, "theme_id": "t-0"} for row in t], "another theme"),
        (4, "conclusions", reworded("eitt bord", "to bord"), "says “to” where the records give “eitt”"),
        (4, "conclusions", reworded("Ei einskild røyst", "Fleire røyster"), "says “Fleire røyster,”"),
        (4, "conclusions", reworded("røyst, frå", "røyst, ikkje frå"), "says “ikkje”"),
        (4, "conclusions", reworded("Svar på", "Ikkje svar på"), "does not stand in"),
        (4, "conclusions", lambda t: [{**row, "language": "fi"} for row in t], "no catalogue"),
        (4, "citations", lambda t: [{**row, "shown": 0} for row in t], "its sentence"),
        (4, "passages", lambda t: [{**row, "voice": "organisation"} for row in t], "where the records give"),
        (5, "sources", first(path="anna.txt"), "the id is not that of anna.txt"),
        (5, "passages", first(start=0), "the id is not that of its source and span"),
    ],
)
def test_each_way_of_breaking_a_law_is_found(
    rows: Rows, number: int, table: str, change: Callable[[Table], Table], named: str
) -> None:
    """The breach is reported under its law, in words that name what is wrong."""
    assert any(named in breach for breach in broken(changed(rows, table, change), number))


def test_a_passage_that_vanishes_from_a_source_that_stays_is_found(rows: Rows) -> None:
    """Stability: the passages of the run before are still there, as long as their source is."""
    source_id = rows.passages[0]["source_id"]

    assert broken(replace(rows, before={"p-gone": source_id}), 6) == (
        f"p-gone: stood in the run before, its source {source_id} is still here, it is gone",
    )
    assert broken(replace(rows, before={"p-gone": "s-gone"}), 6) == ()


def test_members_of_an_archive_account_for_the_archive(rows: Rows) -> None:
    """A zip is received when its members are sources under its path."""
    within = changed(rows, "sources", lambda t: [{**row, "path": f"alt.zip/{row['path']}"} for row in t])

    assert "alt.zip" not in " ".join(broken(replace(within, inputs={"alt.zip": ""}), 2))


def test_a_passage_that_is_not_its_source_s_text_is_found(rows: Rows) -> None:
    """Law 3 of passages, though nothing cites them."""
    other = replace(rows, citations=[], passages=[{**rows.passages[0], "text": "noko anna"}, *rows.passages[1:]])
    assert any("its text is not what" in breach for breach in broken(other, 3))
    assert broken(replace(rows, citations=[]), 3) == ()


@pytest.mark.parametrize(("versions", "known"), [(({}, {}), True), (({}, {"consult": "another"}), False)])
def test_a_run_is_compared_with_the_one_before_of_the_same_version(
    tmp_path: Path, analysis: Analysis, versions: tuple[dict[str, str], dict[str, str]], known: bool
) -> None:
    """Two runs are enough; another version may divide a source in another way; a first run has none before it."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.replace(analysis, replace(make_run(1), versions=versions[0]))
        assert rows_of(ledger.connection).before == {}
        ledger.replace(analysis, replace(make_run(2), versions=versions[1]))
        before = rows_of(ledger.connection).before
    passages = {passage.passage_id: passage.source_id for passage in analysis.passages}
    assert before == (passages if known else {})
