"""A file that hangs or kills its reader harms no other."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from consult.read import worker as module
from consult.read.formats import read_file
from consult.read.worker import Worker, serve
from tests.made_files import docx_of


@pytest.fixture
def worker() -> Iterator[Worker]:
    """A worker that is ended after the test."""
    made = Worker(seconds=20)
    yield made
    made.close()


def test_reads_as_in_this_process(worker: Worker) -> None:
    """The same documents, several files by one process."""
    data = docx_of("Hei alle.")
    assert worker.read("a.docx", data) == read_file("a.docx", data)
    assert worker.read("b.txt", b"Hei") == read_file("b.txt", b"Hei")


def test_a_reader_that_dies_is_replaced(worker: Worker) -> None:
    """The file that killed it is broken; the next is read."""
    worker.read("a.txt", b"Hei")
    assert worker._process is not None
    os.kill(worker._process.pid, signal.SIGKILL)
    worker._process.wait()
    assert worker.read("b.txt", b"Hei")[0].text == "Hei"


HELLO = "import pickle, sys; pickle.dump('ready', sys.stdout.buffer); sys.stdout.flush()"


def stand_in(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Start this code in place of the reading process."""
    start = module.subprocess.Popen
    monkeypatch.setattr(module.subprocess, "Popen", lambda _, **options: start([sys.executable, "-c", code], **options))


def test_a_reader_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time limit the file has its reason, and the process is gone."""
    stand_in(monkeypatch, f"{HELLO}; import time; time.sleep(60)")
    worker = Worker(seconds=0.3)
    began = time.monotonic()
    (document,) = worker.read("a.docx", b"x" * 100)
    assert (document.reason, document.format) == ("timeout", "docx")
    assert time.monotonic() - began < 10
    assert worker._process is None


def test_a_reader_that_answers_nonsense(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an answer is none."""
    stand_in(monkeypatch, f"{HELLO}; sys.stdin.buffer.read(5); sys.stdout.buffer.write(b'xx')")
    assert Worker().read("a.txt", b"Hei")[0].reason == "broken"


def test_serve_answers_until_there_are_no_more_requests() -> None:
    """The loop of the reading process, without a process."""
    requests, answers = BytesIO(), BytesIO()
    for name in ("a.txt", "b.txt"):
        pickle.dump((name, name.encode(), None), requests)
    requests.seek(0)
    serve(requests, answers)
    answers.seek(0)
    assert pickle.load(answers) == "ready"  # noqa: S301 -- written above
    assert [pickle.load(answers)[0].text for _ in range(2)] == ["a.txt", "b.txt"]  # noqa: S301


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "print('something else')"])
def test_a_process_that_cannot_start_is_our_defect(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """An installation that lacks something must not make every file look broken."""
    stand_in(monkeypatch, code)
    with pytest.raises(RuntimeError, match="does not start"):
        Worker().read("a.txt", b"Hei")


def test_closing_twice_is_closing() -> None:
    """A worker that never started, or is closed, closes without a word."""
    worker = Worker()
    worker.close()
    worker.close()


def test_an_answer_that_would_run_code_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that takes over its reader reaches nothing: an answer is records of ours, or the file is broken."""
    trap = tmp_path / "eigd"
    code = (
        f"{HELLO}; import pathlib\n"
        "class Trap:\n"
        f"    def __reduce__(self): return (pathlib.Path.touch, (pathlib.Path({str(trap)!r}),))\n"
        "pickle.load(sys.stdin.buffer); pickle.dump((Trap(),), sys.stdout.buffer); sys.stdout.flush()"
    )
    stand_in(monkeypatch, code)
    worker = Worker(seconds=20)
    assert worker.read("a.txt", b"Hei")[0].reason == "broken"
    assert not trap.exists()


def test_a_reader_that_gets_no_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Libraries end the process where they get no memory: the file is too large, and not broken."""
    stand_in(monkeypatch, f"{HELLO}; pickle.load(sys.stdin.buffer); import os; os.abort()")
    assert Worker(seconds=20).read("a.txt", b"Hei")[0].reason == "too_large"
