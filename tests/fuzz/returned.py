"""Sheets that come back with anything in any cell, on a ledger of their own."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from functools import cache
from pathlib import Path
from unittest import mock

from consult.errors import ConsultError
from consult.filled import Table, tables_of
from consult.messages import messages
from consult.publish.review_sheet import review_sheet
from consult.publish.run_time import run_time
from consult.returned import apply_sheet
from consult.review import reviewing
from consult.run import run
from tests.conftest import HashEncoder
from tests.test_run import make_consultation


@cache
def finished() -> tuple[Path, dict[str, Table]]:
    """The output folder of a small run, and its review sheet as text."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz"))
    with mock.patch("consult.themes.load_encoder", return_value=HashEncoder()):
        run(make_consultation(folder / "liten"), folder / "ut")
    with reviewing(folder / "ut") as desk:
        created = run_time({"started": desk.last.started})
        data = review_sheet(desk.analysis, desk.settings, desk.last.run_id, created)
    assert messages("nn")
    return folder / "ut", tables_of(data)


def fill_in(data: bytes) -> None:
    """Write pieces of `data` into cells that it chooses; every row is applied, refused with a reason, or unchanged.

    Four bytes say where (sheet, row, column, length), then come as many bytes of UTF-8.
    """
    out, base = finished()
    tables = deepcopy(base)
    names = list(tables)
    while len(data) > 4:
        sheet, row, column, length = data[:4]
        text, data = data[4 : 4 + length].decode("utf-8", "ignore"), data[4 + length :]
        table = tables[names[sheet % len(names)]]
        if table:
            cells = table[row % len(table)]
            cells[column % len(cells)] = text.replace("\0", "").strip()
    # What the sheet says is applied and thrown away: nothing is written before the desk's `finish`.
    # Nor is the code asked for its version: fuzzing goes on while somebody works on it.
    unasked = mock.patch("consult.review._refuse_others")
    with mock.patch("consult.returned.tables_of", return_value=tables), unasked, reviewing(out) as desk:
        try:
            found = apply_sheet(b"", desk, "coordinator")
        except ConsultError:
            return
    assert all(one.why for one in found.refused)
