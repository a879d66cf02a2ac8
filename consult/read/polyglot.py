"""Languages told by a process of its own, which loads its models while something else is done.

In: short texts. Out: what `ngrams.confidences` says of each: the same, for it is asked there. The models of
short texts take a second to load, in which nothing else of a process gets a turn; where a letter has come to what was
read before, a few sentences are all that is asked, and what asks has other things to do meanwhile. Where the process
cannot start, or ends, languages are told as always. Nothing lies in a file: what is asked goes through a pipe.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from consult.read.ngrams import are_loaded, confidences

FIRST = "Vi vil"  # a text so short that it asks for every model


class Polyglot:
    """The process. Not to be shared between threads."""

    def __init__(self) -> None:
        """Start it, if the system lets us."""
        from consult.read.worker import own_process

        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = own_process("consult.read.polyglot")

    def ask(self, text: str) -> list[float] | None:
        """What the process says of a text; nothing where it has ended."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        try:
            process.stdin.write(json.dumps(text).encode() + b"\n")
            process.stdin.flush()
            found: list[float] = json.loads(process.stdout.readline())
        except (OSError, ValueError):
            self.close()
            return None
        return found

    def close(self) -> None:
        """End it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


@contextmanager
def languages_elsewhere(wanted: bool) -> Iterator[None]:
    """Have short texts told by a process of its own while this lasts, if that is wanted and there is a core for it.

    Where the models are here already, nothing is gained.
    """
    from consult.read import language
    from consult.weights.processor import cores

    if not wanted or cores() < 2 or are_loaded():
        yield
        return
    polyglot = Polyglot()
    try:
        with language.told_by(polyglot.ask):
            yield
    finally:
        polyglot.close()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Load the models, then answer text by text until there is no more."""
    confidences(FIRST)
    for line in requests:
        answers.write(json.dumps(confidences(json.loads(line))).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
