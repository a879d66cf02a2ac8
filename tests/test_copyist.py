"""The workbook from a process of its own: the same bytes, whatever becomes of that process."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from consult.publish import copyist
from consult.publish.copyist import Begun, begin_workbook, serve
from consult.publish.tables import DRAFTS
from consult.publish.workbook import workbook
from consult.rows import COLUMNS, Row, rows
from tests import sample_analysis as sample

CREATED = datetime(2026, 3, 1, 12, tzinfo=UTC)
MORE: dict[str, list[Row]] = {DRAFTS: [("how", "text"), ("drafted", "=1+1")]}


def tables() -> dict[str, list[Row]]:
    """The public tables of an analysis."""
    return {name: rows(sample.hostile())[name] for name in COLUMNS}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every corpus is large, and there are two cores; what the other process is asked stands in the list."""
    requests: list[bytes] = []
    ask = copyist._ask

    def told(request: bytes) -> bytes:
        requests.append(request)
        return ask(request)

    monkeypatch.setattr(copyist, "MANY", 0)
    monkeypatch.setattr(copyist, "cores", lambda: 2)
    monkeypatch.setattr(copyist, "_ask", told)
    return requests


def test_another_process_writes_the_same_bytes(asked: list[bytes]) -> None:
    """Drafts and what a spreadsheet might run among them."""
    expected = workbook(tables(), CREATED, MORE)
    assert begin_workbook(tables(), CREATED, MORE)() == expected
    assert len(asked) == 1
    assert copyist._ask(asked[0]) == expected


def test_where_there_is_little_or_one_core_no_process_is_started(
    asked: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workbook is written here, when it is asked for."""
    monkeypatch.setattr(copyist, "MANY", 10_000)
    assert begin_workbook(tables(), CREATED)() == workbook(tables(), CREATED)
    monkeypatch.setattr(copyist, "MANY", 0)
    monkeypatch.setattr(copyist, "cores", lambda: 1)
    assert begin_workbook(tables(), CREATED)() == workbook(tables(), CREATED)
    assert asked == []


def test_where_no_process_can_be_started_it_is_written_here(
    asked: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that allows none."""

    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refused)
    assert begin_workbook(tables(), CREATED)() == workbook(tables(), CREATED)
    assert len(asked) == 1


def test_where_the_process_fails_it_is_written_here(asked: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an answer is none."""
    half = "import sys; sys.stdin.buffer.read(); sys.stdout.write('PK'); sys.exit(1)"
    monkeypatch.setattr(
        "consult.read.worker.own_process",
        lambda _: subprocess.Popen([sys.executable, "-c", half], stdin=subprocess.PIPE, stdout=subprocess.PIPE),
    )
    assert begin_workbook(tables(), CREATED)() == workbook(tables(), CREATED)
    assert len(asked) == 1


def test_what_is_asked_is_answered_with_a_workbook() -> None:
    """On the standard streams, as the process does it."""
    answer = io.BytesIO()
    serve(io.BytesIO(json.dumps([tables(), CREATED.isoformat(), None]).encode()), answer)
    assert answer.getvalue() == workbook(tables(), CREATED)


def test_a_workbook_that_was_begun_is_used_where_it_is_the_same(asked: list[bytes]) -> None:
    """And for other tables, another moment or drafts beside, a new one is made."""
    begun = Begun(tables(), CREATED)
    assert begun.of(tables(), CREATED)() == workbook(tables(), CREATED)
    assert len(asked) == 1
    fewer = tables() | {"themes": tables()["themes"][1:]}
    assert begun.of(fewer, CREATED)() == workbook(fewer, CREATED) != workbook(tables(), CREATED)
    later = CREATED.replace(day=2)
    assert begun.of(tables(), later)() == workbook(tables(), later)
    assert begun.of(tables(), CREATED, MORE)() == workbook(tables(), CREATED, MORE)
    assert len(asked) == 4
