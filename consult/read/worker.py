"""Reading files in processes of their own, so that a file that hangs or kills its reader harms no other.

`python -m consult.read.worker` answers requests on its standard input with documents on its standard
output. A `Worker` starts one at its first file, ends it when a file takes too long or too much memory, and then
starts another. Answers are taken as records of ours and nothing else: a file that takes over its reader must not
reach the process that asked.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, cast

from consult.read.document import Attachment, Document
from consult.read.formats import file_format, read_file, suffix
from consult.records import Block
from consult.settings import FormRule

SECONDS = 50.0  # for one file; a report of 200 pages takes 10 on one core of the machine this was made on
READY = "ready"  # the first answer
MEMORY = 2**30  # bytes of its own that one reading process may hold
MAY_ANSWER = {
    ("consult.read.document", "Document"): Document,
    ("consult.read.document", "Attachment"): Attachment,
    ("consult.records", "Block"): Block,
}
"""What an answer may be made of, beside text, numbers, bytes and tuples."""


class Worker:
    """One reading process. Not to be shared between threads."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, data: bytes, rule: FormRule | None = None) -> tuple[Document, ...]:
        """As `formats.read_file`; `timeout` after the time limit, `broken` when the reader dies."""
        process = self._started()
        ended = threading.Event()

        def stop() -> None:
            ended.set()
            process.kill()

        timer = threading.Timer(self.seconds, stop)
        timer.start()
        try:
            return _ask(process, (name, data, rule))
        except (EOFError, OSError, pickle.UnpicklingError):
            kind = file_format(name, data) or suffix(name) or "unknown"
            reason = self._end()
            return (Document(format=kind, reason="timeout" if ended.is_set() else reason),)
        finally:
            timer.cancel()

    def _end(self) -> str:
        """Why the process stopped answering: a library that gets no memory gives up with an abort."""
        process = self._process
        self.close()
        return "too_large" if process is not None and process.returncode == -signal.SIGABRT else "broken"

    def close(self) -> None:
        """End the process; the next file starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = own_process("consult.read.worker")
            _greet(self._process)
        return self._process


def own_process(module: str) -> subprocess.Popen[bytes]:
    """Start a module of ours as a process, with pipes to it and from it."""
    places = os.pathsep.join(str(Path(place).resolve()) for place in sys.path)
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries may print what they read
        env={**os.environ, "PYTHONPATH": places},
    )


def _greet(process: subprocess.Popen[bytes]) -> None:
    """Wait until the process is ready, so that one that cannot start is not taken for bad files."""
    try:
        ready = _answer(process) == READY
    except (EOFError, pickle.UnpicklingError):
        ready = False
    if not ready:
        process.kill()
        process.communicate()
        raise RuntimeError(f"the reading process does not start: {sys.executable} -m consult.read.worker")


def _ask(process: subprocess.Popen[bytes], request: tuple[str, bytes, FormRule | None]) -> tuple[Document, ...]:
    assert process.stdin is not None  # noqa: S101 -- for the type checker: it is a pipe
    pickle.dump(request, process.stdin)
    process.stdin.flush()
    return cast("tuple[Document, ...]", _answer(process))


def _answer(process: subprocess.Popen[bytes]) -> object:
    assert process.stdout is not None  # noqa: S101 -- for the type checker: it is a pipe
    return _Answer(process.stdout).load()


class _Answer(pickle.Unpickler):
    """Builds records of `MAY_ANSWER` and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The record of that name; UnpicklingError for anything that could run code."""
        if (module, name) not in MAY_ANSWER:
            raise pickle.UnpicklingError(f"a reading process answers with {module}.{name}")
        return MAY_ANSWER[module, name]


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Say that the process is ready; answer requests until there are no more."""
    pickle.dump(READY, answers)
    answers.flush()
    while True:
        try:
            request = pickle.load(requests)  # noqa: S301 -- from the process that started this one
        except EOFError:
            return
        pickle.dump(read_file(*request), answers)
        answers.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    # What it writes to, not what libraries map to read: these map more than any file needs.
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def main() -> None:
    """Serve on the standard streams; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    _limit_memory()
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
