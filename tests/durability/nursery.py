"""A process that has everything imported and forks a child for each command line: a kill costs no start of Python.

Reads commands as JSON lines from standard input, answers in JSON lines on standard output: `["start", ARGUMENTS]` →
the child's number, `full` and `nobody` likewise, for a child to whom the disk is full or who is not root;
`["wait", NUMBER]` → its exit code, negative where a signal ended it. The encoder needs no model, and names are found in
whole numbers: OpenVINO keeps threads, which a forked child does not have and would wait for.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from typing import Any

import consult.themes
import consult.weights.way
from tests.conftest import HashEncoder

LARGEST = 100_000  # bytes
NOBODY = 65534


def main() -> None:
    """Answer until standard input ends."""
    consult.themes.load_encoder = lambda _: HashEncoder()
    consult.weights.way.multiplies_tiles = lambda: False
    from consult.cli import main as command_line

    first = sys.argv[1:]
    if first:  # once in this process itself: what it loads, every child has
        _quietly(command_line, first)
    _answer("ready")
    for line in sys.stdin:
        word, given = json.loads(line)
        _answer(_wait(given) if word == "wait" else _start(command_line, given, LIMITS[word]))


def _answer(said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def _small_files() -> None:
    """No file may grow beyond what the ledger of a small result needs: what a full disk does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))


def _nobody() -> None:
    """Be somebody who is not root, whom permissions stop."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


LIMITS: dict[str, Callable[[], None]] = {"start": lambda: None, "full": _small_files, "nobody": _nobody}


def _start(command_line: Any, arguments: list[str], limit: Callable[[], None]) -> int:
    number = os.fork()
    if number == 0:
        os.setsid()
        with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a descriptor is what is wanted
            os.dup2(nothing.fileno(), 0)
        log = os.open(os.environ["CONSULT_CHILD_LOG"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        limit()
        os._exit(_code(command_line, arguments))
    return number


def _wait(number: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def _code(command_line: Any, arguments: list[str]) -> int:
    try:
        command_line(arguments)
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        return int(end.code or 0)
    return 0


def _quietly(command_line: Any, arguments: list[str]) -> None:
    out, sys.stdout = sys.stdout, sys.stderr
    code = _code(command_line, arguments)
    sys.stdout = out
    if code:
        raise SystemExit(code)


if __name__ == "__main__":
    main()
