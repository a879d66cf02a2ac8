"""The workbook, written by a process of its own while this one does something else.

In: tables as for `workbook`. Out: its bytes, the same that `workbook` makes here. Where there is little to write, or
one core, or where the other process fails, the workbook is written here. Nothing lies in a file meanwhile: what
contributors wrote goes through a pipe, and if either process is killed the other ends or goes on alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any, BinaryIO

from consult.publish.workbook import workbook
from consult.rows import Row
from consult.weights.processor import cores

MANY = 10_000  # rows; fewer are written before another process has started

Sheets = Mapping[str, Sequence[Row]]


def begin_workbook(tables: Sheets, created: datetime, more: Sheets | None = None) -> Callable[[], bytes]:
    """Begin to write a workbook; what is returned waits for its bytes. Arguments as for `workbook`."""
    if cores() < 2 or sum(map(len, tables.values())) < MANY:
        return lambda: workbook(tables, created, more)
    pool = ThreadPoolExecutor(1)  # the pipe holds less than the tables
    asked = pool.submit(_ask, json.dumps([tables, created.isoformat(), more], default=dict).encode())
    pool.shutdown(wait=False)
    return lambda: asked.result() or workbook(tables, created, more)


class Begun:
    """A workbook that was begun before it was certain what it has to hold."""

    def __init__(self, tables: Sheets, created: datetime, more: Sheets | None = None) -> None:
        """Begin. Arguments as for `workbook`."""
        self._given = (tables, created, more)
        self._book = begin_workbook(tables, created, more)

    def of(self, tables: Sheets, created: datetime, more: Sheets | None = None) -> Callable[[], bytes]:
        """What waits for the workbook of these tables: the one that was begun, if it is the same, else a new one."""
        return self._book if self._given == (tables, created, more) else begin_workbook(tables, created, more)


def _ask(request: bytes) -> bytes:
    """What the other process answers; nothing where it fails."""
    from consult.read.worker import own_process

    try:
        with own_process("consult.publish.copyist") as process:
            answer, _ = process.communicate(request)
    except (OSError, subprocess.SubprocessError):
        return b""
    return b"" if process.returncode else answer


def serve(request: BinaryIO, answer: BinaryIO) -> None:
    """Write the workbook that is asked for."""
    tables, created, more = json.load(request)
    answer.write(workbook(_sheets(tables), datetime.fromisoformat(created), more and _sheets(more)))


def _sheets(told: Mapping[str, Sequence[Sequence[Any]]]) -> Sheets:
    return {name: [tuple(row) for row in rows] for name, rows in told.items()}


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
