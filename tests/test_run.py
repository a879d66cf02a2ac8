"""The whole way on a small consultation: what it leaves, that it repeats, and that being killed does no harm."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from consult.check import check
from consult.diff import diff_runs
from consult.errors import InputError, LedgerError
from consult.ledger import open_ledger
from consult.run import Finished, run
from tests.conftest import HashEncoder

FRAMEWORK = """
[framework]
id = "test"
language = "nn"
source = "made up for tests"

[[commitment]]
id = "1"
title.nn = "Digital opplæring"
description.nn = "Kurs og rettleiing for dei som treng hjelp med digitale tenester."

[[new_topic]]
id = "T1"
title.nn = "Svar på innspel"
description.nn = "Dei som gir innspel, skal få svar på kva som vart gjort med innspelet."
"""
NOTES = """Bord 2 – dialog

Til stede: fem deltakarar

Svar på innspel
- Vi vil ha svar på innspelet vårt innan to månader
- Ingen fortel kva som vart gjort med innspelet
  - difor sluttar folk å skrive

Kurs
- Gratis kurs på biblioteket for dei som treng hjelp
- Kurs må haldast fleire gonger i året
"""
LETTER = """Hei,

Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare.

Kurset på biblioteket var bra, men det var for kort.

Helsing Kari
"""
FORM = """Tidspunkt;Kva meiner du?;Noko anna?
2026-03-01 10:00;Vi treng kurs i nettbank.;
2026-03-02 11:00;Svar folk!;Takk
"""


@pytest.fixture
def consultation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Notes, a letter, a form export and a broken file, with an encoder that needs no model."""
    monkeypatch.setattr("consult.themes.load_encoder", lambda _: HashEncoder())
    return make_consultation(tmp_path / "corpora" / "liten")


def make_consultation(folder: Path) -> Path:
    """Write the small consultation."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True)
    (folder / "framework.toml").write_text(FRAMEWORK, encoding="utf-8")
    (inputs / "bord2.md").write_text(NOTES, encoding="utf-8")
    (inputs / "brev.txt").write_text(LETTER, encoding="utf-8")
    (inputs / "skjema.csv").write_text(FORM, encoding="utf-8")
    (inputs / "øydelagd.docx").write_bytes(b"PK\x03\x04 this is no document")
    return folder


def files_of(out: Path) -> dict[str, bytes]:
    """Every file that a run leaves, but for the lock."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the result goes."""
    return tmp_path / "outputs" / "liten"


@pytest.fixture
def finished(consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Finished:
    """One finished run, with a fixed time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    return run(consultation, out)


def test_leaves_what_design_promises(finished: Finished) -> None:
    """Ledger, run.json, every table as csv, one workbook, a data package and the report."""
    names = set(files_of(finished.out))

    assert {"ledger.db", "run.json", "tables.xlsx", "datapackage.json", "internal/report.html"} <= names
    tables = ("sources", "passages", "set_aside", "themes", "placements", "conclusions", "citations", "responses")
    assert {f"tables/{table}.csv" for table in tables} <= names


def test_every_law_holds(finished: Finished) -> None:
    """On a sound run nothing is reported, neither at its end nor by a check afterwards."""
    assert [law.breaches for law in finished.laws] == [()] * 6
    assert [law.breaches for law in check(finished.out)] == [()] * 8


def test_counts_balance(finished: Finished) -> None:
    """Sources received = read + unreadable; characters = passages + set aside."""
    counts = json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["counts"]

    assert counts["read"]["in"] == counts["read"]["out"] + counts["read"]["remainder"]
    assert counts["read"]["remainder"] == 1
    assert counts["split"]["characters"] == (
        counts["split"]["characters_of_passages"] + counts["split"]["characters_set_aside"]
    )


def test_tells_how_far_it_has_come(consultation: Path, out: Path) -> None:
    """Every step reports its progress, and reaches its total."""
    told: dict[str, tuple[int, int]] = {}
    run(consultation, out, progress=lambda step, done, total: told.__setitem__(step, (done, total)))

    assert told.keys() >= {"read", "split", "embed", "conclude"}
    assert all(done == total for done, total in told.values())


def test_the_same_input_elsewhere_gives_the_same_bytes(finished: Finished, tmp_path: Path) -> None:
    """A second run of a copy, in other folders, leaves the same bytes in every file."""
    other = make_consultation(tmp_path / "kopi" / "corpora" / "liten")
    again = run(other, tmp_path / "kopi" / "outputs" / "liten")

    assert files_of(again.out) == files_of(finished.out)


def test_an_unchanged_rerun_changes_nothing(finished: Finished, consultation: Path) -> None:
    """The second run in the same folder says that nothing had changed, and leaves every byte."""
    before = files_of(finished.out)

    again = run(consultation, finished.out)

    assert again.unchanged
    assert again.run == finished.run
    assert files_of(finished.out) == before


def test_a_rerun_mends_what_was_published(finished: Finished, consultation: Path) -> None:
    """A table that was removed or changed is written anew from the ledger, to the same bytes."""
    before = files_of(finished.out)
    (finished.out / "tables" / "themes.csv").unlink()
    (finished.out / "internal" / "report.html").write_text("", encoding="utf-8")

    again = run(consultation, finished.out)

    assert not again.unchanged
    assert files_of(finished.out) == before


def test_one_more_letter_keeps_the_ids(finished: Finished, consultation: Path) -> None:
    """What was there keeps its source, passage and theme ids, and diff tells what is new."""
    with open_ledger(finished.out / "ledger.db") as ledger:
        before = ledger.analysis()
    (consultation / "inputs" / "nytt.txt").write_text("Lag eit register over lobbyistar.\n", encoding="utf-8")

    again = run(consultation, finished.out)

    with open_ledger(finished.out / "ledger.db") as ledger:
        after, told = ledger.analysis(), diff_runs(ledger)
    assert {s.source_id for s in before.sources} < {s.source_id for s in after.sources}
    assert {p.passage_id for p in before.passages} < {p.passage_id for p in after.passages}
    assert {t.theme_id for t in before.themes} <= {t.theme_id for t in after.themes}
    assert ("source", "new", "nytt.txt") in {(change.what, change.how, change.after) for change in told}
    assert all(law.holds for law in again.laws)
    assert all(law.holds for law in check(finished.out))


def test_only_new_texts_are_embedded(finished: Finished, consultation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run asks the encoder for the new letter's texts, and for none that it had."""
    asked: list[str] = []

    class Watched(HashEncoder):
        def encode(self, texts, progress=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            asked.extend(texts)
            return super().encode(texts, progress)

    monkeypatch.setattr("consult.themes.load_encoder", lambda _: Watched())
    (consultation / "inputs" / "nytt.txt").write_text("Lag eit register over lobbyistar.\n", encoding="utf-8")
    run(consultation, finished.out)

    assert asked
    assert not any("kurs" in text.lower() or "svar" in text.lower() for text in asked)


def test_only_new_files_are_read_and_divided(
    finished: Finished, consultation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one more letter, the reader and the divider see that letter alone, and the result is that of a fresh run."""
    import consult.read.inputs
    import consult.read.passages

    divided: list[str] = []
    split_source = consult.read.passages.split_source
    monkeypatch.setattr(
        consult.read.passages,
        "split_source",
        lambda source, settings: divided.append(source.path) or split_source(source, settings),
    )
    (consultation / "inputs" / "nytt.txt").write_text("Lag eit register over lobbyistar.\n", encoding="utf-8")

    again = run(consultation, finished.out)
    fresh = run(consultation, finished.out.with_name("frisk"))

    assert divided[0] == "nytt.txt"
    assert "nytt.txt" in divided[1:]
    assert len(divided) == 1 + fresh.run.counts["read"]["out"]
    with open_ledger(again.out / "ledger.db") as one, open_ledger(fresh.out / "ledger.db") as other:
        assert one.analysis().sources == other.analysis().sources
        assert one.analysis().passages == other.analysis().passages
        assert one.analysis().set_aside == other.analysis().set_aside


def test_an_empty_folder_says_what_to_do(consultation: Path, out: Path) -> None:
    """With no file to read, the message says where to put them."""
    for path in (consultation / "inputs").iterdir():
        path.unlink()

    with pytest.raises(InputError, match="no files to read; put notes and letters there"):
        run(consultation, out)

    assert not out.exists()


def test_two_runs_at_once_do_not_mix(finished: Finished, consultation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one run holds the output folder, another one says so."""
    from filelock import FileLock

    monkeypatch.setattr("consult.run.LOCK_SECONDS", 0.1)
    with FileLock(finished.out / ".lock"), pytest.raises(LedgerError, match="another run is writing here"):
        run(consultation, finished.out)


KILLED = """
import sys
from pathlib import Path
import consult.themes
from tests.conftest import HashEncoder
consult.themes.load_encoder = lambda _: HashEncoder()
from consult.run import run
run(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def killed_runs(consultation: Path, out: Path, moments: Iterator[float]) -> None:
    """Start a run for each moment, and kill it so many seconds later."""
    for moment in moments:
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(consultation), str(out)], cwd=Path(__file__).parents[1]
        )
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()


@pytest.mark.slow
def test_a_killed_run_does_no_harm(finished: Finished, consultation: Path, tmp_path: Path) -> None:
    """Killed at random moments, the next run ends with the same tables and report as an uninterrupted one."""
    assert "SOURCE_DATE_EPOCH" in os.environ
    torn = tmp_path / "outputs" / "riven"
    moments = random.Random(7)  # noqa: S311 - moments, not secrets

    killed_runs(consultation, torn, (moments.uniform(0.1, 4.0) for _ in range(8)))
    run(consultation, torn)

    whole, mended = files_of(finished.out), files_of(torn)
    assert {name: data for name, data in mended.items() if name != "ledger.db"} == {
        name: data for name, data in whole.items() if name != "ledger.db"
    }
    with open_ledger(torn / "ledger.db") as one, open_ledger(finished.out / "ledger.db") as other:
        assert one.analysis() == other.analysis()
    assert all(law.holds for law in check(torn))


def test_loading_a_run_loads_no_arithmetic_and_no_templates() -> None:
    """A run that finds everything as it was needs neither; nor does who asks for help."""
    code = (
        "import sys, consult.run; print(sorted({'numpy', 'scipy', 'jinja2', 'sklearn', 'spacy'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
